"""A Word file of the report that was edited outside: what it changes, text by text, beside what was given out.

Words are offered and taken over one text at a time; slots stay where their figure stayed. A changed figure is a finding
and never taken over. What belongs to no text is shown, so that nothing is lost without anybody seeing it.
"""

import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction

from akuntabel.core.checker.registry import check_naskah, select_aturan
from akuntabel.core.fakta.narasi import judul_narasi, urutan_narasi
from akuntabel.core.fakta.slot import POLA_SLOT
from akuntabel.core.naskah.alinea import read_alinea
from akuntabel.core.naskah.banding import HasilBanding, KalimatLain, SuntinganBlok, compare_naskah
from akuntabel.core.naskah.suntingan import AngkaBerubah
from akuntabel.core.naskah.terbaca import NaskahTerbaca
from akuntabel.core.readers.galat import BerkasTidakTerbacaError
from akuntabel.core.readers.word.docx import read_docx
from akuntabel.core.render.berkas import Format
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.platform.files.jenis import DOCX
from akuntabel.platform.files.models import Berkas
from akuntabel.platform.files.retensi import Retensi
from akuntabel.platform.files.simpan import BerkasDitolakError, BerkasHilangError, open_berkas, store_berkas
from akuntabel.siklus.organisasi.permissions import require_peran
from akuntabel.siklus.pelaporan.actions_blok import clean_isi, revise_blok
from akuntabel.siklus.pelaporan.models import BlokLaporan, DokumenLaporan, LaporanKinerja, UnggahanWord, VersiBlok
from akuntabel.siklus.pelaporan.peralihan import lock_laporan
from akuntabel.siklus.pelaporan.permissions import PERAN_PENULIS

_SIDIK = re.compile(r"\b[0-9a-f]{64}\b")


@dataclass(frozen=True, slots=True)
class Tawaran:
    """What somebody wrote into a text. kini: what it says in the application, versi: of that.

    is_bentrok: it was changed here too since it was given out; taking the offer replaces that.
    """

    suntingan: SuntinganBlok
    kini: str
    versi: int
    is_bentrok: bool
    is_diterima: bool
    is_ditolak: bool

    @property
    def nama(self) -> str:
        """Which text."""
        return self.suntingan.nama

    @property
    def judul(self) -> str:
        """What it is called."""
        return judul_narasi(self.nama)

    @property
    def angka_berubah(self) -> tuple[AngkaBerubah, ...]:
        """Figures that came back otherwise; the offer keeps those of the facts."""
        return tuple(a for s in self.suntingan.daftar for a in s.angka_berubah)

    @property
    def angka_baru(self) -> tuple[str, ...]:
        """Figures that nothing binds."""
        return tuple(a for s in self.suntingan.daftar for a in s.angka_baru)

    @property
    def slot_hilang(self) -> tuple[str, ...]:
        """Bound words that were written over or left out."""
        return tuple(n for s in self.suntingan.daftar for n in s.slot_hilang)


@dataclass(frozen=True, slots=True)
class AngkaLain:
    """A figure of a table, or of a sentence made from facts, that came back otherwise."""

    letak: str
    tertulis: str
    seharusnya: str
    penjelasan: str


@dataclass(frozen=True, slots=True)
class HasilUnggahan:
    """Everything that an edited file changes."""

    daftar: tuple[Tawaran, ...]
    angka: tuple[AngkaLain, ...]
    lain: tuple[KalimatLain, ...]

    def find(self, nama: str) -> Tawaran | None:
        """The offer for one text."""
        return next((t for t in self.daftar if t.nama == nama), None)


@transaction.atomic
def import_word(laporan: LaporanKinerja, nama: str, isi: bytes, *, by: Pengguna) -> UnggahanWord:
    """Take an edited file in; nothing of the report changes by it. Raises PermissionDenied, ValidationError."""
    require_peran(by, laporan.satker, PERAN_PENULIS, "laporan.unggah")
    terkunci = lock_laporan(laporan)
    try:
        berkas = store_berkas(isi, nama, by=by, retensi=Retensi.KERTAS_KERJA, jenis_boleh=(DOCX,))
    except BerkasDitolakError as galat:
        raise ValidationError({"berkas": [str(m) for m in galat.daftar_masalah]}) from galat
    dokumen = _find_dokumen(terkunci, _read(nama, isi))
    unggahan = UnggahanWord.objects.create(laporan=terkunci, berkas=berkas, dokumen=dokumen, nama=nama[:160], oleh=by)
    record_audit(by, "laporan.unggah", terkunci, baru={"berkas": nama, "sidik": berkas.sidik})
    return unggahan


def compare_unggahan(unggahan: UnggahanWord) -> HasilUnggahan:
    """What the file changes, by now. Raises ValidationError where it, or what was given out, cannot be read."""
    dokumen = unggahan.dokumen
    if dokumen is None or dokumen.berkas is None:
        raise ValidationError(
            "Dokumen Word yang dulu diunduh sudah tidak tersimpan, sehingga tidak dapat dibandingkan."
        )
    dasar, kembali = _read_berkas(dokumen.berkas), _read_berkas(unggahan.berkas)
    diberikan = _read_diberikan(unggahan.laporan, dokumen)
    banding = compare_naskah(
        {n: read_alinea(isi, POLA_SLOT) for n, isi in diberikan.items()},
        [p.teks for p in dasar.daftar_paragraf],
        [p.teks for p in kembali.daftar_paragraf],
    )
    kini = {b.nama: b for b in unggahan.laporan.daftar_blok.all()}
    daftar = tuple(_build_tawaran(s, kini.get(s.nama), diberikan.get(s.nama, ""), unggahan) for s in banding.blok)
    return HasilUnggahan(daftar, _periksa_angka(dasar, kembali, banding), banding.lain)


