"""Sums of annual values: exact, so that adding and taking away again leaves nothing behind."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from decimal import Context, Decimal, DivisionByZero, Inexact, InvalidOperation, Overflow
from operator import add, sub
from typing import Any, Protocol

from akuntabel.core.calc.pembulatan import format_polos
from akuntabel.siklus.pengukuran.models.rekap import RekapTahunan

# Rupiah of a nation beside percentages of 28 digits need some fifty digits; what does not fit raises.
_UTUH = Context(prec=200, traps=[Inexact, InvalidOperation, DivisionByZero, Overflow])
_NOL = Decimal(0)


class Butir(Protocol):
    """An annual value of an office, fresh or from the database."""

    @property
    def nilai(self) -> Decimal | None: ...
    @property
    def capaian(self) -> Decimal | None: ...
    @property
    def pembilang(self) -> Decimal | None: ...
    @property
    def penyebut(self) -> Decimal | None: ...
    @property
    def pengali(self) -> Decimal: ...


@dataclass(frozen=True, slots=True)
class Jumlah:
    """The sums and counts of a RekapTahunan: of one office, of many, or the difference between two of them."""

    jumlah_satker: int = 0
    jumlah_rasio: int = 0
    jumlah_nilai: int = 0
    jumlah_capaian: int = 0
    total_pembilang: Decimal = _NOL
    total_berskala: Decimal = _NOL
    total_penyebut: Decimal = _NOL
    total_nilai: Decimal = _NOL
    total_capaian: Decimal = _NOL

    @classmethod
    def of(cls, butir: Butir) -> "Jumlah":
        """One office; a figure that is not there adds neither to a sum nor to its count."""
        atas, bawah = butir.pembilang, butir.penyebut
        has_rasio = atas is not None and bawah is not None
        return cls(
            jumlah_satker=1,
            jumlah_rasio=int(has_rasio),
            jumlah_nilai=int(butir.nilai is not None),
            jumlah_capaian=int(butir.capaian is not None),
            total_pembilang=_NOL if atas is None else atas,
            total_berskala=_NOL if atas is None else _UTUH.multiply(atas, butir.pengali),
            total_penyebut=_NOL if bawah is None else bawah,
            total_nilai=_NOL if butir.nilai is None else butir.nilai,
            total_capaian=_NOL if butir.capaian is None else butir.capaian,
        )

    @classmethod
    def of_rekap(cls, rekap: RekapTahunan) -> "Jumlah":
        """What stands in a row."""
        return cls(**{nama: getattr(rekap, nama) for nama in BIDANG_JUMLAH})

    @classmethod
    def of_isi(cls, isi: Sequence[Any]) -> "Jumlah":
        """What stands in a row, as the database gives it: counts, then sums as text."""
        return cls(*isi[:JUMLAH_HITUNGAN], *map(Decimal, isi[JUMLAH_HITUNGAN:]))

    @property
    def isi(self) -> tuple[int | str, ...]:
        """The same, as the database takes it."""
        return (
            self.jumlah_satker,
            self.jumlah_rasio,
            self.jumlah_nilai,
            self.jumlah_capaian,
            format_polos(self.total_pembilang),
            format_polos(self.total_berskala),
            format_polos(self.total_penyebut),
            format_polos(self.total_nilai),
            format_polos(self.total_capaian),
        )

    def write(self, rekap: RekapTahunan) -> None:
        """Put the sums into a row that is about to be saved."""
        for nama in BIDANG_JUMLAH:
            setattr(rekap, nama, getattr(self, nama))

    def __add__(self, lain: "Jumlah") -> "Jumlah":
        return self._combine(lain, add, _UTUH.add)

    def __sub__(self, lain: "Jumlah") -> "Jumlah":
        return self._combine(lain, sub, _UTUH.subtract)

    def __neg__(self) -> "Jumlah":
        return KOSONG - self

    def _combine(
        self, lain: "Jumlah", bilangan: Callable[[int, int], int], pecahan: Callable[[Decimal, Decimal], Decimal]
    ) -> "Jumlah":
        """Counts with counts, sums with sums; the latter in a context that never rounds."""
        return Jumlah(
            bilangan(self.jumlah_satker, lain.jumlah_satker),
            bilangan(self.jumlah_rasio, lain.jumlah_rasio),
            bilangan(self.jumlah_nilai, lain.jumlah_nilai),
            bilangan(self.jumlah_capaian, lain.jumlah_capaian),
            pecahan(self.total_pembilang, lain.total_pembilang),
            pecahan(self.total_berskala, lain.total_berskala),
            pecahan(self.total_penyebut, lain.total_penyebut),
            pecahan(self.total_nilai, lain.total_nilai),
            pecahan(self.total_capaian, lain.total_capaian),
        )


JUMLAH_HITUNGAN = 4  # counts before the sums
BIDANG_JUMLAH = tuple(f.name for f in fields(Jumlah))
KOSONG = Jumlah()
