"""Who may adopt, publish and withdraw a report. What was signed is public only when somebody says so."""

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.models import Pejabat, Peran, Satker
from akuntabel.siklus.organisasi.permissions import has_peran, require_peran
from akuntabel.siklus.pelaporan.models import LaporanKinerja

PERAN_PENETAP = frozenset({Peran.PIMPINAN})
PERAN_PENERBIT = frozenset({Peran.PIMPINAN, Peran.PERENCANA})
PERAN_PER_TINDAKAN: Mapping[str, frozenset[Peran]] = {
    "laporan.adopt": PERAN_PENETAP,
    "laporan.publish": PERAN_PENERBIT,
    "terbitan.withdraw": PERAN_PENETAP,
}


def require_permission(pengguna: Pengguna, tindakan: str, satker: Satker) -> None:
    """Raises PermissionDenied, naming who may."""
    require_peran(pengguna, satker, PERAN_PER_TINDAKAN[tindakan], tindakan)


def find_pejabat(laporan: LaporanKinerja) -> Pejabat | None:
    """The official who signs, as the office has them now; None where only the package of the year names them."""
    return Pejabat.objects.filter(satker=laporan.satker, kode=laporan.penanda_tangan).first()


def is_boleh_menandatangani(pengguna: Pengguna, laporan: LaporanKinerja) -> bool:
    """Whether the person leads the office, and is that official where the official has an account of their own."""
    if not has_peran(pengguna, laporan.satker, PERAN_PENETAP):
        return False
    pejabat = find_pejabat(laporan)
    return pejabat is None or pejabat.pengguna_id in (None, pengguna.pk)


def require_menandatangani(pengguna: Pengguna, laporan: LaporanKinerja) -> None:
    """Raises PermissionDenied with a message that says who may."""
    require_permission(pengguna, "laporan.adopt", laporan.satker)
    if not is_boleh_menandatangani(pengguna, laporan):
        raise PermissionDenied(f"Tanda tangan laporan hanya dibubuhkan oleh {find_pejabat(laporan)}.")
