"""Targets are read by the polarity of their indicator and shown as a reader expects them."""

from dataclasses import replace

import pytest

from akuntabel.core.calc.kebijakan import Arah
from akuntabel.core.fakta.perencanaan import Indikator
from akuntabel.core.fakta.target import TargetTidakTerbacaError, parse_target, show_target
from contoh_paket import read_contoh


def _indikator(arah: Arah) -> Indikator:
    predikat = "akip" if arah is Arah.ORDINAL else None
    return replace(read_contoh().daftar_indikator[1], arah=arah, predikat=predikat)


@pytest.mark.parametrize(
    ("arah", "tertulis", "tampil"),
    [
        (Arah.MAKSIMASI, "77.5", "77,5%"),
        (Arah.MINIMASI, "10", "10%"),
        (Arah.MAKSIMASI, "-2.5", "-2,5%"),
        (Arah.RENTANG, "80..90", "80% s.d. 90%"),
        (Arah.TENGGAT, "2020-12-09", "9 Desember 2020"),
        (Arah.ORDINAL, "BB", "BB"),
    ],
)
def test_target_is_read_and_shown(arah: Arah, tertulis: str, tampil: str):
    indikator = _indikator(arah)
    assert show_target(parse_target(tertulis, indikator), indikator).teks == tampil


@pytest.mark.parametrize(
    ("arah", "tertulis", "diharapkan"),
    [
        (Arah.MAKSIMASI, "77,5", "angka dengan titik desimal"),
        (Arah.MAKSIMASI, "B", "angka dengan titik desimal"),
        (Arah.RENTANG, "80", "rentang a..b"),
        (Arah.RENTANG, "90..80", "batas bawah di depan"),
        (Arah.TENGGAT, "9 Desember", "tahun-bulan-hari"),
        (Arah.ORDINAL, "Z", "salah satu predikat D, C, CC"),
    ],
)
def test_unsuitable_target_says_what_the_polarity_asks_for(arah: Arah, tertulis: str, diharapkan: str):
    with pytest.raises(TargetTidakTerbacaError) as galat:
        parse_target(tertulis, _indikator(arah))
    assert diharapkan in galat.value.diharapkan
