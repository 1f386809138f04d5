"""What law and direction ask of an agreement: limits of its targets, and when it must be revised."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from akuntabel.core.regulasi.berkas import read_data
from akuntabel.core.regulasi.entri import read_daftar
from akuntabel.core.regulasi.ketentuan import Ketentuan


class AcuanTarget(StrEnum):
    """Whose target one's own is held against: that of the nation, or that of the office above."""

    NASIONAL = "nasional"
    ATASAN = "atasan"


@dataclass(frozen=True, slots=True, kw_only=True)
class KetentuanTarget(Ketentuan):
    """A limit to targets. ``tahun``: the first year whose agreements must keep it; ``jenis_satker``: by whom."""

    id: str
    bunyi: str
    acuan: AcuanTarget
    jenis_satker: tuple[str, ...]
    tahun: int

    def is_mengikat(self, jenis_satker: str, tahun: int) -> bool:
        """Whether the agreement of such an office for that year must keep it."""
        is_masih = self.berlaku_sampai is None or tahun <= self.berlaku_sampai.year
        return jenis_satker in self.jenis_satker and self.tahun <= tahun and is_masih


@dataclass(frozen=True, slots=True, kw_only=True)
class PemicuRevisi(Ketentuan):
    """A reason for which an agreement must be revised. ``bunyi``: the words of the regulation."""

    id: str
    bunyi: str


@cache
def daftar_ketentuan_target() -> Mapping[str, KetentuanTarget]:
    """The limits to targets by id."""
    return read_daftar(KetentuanTarget, read_data("ketentuan_target.yaml"), "ketentuan_target.yaml")


@cache
def daftar_pemicu_revisi() -> Mapping[str, PemicuRevisi]:
    """The legal reasons of a revision by id."""
    return read_daftar(PemicuRevisi, read_data("pemicu_revisi.yaml"), "pemicu_revisi.yaml")
