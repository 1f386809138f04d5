"""What every legal value carries: on what it rests, from when until when, and how sure that is."""

import re
from dataclasses import dataclass
from datetime import date

# V:… read in a text (the id stands in sumber.yaml), S stated by the report of KPU Kota Blitar 2020,
# M-h, M-m, M-l from memory with high, medium or low confidence, and seen in no text.
POLA_TANDA = re.compile(r"S|M-[hml]|V:[A-Za-z0-9-]+(,[A-Za-z0-9-]+)*")


def check_tanda(tanda: str) -> None:
    """Raise ValueError unless the confidence mark is one of those that exist."""
    if POLA_TANDA.fullmatch(tanda) is None:
        raise ValueError(f"tanda “{tanda}” bukan V:sumber, S, M-h, M-m, atau M-l")


def check_masa(dari: date | None, sampai: date | None) -> None:
    """Raise ValueError if a time in force ends before it begins."""
    if dari is not None and sampai is not None and sampai < dari:
        raise ValueError(f"masa berlaku {dari} sampai {sampai} berakhir sebelum mulai")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ketentuan:
    """A value that law or practice sets. ``berlaku_sampai`` None: still; ``berlaku_dari`` None: not known."""

    dasar: str
    tanda: str
    berlaku_dari: date | None
    berlaku_sampai: date | None
    catatan: str = ""

    def __post_init__(self) -> None:
        check_tanda(self.tanda)
        check_masa(self.berlaku_dari, self.berlaku_sampai)

    def is_berlaku(self, tanggal: date) -> bool:
        """Whether it held on that day; an unknown end counts as open."""
        mulai = self.berlaku_dari is None or self.berlaku_dari <= tanggal
        return mulai and (self.berlaku_sampai is None or tanggal <= self.berlaku_sampai)
