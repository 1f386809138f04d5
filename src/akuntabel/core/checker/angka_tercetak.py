"""Printed figures as the intervals that their digits leave open, and whether a computed value lies in them."""

from dataclasses import dataclass
from decimal import Decimal

from akuntabel.core.calc.baca_angka import AngkaTertulis, AngkaTidakTerbacaError, parse_angka
from akuntabel.core.naskah.terbaca import SelTerbaca


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
    try:
        angka = parse_angka(sel.teks)
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
    """What the printed digits leave open; both rounding and cutting off are taken as honest."""
    if angka.angka is None:
        raise ValueError("no figure")
    satuan_terakhir = Decimal(1).scaleb(-angka.desimal)
    return Rentang(angka.angka - angka.setengah_lebar, angka.angka + satuan_terakhir)
