"""The lines of an agreement with their indicators and sasaran: what nearly every page of an agreement begins with."""

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
