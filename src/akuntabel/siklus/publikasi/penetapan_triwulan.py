"""What the head signs of a quarter or an interim period: no review stands before it, and the public does not get it."""

from copy import copy
from dataclasses import replace
from datetime import date

from django.core.exceptions import ValidationError

from akuntabel.core.compose.laporan_triwulan import compose_laporan_triwulan
from akuntabel.core.compose.pengesahan import bind_pengesahan
from akuntabel.core.fakta.hasil import compute_hasil
from akuntabel.core.fakta.masalah import PaketTidakSahError
from akuntabel.siklus.pelaporan.isi_triwulan import build_isi_triwulan
from akuntabel.siklus.pelaporan.models import JenisLaporan, LaporanKinerja, StatusLaporan
from akuntabel.siklus.pelaporan.naskah import JUDUL_TRIWULAN
from akuntabel.siklus.pelaporan.sidik import compute_sidik_laporan
from akuntabel.siklus.pelaporan.snapshot import build_fakta_laporan
from akuntabel.siklus.pelaporan.zip_paket import pack_paket
from akuntabel.siklus.pengukuran.dokumen import BELUM_DIVERIFIKASI
from akuntabel.siklus.pengukuran.models import PengukuranTriwulan, StatusPengukuran
from akuntabel.siklus.perjanjian.isi import compute_sidik_isi
from akuntabel.siklus.perjanjian.tanda_tangan.pengaturan import build_alamat
from akuntabel.siklus.publikasi.alamat import build_slug
from akuntabel.siklus.publikasi.dokumen import NaskahTerbit, SiapTanda, build_pengesahan
from akuntabel.siklus.publikasi.models import PenetapanLaporan


def prepare_triwulan(laporan: LaporanKinerja, tanggal: date, *, is_elektronik: bool) -> SiapTanda:
    """What would be signed on that day: the measurement up to the quarter, with the facts of the year as its data.

    Raises ValidationError with what stands in the way: it is handed in first, and figures that may still change are
    not signed.
    """
    if laporan.status != StatusLaporan.DIAJUKAN.value:
        raise ValidationError(f"{laporan} berstatus {laporan.status}; laporan ditandatangani sesudah diajukan.")
    if not is_terverifikasi(laporan):
        raise ValidationError(f"{laporan} belum dapat ditandatangani. {BELUM_DIVERIFIKASI}")
    bertanggal = copy(laporan)
    bertanggal.tanggal = tanggal
    try:
        isi, fakta = build_isi_triwulan(laporan), build_fakta_laporan(bertanggal)
        # A quarterly and an interim report may say the same; their signatures are still two.
        sidik = compute_sidik_isi({"laporan": build_slug(laporan), "isi": compute_sidik_laporan(bertanggal)})
        sidik_ajuan = compute_sidik_laporan(laporan)
    except PaketTidakSahError as galat:
        raise ValidationError([str(m) for m in galat.daftar_masalah]) from galat
    alamat = build_alamat(sidik)
    naskah = compose_laporan_triwulan(
        replace(isi, tanggal=tanggal, sidik=sidik), judul=JUDUL_TRIWULAN[laporan.jenis], narasi=fakta.narasi
    )
    naskah = bind_pengesahan(naskah, build_pengesahan(fakta, alamat, is_elektronik=is_elektronik))
    return SiapTanda(NaskahTerbit(compute_hasil(fakta), naskah), sidik, alamat, sidik_ajuan, pack_paket(fakta))


def is_terverifikasi(laporan: LaporanKinerja) -> bool:
    """Whether somebody vouches for the figures of its quarter."""
    if laporan.triwulan is None:
        raise ValueError(f"{laporan} is about no quarter")
    return PengukuranTriwulan.objects.filter(
        satker=laporan.satker,
        tahun=laporan.tahun,
        triwulan=laporan.triwulan,
        status=StatusPengukuran.DIVERIFIKASI.value,
    ).exists()


def find_penetapan_sidik(sidik: str) -> PenetapanLaporan | None:
    """How a report of less than a year was signed, for whoever holds its paper: its QR carries the hash."""
    daftar = PenetapanLaporan.objects.filter(sidik=sidik).exclude(laporan__jenis=JenisLaporan.TAHUNAN.value)
    return daftar.select_related("laporan__satker", "laporan__entitas", "berkas", "pindaian").first()
