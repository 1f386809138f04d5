"""Reference tables: sources of funds, the plans of KPU, national benchmarks, and the texts that marks refer to."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from akuntabel.core.regulasi.berkas import read_data
from akuntabel.core.regulasi.entri import read_daftar
from akuntabel.core.regulasi.ketentuan import Ketentuan


@dataclass(frozen=True, slots=True, kw_only=True)
class SumberDana(Ketentuan):
    """A source of funds of the budget."""

    kode: str
    nama: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodeRenstra(Ketentuan):
    """A strategic plan of KPU. ``peraturan``: its id, if known; ``visi`` None: the text was not found."""

    id: str
    mulai: int
    selesai: int
    peraturan: str | None
    visi: str | None
    misi: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TolokUkur(Ketentuan):
    """A figure of the nation to compare with. ``rumus``: over which base it was computed, as far as is known."""

    id: str
    ukuran: str
    peristiwa: str
    lingkup: str
    tahun: int
    nilai: Decimal
    satuan: str
    is_target: bool
    rumus: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sumber:
    """A text in which something was read; a mark V:id points at it."""

    id: str
    uraian: str


def find_sumber_dana(kode: str) -> SumberDana | None:
    """The source of funds of that code, if it is known."""
    return daftar_sumber_dana().get(kode)


@cache
def daftar_sumber_dana() -> Mapping[str, SumberDana]:
    """The sources of funds by code."""
    return read_daftar(SumberDana, read_data("sumber_dana.yaml"), "sumber_dana.yaml", "kode")


@cache
def daftar_renstra_kpu() -> Mapping[str, PeriodeRenstra]:
    """The strategic plans of KPU by period ("2020-2024")."""
    return read_daftar(PeriodeRenstra, read_data("renstra_kpu.yaml"), "renstra_kpu.yaml")


@cache
def daftar_tolok_ukur() -> Mapping[str, TolokUkur]:
    """National benchmarks by id."""
    return read_daftar(TolokUkur, read_data("tolok_ukur.yaml"), "tolok_ukur.yaml")


@cache
def daftar_sumber() -> Mapping[str, Sumber]:
    """The texts that were read, by the id that the marks use."""
    return read_daftar(Sumber, read_data("sumber.yaml"), "sumber.yaml")
