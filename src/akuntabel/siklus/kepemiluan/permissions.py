"""Who may write what happens in an election: whoever plans, and whoever keeps the data of the office."""

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.models import Peran, Satker
from akuntabel.siklus.organisasi.permissions import require_peran

PERAN_PENCATAT = frozenset({Peran.PERENCANA, Peran.PENGELOLA_DATA})


def require_pencatat(pengguna: Pengguna | None, satker: Satker, tindakan: str) -> None:
    """None: an import or the first set-up. Raises PermissionDenied."""
    if pengguna is not None:
        require_peran(pengguna, satker, PERAN_PENCATAT, tindakan)
