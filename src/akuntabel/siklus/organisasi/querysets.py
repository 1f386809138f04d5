"""Which offices, and which things of offices, a person may see: one rule for every screen, export and API."""

from datetime import date
from typing import TYPE_CHECKING, Any, Self, TypeVar

from django.apps import apps
from django.db import models
from django.db.models import Q

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.kueri import KueriTetap

if TYPE_CHECKING:
    from akuntabel.siklus.organisasi.models import Penugasan, Satker

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


def is_terlihat(pengguna: Pengguna, satker: "Satker") -> bool:
    """The same rule for an office that has been read already."""
    return any(
        satker.path.startswith(p.satker.path) if p.peran_enum.is_melihat_bawahan else satker.path == p.satker.path
        for p in daftar_penugasan_berlaku(pengguna)
    )


def find_satker(kode: str) -> "Satker | None":
    """The office of that code, whoever asks: every page of an office begins with it."""
    return _SATKER.first(kode)


def find_satker_pk(pk: int) -> "Satker | None":
    """The office of that key."""
    return _SATKER_PK.first(pk)


def daftar_penugasan_berlaku(pengguna: Pengguna) -> "list[Penugasan]":
    """The roles a person has today, with their offices; read once per object of the person, that is once a request.

    For what is shown. An act asks the database again (permissions.require_peran).
    """
    terbaca: list[Penugasan] | None = getattr(pengguna, _TERBACA, None)
    if terbaca is None:
        satker = {s.pk: s for s in _SATKER_PENUGASAN(pengguna.pk)}
        terbaca = _PENUGASAN(pengguna.pk)
        for p in terbaca:
            p.satker = satker[p.satker_id]
        setattr(pengguna, _TERBACA, terbaca)
    return [p for p in terbaca if p.is_berlaku()]


def forget_penugasan(pengguna: Pengguna) -> None:
    """What was read of the roles of this object of a person no longer holds."""
    if hasattr(pengguna, _TERBACA):
        delattr(pengguna, _TERBACA)


_TERBACA = "_daftar_penugasan_terbaca"
_PENUGASAN: "KueriTetap[Penugasan]" = KueriTetap(lambda orang: _objek("Penugasan").filter(pengguna=orang), 1)
_SATKER_PENUGASAN: "KueriTetap[Satker]" = KueriTetap(
    lambda orang: _objek("Satker").filter(pk__in=_objek("Penugasan").filter(pengguna=orang).values("satker")), 1
)
_SATKER: "KueriTetap[Satker]" = KueriTetap(lambda kode: _objek("Satker").filter(kode=kode), "0")
_SATKER_PK: "KueriTetap[Satker]" = KueriTetap(lambda pk: _objek("Satker").filter(pk=pk), 1)


def _objek(nama: str) -> "models.Manager[Any]":
    manajer: models.Manager[Any] = apps.get_model("organisasi", nama)._default_manager
    return manajer
