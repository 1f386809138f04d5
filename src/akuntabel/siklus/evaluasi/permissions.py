"""Who may do what to a worksheet and a recommendation. The evaluator comes from an office above, never from the own."""

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.evaluasi.models import Lke, Rekomendasi, StatusLke
from akuntabel.siklus.organisasi.models import Peran, Satker
from akuntabel.siklus.organisasi.permissions import has_peran, require_peran
from akuntabel.siklus.organisasi.querysets import daftar_penugasan_berlaku
from akuntabel.siklus.perencanaan.querysets import daftar_jalur_atas
from akuntabel.siklus.perjanjian.permissions import Peralihan

PERAN_PENYUSUN = frozenset({Peran.PERENCANA})
PERAN_PENETAP = frozenset({Peran.PIMPINAN})
PERAN_PENILAI = frozenset({Peran.EVALUATOR})
PERAN_PELAKSANA = frozenset({Peran.PERENCANA, Peran.PENGELOLA_DATA, Peran.PIMPINAN})
# From which state to which; who may is said by the kind of the worksheet (require_penyusun, require_penetap).
PERALIHAN: Mapping[str, Peralihan] = {
    "submit": Peralihan(frozenset({StatusLke.DISUSUN.value}), StatusLke.DIAJUKAN.value, PERAN_PENYUSUN),
    "return": Peralihan(frozenset({StatusLke.DIAJUKAN.value}), StatusLke.DISUSUN.value, PERAN_PENETAP),
    "adopt": Peralihan(
        frozenset({StatusLke.DIAJUKAN.value}), StatusLke.DITETAPKAN.value, PERAN_PENETAP, is_orang_lain=True
    ),
}


def find_penilai(pengguna: Pengguna, satker: Satker) -> Satker | None:
    """The nearest office above for which the person evaluates; asked of the database, for an act rests on it."""
    if not pengguna.is_active:
        return None
    kantor = Satker.objects.filter(path__in=daftar_jalur_atas(satker.path)).order_by("-path")
    return next((s for s in kantor if has_peran(pengguna, s, PERAN_PENILAI)), None)


def is_penilai(pengguna: Pengguna, satker: Satker) -> bool:
    """The same for what is shown: whether the person evaluates this office."""
    jalur = daftar_jalur_atas(satker.path)
    return any(p.peran_enum is Peran.EVALUATOR and p.satker.path in jalur for p in daftar_penugasan_berlaku(pengguna))


def require_penilai(pengguna: Pengguna, satker: Satker, tindakan: str) -> Satker:
    """The office for which the person evaluates. Raises PermissionDenied."""
    penilai = find_penilai(pengguna, satker)
    if penilai is None:
        raise PermissionDenied(f"Tindakan {tindakan} atas {satker} hanya untuk evaluator satker di atasnya.")
    return penilai


def require_penyusun(pengguna: Pengguna, lke: Lke, tindakan: str) -> None:
    """Who writes a worksheet: the office its own, the evaluators of the evaluating office theirs."""
    if lke.penilai is None:
        require_peran(pengguna, lke.satker, PERAN_PENYUSUN, tindakan)
    else:
        require_peran(pengguna, lke.penilai, PERAN_PENILAI, tindakan)


def require_penetap(pengguna: Pengguna, lke: Lke, tindakan: str) -> None:
    """Who adopts or returns a worksheet: the head of the office, or an evaluator of the evaluating office."""
    if lke.penilai is None:
        require_peran(pengguna, lke.satker, PERAN_PENETAP, tindakan)
    else:
        require_peran(pengguna, lke.penilai, PERAN_PENILAI, tindakan)


def is_penyusun(pengguna: Pengguna, lke: Lke) -> bool:
    """Whether the person writes this worksheet, for what is shown."""
    return _has(pengguna, lke.penilai or lke.satker, PERAN_PENILAI if lke.is_resmi else PERAN_PENYUSUN)


def is_penetap(pengguna: Pengguna, lke: Lke) -> bool:
    """Whether the person adopts this worksheet, for what is shown."""
    return _has(pengguna, lke.penilai or lke.satker, PERAN_PENILAI if lke.is_resmi else PERAN_PENETAP)


def require_pemeriksa(pengguna: Pengguna, rekomendasi: Rekomendasi, tindakan: str) -> None:
    """Who judges a follow-up: the evaluator of an office above; the head, for what the office asked of itself."""
    if rekomendasi.lke is not None and not rekomendasi.lke.is_resmi:
        require_peran(pengguna, rekomendasi.satker, PERAN_PENETAP, tindakan)
    else:
        require_penilai(pengguna, rekomendasi.satker, tindakan)


def is_pemeriksa(pengguna: Pengguna, rekomendasi: Rekomendasi) -> bool:
    """Whether the person judges a follow-up, for what is shown."""
    if rekomendasi.lke is not None and not rekomendasi.lke.is_resmi:
        return _has(pengguna, rekomendasi.satker, PERAN_PENETAP)
    return is_penilai(pengguna, rekomendasi.satker)


def _has(pengguna: Pengguna, satker: Satker, peran: frozenset[Peran]) -> bool:
    return any(p.satker_id == satker.pk and p.peran_enum in peran for p in daftar_penugasan_berlaku(pengguna))