@transaction.atomic
def adopt_suntingan(unggahan: UnggahanWord, nama: str, *, versi: int, by: Pengguna) -> BlokLaporan:
    """Take the words of the file over for one text. versi: of the text as the person saw it.

    Raises PermissionDenied, SudahBerubahError, ValidationError.
    """
    require_peran(by, unggahan.laporan.satker, PERAN_PENULIS, "laporan.unggah")
    tawaran = _require_tawaran(unggahan, nama)
    asal = f"dari Word: {unggahan.nama}"[:200]
    return revise_blok(unggahan.laporan, nama, isi=tawaran.suntingan.baru, versi=versi, by=by, asal=asal)


@transaction.atomic
def return_suntingan(unggahan: UnggahanWord, nama: str, *, by: Pengguna) -> None:
    """Decline the words of the file for one text. Raises PermissionDenied, ValidationError."""
    require_peran(by, unggahan.laporan.satker, PERAN_PENULIS, "laporan.unggah")
    lock_laporan(unggahan.laporan)
    terkunci = UnggahanWord.objects.select_for_update().get(pk=unggahan.pk)
    _require_tawaran(unggahan, nama)
    terkunci.ditolak = sorted({*terkunci.ditolak, nama})
    terkunci.save(update_fields=["ditolak"])
    unggahan.ditolak = terkunci.ditolak
    record_audit(by, "laporan.unggah.return", unggahan.laporan, baru={"teks": nama, "berkas": unggahan.nama})


def _require_tawaran(unggahan: UnggahanWord, nama: str) -> Tawaran:
    tawaran = compare_unggahan(unggahan).find(nama)
    if tawaran is None:
        raise ValidationError(f"{unggahan.nama} tidak mengubah teks “{nama}”.")
    return tawaran


def _find_dokumen(laporan: LaporanKinerja, terbaca: NaskahTerbaca) -> DokumenLaporan:
    """What was given out: the file whose hash stands in the text, else the newest. Raises ValidationError."""
    daftar = laporan.daftar_dokumen.filter(format=Format.DOCX.value, berkas__isnull=False)
    sidik = [m for p in terbaca.daftar_paragraf for m in _SIDIK.findall(p.teks)]
    dokumen = daftar.filter(sidik_fakta__in=sidik).first() or daftar.first()
    if dokumen is None:
        raise ValidationError({"berkas": "Belum ada dokumen Word laporan ini. Unduh dahulu, sunting, lalu unggah."})
    return dokumen


def _read(nama: str, isi: bytes) -> NaskahTerbaca:
    try:
        return read_docx(nama, isi)
    except BerkasTidakTerbacaError as galat:
        raise ValidationError({"berkas": str(galat)}) from galat


def _read_berkas(berkas: Berkas) -> NaskahTerbaca:
    try:
        with open_berkas(berkas) as isi:
            return _read(berkas.nama, isi.read())
    except BerkasHilangError as galat:
        raise ValidationError(str(galat)) from galat


def _read_diberikan(laporan: LaporanKinerja, dokumen: DokumenLaporan) -> dict[str, str]:
    """The texts as they stood in the document given out, in the order of the report."""
    versi: dict[str, int] = dokumen.versi_blok
    daftar = VersiBlok.objects.filter(blok__laporan=laporan, blok__nama__in=versi).select_related("blok")
    isi = {v.blok.nama: v.isi for v in daftar if v.versi == versi[v.blok.nama]}
    return {n: isi[n] for n in sorted(isi, key=urutan_narasi)}


def _build_tawaran(s: SuntinganBlok, blok: BlokLaporan | None, diberikan: str, unggahan: UnggahanWord) -> Tawaran:
    kini = blok.isi if blok and not blok.is_usulan else ""
    is_diterima = clean_isi(kini) == clean_isi(s.baru)
    return Tawaran(
        suntingan=s,
        kini=kini,
        versi=blok.versi if blok else 0,
        is_bentrok=not is_diterima and clean_isi(kini) != clean_isi(diberikan),
        is_diterima=is_diterima,
        is_ditolak=s.nama in unggahan.ditolak,
    )


def _periksa_angka(dasar: NaskahTerbaca, kembali: NaskahTerbaca, banding: HasilBanding) -> tuple[AngkaLain, ...]:
    """Figures of tables and generated sentences that came back otherwise, by the checker's own rules."""
    temuan = check_naskah(kembali, acuan=dasar, daftar_aturan=select_aturan(["FKT"], [])).temuan
    milik_teks = {kembali.daftar_paragraf[j].letak.blok for j in banding.letak_kembali}
    return tuple(
        AngkaLain(str(t.bukti.letak), t.bukti.tertulis, t.bukti.hitung, t.bukti.penjelasan)
        for t in temuan
        if t.bukti.letak.blok not in milik_teks
    )
