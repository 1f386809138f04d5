"""Which offices, and which things of offices, a person may see: one rule for every screen, export and API."""

from datetime import date
from typing import TYPE_CHECKING, Self, TypeVar

from django.db import models
from django.db.models import Prefetch, Q, prefetch_related_objects

from akuntabel.platform.accounts.models import Pengguna

if TYPE_CHECKING:
    from akuntabel.siklus.organisasi.models.orang import Penugasan

M = TypeVar("M", bound=models.Model)


def saring_jalur(jalur: str, awalan: str = "") -> Q:
    """The office of that path and all below it; a range, so that an index serves it on every database."""
    return Q(**{f"{awalan}path__gte": jalur, f"{awalan}path__lt": jalur[:-1] + chr(ord(jalur[-1]) + 1)})


def saring_masa(hari: date) -> Q:
    """What holds on that day; an unknown or open end counts as open."""
    return (Q(mulai=None) | Q(mulai__lte=hari)) & (Q(selesai=None) | Q(selesai__gte=hari))


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


class PejabatQuerySet(MilikSatkerQuerySet[M]):
    """Officials, past, present and to come."""

    def berlaku_pada(self, tanggal: date) -> Self:
        """Those who hold their post on that day."""
        return self.filter(saring_masa(tanggal))


def saring_terlihat(pengguna: Pengguna, awalan: str = "") -> Q:
    """The condition behind every ``visible_to``; nothing for who has no role anywhere."""
    syarat = Q(pk__in=[])
    for penugasan in daftar_penugasan_berlaku(pengguna):
        if penugasan.peran_enum.is_melihat_bawahan:
            syarat |= saring_jalur(penugasan.satker.path, awalan)
        else:
            syarat |= Q(**{f"{awalan}path": penugasan.satker.path})
    return syarat


def daftar_penugasan_berlaku(pengguna: Pengguna) -> "list[Penugasan]":
    """The roles a person has today, with their offices; read once per object of the person, that is once a request.

    For what is shown. An act asks the database again (permissions.require_peran).
    """
    semua = pengguna.daftar_penugasan.model.objects.select_related("satker")
    prefetch_related_objects([pengguna], Prefetch("daftar_penugasan", queryset=semua))
    return [p for p in pengguna.daftar_penugasan.all() if p.is_berlaku()]
