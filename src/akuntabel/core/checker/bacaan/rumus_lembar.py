"""Formulas of a spreadsheet's table: which cell stands where, what a sum adds up, what a simple formula gives.

Figures are intervals, since a cell shows fewer digits than it holds.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from akuntabel.core.checker.bacaan.angka_tercetak import Rentang, is_persen, read_sel, rentang_masukan
from akuntabel.core.naskah.rumus_sel import parse_rujukan
from akuntabel.core.naskah.terbaca import SelTerbaca, TabelTerbaca

BATAS_RUMUS = 300  # characters; longer ones are not simple
BATAS_RENTANG = 10_000  # rows
_BUTIR = r"\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?"
_SUM = rf"(?:SUM|JUMLAH)\({_BUTIR}(?:[,;]{_BUTIR})*\)"
_POLA_JUMLAH = re.compile(rf"\+?(?:{_SUM}|{_BUTIR})(?:\+(?:{_SUM}|{_BUTIR}))*", re.IGNORECASE)
_ADA_SUM = re.compile(r"(?:SUM|JUMLAH)\(", re.IGNORECASE)


class TidakTerhitungError(Exception):
    """A formula whose value the table alone does not give."""


@dataclass(frozen=True, slots=True)
class Nilai:
    """A figure: as printed, and what it may be."""

    tercetak: Decimal
    rentang: Rentang


class LembarTabel:
    """A table of a spreadsheet with the address of every cell."""

    def __init__(self, tabel: TabelTerbaca) -> None:
        self.tabel = tabel
        # A table keeps the column of the sheet that it starts in where that is not the first.
        self.kolom_awal = max(tabel.letak.kolom, 1)

    @property
    def has_rumus(self) -> bool:
        """Whether any cell holds a formula."""
        return any(s.rumus for baris in self.tabel.baris for s in baris)

    @cached_property
    def baris(self) -> dict[int, tuple[SelTerbaca, ...]]:
        """The rows by their number in the sheet."""
        return {b[0].letak.baris_berkas: b for b in self.tabel.baris if b}

    def alamat(self, sel: SelTerbaca) -> tuple[int, int]:
        """Row and column of a cell in the sheet."""
        return sel.letak.baris_berkas, self.kolom_awal + sel.letak.kolom - 1

    def find_sel(self, baris: int, kolom: int) -> SelTerbaca | None:
        """The cell at an address of the sheet; None outside the table."""
        isi = self.baris.get(baris)
        indeks = kolom - self.kolom_awal
        return isi[indeks] if isi is not None and 0 <= indeks < len(isi) else None

    def find_jumlah(self, sel: SelTerbaca) -> list[int] | None:
        """The rows that a cell adds up, in its own column, as often as it adds them; None where it is no such sum."""
        if len(sel.rumus) > BATAS_RUMUS or not _ADA_SUM.search(sel.rumus):
            return None
        polos = sel.rumus.replace(" ", "")
        if not _POLA_JUMLAH.fullmatch(polos):
            return None
        kolom = self.alamat(sel)[1]
        hasil: list[int] = []
        for butir in re.findall(_BUTIR, _ADA_SUM.sub("(", polos), re.IGNORECASE):
            awal, _, akhir = butir.partition(":")
            a, b = parse_rujukan(awal), parse_rujukan(akhir or awal)
            if a is None or b is None or {a.kolom, b.kolom} != {kolom} or not 0 <= b.baris - a.baris < BATAS_RENTANG:
                return None
            hasil += range(a.baris, b.baris + 1)
        return hasil

    def compute(self, rumus: str) -> Nilai:
        """What a formula gives with the figures that are printed. Raises TidakTerhitungError."""
        if len(rumus) > BATAS_RUMUS:
            raise TidakTerhitungError
        # Few documents hold a formula; the others do not wait for its parser.
        from akuntabel.core.checker.bacaan.hitung_rumus import hitung_rumus

        return hitung_rumus(self, rumus)


def read_nilai(sel: SelTerbaca) -> Nilai | None:
    """The figure of a cell as a formula takes it (47,15% is 0.4715); None where it cannot be read for certain."""
    angka = read_sel(sel)
    if angka is None or angka.angka is None:
        return None
    rentang = rentang_masukan(angka)
    if is_persen(angka):
        return Nilai(angka.angka.scaleb(-2), Rentang(rentang.bawah.scaleb(-2), rentang.atas.scaleb(-2)))
    return Nilai(angka.angka, rentang) if angka.satuan in ("", "Rp") else None
