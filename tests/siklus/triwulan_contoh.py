"""The example office's report of its last quarter: measured, verified, written, not yet handed in."""

from django.utils import timezone
from terbit_contoh import TAHUN, KantorTerbit

from akuntabel.siklus.pelaporan.actions import draft_laporan, revise_blok
from akuntabel.siklus.pelaporan.models import JenisLaporan, LaporanKinerja
from akuntabel.siklus.pengukuran.models import PengukuranTriwulan, StatusPengukuran

TRIWULAN = 4


def build_laporan_triwulan(kantor: KantorTerbit, jenis: JenisLaporan = JenisLaporan.TRIWULAN) -> LaporanKinerja:
    """Written by Rina."""
    rina = kantor.pemeran.rina
    laporan = draft_laporan(
        kantor.satker, TAHUN, entitas=kantor.laporan.entitas, jenis=jenis.value, triwulan=TRIWULAN, by=rina
    )
    revise_blok(laporan, "simpulan-triwulan", isi="Selesai.", versi=0, by=rina)
    return laporan


def record_verifikasi(kantor: KantorTerbit) -> None:
    """Danu has submitted the quarter, Rina verified it; a package brings figures, not who vouches for them.

    By its states alone: the window of 2020 is closed.
    """
    kini = timezone.now()
    pengukuran = PengukuranTriwulan.objects.create(satker=kantor.satker, tahun=TAHUN, triwulan=TRIWULAN)
    pengukuran.status = StatusPengukuran.DIAJUKAN.value
    pengukuran.pengaju, pengukuran.diajukan_pada = kantor.pemeran.danu, kini
    pengukuran.save()
    pengukuran.status = StatusPengukuran.DIVERIFIKASI.value
    pengukuran.pemeriksa, pengukuran.diverifikasi_pada = kantor.pemeran.rina, kini
    pengukuran.save()
