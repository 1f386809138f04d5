"""The lines of an agreement with their indicators and sasaran: what nearly every page of an agreement begins with."""

from collections.abc import Sequence
from functools import lru_cache

from akuntabel.platform.kueri import KueriTetap
from akuntabel.siklus.perencanaan.models import Indikator, Sasaran
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja, PerjanjianTarget


def daftar_baris_target(perjanjian: PerjanjianKinerja) -> list[PerjanjianTarget]:
    """The targets in order, each with its ``indikator`` and that one's ``sasaran``; three queries."""
    sasaran = {s.pk: s for s in _SASARAN(perjanjian.pk)}
    indikator = {i.pk: i for i in _INDIKATOR(perjanjian.pk)}
    for i in indikator.values():
        i.sasaran = sasaran[i.sasaran_id]
    daftar = _TARGET(perjanjian.pk)
    for t in daftar:
        t.perjanjian, t.indikator = perjanjian, indikator[t.indikator_id]
    return daftar


def daftar_baris_beku(perjanjian: PerjanjianKinerja) -> Sequence[PerjanjianTarget]:
    """The same of a signed agreement, kept in this process: neither its lines nor the plan behind them change any more.

    What is given is shared; do not change it.
    """
    if not perjanjian.is_beku:
        raise ValueError(f"{perjanjian} is not signed")
    return _baca_beku(perjanjian.pk, perjanjian.sidik)


@lru_cache(maxsize=512)
def _baca_beku(pk: int, sidik: str) -> Sequence[PerjanjianTarget]:
    """sidik: the hash of what was signed, part of the key."""
    return tuple(daftar_baris_target(PerjanjianKinerja.objects.get(pk=pk, sidik=sidik)))


def forget_baris() -> None:
    """For tests, where another database takes the place of this one."""
    _baca_beku.cache_clear()


_TARGET = KueriTetap(lambda pk: PerjanjianTarget.objects.filter(perjanjian=pk), 1)
_INDIKATOR = KueriTetap(
    lambda pk: Indikator.objects.filter(
        pk__in=PerjanjianTarget.objects.filter(perjanjian=pk).order_by().values("indikator")
    ),
    1,
)
_SASARAN = KueriTetap(
    lambda pk: Sasaran.objects.filter(
        pk__in=PerjanjianTarget.objects.filter(perjanjian=pk).order_by().values("indikator__sasaran")
    ),
    1,
)
