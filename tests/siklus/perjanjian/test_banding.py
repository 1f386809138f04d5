"""Which of two targets promises less: by the polarity, for any two targets."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akuntabel.core.calc.capaian import Target, UrutanPredikat
from akuntabel.core.calc.kebijakan import Arah
from akuntabel.core.regulasi import load_predikat
from akuntabel.siklus.perjanjian.banding import is_lebih_lemah

AKIP = load_predikat("akip")
ANGKA = st.decimals(-1000, 1000, allow_nan=False, places=3)
RENTANG = st.tuples(ANGKA, ANGKA).map(sorted).map(lambda p: Target(batas_bawah=p[0], batas_atas=p[1]))
TARGET = {
    Arah.MAKSIMASI: ANGKA.map(lambda a: Target(angka=a)),
    Arah.MINIMASI: ANGKA.map(lambda a: Target(angka=a)),
    Arah.BINER: st.sampled_from([Decimal(0), Decimal(1)]).map(lambda a: Target(angka=a)),
    Arah.TENGGAT: st.dates(date(2020, 1, 1), date(2030, 1, 1)).map(lambda t: Target(tanggal=t)),
    Arah.ORDINAL: st.sampled_from(sorted(AKIP.peringkat)).map(lambda p: Target(predikat=p)),
    Arah.RENTANG: RENTANG,
}
BERURUT = [a for a in TARGET if a is not Arah.RENTANG]


def _tiga(arah: Arah) -> st.SearchStrategy[tuple[Arah, Target, Target, Target]]:
    return st.tuples(st.just(arah), TARGET[arah], TARGET[arah], TARGET[arah])


@given(st.sampled_from(list(TARGET)).flatmap(_tiga))
def test_no_target_promises_less_than_itself(tiga):
    arah, satu, _, _ = tiga
    assert is_lebih_lemah(arah, satu, satu, AKIP) is False


@given(st.sampled_from(BERURUT).flatmap(_tiga))
def test_of_two_different_targets_exactly_one_promises_less(tiga):
    arah, satu, dua, _ = tiga
    kiri, kanan = is_lebih_lemah(arah, satu, dua, AKIP), is_lebih_lemah(arah, dua, satu, AKIP)
    assert (kiri, kanan) == (False, False) if satu == dua else kiri is not kanan


@given(st.sampled_from(list(TARGET)).flatmap(_tiga))
def test_who_keeps_to_a_stricter_target_keeps_to_the_weaker_one(tiga):
    arah, satu, dua, tiga_ = tiga
    if not is_lebih_lemah(arah, satu, dua, AKIP) and not is_lebih_lemah(arah, dua, tiga_, AKIP):
        assert not is_lebih_lemah(arah, satu, tiga_, AKIP)


@given(RENTANG, st.decimals(0, 10, places=2), st.decimals(0, 10, places=2))
def test_a_wider_range_promises_less_and_a_narrower_one_does_not(rentang, kiri, kanan):
    bawah, atas = rentang.rentang
    lebar = Target(batas_bawah=bawah - kiri, batas_atas=atas + kanan)
    assert is_lebih_lemah(Arah.RENTANG, lebar, rentang) is bool(kiri or kanan)
    assert is_lebih_lemah(Arah.RENTANG, rentang, lebar) is False


@given(ANGKA, ANGKA)
def test_polarity_turns_the_order_round(satu, dua):
    kiri, kanan = Target(angka=satu), Target(angka=dua)
    assert is_lebih_lemah(Arah.MAKSIMASI, kiri, kanan) is is_lebih_lemah(Arah.MINIMASI, kanan, kiri)


@given(ANGKA, ANGKA)
def test_a_figure_to_be_kept_is_neither_better_nor_worse(satu, dua):
    hasil = is_lebih_lemah(Arah.STABILISASI, Target(angka=satu), Target(angka=dua))
    assert hasil is (False if satu == dua else None)


@pytest.mark.parametrize(
    ("arah", "target", "acuan", "predikat"),
    [
        (Arah.ORDINAL, Target(predikat="B"), Target(predikat="BB"), None),
        (Arah.ORDINAL, Target(predikat="B"), Target(predikat="WTP"), AKIP),
        (Arah.TENGGAT, Target(angka=Decimal(1)), Target(tanggal=date(2026, 1, 1)), None),
        (Arah.MAKSIMASI, Target(predikat="B"), Target(angka=Decimal(1)), None),
        (Arah.RENTANG, Target(predikat="B"), Target(angka=Decimal(1)), None),
    ],
)
def test_what_cannot_be_compared_is_not_called_weaker(
    arah: Arah, target: Target, acuan: Target, predikat: UrutanPredikat | None
):
    assert is_lebih_lemah(arah, target, acuan, predikat) is None
