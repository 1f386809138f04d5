"""A sheet of a workbook as values: what its cells show, their formulas, what is merged."""

from dataclasses import dataclass, field
from decimal import Decimal

from akuntabel.core.readers.batas import BATAS_BARIS, BATAS_KOLOM, BATAS_SEL
from akuntabel.core.readers.galat import BerkasTidakTerbacaError

Sudut = tuple[int, int, int, int]  # first row, first column, last row, last column; from 1


@dataclass(frozen=True, slots=True)
class Isian:
    """What a cell shows; is_angka: the workbook holds a number there. rumus: without "=".

    nilai, kode: that number exactly and its number format, where the reader has them in reach.
    """

    teks: str
    rumus: str = ""
    is_angka: bool = False
    nilai: Decimal | None = None
    kode: str = ""


@dataclass(slots=True)
class Lembar:
    """The cells that are not empty, by row and column from 1, within the limits."""

    berkas: str
    nama: str
    is_tersembunyi: bool = False
    is_1904: bool = False
    sel: dict[int, dict[int, Isian]] = field(default_factory=dict)
    gabung: list[Sudut] = field(default_factory=list)
    _jumlah: int = 0

    def put(self, baris: int, kolom: int, isian: Isian) -> None:
        """Keep a cell; a blank one without a formula is none."""
        if not isian.teks and not isian.rumus:
            return
        self._jumlah += 1
        if kolom > BATAS_KOLOM:
            raise BerkasTidakTerbacaError(self.berkas, f"lembar {self.nama} berisi lebih dari {BATAS_KOLOM} kolom")
        if baris > BATAS_BARIS or self._jumlah > BATAS_SEL:
            raise BerkasTidakTerbacaError(self.berkas, f"lembar {self.nama} terlalu besar")
        self.sel.setdefault(baris, {})[kolom] = isian
