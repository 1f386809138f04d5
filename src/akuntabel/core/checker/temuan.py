"""What a rule found: place, what is written, what was computed, why it matters, how to mend it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.naskah.terbaca import Letak


class Tingkat(StrEnum):
    """How grave a finding is."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Bukti:
    """What a rule says of one place, before the registry adds code, name and severity.

    tempat_lain: further places of the same cause. sebab: findings of one ``sebab`` (of any rule) have one root cause;
    the gravest is shown and the others become its further places. is_keputusan: the error changes a category or a
    rupiah total, and ranks before all others. tingkat: where it differs from that of the rule.
    """

    letak: Letak
    tertulis: str
    hitung: str
    penjelasan: str
    perbaikan: str
    tempat_lain: tuple[Letak, ...] = ()
    sebab: str = ""
    is_keputusan: bool = False
    tingkat: Tingkat | None = None
    operan: tuple[Letak, ...] = ()


@dataclass(frozen=True, slots=True)
class Aturan:
    """One rule with its code (family and number), name and severity; its docstring is its page."""

    kode: str
    nama: str
    tingkat: Tingkat
    periksa: Callable[[Dokumen], Iterator[Bukti]]

    @property
    def penjelasan(self) -> str:
        """What it checks, why it matters, how to mend it, and on what ground."""
        return self.periksa.__doc__ or ""


@dataclass(frozen=True, slots=True)
class Temuan:
    """A finding with the rule that made it."""

    kode: str
    nama: str
    tingkat: Tingkat
    bukti: Bukti


@dataclass(frozen=True, slots=True)
class HasilPeriksa:
    """All findings of a document, with the document; how many figures were recomputed tells silence from blindness."""

    dokumen: Dokumen
    temuan: tuple[Temuan, ...]

    @property
    def angka_diperiksa(self) -> int:
        """How many different figures some rule recomputed."""
        return self.dokumen.angka_diperiksa
