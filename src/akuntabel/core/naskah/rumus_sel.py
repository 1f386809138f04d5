"""Formulas of spreadsheet cells as texts: the references in them, moved or seen from their own cell."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

BARIS_TERAKHIR = 1_048_576
KOLOM_TERAKHIR = 16_384
_POLA = re.compile(
    r'"(?:[^"]|"")*"'  # a text
    r"|'(?:[^']|'')*'!"  # a sheet whose name has blanks
    r"|(?<![\w.])(?P<tetap_kolom>\$?)(?P<kolom>[A-Za-z]{1,3})(?P<tetap_baris>\$?)(?P<baris>\d{1,7})(?![\w(.!])"
)


@dataclass(frozen=True, slots=True)
class Rujukan:
    """A reference to a cell: row and column from 1, each fixed ($) or not."""

    baris: int
    kolom: int
    is_baris_tetap: bool = False
    is_kolom_tetap: bool = False

    def __str__(self) -> str:
        kolom = f"{'$' if self.is_kolom_tetap else ''}{nama_kolom(self.kolom)}"
        return f"{kolom}{'$' if self.is_baris_tetap else ''}{self.baris}"

    def shift(self, baris: int, kolom: int) -> "Rujukan | None":
        """Where it leads when its formula is copied so far; None beyond the sheet."""
        b = self.baris if self.is_baris_tetap else self.baris + baris
        k = self.kolom if self.is_kolom_tetap else self.kolom + kolom
        if not (1 <= b <= BARIS_TERAKHIR and 1 <= k <= KOLOM_TERAKHIR):
            return None
        return Rujukan(b, k, self.is_baris_tetap, self.is_kolom_tetap)

    def relative_to(self, baris: int, kolom: int) -> str:
        """The reference as seen from a cell (R[-1]C): alike for all copies of one formula."""
        b = f"R{self.baris}" if self.is_baris_tetap else f"R[{self.baris - baris}]"
        k = f"C{self.kolom}" if self.is_kolom_tetap else f"C[{self.kolom - kolom}]"
        return b + k


@lru_cache(maxsize=1024)
def nomor_kolom(huruf: str) -> int:
    """A to 1, AA to 27."""
    nomor = 0
    for h in huruf.upper():
        nomor = nomor * 26 + ord(h) - ord("A") + 1
    return nomor


def nama_kolom(nomor: int) -> str:
    """1 to A, 27 to AA."""
    huruf = ""
    while nomor:
        nomor, sisa = divmod(nomor - 1, 26)
        huruf = chr(ord("A") + sisa) + huruf
    return huruf


def parse_rujukan(teks: str) -> Rujukan | None:
    """One reference such as $B$4; None for anything else."""
    cocok = _POLA.fullmatch(teks)
    return _baca(cocok) if cocok and cocok["kolom"] else None


def copy_rumus(rumus: str, baris: int, kolom: int) -> str:
    """The formula as it reads when copied so many rows down and columns to the right."""
    return _ganti(rumus, lambda r: "#REF!" if (pindah := r.shift(baris, kolom)) is None else str(pindah))


def normalize_rumus(rumus: str, baris: int, kolom: int) -> str:
    """The formula as seen from its own cell: equal for all copies of one formula."""
    polos = "".join(p if p.startswith('"') else p.replace(" ", "").upper() for p in re.split(r'("[^"]*")', rumus))
    return _ganti(polos, lambda r: r.relative_to(baris, kolom))


def _ganti(rumus: str, tulis: Callable[[Rujukan], str]) -> str:
    return _POLA.sub(lambda c: tulis(_baca(c)) if c["kolom"] else c[0], rumus)


def _baca(cocok: re.Match[str]) -> Rujukan:
    return Rujukan(
        int(cocok["baris"]), nomor_kolom(cocok["kolom"]), bool(cocok["tetap_baris"]), bool(cocok["tetap_kolom"])
    )
