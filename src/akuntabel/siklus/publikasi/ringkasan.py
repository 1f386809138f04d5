"""A report in a few plain sentences: the executive summary of its document, for a page and a list."""

from collections.abc import Iterator

from akuntabel.core.naskah.model import Daftar, Gaya, Naskah, Paragraf, teks_baris

ID_IKHTISAR = "ikhtisar-eksekutif"


def write_ringkasan(naskah: Naskah) -> str:
    """The paragraphs of the summary, parted by blank lines; its table and what it says to be missing are left out."""
    return "\n\n".join(_daftar_paragraf(naskah))


def _daftar_paragraf(naskah: Naskah) -> Iterator[str]:
    for blok in (b for bab in naskah.bab if bab.id == ID_IKHTISAR for b in bab.isi):
        if isinstance(blok, Paragraf) and blok.gaya not in (Gaya.KURANG, Gaya.CATATAN):
            yield teks_baris(blok.isi)
        elif isinstance(blok, Daftar):
            yield "\n".join(f"– {teks_baris(butir.isi)}" for butir in blok.butir)
