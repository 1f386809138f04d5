"""Lines of words with their positions to paragraphs and grids: the one reader of tables that have no lines drawn.

Text files give columns of characters, PDF pages give points; nothing here depends on the unit.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from akuntabel.core.naskah.terbaca import Letak, ParagrafTerbaca
from akuntabel.core.readers.kisi import Kisi


@dataclass(frozen=True, slots=True)
class Kata:
    """A run of words without a wide gap, from ``kiri`` to ``kanan``."""

    kiri: float
    kanan: float
    teks: str


@dataclass(frozen=True, slots=True)
class BarisKata:
    """A line of a page; without words it is a blank line."""

    letak: Letak
    kata: tuple[Kata, ...]


def read_tata_letak(daftar_baris: Sequence[BarisKata]) -> Iterator[ParagrafTerbaca | Kisi]:
    """Paragraphs and tables in reading order."""
    for baris in daftar_baris:
        if baris.kata:
            yield ParagrafTerbaca(" ".join(k.teks for k in baris.kata), baris.letak)
