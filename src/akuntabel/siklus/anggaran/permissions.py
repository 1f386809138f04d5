"""Who may do what to the budget of an office. Nobody books the revision that they handed in."""

from collections.abc import Mapping
from dataclasses import dataclass

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.anggaran.models import StatusRevisi
from akuntabel.siklus.organisasi.models import Peran, Satker
from akuntabel.siklus.organisasi.permissions import require_peran

_PENCATAT = frozenset({Peran.PERENCANA, Peran.PENGELOLA_DATA})
PERAN_PENYUSUN = frozenset({Peran.PERENCANA})
_PIMPINAN = frozenset({Peran.PIMPINAN})
PERAN_PER_TINDAKAN: Mapping[str, frozenset[Peran]] = {
    "versi.import": _PENCATAT,
    "versi.adopt": _PENCATAT,
    "versi.return": _PENCATAT,
    "revisi.draft": PERAN_PENYUSUN,
    "hibah.write": _PENCATAT,
    "penarikan.write": PERAN_PENYUSUN,
    "realisasi.write": _PENCATAT,
    "ikpa.write": _PENCATAT,
    "tautan.write": PERAN_PENYUSUN,
}


@dataclass(frozen=True, slots=True)
class Peralihan:
    """An act on a revision: the state it starts from, the state it leads to, who may."""

    dari: str
    ke: str
    peran: frozenset[Peran]
    is_orang_lain: bool = False


PERALIHAN_REVISI: Mapping[str, Peralihan] = {
    "submit": Peralihan(StatusRevisi.DISUSUN.value, StatusRevisi.DIAJUKAN.value, PERAN_PENYUSUN),
    "return": Peralihan(StatusRevisi.DIAJUKAN.value, StatusRevisi.DISUSUN.value, _PIMPINAN),
    "adopt": Peralihan(StatusRevisi.DIAJUKAN.value, StatusRevisi.DITETAPKAN.value, _PIMPINAN, is_orang_lain=True),
}


def require_permission(pengguna: Pengguna | None, tindakan: str, satker: Satker) -> None:
    """The acts without states; None: an import of a whole package. Raises PermissionDenied."""
    if pengguna is not None:
        require_peran(pengguna, satker, PERAN_PER_TINDAKAN[tindakan], tindakan)
