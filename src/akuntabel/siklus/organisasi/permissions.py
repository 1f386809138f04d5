"""The one question behind every act: may this person do this in that office?"""

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.models import LEBAR_LANGKAH, Penugasan, Peran, Satker
from akuntabel.siklus.organisasi.querysets import MilikSatkerQuerySet, saring_masa

_PENGURUS = frozenset({Peran.ADMIN, Peran.PERENCANA})
# Each later stage adds its own acts in its own permissions.py.
PERAN_PER_TINDAKAN: Mapping[str, frozenset[Peran]] = {
    "satker.revise": frozenset({Peran.ADMIN}),
    "satker.import": frozenset({Peran.ADMIN}),
    "profil.revise": _PENGURUS,
    "unit.revise": _PENGURUS,
    "pejabat.revise": _PENGURUS,
    "penugasan.revise": frozenset({Peran.ADMIN}),
    "berita_acara.draft": frozenset({Peran.PERENCANA, Peran.PIMPINAN}),
    "berita_acara.sign": frozenset({Peran.PIMPINAN}),
}


def has_peran(pengguna: Pengguna, satker: Satker, daftar_peran: frozenset[Peran]) -> bool:
    """Whether the person has one of the roles in this very office today; looking down is not acting down."""
    return _penugasan(pengguna, daftar_peran).filter(satker=satker).exists()


def is_admin_di_atas(pengguna: Pengguna, satker: Satker) -> bool:
    """Whether the person is the admin of an office above: who founds an office appoints its first admin."""
    langkah = LEBAR_LANGKAH + 1
    jalur = Satker.objects.filter(pk=satker.pk).values_list("path", flat=True).get()  # as it is now, not as it was
    daftar_atas = [jalur[:n] for n in range(langkah, len(jalur), langkah)]
    return _penugasan(pengguna, frozenset({Peran.ADMIN})).filter(satker__path__in=daftar_atas).exists()


def require_peran(pengguna: Pengguna, satker: Satker, daftar_peran: frozenset[Peran], tindakan: str) -> None:
    """Raises PermissionDenied with a message that says who may."""
    if not (pengguna.is_active and has_peran(pengguna, satker, daftar_peran)):
        boleh = " atau ".join(sorted(p.sebutan for p in daftar_peran))
        raise PermissionDenied(f"Tindakan {tindakan} di {satker} hanya untuk {boleh}.")


def require_permission(pengguna: Pengguna, tindakan: str, satker: Satker) -> None:
    """The acts of this stage. Raises PermissionDenied."""
    require_peran(pengguna, satker, PERAN_PER_TINDAKAN[tindakan], tindakan)


def require_penugasan(pengguna: Pengguna, satker: Satker, peran: Peran) -> None:
    """Roles are the office's admin's to give; the role admin also that of an admin above. Raises PermissionDenied."""
    if peran is Peran.ADMIN and pengguna.is_active and is_admin_di_atas(pengguna, satker):
        return
    require_permission(pengguna, "penugasan.revise", satker)


def _penugasan(pengguna: Pengguna, daftar_peran: frozenset[Peran]) -> MilikSatkerQuerySet[Penugasan]:
    daftar = Penugasan.objects.filter(pengguna=pengguna, peran__in=[p.value for p in daftar_peran])
    return daftar.filter(saring_masa(timezone.localdate()))
