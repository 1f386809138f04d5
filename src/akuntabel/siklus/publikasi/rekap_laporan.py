"""How far the report of each office has come, as columns of a query over offices: one statement for all of them."""

from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from akuntabel.core.fakta.organisasi import PeranPejabat
from akuntabel.siklus.pelaporan.models import JenisLaporan, LaporanKinerja, StatusLaporan
from akuntabel.siklus.publikasi.models import StatusTerbitan, Terbitan

BELUM_ADA = ""  # status of a report that nobody has begun, or published


def annotate_laporan(daftar: QuerySet[Any], tahun: int) -> QuerySet[Any]:
    """status_laporan: of the newest annual report of the entity that the head answers for; status_terbitan: of what
    the public has of it.
    """
    laporan = LaporanKinerja.objects.filter(
        satker=OuterRef("pk"),
        tahun=tahun,
        jenis=JenisLaporan.TAHUNAN.value,
        entitas__peran_pimpinan=PeranPejabat.PIMPINAN.value,
    )
    terbitan = Terbitan.objects.filter(
        kode_satker=OuterRef("kode"), tahun=tahun, jenis=JenisLaporan.TAHUNAN.value, is_utama=True
    ).exclude(status=StatusTerbitan.DISIAPKAN.value)
    berlaporan: QuerySet[Any] = daftar.annotate(
        status_laporan=Coalesce(Subquery(laporan.order_by("-revisi").values("status")[:1]), Value(BELUM_ADA)),
        status_terbitan=Coalesce(Subquery(terbitan.order_by("-revisi").values("status")[:1]), Value(BELUM_ADA)),
    )
    return berlaporan


def count_laporan(daftar: QuerySet[Any]) -> dict[str, int]:
    """Over offices from ``annotate_laporan``: how many are that far, in one statement."""
    return daftar.aggregate(
        satker=Count("pk"),
        disusun=Count("pk", filter=Q(status_laporan=StatusLaporan.DISUSUN.value)),
        direviu=Count("pk", filter=Q(status_laporan=StatusLaporan.DIAJUKAN.value)),
        menunggu_tanda_tangan=Count("pk", filter=Q(status_laporan=StatusLaporan.DIREVIU.value)),
        ditandatangani=Count("pk", filter=Q(status_laporan=StatusLaporan.DITANDATANGANI.value)),
        terbit=Count("pk", filter=Q(status_terbitan=StatusTerbitan.TERBIT.value)),
    )
