"""A document that was read, of whatever office: its words and tables with the place of each.

A :class:`~akuntabel.core.naskah.model.Naskah` is composed and knows its numbers; this one only knows what is printed.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Letak:
    """Where something stands: page and line as the file counts them (0: unknown), row and column of a table from 1."""

    halaman: int = 0
    baris_berkas: int = 0
    tabel: str = ""
    baris: int = 0
    kolom: int = 0

    def __str__(self) -> str:
        bagian = [
            f"halaman {self.halaman}" if self.halaman else "",
            self.tabel,
            f"baris {self.baris}" if self.baris else "",
            f"kolom {self.kolom}" if self.kolom else "",
            f"(baris berkas {self.baris_berkas})" if self.baris_berkas else "",
        ]
        return " ".join(b for b in bagian if b)


@dataclass(frozen=True, slots=True)
class ParagrafTerbaca:
    """A paragraph; ``tingkat`` is its heading level where the file says so."""

    teks: str
    letak: Letak
    tingkat: int = 0


@dataclass(frozen=True, slots=True)
class SelTerbaca:
    """A cell of the grid; ``is_lanjutan`` is the part of a merged cell that is not its first."""

    teks: str
    letak: Letak
    is_lanjutan: bool = False


@dataclass(frozen=True, slots=True)
class TabelTerbaca:
    """A table as a full grid: every row has ``len(kepala)`` cells. ``kepala`` joins the header rows per column."""

    caption: str
    kepala: tuple[str, ...]
    baris: tuple[tuple[SelTerbaca, ...], ...]
    letak: Letak


@dataclass(frozen=True, slots=True)
class NaskahTerbaca:
    """A whole document in reading order."""

    berkas: str
    isi: tuple[ParagrafTerbaca | TabelTerbaca, ...]

    @property
    def daftar_tabel(self) -> tuple[TabelTerbaca, ...]:
        """The tables, in order."""
        return tuple(b for b in self.isi if isinstance(b, TabelTerbaca))

    @property
    def daftar_paragraf(self) -> tuple[ParagrafTerbaca, ...]:
        """The paragraphs, in order."""
        return tuple(b for b in self.isi if isinstance(b, ParagrafTerbaca))
