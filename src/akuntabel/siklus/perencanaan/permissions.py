"""Who may do what to a plan, from which state to which. Two tables; nobody adopts or approves what they submitted."""

from collections.abc import Mapping
from dataclasses import dataclass

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.models import Peran, Satker
from akuntabel.siklus.organisasi.permissions import require_peran
from akuntabel.siklus.perencanaan.models import StatusRencana, StatusRenstra

PERAN_PENYUSUN = frozenset({Peran.PERENCANA})
_PIMPINAN = frozenset({Peran.PIMPINAN})


@dataclass(frozen=True, slots=True)
class Peralihan:
    """An act: the states it starts from, the state it leads to, who may.

    is_orang_lain: not who submitted; is_beralasan: only with a reason.
    """

    dari: frozenset[str]
    ke: str
    peran: frozenset[Peran]
    is_orang_lain: bool = False
    is_beralasan: bool = False


def _dari(*daftar: StatusRenstra | StatusRencana) -> frozenset[str]:
    return frozenset(s.value for s in daftar)


PERALIHAN_RENSTRA: Mapping[str, Peralihan] = {
    "submit": Peralihan(_dari(StatusRenstra.DISUSUN), StatusRenstra.DIAJUKAN.value, PERAN_PENYUSUN),
    "return": Peralihan(_dari(StatusRenstra.DIAJUKAN), StatusRenstra.DISUSUN.value, _PIMPINAN, is_beralasan=True),
    "adopt": Peralihan(_dari(StatusRenstra.DIAJUKAN), StatusRenstra.DITETAPKAN.value, _PIMPINAN, is_orang_lain=True),
}
PERALIHAN_RENCANA: Mapping[str, Peralihan] = {
    "submit": Peralihan(_dari(StatusRencana.DISUSUN), StatusRencana.DIAJUKAN.value, PERAN_PENYUSUN),
    "return": Peralihan(
        _dari(StatusRencana.DIAJUKAN, StatusRencana.DISETUJUI),
        StatusRencana.DISUSUN.value,
        _PIMPINAN,
        is_beralasan=True,
    ),
    "approve": Peralihan(_dari(StatusRencana.DIAJUKAN), StatusRencana.DISETUJUI.value, _PIMPINAN, is_orang_lain=True),
    "adopt": Peralihan(_dari(StatusRencana.DISETUJUI), StatusRencana.DITETAPKAN.value, _PIMPINAN),
}


def require_penyusun(pengguna: Pengguna | None, satker: Satker, tindakan: str) -> None:
    """Only the planner of the office writes its plan; None: an import or the first set-up. Raises PermissionDenied."""
    if pengguna is not None:
        require_peran(pengguna, satker, PERAN_PENYUSUN, tindakan)
