"""Printed figures as the intervals that their digits leave open, and whether a computed value lies in them."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from akuntabel.core.calc.baca_angka import AngkaTertulis, AngkaTidakTerbacaError, parse_angka
from akuntabel.core.naskah.terbaca import SelTerbaca

SETENGAH = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Rentang:
    """From ``bawah`` to ``atas``, both included."""

    bawah: Decimal
    atas: Decimal

    def meets(self, lain: "Rentang") -> bool:
        """Whether one value can be both."""
        return self.bawah <= lain.atas and lain.bawah <= self.atas


def read_sel(sel: SelTerbaca) -> AngkaTertulis | None:
    """The figure of a cell; None where there is none or it cannot be read for certain."""
    return _read(sel.teks)


@lru_cache(maxsize=8192)  # every rule asks for the same cells
def _read(teks: str) -> AngkaTertulis | None:
    try:
        angka = parse_angka(teks)
    except AngkaTidakTerbacaError:
        return None
    return None if angka.angka is None or angka.is_meragukan or angka.predikat else angka


def read_rupiah(sel: SelTerbaca) -> int | None:
    """Whole rupiah of a cell."""
    angka = read_sel(sel)
    if angka is None or angka.angka is None or angka.angka != int(angka.angka) or angka.satuan == "%":
        return None
    return int(angka.angka)


def rentang_cetak(angka: AngkaTertulis) -> Rentang:
    """What the printed digits leave open; rounding, cutting off and zeros after a rounded whole are taken as honest."""
    if angka.angka is None:
        raise ValueError("no figure")
    setengah, satuan = angka.setengah_lebar, Decimal(1).scaleb(-angka.desimal)
    # Cutting off goes towards zero: 62,4 may be 62,49, and -62,4 may be -62,49.
    rentang = Rentang(
        angka.angka - (satuan if angka.angka < 0 else setengah), angka.angka + (setengah if angka.angka < 0 else satuan)
    )
    if angka.desimal and angka.angka == int(angka.angka):
        return Rentang(min(rentang.bawah, angka.angka - SETENGAH), max(rentang.atas, angka.angka + SETENGAH))
    return rentang


def rentang_masukan(angka: AngkaTertulis, *, is_ditetapkan: bool = False) -> Rentang:
    """What a figure that goes into a formula may be: counts and a hundred percent are exact, the rest was rounded.

    is_ditetapkan: the figure was set, not measured (a target), so that a whole percentage is exact too.
    """
    if angka.angka is None:
        raise ValueError("no figure")
    if (not angka.desimal and (is_ditetapkan or not is_persen(angka))) or angka.angka in (0, 100):
        return Rentang(angka.angka, angka.angka)
    setengah, satuan = angka.setengah_lebar, Decimal(1).scaleb(-angka.desimal)
    return Rentang(angka.angka - satuan if angka.angka < 0 else angka.angka - setengah, angka.angka + satuan)


def is_persen(angka: AngkaTertulis) -> bool:
    """Whether the figure is printed as a percentage."""
    return angka.satuan.lower().startswith(("%", "persen"))
