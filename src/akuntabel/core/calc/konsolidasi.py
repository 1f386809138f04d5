"""From periods to the year: how the quarters of one indicator become its yearly figure."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from akuntabel.core.calc.agregat import Agregat, last_nilai, max_nilai, mean_nilai, min_nilai, sum_nilai
from akuntabel.core.calc.nilai import Nilai


class Konsolidasi(StrEnum):
    """How periods are put together (sakip-rules §5: sum, average, take last known).

    RUMUS: the elements are consolidated, and the formula of the indicator is computed again over the year;
    a mean of quarterly percentages would be wrong.
    """

    JUMLAH = "jumlah"
    TERAKHIR = "terakhir"
    RATA_RATA = "rata_rata"
    MAKSIMUM = "maksimum"
    MINIMUM = "minimum"
    RUMUS = "rumus"


_CARA: Mapping[Konsolidasi, Callable[[Sequence[Nilai]], Agregat]] = {
    Konsolidasi.JUMLAH: sum_nilai,
    Konsolidasi.TERAKHIR: last_nilai,
    Konsolidasi.RATA_RATA: mean_nilai,
    Konsolidasi.MAKSIMUM: max_nilai,
    Konsolidasi.MINIMUM: min_nilai,
}


def compute_konsolidasi(cara: Konsolidasi, nilai_per_periode: Sequence[Nilai]) -> Agregat:
    """The figure of the year so far, from its periods in order; a period that is not due is not a zero."""
    hitung = _CARA.get(cara)
    if hitung is None:
        return Agregat.absent(
            "Indikator ini berkonsolidasi rumus: gabungkan elemen datanya per periode, lalu hitung rumusnya "
            "atas setahun; nilai per periodenya tidak digabungkan.",
            nilai_per_periode,
        )
    return hitung(nilai_per_periode)
