"""A value as a reader sees it: unit, decimals, sign, status in words."""

from datetime import date
from decimal import Decimal

import pytest

from akuntabel.core.calc.besaran import Besaran
from akuntabel.core.calc.nilai import Nilai, StatusNilai


@pytest.mark.parametrize(
    ("besaran", "teks"),
    [
        (Besaran.persen(Decimal("78.8440")), "78,84%"),
        (Besaran.rupiah(20184522000), "20.184.522.000"),
        (Besaran.rupiah(20184522000, ringkas=False), "Rp20.184.522.000"),
        (Besaran.rupiah(-201464000, bertanda=True, ringkas=False), "-Rp201.464.000"),
        (Besaran(Nilai.of(72), "poin"), "72 poin"),
        (Besaran(Nilai.of(114890), "orang", ringkas=True), "114.890"),
        (Besaran(Nilai.of(Decimal("7.844")), desimal=2, bertanda=True), "+7,84"),
        (Besaran(Nilai.of(1), predikat="CC"), "CC"),
        (Besaran(Nilai.of(1), tanggal=date(2020, 12, 9)), "9 Desember 2020"),
        (Besaran(Nilai.of(0), "%", 2), "0,00%"),
    ],
)
def test_value_is_written_with_its_unit(besaran: Besaran, teks: str):
    assert besaran.teks == teks


def test_missing_value_shows_its_status_and_never_zero():
    for status in StatusNilai:
        if not status.is_counted:
            assert Besaran(Nilai.absent(status, "x"), "%", 2).teks == status.value.replace("_", " ")
