"""Who sees which plan: one's own as every thing of an office, and what an office above has adopted for all below it."""

from datetime import date
from typing import Self, TypeVar

from django.db import models
from django.db.models import OuterRef, Q, Subquery

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.querysets import (
    MilikSatkerQuerySet,
    daftar_penugasan_berlaku,
    saring_terlihat,
)

M = TypeVar("M", bound=models.Model)

DITETAPKAN = "ditetapkan"


def daftar_jalur_atas(jalur: str) -> list[str]:
    """The paths of the offices above, the nearest first."""
    langkah = jalur.rstrip("/").split("/")
    return ["/".join(langkah[:n]) + "/" for n in range(len(langkah) - 1, 0, -1)]


def saring_milik_atas(pengguna: Pengguna, awalan: str = "") -> Q:
    """What belongs to an office above one where the person has a role today."""
    jalur = {j for p in daftar_penugasan_berlaku(pengguna) for j in daftar_jalur_atas(p.satker.path)}
    return Q(**{f"{awalan}path__in": sorted(jalur)})


class RenstraQuerySet(MilikSatkerQuerySet[M]):
    """Plans in all their versions."""

    def visible_to(self, pengguna: Pengguna) -> Self:
        """The plans of the offices that the person sees, and the adopted ones of the offices above."""
        atas = saring_milik_atas(pengguna, "satker__") & Q(status=DITETAPKAN)
        return self.filter(saring_terlihat(pengguna, "satker__") | atas)

    def for_tahun(self, tahun: int, akhir: date | None = None) -> Self:
        """The version of every plan that is in force in a year: the last adopted one that had begun by its end.

        akhir: that end, where it is not the last day of the year.
        """
        terakhir = (
            self.model._default_manager.filter(satker=OuterRef("satker"), mulai=OuterRef("mulai"))
            .filter(status=DITETAPKAN)
            .filter(Q(berlaku_mulai__isnull=True) | Q(berlaku_mulai__lte=akhir or date(tahun, 12, 31)))
            .order_by("-versi")
            .values("pk")[:1]
        )
        return self.filter(mulai__lte=tahun, selesai__gte=tahun, pk=Subquery(terakhir))


class IndikatorQuerySet(models.QuerySet[M]):
    """Indicators of plans."""

    def visible_to(self, pengguna: Pengguna) -> Self:
        """Those of the plans that the person sees."""
        awalan = "sasaran__renstra__satker__"
        atas = saring_milik_atas(pengguna, awalan) & Q(sasaran__renstra__status=DITETAPKAN)
        return self.filter(saring_terlihat(pengguna, awalan) | atas)

    def berurut(self) -> Self:
        """As they stand in the plan."""
        return self.order_by("sasaran__urut", "sasaran__kode", "urut", "kode")


class MilikSatkerAtasQuerySet(MilikSatkerQuerySet[M]):
    """What an office writes down for itself and for every office below it."""

    def visible_to(self, pengguna: Pengguna) -> Self:
        """What belongs to the offices that the person sees, and to those above."""
        return self.filter(saring_terlihat(pengguna, "satker__") | saring_milik_atas(pengguna, "satker__"))


class PaguQuerySet(MilikSatkerQuerySet[M]):
    """Lines of the budget as they were written down, one after the other."""

    def berlaku(self, *, pada: date | None = None) -> Self:
        """The last line of every code and source of funds: what is in force (as it stood on a day)."""
        daftar = self.model._default_manager.filter(
            satker=OuterRef("satker"),
            tahun=OuterRef("tahun"),
            kode=OuterRef("kode"),
            sumber_dana=OuterRef("sumber_dana"),
        )
        if pada is not None:
            daftar = daftar.filter(sejak__lte=pada)
        return self.filter(pk=Subquery(daftar.order_by("-sejak", "-pk").values("pk")[:1]))
