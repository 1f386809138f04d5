"""A budget file into a version to look at: read, checked and loaded as a job, all of it or nothing."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django_tasks import TaskContext, task

from akuntabel.core.calc.angka import format_rupiah
from akuntabel.core.fakta.masalah import Masalah
from akuntabel.core.readers.anggaran.baca import TujuanLaporan, read_laporan_anggaran
from akuntabel.core.readers.anggaran.laporan import BacaanAnggaran, JenisLaporan, LaporanAnggaran
from akuntabel.core.readers.anggaran.peta import (
    KOLOM_PETA,
    KOLOM_WAJIB,
    PANJANG_SUMBER,
    PetaTabel,
    bakukan,
    guess_peta,
)
from akuntabel.core.readers.anggaran.pohon import AturanSumber
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.platform.files.jenis import CSV, TXT, XLSX
from akuntabel.platform.files.models import Berkas
from akuntabel.platform.files.retensi import Retensi
from akuntabel.platform.files.simpan import BerkasDitolakError, BerkasHilangError, open_berkas, store_berkas
from akuntabel.platform.tasks.antrean import submit_tugas
from akuntabel.platform.tasks.kerjakan import TugasGagalError, report_kemajuan, transaksi_akhir
from akuntabel.platform.tasks.models import Tugas
from akuntabel.siklus.anggaran.berlaku import find_versi_berlaku
from akuntabel.siklus.anggaran.impor_kabar import announce_hasil
from akuntabel.siklus.anggaran.models import PetaKolom, StatusVersi, VersiAnggaran
from akuntabel.siklus.anggaran.muat import load_baris
from akuntabel.siklus.anggaran.permissions import require_permission
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.pohon import lock_satker

JENIS_BERKAS = (XLSX, CSV, TXT)


@dataclass(frozen=True, slots=True)
class PilihanImpor:
    """What a person says beside the file. jenis "": told by what the file looks like.

    sumber_dana: of lines that do not say theirs; sumber_khusus: another one for codes, or for the letters of a
    subkomponen (TA: HLD), and all below them.
    """

    sumber_dana: str = "RM"
    jenis: str = ""
    sumber_khusus: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HasilImpor:
    """What came of the job: the version to look at, or the columns that must be mapped first."""

    versi: int | None = None
    daftar_kolom: Sequence[Mapping[str, Any]] = ()
    terkaan: Mapping[str, str] = field(default_factory=dict)


class SudahDimuatError(Exception):
    """The same bytes are there already; ``versi`` is the version they made."""

    def __init__(self, versi: VersiAnggaran) -> None:
        self.versi = versi
        status = f"sebagai versi {versi.nomor}" if versi.nomor else "dan menunggu keputusan"
        super().__init__(f"Berkas ini sudah dimuat {status}; isinya sama bita demi bita.")


class LaporanTidakSahError(Exception):
    """A file that cannot be loaded. Carries every problem found, never only the first."""

    def __init__(self, daftar_masalah: Sequence[Masalah]) -> None:
        self.daftar_masalah = tuple(daftar_masalah)
        jumlah = len(self.daftar_masalah)
        banyak = f"Ada {jumlah} masalah di berkas ini; tidak ada yang dimuat."
        super().__init__(str(self.daftar_masalah[0]) if jumlah == 1 else banyak)


def submit_impor(
    satker: Satker, tahun: int, nama: str, isi: bytes, *, pilihan: PilihanImpor, by: Pengguna
) -> tuple[Berkas, Tugas]:
    """Keep the file and ask for the job that reads it.

    Raises PermissionDenied, ValidationError with what speaks against the file, SudahDimuatError.
    """
    require_permission(by, "versi.import", satker)
    try:
        berkas = store_berkas(isi, nama, by=by, retensi=Retensi.KERTAS_KERJA, jenis_boleh=JENIS_BERKAS)
    except BerkasDitolakError as galat:
        raise ValidationError([str(m) for m in galat.daftar_masalah]) from galat
    return berkas, submit_ulang(satker, tahun, berkas, nama, pilihan=pilihan, by=by)


def submit_ulang(
    satker: Satker, tahun: int, berkas: Berkas, nama: str, *, pilihan: PilihanImpor, by: Pengguna
) -> Tugas:
    """Ask for the job once more, for a file that is kept. Raises as ``submit_impor``."""
    require_permission(by, "versi.import", satker)
    _require_sumber(pilihan)
    if (ada := find_versi_sama(satker, tahun, berkas.sidik)) is not None:
        raise SudahDimuatError(ada)
    return submit_tugas(import_laporan, satker.pk, tahun, berkas.pk, nama, by.pk, asdict(pilihan), by=by)


def find_versi_sama(satker: Satker, tahun: int, sidik: str) -> VersiAnggaran | None:
    """The version of these very bytes that waits to be looked at, or that holds; an older one may be taken again."""
    berlaku = find_versi_berlaku(satker, tahun)
    hidup = Q(status=StatusVersi.PRATINJAU) | Q(pk=berlaku.pk if berlaku else None)
    return VersiAnggaran.objects.filter(hidup, satker=satker, tahun=tahun, sidik=sidik).order_by("-pk").first()


@transaction.atomic
def write_peta(satker: Satker, daftar_judul: Sequence[str], judul: Mapping[str, str], *, by: Pengguna) -> PetaKolom:
    """Remember which column of a table with these headers is what. Raises PermissionDenied, ValidationError."""
    require_permission(by, "versi.import", satker)
    dipakai = {arti: j for arti, j in judul.items() if j and arti in KOLOM_PETA}
    salah = [f"Kolom {KOLOM_PETA[arti]} belum dipilih." for arti in KOLOM_WAJIB if arti not in dipakai]
    salah += [f"Kolom “{j}” tidak ada di berkas." for j in dipakai.values() if j not in daftar_judul]
    ganda = sorted({j for j in dipakai.values() if list(dipakai.values()).count(j) > 1})
    salah += [f"Kolom “{j}” dipilih untuk lebih dari satu arti." for j in ganda]
    if salah:
        raise ValidationError(salah)
    peta, _ = PetaKolom.objects.update_or_create(
        satker=satker, sidik_kepala=_sidik_kepala(daftar_judul), defaults={"judul": dipakai, "pencatat": by}
    )
    record_audit(by, "peta_kolom.write", peta, baru={"judul": dipakai})
    return peta


@task(takes_context=True)
def import_laporan(
    context: TaskContext, satker: int, tahun: int, berkas: int, nama: str, pengguna: int, pilihan: dict[str, Any]
) -> dict[str, Any]:
    """The job. Ends with a version to look at, with columns to map, or with everything that is wrong with the file."""
    pelaku = Pengguna.objects.get(pk=pengguna)
    pemilik, tersimpan = Satker.objects.get(pk=satker), Berkas.objects.get(pk=berkas)
    tugas = context.task_result
    announce = partial(announce_hasil, pemilik, tahun, tugas.id, nama=nama, sejak=tugas.enqueued_at, kepada=pelaku)
    try:
        hasil = load_laporan(pemilik, tahun, tersimpan, nama, pilihan=PilihanImpor(**pilihan), by=pelaku)
    except LaporanTidakSahError as galat:
        announce(teks=str(galat))
        raise TugasGagalError(str(galat), {"daftar_masalah": [asdict(m) for m in galat.daftar_masalah]}) from galat
    announce(teks="sebutkan arti kolomnya." if hasil.versi is None else "sudah dimuat; lihat apa yang berubah.")
    return asdict(hasil)


def load_laporan(
    satker: Satker, tahun: int, berkas: Berkas, nama: str, *, pilihan: PilihanImpor, by: Pengguna | None
) -> HasilImpor:
    """Read a file that is kept, and load it as a version to look at; all or nothing. by None: from the command line.

    Raises PermissionDenied, ValidationError, LaporanTidakSahError.
    """
    require_permission(by, "versi.import", satker)
    _require_sumber(pilihan)
    report_kemajuan(5, "Membaca dan memeriksa berkas.")
    bacaan = _read(satker, tahun, berkas, nama, pilihan)
    if bacaan.daftar_kolom:
        return HasilImpor(
            daftar_kolom=[asdict(k) for k in bacaan.daftar_kolom], terkaan=guess_peta(bacaan.daftar_kolom).judul
        )
    if bacaan.laporan is None:
        raise LaporanTidakSahError(bacaan.daftar_masalah)
    report_kemajuan(60, f"Memuat {bacaan.laporan.daftar_baris.jumlah} baris.")
    with transaksi_akhir():
        lock_satker(satker)
        # An attempt that was killed after its commit has left its version: the same bytes are not loaded twice.
        versi = find_versi_sama(satker, tahun, berkas.sidik)
        if versi is None:
            versi = _load(satker, tahun, berkas, nama, bacaan.laporan, pilihan, by=by)
    return HasilImpor(versi=versi.pk)


def _read(satker: Satker, tahun: int, berkas: Berkas, nama: str, pilihan: PilihanImpor) -> BacaanAnggaran:
    """The report; a plain table by the mapping that the office has given for its headers before."""
    try:
        with open_berkas(berkas) as sumber:
            isi: bytes = sumber.read()
    except BerkasHilangError as galat:
        raise LaporanTidakSahError([Masalah(nama, 0, "", "", "isi berkas", str(galat))]) from galat
    jenis = JenisLaporan(pilihan.jenis) if pilihan.jenis else None
    aturan = AturanSumber(pilihan.sumber_dana, pilihan.sumber_khusus)
    tujuan = TujuanLaporan(satker.kode, tahun, aturan, jenis)
    bacaan = read_laporan_anggaran(nama, isi, tujuan)
    if not bacaan.daftar_kolom:
        return bacaan
    sidik = _sidik_kepala([k.judul for k in bacaan.daftar_kolom])
    peta = PetaKolom.objects.filter(satker=satker, sidik_kepala=sidik).first()
    if peta is None:
        return bacaan
    return read_laporan_anggaran(nama, isi, replace(tujuan, peta=PetaTabel(peta.judul)))


def _sidik_kepala(daftar_judul: Sequence[str]) -> str:
    """The shape of a table: its headers, in whatever order they stand."""
    return hashlib.sha256("\n".join(sorted(bakukan(j) for j in daftar_judul)).encode()).hexdigest()


def _load(
    satker: Satker,
    tahun: int,
    berkas: Berkas,
    nama: str,
    laporan: LaporanAnggaran,
    pilihan: PilihanImpor,
    *,
    by: Pengguna | None,
) -> VersiAnggaran:
    versi = VersiAnggaran.objects.create(
        satker=satker,
        tahun=tahun,
        jenis=laporan.kepala.jenis.value,
        bulan=laporan.kepala.bulan,
        berkas=berkas,
        nama_berkas=nama,
        sidik=berkas.sidik,
        total_pagu=laporan.total_pagu,
        total_realisasi=laporan.total_realisasi,
        jumlah_baris=laporan.daftar_baris.jumlah_daun,
        catatan=_catatan(laporan, pilihan),
        pengunggah=by,
    )
    load_baris(versi, laporan.daftar_baris)
    record_audit(
        by,
        "versi_anggaran.import",
        versi,
        baru={
            "berkas": nama,
            "sidik": berkas.sidik,
            "jenis": versi.jenis,
            "bulan": versi.bulan,
            "baris": versi.jumlah_baris,
            "pagu": versi.total_pagu,
            "realisasi": versi.total_realisasi,
        },
    )
    return versi


def _catatan(laporan: LaporanAnggaran, pilihan: PilihanImpor) -> list[str]:
    catatan = [f"Jumlah pada semua tingkat cocok; pagu {format_rupiah(laporan.total_pagu)}."]
    if laporan.kepala.jenis is JenisLaporan.SAKTI:
        lain = "".join(f"; {kode} dicatat {sumber}" for kode, sumber in pilihan.sumber_khusus.items())
        catatan.append(f"Laporan ini tidak menyebut sumber dana; barisnya dicatat {pilihan.sumber_dana}{lain}.")
    return catatan


def _require_sumber(pilihan: PilihanImpor) -> None:
    """Raises ValidationError for a source of funds that is none."""
    for sumber in (pilihan.sumber_dana, *pilihan.sumber_khusus.values()):
        if not sumber or len(sumber) > PANJANG_SUMBER or not sumber.isprintable():
            raise ValidationError(f"Sumber dana tertulis “{sumber}”, diharapkan singkatannya, misalnya RM atau HLD.")
