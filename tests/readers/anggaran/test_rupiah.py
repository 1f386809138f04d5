"""Money from the cells of other applications: exact, or refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akuntabel.core.calc.angka import format_angka
from akuntabel.core.readers.anggaran.rupiah import RUPIAH_TERBANYAK, BukanRupiahError, read_rupiah


@pytest.mark.parametrize(
    ("tertulis", "rupiah"),
    [
        ("", None),
        ("-", None),
        ("0", 0),
        ("1.234.567", 1_234_567),
        ("1.234.567,00", 1_234_567),
        ("Rp 1.234", 1_234),
        ("1234567", 1_234_567),
        ("1234567.00", 1_234_567),
        ("1,234,567", 1_234_567),
        ("1,234,567.00", 1_234_567),
        ("-1.000", -1_000),
        ("(1.000)", -1_000),
        ("2.037392E10", 20_373_920_000),
        ("1E3", 1_000),
        (20_373_920_000.0, 20_373_920_000),
        (7, 7),
    ],
)
def test_notations_of_reports(tertulis: object, rupiah: int | None):
    assert read_rupiah(tertulis) == rupiah


@pytest.mark.parametrize(
    "tertulis",
    [
        "1,234",  # a thousand, or one and a bit: nobody knows
        "1.234,56",
        "1.23",
        "12.34.567",
        "1.5E0",
        "1E99",
        "1.234E-3",
        "(-1)",
        "(1",
        "seribu",
        "=1+1",
        "١٢٣",
        "1" * 30,
        0.5,
        2.0**54,
        float("nan"),
        float("inf"),
        2**80,
        True,
        None,
    ],
)
def test_what_is_not_exact_is_refused(tertulis: object):
    with pytest.raises(BukanRupiahError):
        read_rupiah(tertulis)


@given(st.integers(-RUPIAH_TERBANYAK, RUPIAH_TERBANYAK))
def test_every_sum_comes_back_from_the_ways_it_is_written(rupiah: int):
    assert read_rupiah(str(rupiah)) == rupiah
    assert read_rupiah(format_angka(Decimal(rupiah), 0).replace("−", "-")) == rupiah
    if abs(rupiah) <= 2**53:
        assert read_rupiah(float(rupiah)) == rupiah
    if rupiah >= 0:
        assert read_rupiah(f"{Decimal(rupiah):E}") == rupiah


@given(st.one_of(st.text(max_size=40), st.floats(), st.integers(), st.none(), st.booleans()))
def test_anything_is_a_whole_sum_or_refused(isi: object):
    try:
        hasil = read_rupiah(isi)
    except BukanRupiahError:
        return
    assert hasil is None or (type(hasil) is int and abs(hasil) <= RUPIAH_TERBANYAK)
