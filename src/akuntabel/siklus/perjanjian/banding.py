"""Two targets of one indicator held against each other: which of them promises less, by the polarity."""

from akuntabel.core.calc.capaian import Target, UrutanPredikat
from akuntabel.core.calc.kebijakan import Arah


def is_lebih_lemah(arah: Arah, target: Target, acuan: Target, predikat: UrutanPredikat | None = None) -> bool | None:
    """Whether ``target`` promises less than ``acuan``; None where the polarity knows no better and worse.

    More is better (maksimasi, biner), less is better (minimasi), a higher rank, an earlier day, a range that lies
    within the other. A figure to be kept (stabilisasi) is neither better nor worse than another one.
    """
    match arah:
        case Arah.ORDINAL:
            return _is_peringkat_turun(target, acuan, predikat)
        case Arah.TENGGAT:
            return _is_lebih_lambat(target, acuan)
        case Arah.RENTANG:
            return _is_lebih_lebar(target, acuan)
        case Arah.STABILISASI:
            return False if target.angka == acuan.angka else None
        case _:
            return _is_angka_lebih_lemah(arah, target, acuan)


def _is_angka_lebih_lemah(arah: Arah, target: Target, acuan: Target) -> bool | None:
    if target.angka is None or acuan.angka is None:
        return None
    return target.angka > acuan.angka if arah is Arah.MINIMASI else target.angka < acuan.angka


def _is_peringkat_turun(target: Target, acuan: Target, predikat: UrutanPredikat | None) -> bool | None:
    if predikat is None:
        return None
    urut, urut_acuan = predikat.rank(target.predikat), predikat.rank(acuan.predikat)
    return None if urut is None or urut_acuan is None else urut < urut_acuan


def _is_lebih_lambat(target: Target, acuan: Target) -> bool | None:
    return None if target.tanggal is None or acuan.tanggal is None else target.tanggal > acuan.tanggal


def _is_lebih_lebar(target: Target, acuan: Target) -> bool | None:
    if target.rentang is None or acuan.rentang is None:
        return None
    return target.rentang[0] < acuan.rentang[0] or target.rentang[1] > acuan.rentang[1]
