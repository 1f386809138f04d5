"""Absorption of the offices below: two columns of their budgets that hold, and what they come to together."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, Case, F, OuterRef, QuerySet, Subquery, When

from akuntabel.core.calc.agregat import mean_nilai
from akuntabel.core.calc.anggaran import compute_serapan
from akuntabel.core.calc.nilai import Cakupan, Nilai
from akuntabel.siklus.anggaran.models import VersiAnggaran

PER_PAGU = 1_000_000  # of what the order by absorption is reckoned in


def annotate_serapan(daftar: QuerySet[Any], tahun: int) -> QuerySet[Any]:
    """pagu: of the last version of the budget that was taken; terpakai: the last realisasi that is known.

    urut_serapan: to sort by, never to show.
    """
    diambil = VersiAnggaran.objects.diambil().filter(satker=OuterRef("pk"), tahun=tahun)
    berpagu = daftar.annotate(
        pagu=Subquery(diambil.values("total_pagu")[:1]),
        terpakai=Subquery(diambil.filter(total_realisasi__isnull=False).values("total_realisasi")[:1]),
    )
    urut = Case(When(pagu__gt=0, then=F("terpakai") * PER_PAGU / F("pagu")), output_field=BigIntegerField(null=True))
    hasil: QuerySet[Any] = berpagu.annotate(urut_serapan=urut)
    return hasil


@dataclass(frozen=True, slots=True)
class RekapSerapan:
    """Absorption of many offices. rasio: all that was spent ÷ all ceilings; rata_rata: the mean of the percentages.

    Only offices whose ceiling and spending are both known take part; cakupan says how many of how many.
    """

    rasio: Nilai
    rata_rata: Nilai
    cakupan: Cakupan


def compute_rekap_serapan(daftar: Iterable[tuple[int | None, int | None]]) -> RekapSerapan:
    """Over pairs of ceiling and spending, one for each office."""
    semua = list(daftar)
    lengkap = [(pagu, terpakai) for pagu, terpakai in semua if pagu is not None and terpakai is not None]
    pagu, terpakai = sum(p for p, _ in lengkap), sum(t for _, t in lengkap) if lengkap else None
    return RekapSerapan(
        rasio=compute_serapan(pagu, terpakai),
        rata_rata=mean_nilai([compute_serapan(p, t) for p, t in lengkap]).nilai,
        cakupan=Cakupan(len(lengkap), len(semua)),
    )
