"""Who may do what to an agreement and a rencana aksi, from which state to which. Nobody approves what they sent."""

from collections.abc import Mapping
from dataclasses import dataclass

from akuntabel.siklus.organisasi.models import Peran
from akuntabel.siklus.perjanjian.models import StatusPerjanjian, StatusRencanaAksi


@dataclass(frozen=True, slots=True)
class Peralihan:
    """An act: the states it starts from, the state it leads to, who may; is_orang_lain: not who submitted."""

    dari: frozenset[str]
    ke: str
    peran: frozenset[Peran]
    is_orang_lain: bool = False


PERAN_PENYUSUN = frozenset({Peran.PERENCANA})
PERAN_PENYETUJU = frozenset({Peran.PIMPINAN})
PERALIHAN: Mapping[str, Peralihan] = {
    "submit": Peralihan(frozenset({StatusPerjanjian.DISUSUN.value}), StatusPerjanjian.DIAJUKAN.value, PERAN_PENYUSUN),
    "return": Peralihan(
        frozenset({StatusPerjanjian.DIAJUKAN.value, StatusPerjanjian.DISETUJUI.value}),
        StatusPerjanjian.DISUSUN.value,
        PERAN_PENYETUJU,
    ),
    "approve": Peralihan(
        frozenset({StatusPerjanjian.DIAJUKAN.value}),
        StatusPerjanjian.DISETUJUI.value,
        PERAN_PENYETUJU,
        is_orang_lain=True,
    ),
    "sign": Peralihan(
        frozenset({StatusPerjanjian.DISETUJUI.value}), StatusPerjanjian.DITANDATANGANI.value, PERAN_PENYETUJU
    ),
}
PERALIHAN_RENCANA_AKSI: Mapping[str, Peralihan] = {
    "submit": Peralihan(frozenset({StatusRencanaAksi.DISUSUN.value}), StatusRencanaAksi.DIAJUKAN.value, PERAN_PENYUSUN),
    "return": Peralihan(
        frozenset({StatusRencanaAksi.DIAJUKAN.value}), StatusRencanaAksi.DISUSUN.value, PERAN_PENYETUJU
    ),
    "approve": Peralihan(
        frozenset({StatusRencanaAksi.DIAJUKAN.value}),
        StatusRencanaAksi.DISETUJUI.value,
        PERAN_PENYETUJU,
        is_orang_lain=True,
    ),
}
