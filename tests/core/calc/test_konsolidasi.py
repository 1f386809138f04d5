"""From quarters to the year."""

from decimal import Decimal

import pytest

from akuntabel.core.calc.konsolidasi import Konsolidasi, compute_konsolidasi
from akuntabel.core.calc.nilai import Cakupan, Nilai, StatusNilai

BELUM = Nilai.absent(StatusNilai.BELUM_JATUH_TEMPO, "triwulan IV belum berakhir")
TRIWULAN = [Nilai.of(10), Nilai.of(40), Nilai.of(25), BELUM]


@pytest.mark.parametrize(
    ("cara", "harapan"),
    [
        (Konsolidasi.JUMLAH, 75),
        (Konsolidasi.TERAKHIR, 25),
        (Konsolidasi.RATA_RATA, 25),
        (Konsolidasi.MAKSIMUM, 40),
        (Konsolidasi.MINIMUM, 10),
    ],
)
def test_a_quarter_that_is_not_due_is_not_zero(cara: Konsolidasi, harapan: int) -> None:
    hasil = compute_konsolidasi(cara, TRIWULAN)
    assert hasil.nilai.require() == Decimal(harapan)
    assert hasil.cakupan == Cakupan(3, 4)


def test_a_year_that_has_not_begun_is_not_due() -> None:
    assert compute_konsolidasi(Konsolidasi.JUMLAH, [BELUM] * 4).nilai.status is StatusNilai.BELUM_JATUH_TEMPO


def test_a_formula_is_computed_again_and_its_quarters_are_not_merged() -> None:
    hasil = compute_konsolidasi(Konsolidasi.RUMUS, TRIWULAN)
    assert hasil.nilai.status is StatusNilai.TIDAK_DAPAT_DIHITUNG
    assert "hitung rumusnya" in hasil.nilai.alasan
    assert hasil.cakupan == Cakupan(3, 4)


def test_every_way_is_settled() -> None:
    terhitung = [cara for cara in Konsolidasi if compute_konsolidasi(cara, TRIWULAN).nilai.is_counted]
    assert terhitung == [cara for cara in Konsolidasi if cara is not Konsolidasi.RUMUS]
