"""Who may sign for a party, and when."""

from django.core.exceptions import PermissionDenied, ValidationError

from akuntabel.core.fakta.organisasi import PeranPejabat
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.models import Pejabat, Satker
from akuntabel.siklus.organisasi.permissions import has_peran
from akuntabel.siklus.perjanjian.models import (
    CaraTandaTangan,
    PerjanjianKinerja,
    PihakPerjanjian,
    StatusPerjanjian,
    TandaTangan,
)
from akuntabel.siklus.perjanjian.permissions import PERAN_PENYETUJU


def find_pejabat(perjanjian: PerjanjianKinerja, pihak: PihakPerjanjian) -> Pejabat:
    """The official of a party."""
    return perjanjian.pihak_pertama if pihak is PihakPerjanjian.PERTAMA else perjanjian.pihak_kedua


def find_giliran(perjanjian: PerjanjianKinerja) -> PihakPerjanjian | None:
    """Whose signature comes next: pihak pertama once it is approved, then pihak kedua; None where nobody's does."""
    sudah = {t.pihak for t in perjanjian.daftar_tanda_tangan.all()}
    if PihakPerjanjian.PERTAMA not in sudah:
        return PihakPerjanjian.PERTAMA if _is_menunggu(perjanjian) else None
    return PihakPerjanjian.KEDUA if PihakPerjanjian.KEDUA not in sudah else None


def is_boleh(pengguna: Pengguna, perjanjian: PerjanjianKinerja, pihak: PihakPerjanjian) -> bool:
    """Whether the person is that official; without an account of the official's own, who leads that office."""
    pejabat = find_pejabat(perjanjian, pihak)
    if not pengguna.is_active or _is_sudah(pengguna, perjanjian, pihak):
        return False
    if pejabat.pengguna_id is not None:
        return pejabat.pengguna_id == pengguna.pk
    return any(has_peran(pengguna, satker, PERAN_PENYETUJU) for satker in _daftar_satker(pejabat))


def require_giliran(perjanjian: PerjanjianKinerja, pihak: PihakPerjanjian, cara: CaraTandaTangan) -> None:
    """Raises ValidationError where this party cannot sign now, or not in this way."""
    sudah = {t.pihak: t for t in perjanjian.daftar_tanda_tangan.all()}
    if pihak in sudah:
        raise ValidationError(f"{pihak.label.capitalize()} sudah menandatangani {perjanjian}.")
    if pihak is PihakPerjanjian.PERTAMA and not _is_menunggu(perjanjian):
        raise ValidationError(f"{perjanjian} berstatus {perjanjian.status}; ditandatangani sesudah disetujui.")
    if pihak is PihakPerjanjian.PERTAMA and perjanjian.is_beku and cara is CaraTandaTangan.ELEKTRONIK:
        raise ValidationError(f"{perjanjian} sudah ditandatangani di luar aplikasi; unggah pindaiannya.")
    pertama = sudah.get(PihakPerjanjian.PERTAMA)
    if pihak is PihakPerjanjian.KEDUA and pertama is None:
        raise ValidationError("Pihak pertama menandatangani lebih dahulu.")
    if pertama is not None and pertama.cara != cara:
        raise ValidationError(
            f"Pihak pertama membubuhkan {pertama.get_cara_display()}; pihak kedua menandatangani dengan cara yang sama."
        )


def require_boleh(pengguna: Pengguna, perjanjian: PerjanjianKinerja, pihak: PihakPerjanjian) -> None:
    """Raises PermissionDenied with a message that says who may."""
    if is_boleh(pengguna, perjanjian, pihak):
        return
    pejabat = find_pejabat(perjanjian, pihak)
    if _is_sudah(pengguna, perjanjian, pihak):
        raise PermissionDenied("Yang sudah menandatangani untuk satu pihak tidak menandatangani untuk pihak lainnya.")
    raise PermissionDenied(f"Tanda tangan {pihak.label} hanya dibubuhkan oleh {pejabat}.")


def _is_menunggu(perjanjian: PerjanjianKinerja) -> bool:
    """Approved, or binding already (signed elsewhere, imported) with no signature on record here."""
    return perjanjian.is_beku or perjanjian.status == StatusPerjanjian.DISETUJUI.value


def _is_sudah(pengguna: Pengguna, perjanjian: PerjanjianKinerja, pihak: PihakPerjanjian) -> bool:
    """Whether the person has put an electronic signature in for the other party."""
    daftar: list[TandaTangan] = list(perjanjian.daftar_tanda_tangan.all())
    return any(
        t.penandatangan_id == pengguna.pk and t.cara == CaraTandaTangan.ELEKTRONIK and t.pihak != pihak for t in daftar
    )


def _daftar_satker(pejabat: Pejabat) -> list[Satker]:
    """The office of an official. A package lists the official above among those of the office below it."""
    if pejabat.peran == PeranPejabat.ATASAN.value and pejabat.satker.induk is not None:
        return [pejabat.satker.induk]
    return [pejabat.satker]
