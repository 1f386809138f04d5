"""What holds of every capaian: exact hits, monotony, cap once and last, no context but our own."""

from decimal import Decimal, getcontext, localcontext

import pytest
from contoh_kebijakan import KEBIJAKAN, TANPA_BATAS, ukur, with_rumus
from hypothesis import assume, given
from hypothesis import strategies as st

from akuntabel.core.calc.kebijakan import Arah, RumusCapaian

D = Decimal

angka_positif = st.decimals(D("0.0001"), D("1e12"), places=4)
angka_tak_negatif = st.decimals(D(0), D("1e12"), places=4)
angka_apa_pun = st.decimals(D("-1e12"), D("1e12"), places=4)


@pytest.mark.parametrize(
    ("arah", "rumus"),
    [
        (Arah.MAKSIMASI, RumusCapaian.RASIO),
        (Arah.MAKSIMASI, RumusCapaian.SELISIH_RELATIF),
        (Arah.MINIMASI, RumusCapaian.DUA_KURANG_RASIO),
        (Arah.MINIMASI, RumusCapaian.RASIO_TERBALIK),
        (Arah.MINIMASI, RumusCapaian.SELISIH_RELATIF),
        (Arah.STABILISASI, RumusCapaian.SIMETRIS),
        (Arah.RENTANG, RumusCapaian.RENTANG),
    ],
)
@given(t=angka_apa_pun)
def test_reaching_exactly_the_target_is_100(arah: Arah, rumus: RumusCapaian, t: Decimal) -> None:
    assume(t != 0)
    capaian = ukur(arah, str(t), t, with_rumus(arah, rumus))
    assert capaian.mentah.require() == 100
    assert capaian.is_tercapai is True


@given(t=angka_apa_pun, satu=angka_apa_pun, dua=angka_apa_pun)
def test_more_is_never_worse_when_maximised_nor_better_when_minimised(t: Decimal, satu: Decimal, dua: Decimal) -> None:
    assume(t != 0)
    sedikit, banyak = sorted((satu, dua))
    # One formula over the whole line: the policy's own one for negatives agrees with the ratio for positives.
    for kebijakan in (TANPA_BATAS, KEBIJAKAN):
        naik = [ukur(Arah.MAKSIMASI, str(t), r, kebijakan).terbatas.require() for r in (sedikit, banyak)]
        turun = [ukur(Arah.MINIMASI, str(t), r, kebijakan).terbatas.require() for r in (sedikit, banyak)]
        assert naik[0] <= naik[1]
        assert turun[0] >= turun[1]


@given(t=angka_positif, satu=angka_apa_pun, dua=angka_apa_pun)
def test_nearer_is_never_worse_when_stabilised(t: Decimal, satu: Decimal, dua: Decimal) -> None:
    dekat, jauh = sorted((satu, dua), key=lambda r: abs(r - t))
    capaian = [ukur(Arah.STABILISASI, str(t), r).mentah.require() for r in (dekat, jauh)]
    assert capaian[0] >= capaian[1]


@given(r=angka_tak_negatif)
def test_minimising_against_zero_is_all_or_the_floor(r: Decimal) -> None:
    assert ukur(Arah.MINIMASI, "0", r, KEBIJAKAN).terbatas.require() == (100 if r == 0 else 0)


@given(arah=st.sampled_from([Arah.MAKSIMASI, Arah.MINIMASI]), t=angka_positif, r=angka_tak_negatif)
def test_the_cap_comes_once_and_last(arah: Arah, t: Decimal, r: Decimal) -> None:
    bebas, terikat = ukur(arah, str(t), r, TANPA_BATAS), ukur(arah, str(t), r, KEBIJAKAN)
    assert terikat.mentah.angka == bebas.mentah.angka
    assert terikat.terbatas.require() == min(D(120), max(D(0), bebas.mentah.require()))
    assert terikat.is_tercapai is bebas.is_tercapai


@given(digit=st.integers(1, 60))
def test_the_callers_decimal_context_changes_nothing(digit: int) -> None:
    with localcontext() as konteks:
        konteks.prec = digit
        konteks.rounding = "ROUND_UP"
        assert getcontext().prec == digit
        assert str(ukur(Arah.MAKSIMASI, "77", "78").mentah.require()) == "101.2987012987012987012987013"
