"""Exact arithmetic, and the two places where digits are lost."""

from decimal import Decimal, DivisionByZero, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akuntabel.core.calc.kebijakan import CaraBulat
from akuntabel.core.calc.pembulatan import exact, format_polos, round_desimal, round_hasil, sum_exact

D = Decimal


def test_exact_arithmetic_ignores_the_callers_context() -> None:
    with localcontext() as konteks:
        konteks.prec = 3
        konteks.traps[DivisionByZero] = False
        with exact():
            assert str(D(1) / 3) == "0." + "3" * 50
            with pytest.raises(DivisionByZero):
                D(1) / D(0)


def test_a_result_has_28_digits_and_the_last_is_right() -> None:
    with exact():
        assert str(round_hasil(D(2) / 3)) == "0." + "6" * 27 + "7"
    assert round_hasil(D("78.8")) == D("78.8")


@pytest.mark.parametrize(
    ("angka", "desimal", "cara", "harapan"),
    [
        ("0.25", 1, CaraBulat.SETENGAH_NAIK, "0.3"),
        ("0.25", 1, CaraBulat.SETENGAH_GENAP, "0.2"),
        ("0.29", 1, CaraBulat.KE_BAWAH, "0.2"),
        ("-0.25", 1, CaraBulat.SETENGAH_NAIK, "-0.3"),
        ("1e55", 2, CaraBulat.SETENGAH_NAIK, "1" + "0" * 55 + ".00"),
    ],
)
def test_a_policy_rounds_its_own_way(angka: str, desimal: int, cara: CaraBulat, harapan: str) -> None:
    assert str(round_desimal(D(angka), desimal, cara)) == harapan


@pytest.mark.parametrize(
    ("angka", "teks"),
    [("100.00", "100"), ("1E+3", "1000"), ("0.350", "0.35"), ("-0", "0"), ("-0.0", "0"), ("100", "100")],
)
def test_plain_digits_have_neither_exponent_nor_trailing_zeros(angka: str, teks: str) -> None:
    assert format_polos(D(angka)) == teks


@given(angka=st.decimals(allow_nan=False, allow_infinity=False, min_value=D("-1e30"), max_value=D("1e30")))
def test_plain_digits_lose_nothing(angka: Decimal) -> None:
    assert D(format_polos(angka)) == angka


@given(data=st.data(), daftar=st.lists(st.decimals(D("-1e40"), D("1e40"), allow_nan=False)))
def test_a_sum_does_not_depend_on_the_order(data: st.DataObject, daftar: list[Decimal]) -> None:
    assert sum_exact(daftar) == sum_exact(data.draw(st.permutations(daftar)))
