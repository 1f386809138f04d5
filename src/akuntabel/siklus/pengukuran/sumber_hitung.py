"""What is counted from rows of a later stage: formulas name them (``tahapan.wajib``), this stage cannot know them.

The later stage registers how its rows are read; without it nothing of the kind is there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from akuntabel.core.fakta.kepemiluan import Perkara, Tahapan
from akuntabel.siklus.organisasi.models import Satker


@dataclass(frozen=True, slots=True)
class CatatanPemilu:
    """Stages and cases of the elections of an office in a year."""

    daftar_tahapan: tuple[Tahapan, ...] = ()
    daftar_perkara: tuple[Perkara, ...] = ()


Pembaca = Callable[[Satker, int, date | None], CatatanPemilu]
_pembaca: list[Pembaca] = []


def register_pembaca(baca: Pembaca) -> None:
    """Let the formulas know the rows. The day: as it stood then; None: the whole year."""
    _pembaca[:] = [baca]


def read_catatan_pemilu(satker: Satker, tahun: int, sampai: date | None) -> CatatanPemilu:
    """What the later stage knows."""
    return _pembaca[0](satker, tahun, sampai) if _pembaca else CatatanPemilu()
