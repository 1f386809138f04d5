"""What was published of an office and year: evaluasi asks for it (kriteria 3a5), the later stage publikasi knows it.

The later stage registers how its rows are read; without it nothing is known to be published.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from akuntabel.siklus.organisasi.models import Satker


@dataclass(frozen=True, slots=True)
class TerbitanLaporan:
    """A performance report that is published: since when, and the page where it is looked up (name, arguments)."""

    judul: str
    tanggal: date
    halaman: str
    argumen: tuple[object, ...]


Pembaca = Callable[[Satker, int], TerbitanLaporan | None]
_pembaca: list[Pembaca] = []


def register_pembaca(baca: Pembaca) -> None:
    """Let the evaluation know what is published: the annual report of an office and year, not withdrawn."""
    _pembaca[:] = [baca]


def read_terbitan(satker: Satker, tahun: int) -> TerbitanLaporan | None:
    """What the later stage knows."""
    return _pembaca[0](satker, tahun) if _pembaca else None
