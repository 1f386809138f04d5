"""What a rule found: place, what is written, what was computed, why it matters, how to mend it."""

from dataclasses import dataclass, field
from enum import StrEnum

from akuntabel.core.naskah.terbaca import Letak


class Tingkat(StrEnum):
    """How grave a finding is; a wrong rupiah total or category outranks a wrong form."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Bukti:
    """What a rule says of one place, before the registry adds code, name and severity."""

    letak: Letak
    tertulis: str
    hitung: str
    penjelasan: str
    perbaikan: str
    tempat_lain: tuple[Letak, ...] = ()


@dataclass(frozen=True, slots=True)
class Temuan:
    """A finding with the rule that made it."""

    kode: str
    nama: str
    tingkat: Tingkat
    bukti: Bukti


@dataclass(frozen=True, slots=True)
class HasilPeriksa:
    """All findings of a document, and how many figures were recomputed: silence is not blindness."""

    berkas: str
    temuan: tuple[Temuan, ...]
    jumlah_tabel: int
    angka_diperiksa: int


@dataclass(slots=True)
class Penghitung:
    """Counts the figures that a rule recomputed, whether they held or not."""

    angka_diperiksa: int = field(default=0)
