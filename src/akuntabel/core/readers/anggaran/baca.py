"""Any budget report to its lines: the kind is told by what it looks like; all mistakes at once, and nothing halved."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NoReturn

from akuntabel.core.fakta.masalah import Masalah
from akuntabel.core.readers.anggaran.berkas import LembarMentah, read_daftar_lembar, tidy_teks
from akuntabel.core.readers.anggaran.kepala import BARIS_IDENTITAS, Identitas
from akuntabel.core.readers.anggaran.laporan import (
    BacaanAnggaran,
    CatatanMasalah,
    JenisLaporan,
    KepalaLaporan,
    LaporanAnggaran,
    LaporanDitolakError,
    TumpukanBaris,
)
from akuntabel.core.readers.anggaran.peta import (
    KOLOM_WAJIB,
    PetaTabel,
    TabelTerpeta,
    find_kolom,
)
from akuntabel.core.readers.anggaran.pohon import PAGU, REALISASI, AturanSumber, PohonLaporan
from akuntabel.core.readers.anggaran.sakti import is_sakti, read_sakti
from akuntabel.core.readers.anggaran.tabel import find_kepala, read_tabel
from akuntabel.core.readers.batas import MB
from akuntabel.core.readers.galat import BerkasTidakTerbacaError
from akuntabel.core.readers.lembar.anak import run_terbatas

DETIK = 60  # a report of 150,000 lines takes three
MEMORI = 1024 * MB
_DIKENAL = "laporan FA Detail SAKTI, LRA Belanja OM-SPAN/MonSAKTI, POK, atau tabel dengan kolom kode dan pagu"


@dataclass(frozen=True, slots=True)
class TujuanLaporan:
    """For which office and year a report is wanted. sumber_dana: of lines that do not say theirs.

    jenis: the kind that is expected, None for any; peta: the columns of a plain table, once a person has mapped them.
    """

    kode_satker: str
    tahun: int
    sumber_dana: AturanSumber = field(default_factory=lambda: AturanSumber("RM"))
    jenis: JenisLaporan | None = None
    peta: PetaTabel | None = None


def read_laporan_anggaran(berkas: str, isi: bytes, tujuan: TujuanLaporan) -> BacaanAnggaran:
    """The report in a file; ``berkas`` is its name, for messages. Whatever the bytes are, no exception."""
    try:
        return run_terbatas(berkas, partial(_read, tujuan), isi, detik=DETIK, memori=MEMORI)
    except BerkasTidakTerbacaError as galat:
        sebab = galat.sebab[:1].upper() + galat.sebab[1:]
        return BacaanAnggaran(daftar_masalah=(Masalah(berkas, 0, "", "", _DIKENAL, f"{sebab}."),))


def _read(tujuan: TujuanLaporan, berkas: str, isi: bytes) -> BacaanAnggaran:
    catatan = CatatanMasalah(berkas)
    try:
        return _read_lembar(tujuan, read_daftar_lembar(berkas, isi), catatan)
    except LaporanDitolakError as galat:
        return BacaanAnggaran(daftar_masalah=(galat.masalah,))


def _read_lembar(tujuan: TujuanLaporan, daftar: Sequence[LembarMentah], catatan: CatatanMasalah) -> BacaanAnggaran:
    """The first sheet that is a report; else the first that is a table with a header."""
    for lembar in daftar:
        if is_sakti(lembar):
            identitas = _require_tujuan(tujuan, JenisLaporan.SAKTI, lembar, catatan.berkas)
            pohon = read_sakti(lembar, catatan, identitas.awalan_program, tujuan.sumber_dana)
            return _selesai(identitas.build(JenisLaporan.SAKTI), pohon, catatan)
        kepala = find_kepala(lembar)
        if kepala is not None:
            identitas = _require_tujuan(tujuan, kepala.jenis, lembar, catatan.berkas)
            pohon = read_tabel(
                lembar,
                kepala,
                catatan,
                awalan_program=identitas.awalan_program,
                aturan=tujuan.sumber_dana,
                satuan=identitas.satuan,
            )
            return _selesai(identitas.build(kepala.jenis), pohon, catatan)
    return _read_terpeta(tujuan, daftar, catatan)


def _require_tujuan(tujuan: TujuanLaporan, jenis: JenisLaporan, lembar: LembarMentah, berkas: str) -> Identitas:
    """Whose report it is, if it is the one that is wanted. Raises LaporanDitolakError."""
    identitas = Identitas((nomor, sel) for nomor, sel in lembar if nomor <= BARIS_IDENTITAS)
    kepala = identitas.build(jenis)
    if tujuan.jenis is not None and tujuan.jenis is not jenis:
        _tolak(berkas, 0, jenis.nama, tujuan.jenis.nama, "Pilih berkas yang sesuai, atau ganti jenis laporannya.")
    if kepala.kode_satker and kepala.kode_satker != tujuan.kode_satker:
        tertulis = f"satker {kepala.kode_satker} {kepala.nama_satker}".strip()
        _tolak(
            berkas,
            identitas.baris_satker,
            tertulis,
            f"satker {tujuan.kode_satker}",
            "Unduh laporan satker ini, atau buka satker pemilik berkas itu.",
        )
    if kepala.tahun is not None and kepala.tahun != tujuan.tahun:
        _tolak(
            berkas,
            0,
            f"tahun anggaran {kepala.tahun}",
            f"tahun anggaran {tujuan.tahun}",
            "Unduh laporan tahun ini, atau buka tahun yang sesuai.",
        )
    if jenis is JenisLaporan.SAKTI and (not kepala.kode_satker or kepala.tahun is None):
        _tolak(berkas, 0, "", "baris “Satuan Kerja” dan “Periode” di atas tabel", "Unggah laporannya tanpa diubah.")
    return identitas


def _tolak(berkas: str, baris: int, tertulis: str, diharapkan: str, perbaikan: str) -> NoReturn:
    raise LaporanDitolakError(Masalah(berkas, baris, "", tertulis, diharapkan, perbaikan))


def _selesai(kepala: KepalaLaporan, pohon: PohonLaporan | None, catatan: CatatanMasalah) -> BacaanAnggaran:
    if pohon is not None and not pohon.baris.jumlah and not catatan:
        catatan.add(0, "", "", "paling sedikit satu baris anggaran", "Unduh laporannya utuh.")
    if pohon is None or catatan:
        return BacaanAnggaran(daftar_masalah=catatan.selesai())
    total_realisasi = pohon.akar[REALISASI] if pohon.is_berealisasi else None
    return BacaanAnggaran(LaporanAnggaran(kepala, pohon.baris, pohon.akar[PAGU], total_realisasi))


def _read_terpeta(tujuan: TujuanLaporan, daftar: Sequence[LembarMentah], catatan: CatatanMasalah) -> BacaanAnggaran:
    if tujuan.jenis is not None and tujuan.jenis is not JenisLaporan.CSV:
        _tolak(catatan.berkas, 0, "", tujuan.jenis.nama, "Berkas ini bukan laporan itu; unduh ulang dari aplikasinya.")
    for lembar in daftar:
        nomor, daftar_kolom = find_kolom(lembar)
        if not daftar_kolom:
            continue
        _require_bukan_ikpa(catatan.berkas, nomor, [k.judul for k in daftar_kolom])
        kolom = tujuan.peta.kolom(daftar_kolom) if tujuan.peta is not None else {}
        if not all(k in kolom for k in KOLOM_WAJIB):
            return BacaanAnggaran(daftar_kolom=daftar_kolom)
        tumpukan, total = TabelTerpeta(catatan, kolom, tujuan.sumber_dana.umum).read(lembar, nomor)
        return _selesai_terpeta(tumpukan, total, catatan)
    _tolak(catatan.berkas, 0, "", _DIKENAL, "Di berkas ini tidak ada tabel dengan baris kepala.")


def _require_bukan_ikpa(berkas: str, nomor: int, daftar_judul: Sequence[str]) -> None:
    judul = {tidy_teks(j).lower() for j in daftar_judul}
    if {"deviasi halaman iii", "penyerapan"} <= judul:
        _tolak(berkas, nomor, "tabel nilai IKPA", _DIKENAL, "Unduh laporan realisasi, bukan nilai IKPA.")


def _selesai_terpeta(tumpukan: TumpukanBaris, total: Sequence[int | None], catatan: CatatanMasalah) -> BacaanAnggaran:
    pagu = total[PAGU]
    if pagu is None and not catatan:
        catatan.add(0, "", "", "paling sedikit satu baris anggaran", "Isi tabelnya.")
    if catatan or pagu is None:
        return BacaanAnggaran(daftar_masalah=catatan.selesai())
    kepala = KepalaLaporan(JenisLaporan.CSV)
    return BacaanAnggaran(LaporanAnggaran(kepala, tumpukan, pagu, total[REALISASI]))
