"""The one question behind every act: may this person do this in that office?"""

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.models import Penugasan, Peran, Satker

# Each later stage adds its own acts in its own permissions.py.
PERAN_PER_TINDAKAN: Mapping[str, frozenset[Peran]] = {
    "satker.revise": frozenset({Peran.ADMIN}),
    "penugasan.revise": frozenset({Peran.ADMIN}),
}


def has_peran(pengguna: Pengguna, satker: Satker, daftar_peran: frozenset[Peran]) -> bool:
    """Whether the person has one of the roles in this very office today; looking down is not acting down."""
    return any(
        p.is_berlaku()
        for p in Penugasan.objects.filter(pengguna=pengguna, satker=satker, peran__in=[r.value for r in daftar_peran])
    )


def require_peran(pengguna: Pengguna, satker: Satker, daftar_peran: frozenset[Peran], tindakan: str) -> None:
    """Raises PermissionDenied with a message that says who may."""
    if not (pengguna.is_active and has_peran(pengguna, satker, daftar_peran)):
        boleh = " atau ".join(sorted(p.value.replace("_", " ") for p in daftar_peran))
        raise PermissionDenied(f"Tindakan {tindakan} di {satker} hanya untuk {boleh}.")


def require_permission(pengguna: Pengguna, tindakan: str, satker: Satker) -> None:
    """The acts of this stage. Raises PermissionDenied."""
    require_peran(pengguna, satker, PERAN_PER_TINDAKAN[tindakan], tindakan)
