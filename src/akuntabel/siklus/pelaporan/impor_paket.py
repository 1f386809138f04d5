"""A data package into the database, all or nothing: exported again, the year is the same to the byte."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.masalah import Masalah, PaketTidakSahError
from akuntabel.core.fakta.paket import build_berkas
from akuntabel.core.fakta.perencanaan import PerjanjianKinerja as FaktaPerjanjian
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.organisasi.models import Pejabat, Peran, Satker
from akuntabel.siklus.organisasi.permissions import require_peran
from akuntabel.siklus.organisasi.pohon import lock_satker
from akuntabel.siklus.pelaporan.bagian import BAGIAN_TAHUN, daftar_tahun_paket, keep_bagian_tahun, write_bagian
from akuntabel.siklus.pelaporan.impor_anggaran import import_anggaran
from akuntabel.siklus.pelaporan.impor_kepemiluan import import_kepemiluan_paket
from akuntabel.siklus.pelaporan.impor_laporan import check_laporan, import_laporan
from akuntabel.siklus.pelaporan.impor_organisasi import draft_satker_paket, import_organisasi
from akuntabel.siklus.pelaporan.impor_pagu_anggaran import check_anggaran, import_bidang_anggaran
from akuntabel.siklus.pelaporan.impor_pengukuran import import_pengukuran
from akuntabel.siklus.pelaporan.impor_periksa import check_paket, daftar_masalah
from akuntabel.siklus.pelaporan.impor_renstra import import_renstra
from akuntabel.siklus.pelaporan.models import BagianPaket
from akuntabel.siklus.pelaporan.snapshot import build_bagian_tahun, build_fakta_tahun
from akuntabel.siklus.pelaporan.snapshot_organisasi import DaftarPihak
from akuntabel.siklus.pelaporan.snapshot_perjanjian import build_perjanjian
from akuntabel.siklus.perencanaan.models import Indikator, Renstra
from akuntabel.siklus.perjanjian.actions_impor import PerjanjianImpor, import_perjanjian
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja

PERAN_PENGIMPOR = frozenset({Peran.PIMPINAN})


@dataclass(frozen=True, slots=True)
class HasilImpor:
    """Where a package went. catatan: what had to be assumed, for the person to look at."""

    satker: Satker
    tahun: int
    is_satker_baru: bool
    catatan: tuple[str, ...]


@transaction.atomic
def import_paket(
    paket: FaktaTahun, *, by: Pengguna | None, satker: Satker | None = None, is_buat_induk: bool = False
) -> HasilImpor:
    """Take a package over. Raises PermissionDenied, and PaketTidakSahError with all that stands against it.

    satker: where to; without it the office with the code of the package. by None: the first set-up or the command
    line, which alone may found an office (is_buat_induk: its parent too). Agreements in a package were concluded
    elsewhere: they are stored as signed, without a day where the package knows none. To take a package over is to say
    that this was so, so a person must be the head of the office; the single acts inside are the import's own.
    """
    masalah = [*check_paket(paket), *check_anggaran(paket), *check_laporan(paket)]
    if masalah:
        raise PaketTidakSahError(masalah)
    dicari = {"pk": satker.pk} if satker else {"kode": paket.satker.kode}
    tujuan = Satker.objects.select_related("induk").filter(**dicari).first()
    is_baru = tujuan is None
    if tujuan is None:
        tujuan = _draft_satker(paket, by=by, is_buat_induk=is_buat_induk)
    elif by is not None:
        require_peran(by, tujuan, PERAN_PENGIMPOR, "paket.import")
    lock_satker(tujuan)
    try:
        catatan = _import(tujuan, paket, by=by)
    except ValidationError as galat:
        raise PaketTidakSahError(daftar_masalah("paket", galat)) from galat
    except IntegrityError as galat:  # what only the guards of the database see
        perbaikan = f"Basis data menolaknya: {galat}."
        raise PaketTidakSahError([Masalah("paket", 0, "", "", "isi yang dapat disimpan", perbaikan)]) from galat
    return HasilImpor(tujuan, paket.tahun, is_baru, tuple(catatan))


def _draft_satker(paket: FaktaTahun, *, by: Pengguna | None, is_buat_induk: bool) -> Satker:
    if by is not None:
        perbaikan = "Minta admin satker induknya membuat satker ini, lalu impor lagi."
        tertulis = f"{paket.satker.kode} ({paket.satker.nama})"
        raise PaketTidakSahError([Masalah("satker.yaml", 0, "kode", tertulis, "satker yang sudah ada", perbaikan)])
    try:
        return draft_satker_paket(paket.satker, is_buat_induk=is_buat_induk)
    except ValidationError as galat:
        raise PaketTidakSahError(daftar_masalah("satker.yaml", galat)) from galat


def _import(satker: Satker, paket: FaktaTahun, *, by: Pengguna | None) -> list[str]:
    daftar_tahun = daftar_tahun_paket(satker)
    # What the other years say now: they go on saying it, whatever this package changes of the office.
    semula = {tahun: build_bagian_tahun(satker, tahun) for tahun in daftar_tahun if tahun != paket.tahun}
    BagianPaket.objects.filter(satker=satker, tahun=paket.tahun, berkas__in=BAGIAN_TAHUN).delete()
    is_terbaru = all(tahun <= paket.tahun for tahun in daftar_tahun)
    pejabat, catatan = import_organisasi(satker, paket, is_terbaru=is_terbaru, by=None)
    renstra = import_renstra(satker, paket, by=None)
    _import_perjanjian(satker, paket, renstra, pejabat)
    import_anggaran(satker, paket, renstra, by=None)
    import_bidang_anggaran(satker, paket, by=None)
    import_kepemiluan_paket(satker, paket, by=None)
    import_pengukuran(satker, paket, renstra, by=None)  # last: it reckons the year from all of the above
    import_laporan(satker, paket, by=by)
    write_bagian(satker, paket, by=by)
    for tahun, lama in semula.items():
        _keep_berbeda(satker, tahun, lama)
    berkas = build_berkas(paket)
    _keep_berbeda(satker, paket.tahun, {nama: berkas[nama] for nama in BAGIAN_TAHUN})
    _require_utuh(satker, paket.tahun, berkas)
    record_audit(by, "paket.import", satker, baru={"tahun": paket.tahun, "sidik": paket.sidik, "catatan": catatan})
    return catatan


def _import_perjanjian(satker: Satker, paket: FaktaTahun, renstra: Renstra, pejabat: Mapping[str, Pejabat]) -> None:
    """Agreements that are not there yet. One that is there must say the same: it is signed."""
    ada = {
        p.kode: p
        for p in PerjanjianKinerja.objects.filter(satker=satker).select_related(
            "pihak_pertama__satker", "pihak_kedua__satker"
        )
    }
    indikator = {i.kode: i for i in Indikator.objects.filter(sasaran__renstra=renstra)}
    masalah: list[Masalah] = []
    for p in sorted(paket.daftar_perjanjian, key=lambda p: (p.tahun, p.revisi)):
        daftar_target = [t for t in paket.daftar_perjanjian_target if t.perjanjian == p.kode]
        if p.kode in ada:
            isi = build_perjanjian([ada[p.kode]], DaftarPihak(satker, paket.daftar_pejabat, is_baris=False))
            if not ada[p.kode].is_beku or isi.daftar_perjanjian != (p,) or list(isi.daftar_target) != daftar_target:
                masalah.append(_masalah_berbeda(p, ada[p.kode]))
            continue
        impor = PerjanjianImpor(
            kode=p.kode,
            tahun=p.tahun,
            revisi=p.revisi,
            pihak_pertama=pejabat[p.pihak_pertama],
            pihak_kedua=pejabat[p.pihak_kedua],
            tanggal=p.tanggal,
            alasan=p.alasan or "",
            sumber=p.sumber,
            daftar_target=[(indikator[t.indikator], t.target) for t in daftar_target],
            renstra=renstra,
        )
        import_perjanjian(satker, impor, by=None)
    if masalah:
        raise PaketTidakSahError(masalah)


def _masalah_berbeda(p: FaktaPerjanjian, ada: PerjanjianKinerja) -> Masalah:
    harap = f"isi yang sama dengan {ada}, yang sudah {ada.status}"
    if ada.is_beku:
        perbaikan = "Yang sudah ditandatangani tidak berubah; perubahannya adalah revisi dengan kode lain."
    else:
        perbaikan = "Selesaikan atau hapus perjanjian itu di aplikasi, lalu impor lagi."
    return Masalah("perjanjian.csv", 0, "kode", p.kode, harap, perbaikan)


def _keep_berbeda(satker: Satker, tahun: int, berkas: Mapping[str, bytes]) -> None:
    """A year keeps the files that the rows no longer say, or never said; those that it keeps already stay."""
    tersimpan = set(BagianPaket.objects.filter(satker=satker, tahun=tahun).values_list("berkas", flat=True))
    kini = build_bagian_tahun(satker, tahun)
    beda = {nama: isi for nama, isi in berkas.items() if isi != kini[nama] and nama not in tersimpan}
    keep_bagian_tahun(satker, tahun, beda)


def _require_utuh(satker: Satker, tahun: int, berkas: Mapping[str, bytes]) -> None:
    """The promise of the first line, asked for at once. Raises PaketTidakSahError with the files that break it."""
    kini = build_berkas(build_fakta_tahun(satker, tahun))
    beda = sorted(n for n in berkas.keys() | kini.keys() if berkas.get(n) != kini.get(n))
    if beda:
        harap = "isi yang dapat disimpan dan dikeluarkan lagi tanpa berubah"
        perbaikan = "Paket ini tidak diimpor; laporkan kepada pengembang beserta berkasnya."
        raise PaketTidakSahError([Masalah(nama, 0, "", "", harap, perbaikan) for nama in beda])
