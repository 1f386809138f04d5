"""A formula that is a ratio comes apart into what offices add up, and together again to the same figure."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akuntabel.core.calc.nilai import Nilai
from akuntabel.core.calc.rumus import compute_rumus, parse_rumus, split_rasio


@pytest.mark.parametrize(
    ("rumus", "pembilang", "penyebut", "pengali"),
    [
        ("a / b", "a", "b", 1),
        ("a / b * 100", "a", "b", 100),
        ("100 * (a / b)", "a", "b", 100),
        ("a.P / (b.P + c.P) * 100", "a.P", "b.P + c.P", 100),
        ("100 * a / b", "100 * a", "b", 1),
    ],
)
def test_a_ratio_has_two_sides_and_a_factor(rumus: str, pembilang: str, penyebut: str, pengali: int) -> None:
    rasio = split_rasio(parse_rumus(rumus))
    assert rasio is not None
    assert (rasio.pembilang.teks, rasio.penyebut.teks, rasio.pengali) == (pembilang, penyebut, pengali)
    assert set(rasio.pembilang.elemen) | set(rasio.penyebut.elemen) == set(parse_rumus(rumus).elemen)


@pytest.mark.parametrize("rumus", ["a", "a + b", "a * b", "jika(a = 0; 100; 0)", "(1 - a / b) * 100", "-(a / b)"])
def test_what_is_no_ratio_stays_whole(rumus: str) -> None:
    assert split_rasio(parse_rumus(rumus)) is None


@given(st.integers(-1000, 1000), st.integers(1, 1000), st.sampled_from(["a / b", "a / b * 100", "100 * (a / b)"]))
def test_the_sides_give_the_figure_of_the_formula(a: int, b: int, rumus: str) -> None:
    elemen = {"a": Nilai.of(a), "b": Nilai.of(b)}
    rasio = split_rasio(parse_rumus(rumus))
    assert rasio is not None
    atas, bawah = (compute_rumus(r, elemen).require() for r in (rasio.pembilang, rasio.penyebut))
    utuh = compute_rumus(parse_rumus(rumus), elemen).require()
    assert abs(atas / bawah * rasio.pengali - utuh) <= abs(utuh) * Decimal("1e-26")
