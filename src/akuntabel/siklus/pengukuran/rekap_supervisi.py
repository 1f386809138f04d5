"""How far each office has come in a year, as columns of a query over offices: one statement for all of them."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import BooleanField, Case, Count, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.querysets import saring_jalur
from akuntabel.siklus.pengukuran.models import (
    SILSILAH_ORGANISASI,
    JadwalPengukuran,
    NilaiTahunan,
    PengukuranTriwulan,
    StatusPengukuran,
)
from akuntabel.siklus.perencanaan.querysets import daftar_jalur_atas
from akuntabel.siklus.perjanjian.models import TRIWULAN

BELUM_ADA = ""  # status of a quarter of which nothing has been written


def annotate_triwulan(daftar: QuerySet[Satker], simpul: Satker, tahun: int, hari: date) -> QuerySet[Any]:
    """Offices below ``simpul`` with the state of their quarters.

    status_1 … status_4: how far the measurement has come; terlambat_1 … terlambat_4: past its deadline on that day and
    not verified; jumlah_terlambat.
    """
    jadwal = _read_jadwal(simpul, tahun)
    terlambat: Combinable = Value(0)
    for triwulan in TRIWULAN:
        milik = PengukuranTriwulan.objects.filter(satker=OuterRef("pk"), tahun=tahun, triwulan=triwulan)
        is_terlambat = Case(
            When(**{f"status_{triwulan}": StatusPengukuran.DIVERIFIKASI.value}, then=Value(False)),
            default=_lewat([j for j in jadwal if j.triwulan == triwulan], hari),
            output_field=BooleanField(),
        )
        status = Coalesce(Subquery(milik.order_by().values("status")[:1]), Value(BELUM_ADA))
        daftar = daftar.annotate(**{f"status_{triwulan}": status})
        daftar = daftar.annotate(**{f"terlambat_{triwulan}": is_terlambat})
        terlambat += Case(When(**{f"terlambat_{triwulan}": True}, then=Value(1)), default=Value(0))
    return daftar.annotate(jumlah_terlambat=terlambat)


def annotate_nilai(daftar: QuerySet[Any], tahun: int) -> QuerySet[Any]:
    """Offices with what they came to. terukur, dari: indicators that have a capaian, of how many; urut_capaian and
    kategori: of the office as a whole.
    """
    nilai = NilaiTahunan.objects.filter(satker=OuterRef("pk"), tahun=tahun)
    organisasi = nilai.filter(silsilah=SILSILAH_ORGANISASI)
    butir = nilai.exclude(silsilah=SILSILAH_ORGANISASI).order_by().values("satker")
    bernilai: QuerySet[Any] = daftar.annotate(
        urut_capaian=Subquery(organisasi.values("urut_capaian")[:1]),
        kategori=Coalesce(Subquery(organisasi.values("kategori")[:1]), Value("")),
        terukur=Coalesce(Subquery(butir.annotate(n=Count("capaian")).values("n"), output_field=IntegerField()), 0),
        dari=Coalesce(Subquery(butir.annotate(n=Count("pk")).values("n"), output_field=IntegerField()), 0),
    )
    return bernilai


def count_triwulan(daftar: QuerySet[Any]) -> dict[str, int]:
    """Over offices from ``annotate_triwulan``: how many are in which state of which quarter, in one statement.

    satker; and for every quarter N jumlah_diverifikasi_N, jumlah_diajukan_N, jumlah_terlambat_N.
    """
    hitung = {"satker": Count("pk")}
    for triwulan in TRIWULAN:
        for status in (StatusPengukuran.DIAJUKAN, StatusPengukuran.DIVERIFIKASI):
            hitung[f"jumlah_{status.value}_{triwulan}"] = Count("pk", filter=Q(**{f"status_{triwulan}": status.value}))
        hitung[f"jumlah_terlambat_{triwulan}"] = Count("pk", filter=Q(**{f"terlambat_{triwulan}": True}))
    return daftar.aggregate(**hitung)


def _read_jadwal(simpul: Satker, tahun: int) -> list[JadwalPengukuran]:
    """The schedules that may hold for offices below, the nearest to an office first."""
    di_atas = Q(satker__path__in=daftar_jalur_atas(simpul.path))
    daftar = JadwalPengukuran.objects.filter(di_atas | saring_jalur(simpul.path, "satker__"), tahun=tahun)
    return sorted(daftar.select_related("satker"), key=lambda j: len(j.satker.path), reverse=True)


def _lewat(jadwal: Iterable[JadwalPengukuran], hari: date) -> Combinable:
    """Whether the deadline has passed: that of the nearest office above which says so."""
    syarat = [When(saring_jalur(j.satker.path), then=Value(j.tenggat < hari)) for j in jadwal]
    return Case(*syarat, default=Value(False), output_field=BooleanField())
