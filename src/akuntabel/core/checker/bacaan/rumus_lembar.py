"""Formulas of a spreadsheet's table: which cell stands where, what a sum adds up, what a simple formula gives.

Only + − × ÷ %, brackets and SUM over cells of the same table are followed; anything else is left alone. Figures are
intervals, since a cell shows fewer digits than it holds.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from typing import Any

from lark import Lark, Transformer, v_args
from lark.exceptions import LarkError

from akuntabel.core.checker.bacaan.angka_tercetak import Rentang, is_persen, read_sel, rentang_masukan
from akuntabel.core.naskah.rumus_sel import parse_rujukan
from akuntabel.core.naskah.terbaca import SelTerbaca, TabelTerbaca

BATAS_RUMUS = 300  # characters; longer ones are not simple
BATAS_RENTANG = 10_000  # rows
_TATA_BAHASA = r"""
?mulai: suku
?suku: faktor
     | suku "+" faktor -> tambah
     | suku "-" faktor -> kurang
?faktor: tanda
       | faktor "*" tanda -> kali
       | faktor "/" tanda -> bagi
?tanda: persen
      | "-" tanda -> negatif
      | "+" tanda
?persen: atom
       | persen "%" -> seratus
?atom: ANGKA -> angka
     | SEL -> sel
     | "(" suku ")"
     | ("SUM"i | "JUMLAH"i) "(" butir (("," | ";") butir)* ")" -> jumlah
?butir: SEL ":" SEL -> rentang
      | suku
ANGKA: /\d+(\.\d+)?/
SEL.2: /\$?[A-Za-z]{1,3}\$?\d{1,7}(?![\d(])/
%ignore " "
"""
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
        try:
            nilai = _Penghitung(self).transform(_pengurai().parse(rumus))
        except LarkError:
            raise TidakTerhitungError from None
        if not isinstance(nilai, Nilai):
            raise TidakTerhitungError
        return nilai


def read_nilai(sel: SelTerbaca) -> Nilai | None:
    """The figure of a cell as a formula takes it (47,15% is 0.4715); None where it cannot be read for certain."""
    angka = read_sel(sel)
    if angka is None or angka.angka is None:
        return None
    rentang = rentang_masukan(angka)
    if is_persen(angka):
        return Nilai(angka.angka.scaleb(-2), Rentang(rentang.bawah.scaleb(-2), rentang.atas.scaleb(-2)))
    return Nilai(angka.angka, rentang) if angka.satuan in ("", "Rp") else None


@cache
def _pengurai() -> Lark:
    return Lark(_TATA_BAHASA, start="mulai", parser="lalr", maybe_placeholders=False)


@v_args(inline=True)
class _Penghitung(Transformer[Any, Any]):
    def __init__(self, lembar: LembarTabel) -> None:
        super().__init__()
        self._lembar = lembar

    def angka(self, teks: str) -> Nilai:
        nilai = Decimal(str(teks))
        return Nilai(nilai, Rentang(nilai, nilai))

    def sel(self, teks: str) -> Nilai:
        rujukan = parse_rujukan(str(teks))
        sel = self._lembar.find_sel(rujukan.baris, rujukan.kolom) if rujukan is not None else None
        nilai = read_nilai(sel) if sel is not None else None
        if nilai is None:
            raise TidakTerhitungError
        return nilai

    def rentang(self, awal: str, akhir: str) -> list[Nilai]:
        return list(self._isi_rentang(str(awal), str(akhir)))

    def _isi_rentang(self, awal: str, akhir: str) -> Iterator[Nilai]:
        """The figures of a range; blank cells and rows count for nothing, words that may be figures do not pass."""
        a, b = parse_rujukan(awal), parse_rujukan(akhir)
        if a is None or b is None or b.baris - a.baris > BATAS_RENTANG or b.kolom - a.kolom > BATAS_RENTANG:
            raise TidakTerhitungError
        baris_tabel = self._lembar.baris
        if not baris_tabel or a.baris < min(baris_tabel) or b.baris > max(baris_tabel):
            raise TidakTerhitungError
        for baris in range(a.baris, b.baris + 1):
            for kolom in range(a.kolom, b.kolom + 1) if baris in baris_tabel else ():
                sel = self._lembar.find_sel(baris, kolom)
                nilai = read_nilai(sel) if sel is not None and sel.teks else None
                if sel is None or (nilai is None and sel.teks):
                    raise TidakTerhitungError
                if nilai is not None:
                    yield nilai

    def jumlah(self, *butir: Nilai | list[Nilai]) -> Nilai:
        daftar = [n for b in butir for n in (b if isinstance(b, list) else [b])]
        return Nilai(
            sum((n.tercetak for n in daftar), Decimal(0)),
            Rentang(
                sum((n.rentang.bawah for n in daftar), Decimal(0)), sum((n.rentang.atas for n in daftar), Decimal(0))
            ),
        )

    def tambah(self, a: Nilai, b: Nilai) -> Nilai:
        return _gabung(a, b, lambda x, y: x + y)

    def kurang(self, a: Nilai, b: Nilai) -> Nilai:
        return _gabung(a, b, lambda x, y: x - y)

    def kali(self, a: Nilai, b: Nilai) -> Nilai:
        return _gabung(a, b, lambda x, y: x * y)

    def bagi(self, a: Nilai, b: Nilai) -> Nilai:
        if b.rentang.bawah <= 0 <= b.rentang.atas or b.tercetak == 0:
            raise TidakTerhitungError
        return _gabung(a, b, lambda x, y: x / y)

    def negatif(self, a: Nilai) -> Nilai:
        return Nilai(-a.tercetak, Rentang(-a.rentang.atas, -a.rentang.bawah))

    def seratus(self, a: Nilai) -> Nilai:
        return Nilai(a.tercetak.scaleb(-2), Rentang(a.rentang.bawah.scaleb(-2), a.rentang.atas.scaleb(-2)))


def _gabung(a: Nilai, b: Nilai, operasi: Callable[[Decimal, Decimal], Decimal]) -> Nilai:
    """The operation on what is printed, and on every corner of what both may be."""
    sudut = [operasi(x, y) for x in (a.rentang.bawah, a.rentang.atas) for y in (b.rentang.bawah, b.rentang.atas)]
    return Nilai(operasi(a.tercetak, b.tercetak), Rentang(min(sudut), max(sudut)))
