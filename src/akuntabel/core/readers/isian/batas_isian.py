"""How much a form can hold: far beyond what an office fills in, far below what would exhaust the machine."""

from akuntabel.core.readers.batas import MB
from akuntabel.core.readers.galat import BerkasTidakTerbacaError
from akuntabel.core.readers.lembar.lembar import Lembar

BATAS_BERKAS_ISIAN = 8 * MB
BATAS_HURUF_TEMPELAN = 2_000_000
BATAS_BARIS_ISIAN = 10_000  # of one sheet; a Renstra has some hundred indicators, a ministry thousands of offices
BATAS_SEL_ISIAN = 200_000
BATAS_LEMBAR_ISIAN = 50
BATAS_MASALAH = 500  # beyond these nobody reads on


def require_wajar_isian(lembar: Lembar) -> None:
    """A sheet beyond what a form can be is refused. Raises BerkasTidakTerbacaError."""
    if len(lembar.sel) > BATAS_BARIS_ISIAN or sum(map(len, lembar.sel.values())) > BATAS_SEL_ISIAN:
        raise BerkasTidakTerbacaError(
            lembar.berkas,
            f"lembar {lembar.nama} berisi lebih dari {BATAS_BARIS_ISIAN} baris; bagi menjadi beberapa berkas",
        )
