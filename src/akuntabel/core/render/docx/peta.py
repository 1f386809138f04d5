"""The places of a document that others point at: headings and captions, with their bookmarks and page numbers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from akuntabel.core.naskah.model import Bab, Gambar, JenisBab, Judul, Naskah, Tabel

TANPA_HALAMAN = "–"


class JenisTempat(StrEnum):
    """What stands there; the value of a table or figure is the label of its caption."""

    JUDUL = "Judul"
    TABEL = "Tabel"
    GAMBAR = "Gambar"


@dataclass(frozen=True, slots=True)
class Tempat:
    """A heading or a caption. ``penanda`` bookmarks the whole of it, ``penanda_label`` a caption's "Tabel 3.1"."""

    jenis: JenisTempat
    id: str
    teks: str
    tingkat: int
    urut: int
    nomor: str = ""

    @property
    def penanda(self) -> str:
        return f"_Toc{self.urut:08}"

    @property
    def penanda_label(self) -> str:
        return f"_Ref{self.urut:08}"

    @property
    def label(self) -> str:
        """ "Tabel 3.1"; "" for a heading."""
        return f"{self.jenis} {self.nomor}" if self.nomor else ""

    def show_halaman(self, halaman: Mapping[str, str]) -> str:
        """The page number as printed there; a dash where it is not known."""
        return halaman.get(self.id, TANPA_HALAMAN)


def find_tempat(naskah: Naskah) -> tuple[Tempat, ...]:
    """All places in reading order, the order in which they are written."""
    urut = iter(range(1, 10**8))
    return tuple(t for bab in naskah.bab for t in _find_dalam_bab(bab, urut))


def _find_dalam_bab(bab: Bab, urut: Iterator[int]) -> Iterator[Tempat]:
    if has_judul(bab):
        teks = f"{bab.nomor} {bab.judul}".strip()
        yield Tempat(JenisTempat.JUDUL, bab.id, teks, 1, next(urut))
    for blok in bab.isi:
        if isinstance(blok, Judul):
            teks = f"{blok.nomor} {blok.teks}".strip()
            yield Tempat(JenisTempat.JUDUL, blok.id, teks, blok.tingkat, next(urut))
        elif isinstance(blok, Tabel | Gambar) and blok.bernomor:
            jenis = JenisTempat.TABEL if isinstance(blok, Tabel) else JenisTempat.GAMBAR
            yield Tempat(jenis, blok.id, blok.caption, 0, next(urut), blok.nomor)


def has_judul(bab: Bab) -> bool:
    """Whether the chapter opens with a heading; a cover does not."""
    return bab.jenis is not JenisBab.SAMPUL and bool(bab.judul)
