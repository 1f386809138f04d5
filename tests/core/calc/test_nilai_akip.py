"""The score of the evaluation: what must hold whatever the grades are."""

from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akuntabel.core.calc.nilai_akip import (
    HasilAkip,
    HasilSub,
    compute_komponen,
    compute_nilai_akip,
    compute_sub_predikat,
    compute_sub_rata,
)
from akuntabel.core.regulasi import load_skala
from akuntabel.core.regulasi.lke import load_lke

TEMPLAT = load_lke("permenpanrb-88-2021")
SKALA = load_skala("nilai-akip")
NILAI = {g.predikat: g.nilai for g in TEMPLAT.predikat}
PREDIKAT = st.fixed_dictionaries({s.kode: st.sampled_from(list(NILAI)) for s in TEMPLAT.daftar_sub()})
ANGKA = st.decimals(0, 100, places=4)


def nilai_akip(predikat: dict[str, str | None]) -> HasilAkip:
    def sub(kode: str, bobot: Decimal) -> HasilSub:
        p = predikat[kode] or ""
        return compute_sub_predikat(kode, kode, bobot, p, NILAI[p] if p else None)

    return compute_nilai_akip(
        [compute_komponen(k.kode, k.nama, k.bobot, [sub(s.kode, s.bobot) for s in k.sub]) for k in TEMPLAT.komponen],
        SKALA,
    )


@given(PREDIKAT)
def test_the_score_lies_between_the_worst_and_the_best_grade(predikat: dict[str, str]):
    nilai = nilai_akip(predikat).nilai.require()
    dipakai = [NILAI[p] for p in predikat.values()]
    assert min(dipakai) <= nilai <= max(dipakai)


@given(PREDIKAT)
def test_the_score_is_the_sum_of_its_components_and_of_its_sub_components(predikat: dict[str, str]):
    hasil = nilai_akip(predikat)
    per_komponen = sum((k.nilai.require() for k in hasil.komponen), Decimal(0))
    per_sub = sum((s.tertimbang.require() for k in hasil.komponen for s in k.sub), Decimal(0))
    assert hasil.nilai.require() == per_komponen == per_sub


@given(PREDIKAT, st.sampled_from([s.kode for s in TEMPLAT.daftar_sub()]), st.sampled_from(list(NILAI)))
def test_a_better_grade_never_lowers_the_score(predikat: dict[str, str], kode: str, baru: str):
    lebih_baik = predikat | {kode: max(baru, predikat[kode], key=lambda p: NILAI[p])}
    assert nilai_akip(lebih_baik).nilai.require() >= nilai_akip(predikat).nilai.require()


@given(PREDIKAT, st.sampled_from([s.kode for s in TEMPLAT.daftar_sub()]))
def test_a_sheet_with_a_gap_has_no_score_and_no_predicate_but_tells_how_far_it_is(predikat: dict[str, str], kode: str):
    hasil = nilai_akip({**predikat, kode: None})
    penuh = nilai_akip(predikat)
    assert not hasil.nilai.is_counted
    assert hasil.predikat is None
    assert str(hasil.cakupan) == "11 dari 12"
    sub = penuh.find_sub(kode)
    assert sub is not None
    assert hasil.sementara.require() == penuh.nilai.require() - sub.tertimbang.require()


@given(PREDIKAT)
def test_the_decimal_context_of_a_caller_changes_nothing(predikat: dict[str, str]):
    with localcontext() as konteks:
        konteks.prec = 3
        sempit = nilai_akip(predikat).nilai.require()
    assert sempit == nilai_akip(predikat).nilai.require()


@given(st.lists(ANGKA, min_size=1, max_size=11), st.sampled_from([s.bobot for s in TEMPLAT.daftar_sub()]))
def test_a_mean_is_not_rounded_on_its_way_into_the_score(angka: list[Decimal], bobot: Decimal):
    sub = compute_sub_rata("1b", "1b", bobot, [(str(n), a) for n, a in enumerate(angka)])
    assert sub.poin == Fraction(bobot) * sum(map(Fraction, angka)) / len(angka) / 100
    hasil = compute_nilai_akip([compute_komponen("1", "1", bobot, [sub])], SKALA)
    assert hasil.nilai.require() == sub.tertimbang.require()


@pytest.mark.parametrize(
    ("angka", "label"),
    [([60, 60, 60], "CC"), ([50, 60, 70], "CC"), (["59.9999", "60", "60.0002"], "B"), ([0, 30, 60], "D")],
)
def test_a_bound_belongs_to_the_band_below_it_even_after_a_division_by_three(angka: list[int | str], label: str):
    daftar = [
        compute_sub_rata("1a", "1a", Decimal(100), [(str(n), Decimal(a)) for n, a in enumerate(angka)]),
    ]
    hasil = compute_nilai_akip([compute_komponen("1", "1", Decimal(100), daftar)], SKALA)
    assert hasil.predikat is not None
    assert hasil.predikat.label == label


def test_the_trace_leads_from_the_score_to_every_grade():
    jejak = nilai_akip(dict.fromkeys((s.kode for s in TEMPLAT.daftar_sub()), "BB")).nilai.jejak
    assert jejak is not None
    assert jejak.hasil == "80"
    assert [o.nilai for o in jejak.operan] == ["24", "24", "12", "20"]
    sub = jejak.langkah[0].langkah
    assert len(sub) == 3
    assert sub[0].langkah[0].operan[0].nama == "predikat BB"
