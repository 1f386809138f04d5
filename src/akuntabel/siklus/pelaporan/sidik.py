"""The hash of what a report says now: whoever reviewed or signed it can tell whether it is still the same."""

from akuntabel.siklus.pelaporan.isi_triwulan import build_isi_triwulan
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.pelaporan.snapshot import build_fakta_laporan
from akuntabel.siklus.pelaporan.snapshot_laporan import build_isi_laporan
from akuntabel.siklus.perjanjian.isi import compute_sidik_isi


def compute_sidik_laporan(laporan: LaporanKinerja) -> str:
    """Of an annual report that of its facts; of a quarter that of its measurement, money and words.

    Raises PaketTidakSahError where the year has no plan or no agreement.
    """
    if laporan.is_tahunan:
        return build_fakta_laporan(laporan).sidik
    return compute_sidik_isi(
        {
            "pengukuran": build_isi_triwulan(laporan).sidik,
            "narasi": build_isi_laporan(laporan)["narasi"],
            "tanggal": str(laporan.tanggal or ""),
        }
    )
