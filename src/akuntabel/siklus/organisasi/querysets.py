"""Which offices, and which things of offices, a person may see: one rule for every screen, export and API."""

from typing import Self, TypeVar

from django.db import models
from django.db.models import Q

from akuntabel.platform.accounts.models import Pengguna

M = TypeVar("M", bound=models.Model)


def saring_jalur(jalur: str, awalan: str = "") -> Q:
    """The office of that path and all below it; a range, so that an index serves it on every database."""
    return Q(**{f"{awalan}path__gte": jalur, f"{awalan}path__lt": jalur[:-1] + chr(ord(jalur[-1]) + 1)})


class SatkerQuerySet(models.QuerySet[M]):
    """Offices."""

    def di_bawah(self, jalur: str) -> Self:
        """The office of that path and those below it."""
        return self.filter(saring_jalur(jalur))

    def visible_to(self, pengguna: Pengguna) -> Self:
        """The offices where the person has a role, and those below where the role looks down."""
        return self.filter(saring_terlihat(pengguna))


class MilikSatkerQuerySet(models.QuerySet[M]):
    """Anything with a ``satker``."""

    def visible_to(self, pengguna: Pengguna) -> Self:
        """What belongs to an office that the person sees."""
        return self.filter(saring_terlihat(pengguna, "satker__"))


def saring_terlihat(pengguna: Pengguna, awalan: str = "") -> Q:
    """The condition behind every ``visible_to``; nothing for who has no role anywhere."""
    syarat = Q(pk__in=[])
    for penugasan in pengguna.daftar_penugasan.select_related("satker"):
        if not penugasan.is_berlaku():
            continue
        if penugasan.peran_enum.is_melihat_bawahan:
            syarat |= saring_jalur(penugasan.satker.path, awalan)
        else:
            syarat |= Q(**{f"{awalan}path": penugasan.satker.path})
    return syarat
