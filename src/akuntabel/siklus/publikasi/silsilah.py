"""Which indicator of a report is which through all versions of the plan."""

from collections.abc import Mapping
from uuid import UUID

from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.perjanjian.models import PerjanjianTarget, StatusPerjanjian


def map_silsilah(laporan: LaporanKinerja) -> Mapping[str, UUID]:
    """By code of the indicator, from the agreements of the year; the last that was signed decides."""
    daftar = PerjanjianTarget.objects.filter(
        perjanjian__satker=laporan.satker,
        perjanjian__tahun=laporan.tahun,
        perjanjian__status=StatusPerjanjian.DITANDATANGANI.value,
    )
    return dict(daftar.order_by("perjanjian__revisi").values_list("indikator__kode", "indikator__silsilah"))
