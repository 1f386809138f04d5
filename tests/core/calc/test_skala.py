"""Bands: every figure has exactly one."""

from dataclasses import replace
from decimal import Decimal

import pytest
from contoh_kebijakan import SKALA
from hypothesis import given
from hypothesis import strategies as st

from akuntabel.core.calc.kebijakan import Pita, Skala
from akuntabel.core.calc.skala import classify, validate_skala

D = Decimal


@pytest.mark.parametrize(
    ("angka", "label"),
    [
        ("120", "Sangat berhasil"),
        ("100.0000000001", "Sangat berhasil"),
        ("100", "Berhasil"),
        ("91", "Berhasil"),
        ("90.9999999999", "Cukup berhasil"),
        ("70.5", "Kurang berhasil"),
        ("50.5", "Tidak berhasil"),
        ("0", "Tidak berhasil"),
        ("-7", "Tidak berhasil"),
    ],
)
def test_the_unrounded_figure_decides_the_band(angka: str, label: str) -> None:
    assert classify(D(angka), SKALA).label == label


skala_acak = st.lists(
    st.tuples(st.decimals(-200, 200, places=2), st.booleans()), min_size=1, max_size=8, unique=True
).map(
    lambda batas: Skala(
        "acak",
        "Skala acak",
        tuple(
            Pita(angka, inklusif, f"pita {urut}")
            for urut, (angka, inklusif) in enumerate(
                sorted(batas, key=lambda pita: (pita[0], not pita[1]), reverse=True)
            )
        ),
    )
)


@given(skala=skala_acak, angka=st.decimals(-300, 300, places=3))
def test_every_decimal_falls_in_exactly_one_band(skala: Skala, angka: Decimal) -> None:
    assert validate_skala(skala) == []

    def is_above(pita: Pita) -> bool:
        return angka >= pita.batas if pita.inklusif else angka > pita.batas

    # A band reaches from its own bound up to the bound of the band above it; the lowest has no lower end.
    isi = [
        pita
        for urut, pita in enumerate(skala.pita)
        if (is_above(pita) or urut == len(skala.pita) - 1) and (urut == 0 or not is_above(skala.pita[urut - 1]))
    ]
    assert isi == [classify(angka, skala)]


def test_a_good_scale_has_no_problems() -> None:
    assert validate_skala(SKALA) == []


def test_an_empty_scale_is_named() -> None:
    assert validate_skala(replace(SKALA, pita=())) == ['Skala "uji": tidak ada pita. Isi sedikitnya satu pita.']


def test_bands_out_of_order_are_named() -> None:
    terbalik = replace(SKALA, pita=(Pita(D("70.5"), True, "Baik"), Pita(D(85), False, "Sangat baik")))
    (masalah,) = validate_skala(terbalik)
    assert masalah == (
        'Skala "uji": pita "Sangat baik" (> 85) tertulis sesudah "Baik" (≥ 70,5), padahal batasnya tidak lebih '
        "rendah. Urutkan pita dari batas tertinggi."
    )


def test_a_band_from_100_may_not_stand_above_the_band_over_100() -> None:
    skala = replace(SKALA, pita=(Pita(D(100), True, "Berhasil"), Pita(D(100), False, "Sangat berhasil")))
    assert len(validate_skala(skala)) == 1
    assert validate_skala(replace(skala, pita=skala.pita[::-1])) == []


def test_equal_bounds_and_equal_labels_are_named() -> None:
    masalah = validate_skala(replace(SKALA, pita=(Pita(D(70), True, "Baik"), Pita(D(70), True, "Baik"))))
    assert len(masalah) == 2
    assert "batas yang sama, ≥ 70" in masalah[0]
    assert 'label "Baik" dipakai 2 kali' in masalah[1]
