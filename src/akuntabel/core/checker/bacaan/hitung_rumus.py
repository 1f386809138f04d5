"""What a simple formula gives: + − × ÷ %, brackets and SUM over cells of its table; anything else is left alone."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from typing import Any

from lark import Lark, Transformer, v_args
from lark.exceptions import LarkError

from akuntabel.core.checker.bacaan.angka_tercetak import Rentang
from akuntabel.core.checker.bacaan.rumus_lembar import (
    BATAS_RENTANG,
    LembarTabel,
    Nilai,
    TidakTerhitungError,
    read_nilai,
)
from akuntabel.core.naskah.rumus_sel import parse_rujukan

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


def hitung_rumus(lembar: LembarTabel, rumus: str) -> Nilai:
    """The value with the figures that are printed. Raises TidakTerhitungError."""
    try:
        nilai = _Penghitung(lembar).transform(_pengurai().parse(rumus))
    except LarkError:
        raise TidakTerhitungError from None
    if not isinstance(nilai, Nilai):
        raise TidakTerhitungError
    return nilai


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
