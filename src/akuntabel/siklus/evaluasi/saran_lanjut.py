"""What a planner should think about before setting a target of the following year: told from both, not decided."""

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.core.calc.angka import format_angka
from akuntabel.core.calc.kebijakan import Arah
from akuntabel.core.fakta.target import TargetTidakTerbacaError, parse_target
from akuntabel.siklus.evaluasi.tinjauan import BarisTinjauan, NasibIndikator
from akuntabel.siklus.perencanaan.models import Indikator
from akuntabel.siklus.perencanaan.target import build_fakta_indikator, show_target_tersimpan


def daftar_saran_lanjut(baris: BarisTinjauan, tahun: int) -> Iterator[str]:
    """Advice on one indicator; tahun: the year that is being opened."""
    match baris.nasib:
        case NasibIndikator.HILANG:
            yield f"Tidak ada dalam rencana {tahun}. Pastikan memang diakhiri, bukan hanya diganti tanpa silsilah."
            return
        case NasibIndikator.BARU:
            yield f"Belum diukur pada {tahun - 1}. Siapkan data dasar dan elemennya."
        case NasibIndikator.BERUBAH:
            yield "Rumusannya berubah, jadi angkanya belum tentu dapat dibandingkan dengan tahun ini."
    target = baris.target_rencana or baris.target_renstra
    if not target:
        yield f"Target {tahun} belum ada."
        return
    yield from _mundur(baris, target, tahun)
    yield from _acuan(baris, target)


def _mundur(baris: BarisTinjauan, target: str, tahun: int) -> Iterator[str]:
    """A target that asks for less than what was reached already."""
    if baris.hasil is None or baris.berikut is None or baris.nasib is NasibIndikator.BERUBAH:
        return
    angka, tercapai = _angka(target, baris.berikut), baris.hasil.realisasi.nilai.angka
    if angka is None or tercapai is None:
        return
    is_mundur = {Arah.MAKSIMASI: angka < tercapai, Arah.MINIMASI: angka > tercapai}.get(Arah(baris.berikut.arah), False)
    if is_mundur:
        yield (
            f"Target {format_angka(angka)} lebih mudah daripada realisasi {tahun - 1} "
            f"({format_angka(tercapai, baris.berikut.desimal)}). Tinggikan, atau catat alasannya."
        )


def _acuan(baris: BarisTinjauan, target: str) -> Iterator[str]:
    """A target that departs from what binds."""
    for acuan in baris.daftar_acuan:
        if acuan.ketentuan is not None and acuan.target != target and baris.berikut is not None:
            teks = show_target_tersimpan(acuan.target, baris.berikut)
            yield f"{acuan.asal} menetapkan {teks}; {acuan.ketentuan.bunyi}."


def _angka(target: str, indikator: Indikator) -> Decimal | None:
    try:
        return parse_target(target, build_fakta_indikator(indikator)).angka
    except TargetTidakTerbacaError:
        return None
