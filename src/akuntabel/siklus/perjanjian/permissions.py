"""Who may do what to an agreement, from which state to which. One table; nobody approves what they submitted."""

from collections.abc import Mapping
from dataclasses import dataclass

from akuntabel.siklus.organisasi.models import Peran
from akuntabel.siklus.perjanjian.models import StatusPerjanjian


@dataclass(frozen=True, slots=True)
class Peralihan:
    """An act: the states it starts from, the state it leads to, who may; is_orang_lain: not who submitted."""

    dari: frozenset[StatusPerjanjian]
    ke: StatusPerjanjian
    peran: frozenset[Peran]
    is_orang_lain: bool = False


PERALIHAN: Mapping[str, Peralihan] = {
    "submit": Peralihan(frozenset({StatusPerjanjian.DISUSUN}), StatusPerjanjian.DIAJUKAN, frozenset({Peran.PERENCANA})),
    "return": Peralihan(
        frozenset({StatusPerjanjian.DIAJUKAN, StatusPerjanjian.DISETUJUI}),
        StatusPerjanjian.DISUSUN,
        frozenset({Peran.PIMPINAN}),
    ),
    "approve": Peralihan(
        frozenset({StatusPerjanjian.DIAJUKAN}),
        StatusPerjanjian.DISETUJUI,
        frozenset({Peran.PIMPINAN}),
        is_orang_lain=True,
    ),
    "sign": Peralihan(
        frozenset({StatusPerjanjian.DISETUJUI}), StatusPerjanjian.DITANDATANGANI, frozenset({Peran.PIMPINAN})
    ),
}
PERAN_PENYUSUN = frozenset({Peran.PERENCANA})
