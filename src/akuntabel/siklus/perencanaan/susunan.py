"""A plan as a whole, read in a few small queries: its tree, and the indicators that an office answers for."""

from dataclasses import dataclass

from akuntabel.platform.kueri import KueriTetap
from akuntabel.siklus.organisasi.models import Satker, Unit
from akuntabel.siklus.perencanaan.berlaku import find_adopsi_berlaku, find_renstra_sendiri
from akuntabel.siklus.perencanaan.models import AdopsiRenstra, Indikator, Renstra, Sasaran, TargetRenstra, Tujuan


@dataclass(frozen=True, slots=True)
class SusunanRenstra:
    """Everything of one version, in its order. target: the targets as they are kept, by indicator and year."""

    daftar_tujuan: list[Tujuan]
    daftar_sasaran: list[Sasaran]
    daftar_indikator: list[Indikator]
    target: dict[int, dict[int, str]]


@dataclass(frozen=True, slots=True)
class RencanaBerlaku:
    """The plan in force for an office in a year (its own or an adopted one), and the indicators it answers for."""

    renstra: Renstra | None
    daftar_indikator: list[Indikator]


def read_susunan(renstra: Renstra) -> SusunanRenstra:
    """The tree of a version; four queries however large it is."""
    target: dict[int, dict[int, str]] = {}
    for _, indikator, tahun, teks in _TARGET.rows(renstra.pk):
        target.setdefault(indikator, {})[tahun] = teks
    sasaran = _SASARAN(renstra.pk)
    return SusunanRenstra(_TUJUAN(renstra.pk), sasaran, _attach(_INDIKATOR(renstra.pk), sasaran), target)


def read_rencana_berlaku(satker: Satker, tahun: int) -> RencanaBerlaku:
    """The plan, and its indicators in their order with ``sasaran`` and ``pengampu``."""
    renstra = find_renstra_sendiri(satker, tahun)
    if renstra is not None:
        daftar = _INDIKATOR(renstra.pk)
    else:
        adopsi = find_adopsi_berlaku(satker, tahun)
        if adopsi is None:
            return RencanaBerlaku(None, [])
        renstra, daftar = adopsi.renstra, _INDIKATOR_ADOPSI(adopsi.pk)
    unit = {u.pk: u for u in _PENGAMPU(renstra.pk)} if any(i.pengampu_id for i in daftar) else {}
    for i in _attach(daftar, _SASARAN(renstra.pk)):
        i.pengampu = unit[i.pengampu_id] if i.pengampu_id else None
    return RencanaBerlaku(renstra, daftar)


def _attach(daftar: list[Indikator], daftar_sasaran: list[Sasaran]) -> list[Indikator]:
    sasaran = {s.pk: s for s in daftar_sasaran}
    for i in daftar:
        i.sasaran = sasaran[i.sasaran_id]
    return daftar


_TUJUAN = KueriTetap(lambda renstra: Tujuan.objects.filter(renstra=renstra), 1)
_SASARAN = KueriTetap(lambda renstra: Sasaran.objects.filter(renstra=renstra), 1)
_INDIKATOR = KueriTetap(lambda renstra: Indikator.objects.filter(sasaran__renstra=renstra).berurut(), 1)
_INDIKATOR_ADOPSI = KueriTetap(
    lambda adopsi: Indikator.objects.filter(
        pk__in=AdopsiRenstra.daftar_indikator.through._default_manager.filter(adopsirenstra=adopsi).values("indikator")
    ).berurut(),
    1,
)
_PENGAMPU = KueriTetap(
    lambda renstra: Unit.objects.filter(
        pk__in=Indikator.objects.filter(sasaran__renstra=renstra).order_by().values("pengampu")
    ),
    1,
)
_TARGET = KueriTetap(
    lambda renstra: (
        TargetRenstra.objects.filter(indikator__sasaran__renstra=renstra)
        .only("indikator", "tahun", "target")
        .order_by("tahun")
    ),
    1,
)
