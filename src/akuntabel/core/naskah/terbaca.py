"""A document that was read, of whatever office: its words and tables with the place of each.

A :class:`~akuntabel.core.naskah.model.Naskah` is composed and knows its numbers; this one only knows what is printed.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Letak:
    """Where something stands; 0 or "" where the file does not tell.

    halaman, baris_berkas: page and line as the file counts them. blok: the paragraph or table among all, from 1.
    tabel: its name ("Tabel 3.1", "tabel ke-4"). baris, kolom: from 1, headers not counted. awal, akhir: the characters
    of the paragraph or cell that are meant, half open.
    """

    halaman: int = 0
    baris_berkas: int = 0
    blok: int = 0
    tabel: str = ""
    baris: int = 0
    kolom: int = 0
    awal: int = 0
    akhir: int = 0

    def bagian(self, awal: int, akhir: int) -> "Letak":
        """Some of the characters there. Places are cut out by the thousand: ``replace`` takes four times as long."""
        return Letak(
            self.halaman, self.baris_berkas, self.blok, self.tabel, self.baris, self.kolom, awal=awal, akhir=akhir
        )

    def __str__(self) -> str:
        bagian = [
            f"halaman {self.halaman}" if self.halaman else "",
            self.tabel,
            f"baris {self.baris}" if self.baris else "",
            f"kolom {self.kolom}" if self.kolom else "",
            f"(baris berkas {self.baris_berkas})" if self.baris_berkas and self.tabel else "",
        ]
        polos = f"baris berkas {self.baris_berkas}" if self.baris_berkas else f"paragraf {self.blok}"
        return " ".join(b for b in bagian if b) or polos


@dataclass(frozen=True, slots=True)
class ParagrafTerbaca:
    """A paragraph; ``tingkat`` is its heading level where the file says so (0: body)."""

    teks: str
    letak: Letak
    tingkat: int = 0

    def letak_bagian(self, cocok: re.Match[str], kelompok: int | str = 0) -> Letak:
        """The place of a match inside the paragraph."""
        return self.letak.bagian(*cocok.span(kelompok))


@dataclass(frozen=True, slots=True)
class SelTerbaca:
    """A cell of the grid.

    is_lanjutan: the part of a merged cell that is not its first (its text is empty). rumus: the formula of a
    spreadsheet cell without "=", where the file holds one.
    """

    teks: str
    letak: Letak
    is_lanjutan: bool = False
    rumus: str = ""


@dataclass(frozen=True, slots=True)
class TabelTerbaca:
    """A table as a full grid: every row has ``len(kepala)`` cells. ``kepala`` joins the header rows per column."""

    caption: str
    kepala: tuple[str, ...]
    baris: tuple[tuple[SelTerbaca, ...], ...]
    letak: Letak

    @property
    def nama(self) -> str:
        """What a reader calls it: "Tabel 3.1", or "tabel ke-4"."""
        return self.letak.tabel


@dataclass(frozen=True, slots=True)
class NaskahTerbaca:
    """A whole document in reading order.

    bentuk: docx, pdf, xlsx, html, txt. halaman_tak_terbaca: pages that are pictures, so that nothing on them was seen.
    """

    berkas: str
    isi: tuple[ParagrafTerbaca | TabelTerbaca, ...]
    bentuk: str = "txt"
    jumlah_halaman: int = 0
    halaman_tak_terbaca: tuple[int, ...] = ()

    @property
    def daftar_tabel(self) -> tuple[TabelTerbaca, ...]:
        """The tables, in order."""
        return tuple(b for b in self.isi if isinstance(b, TabelTerbaca))

    @property
    def daftar_paragraf(self) -> tuple[ParagrafTerbaca, ...]:
        """The paragraphs, in order."""
        return tuple(b for b in self.isi if isinstance(b, ParagrafTerbaca))
