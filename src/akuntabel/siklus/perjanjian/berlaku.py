"""Which agreement, and which rencana aksi, is in force on a day."""

from datetime import date

from django.db.models import Case, F, IntegerField, Q, QuerySet, When

from akuntabel.core.fakta.organisasi import PeranPejabat
from akuntabel.platform.kueri import KueriTetap
from akuntabel.siklus.organisasi.models import EntitasPelapor, Satker
from akuntabel.siklus.perjanjian.models import (
    PerjanjianKinerja,
    RencanaAksi,
    StatusPerjanjian,
    StatusRencanaAksi,
)


def daftar_perjanjian_berlaku(satker: Satker, tahun: int, tanggal: date | None = None) -> QuerySet[PerjanjianKinerja]:
    """The agreements in force, one per chain: signed, and not yet replaced by a signed revision on that day (ever).

    An imported one without a day counts from the first day of its year.
    """
    hari = tanggal or date.max
    return _saring_berlaku(satker.pk, tahun, hari, hari.year).select_related(
        "satker", "entitas", "pihak_pertama", "pihak_kedua", "renstra"
    )


def find_perjanjian_berlaku(
    satker: Satker, tahun: int, tanggal: date | None = None, *, entitas: EntitasPelapor | None = None
) -> PerjanjianKinerja | None:
    """The agreement by which the office (or one of its entities) is measured: that of its head.

    Without ``entitas`` the agreement of the head of the office goes before that of its secretary.
    """
    hari = tanggal or date.max
    for perjanjian in _BERLAKU(satker.pk, tahun, hari, hari.year):
        if entitas is None or perjanjian.entitas_id == entitas.pk:
            perjanjian.satker = satker
            return perjanjian
    return None


def find_rencana_aksi_berlaku(perjanjian: PerjanjianKinerja) -> RencanaAksi | None:
    """The last approved revision."""
    rencana_aksi = _RENCANA_AKSI.first(perjanjian.pk)
    if rencana_aksi is not None:
        rencana_aksi.perjanjian = perjanjian
    return rencana_aksi


def _saring_berlaku(satker: int, tahun: int, hari: date, tahun_hari: int) -> QuerySet[PerjanjianKinerja]:
    """tahun_hari: the year of the day, apart from it so that both can be values of a fixed query."""
    tertanda = Q(status=StatusPerjanjian.DITANDATANGANI.value) & (
        Q(tanggal_penandatanganan__lte=hari) | Q(tanggal_penandatanganan__isnull=True, tahun__lte=tahun_hari)
    )
    diganti = PerjanjianKinerja.objects.filter(tertanda, sebelumnya__isnull=False).values("sebelumnya")
    return PerjanjianKinerja.objects.filter(tertanda, satker=satker, tahun=tahun).exclude(pk__in=diganti)


def _urutkan_pimpinan(daftar: QuerySet[PerjanjianKinerja]) -> QuerySet[PerjanjianKinerja]:
    """That of the head of the office, then those of the heads of its entities, then the others."""
    urutan = Case(
        When(pihak_pertama__peran=PeranPejabat.PIMPINAN.value, then=0),
        When(pihak_pertama__peran=F("entitas__peran_pimpinan"), then=1),
        default=2,
        output_field=IntegerField(),
    )
    return daftar.order_by(urutan, "pk")


_BERLAKU = KueriTetap(
    lambda satker, tahun, hari, tahun_hari: _urutkan_pimpinan(_saring_berlaku(satker, tahun, hari, tahun_hari)),
    1,
    2020,
    date(2020, 12, 31),
    2021,
)
_RENCANA_AKSI = KueriTetap(
    lambda perjanjian: RencanaAksi.objects.filter(
        perjanjian=perjanjian, status=StatusRencanaAksi.DISETUJUI.value
    ).order_by("-revisi"),
    1,
)
