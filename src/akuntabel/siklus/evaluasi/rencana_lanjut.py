"""The plan of the year that is to be opened, read once for all who look at it."""

from collections.abc import Mapping
from dataclasses import dataclass

from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.perencanaan.berlaku import (
    daftar_indikator_rencana,
    find_adopsi_berlaku,
    find_renstra_sendiri,
)
from akuntabel.siklus.perencanaan.models import Indikator, Renstra, TargetRenstra


@dataclass(frozen=True, slots=True)
class RencanaLanjut:
    """The plan in force in ``tahun``, the indicators that the office has of it, and their targets by id.

    renstra: None where no plan reaches the year; there are no indicators then.
    """

    tahun: int
    renstra: Renstra | None
    daftar_indikator: tuple[Indikator, ...]
    target: Mapping[int, str]


def read_rencana_lanjut(satker: Satker, lanjut: int) -> RencanaLanjut:
    """As it stands now."""
    sendiri = find_renstra_sendiri(satker, lanjut)
    adopsi = None if sendiri else find_adopsi_berlaku(satker, lanjut)
    indikator = tuple(daftar_indikator_rencana(sendiri or adopsi))
    target = TargetRenstra.objects.filter(indikator__in=indikator, tahun=lanjut)
    return RencanaLanjut(
        lanjut,
        adopsi.renstra if adopsi else sendiri,
        indikator,
        dict(target.values_list("indikator", "target")) if indikator else {},
    )
