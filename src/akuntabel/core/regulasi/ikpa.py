"""Rules of IKPA by year: indicators with their weights, how deviation is meant, targets of absorption per quarter."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from akuntabel.core.calc.penarikan import CaraDeviasi
from akuntabel.core.regulasi.berkas import read_data
from akuntabel.core.regulasi.entri import read_daftar
from akuntabel.core.regulasi.ketentuan import Ketentuan


@dataclass(frozen=True, slots=True, kw_only=True)
class IndikatorIkpa:
    """One indicator. is_pengurang: taken off the total, without a weight of its own."""

    id: str
    nama: str
    aspek: str
    bobot: Decimal
    is_pengurang: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AturanIkpa(Ketentuan):
    """The rule of some years. What no text was found for is empty, and then not computed.

    cara_deviasi, bulan_deviasi, toleransi_deviasi: of deviasi halaman III, over the months up to that one;
    periode_revisi: months in which one revision with fixed pagu is free; target_serapan: percent of the pagu until the
    end of each quarter, by kind of spending.
    """

    id: str
    indikator: tuple[IndikatorIkpa, ...]
    periode_revisi: int | None
    cara_deviasi: CaraDeviasi | None
    bulan_deviasi: int | None
    toleransi_deviasi: Decimal | None
    target_serapan: Mapping[str, tuple[Decimal, Decimal, Decimal, Decimal]]

    def __post_init__(self) -> None:
        # super() with slots=True would look at the class as it was before the slots were made.
        Ketentuan.__post_init__(self)
        jumlah = sum(i.bobot for i in self.indikator if not i.is_pengurang)
        if jumlah != 100:
            raise ValueError(f"bobot indikator berjumlah {jumlah}, bukan 100")


def find_aturan_ikpa(tahun: int) -> AturanIkpa | None:
    """The rule for the budget of a year; None where none is known."""
    hari = date(tahun, 12, 31)
    return next((a for a in daftar_aturan_ikpa().values() if a.is_berlaku(hari)), None)


@cache
def daftar_aturan_ikpa() -> Mapping[str, AturanIkpa]:
    """The rules by id."""
    return read_daftar(AturanIkpa, read_data("ikpa.yaml"), "ikpa.yaml")
