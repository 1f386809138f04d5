"""Who may do what to a report, from which state to which. Review and signature belong to the stages after this one."""

from collections.abc import Mapping
from dataclasses import dataclass

from akuntabel.siklus.organisasi.models import Peran
from akuntabel.siklus.pelaporan.models import StatusLaporan


@dataclass(frozen=True, slots=True)
class Peralihan:
    """An act: the states it starts from, the state it leads to, who may; without roles the caller has asked."""

    dari: frozenset[str]
    ke: str
    peran: frozenset[Peran] = frozenset()


PERAN_PENYUSUN = frozenset({Peran.PERENCANA})
PERAN_PENULIS = frozenset({Peran.PERENCANA, Peran.PENGELOLA_DATA})
PERAN_PENGOMENTAR = frozenset({Peran.PERENCANA, Peran.PENGELOLA_DATA, Peran.PIMPINAN})
PERAN_PENGEMBALI = frozenset({Peran.PIMPINAN, Peran.PERENCANA})

_DISUSUN, _DIAJUKAN = StatusLaporan.DISUSUN.value, StatusLaporan.DIAJUKAN.value
_DIREVIU, _TERTANDA = StatusLaporan.DIREVIU.value, StatusLaporan.DITANDATANGANI.value
PERALIHAN: Mapping[str, Peralihan] = {
    "submit": Peralihan(frozenset({_DISUSUN}), _DIAJUKAN, PERAN_PENYUSUN),
    "return": Peralihan(frozenset({_DIAJUKAN, _DIREVIU}), _DISUSUN, PERAN_PENGEMBALI),
    "return_reviu": Peralihan(frozenset({_DIAJUKAN, _DIREVIU}), _DISUSUN),
    "review": Peralihan(frozenset({_DIAJUKAN}), _DIREVIU),
    "sign": Peralihan(frozenset({_DIREVIU}), _TERTANDA),
}
