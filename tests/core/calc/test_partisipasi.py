"""Turnout over the bases that reports use, and formulas read from words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akuntabel.core.calc.nilai import StatusNilai
from akuntabel.core.calc.partisipasi import (
    JumlahPemilih,
    KategoriPemilih,
    RumusPartisipasi,
    compute_partisipasi,
    daftar_partisipasi,
    find_singkatan,
    parse_rumus_partisipasi,
    sum_jumlah,
)

DPT, PINDAH, KTP = KategoriPemilih
SEMUA = frozenset(KategoriPemilih)
RESMI_2020 = RumusPartisipasi(SEMUA, frozenset({DPT, KTP}))
BLITAR = {DPT: JumlahPemilih(114_890, 90_497), PINDAH: JumlahPemilih(0, 0), KTP: JumlahPemilih(411, 411)}
LABEL = {DPT: "Daftar Pemilih Tetap (DPT)", PINDAH: "Daftar Pemilih Pindahan (DPPh)", KTP: "Pemilih Tambahan (DPTb)"}


def test_both_bases_are_shown_and_one_is_official():
    resmi, lain = daftar_partisipasi(RESMI_2020, BLITAR)
    assert (resmi.is_resmi, lain.is_resmi) == (True, False)
    assert f"{resmi.nilai.require():.3f}" == "78.844"
    assert f"{lain.nilai.require():.3f}" == "79.126"
    assert lain.rumus.pemilih == {DPT}


def test_without_a_known_formula_neither_base_is_official():
    daftar = daftar_partisipasi(None, BLITAR)
    assert [p.is_resmi for p in daftar] == [False, False]
    assert [len(p.rumus.pemilih) for p in daftar] == [1, 2]


def test_the_trace_names_every_list_that_was_counted():
    jejak = daftar_partisipasi(RESMI_2020, BLITAR)[0].nilai.jejak
    assert jejak is not None
    assert [(o.nama, o.nilai) for o in jejak.operan] == [
        ("pengguna.terdaftar", "90497"),
        ("pengguna.pindahan", "0"),
        ("pengguna.tambahan_ktp", "411"),
        ("pemilih.terdaftar", "114890"),
        ("pemilih.tambahan_ktp", "411"),
    ]


def test_a_list_that_is_not_there_is_not_a_list_of_nobody():
    nilai = compute_partisipasi(RESMI_2020, {DPT: JumlahPemilih(100, 60), KTP: JumlahPemilih(3, 3)})
    assert nilai.status is StatusNilai.TIDAK_DAPAT_DIHITUNG
    assert nilai.alasan == "Jumlah pengguna hak pilih pindahan belum diisi."


def test_an_unknown_part_makes_the_sum_unknown():
    assert sum_jumlah([JumlahPemilih(1, 1), JumlahPemilih(2, None)]) == JumlahPemilih(3, None)
    assert sum_jumlah([]) == JumlahPemilih(None, None)


@pytest.mark.parametrize(
    ("teks", "pemilih"),
    [
        ("(pengguna hak pilih dalam DPT, DPPh, dan DPTb) ÷ (pemilih dalam DPT dan DPTb) × 100%", {DPT, KTP}),
        ("pengguna DPT + DPPh + DPTb dibagi DPT kali 100", {DPT}),
        ("(DPT + DPTb + DPPh) / DPT", {DPT}),
    ],
)
def test_a_formula_is_read_from_its_words(teks: str, pemilih: set[KategoriPemilih]):
    assert parse_rumus_partisipasi(teks, LABEL) == RumusPartisipasi(SEMUA, frozenset(pemilih))


@pytest.mark.parametrize("teks", ["", "menurut KPU", "pengguna ÷ pemilih", "DPT ÷ ", "DPT ÷ DPTb ÷ DPPh"])
def test_a_formula_that_is_not_said_is_not_guessed(teks: str):
    assert parse_rumus_partisipasi(teks, LABEL) is None


def test_half_a_formula_is_a_mistake():
    with pytest.raises(ValueError, match="without"):
        RumusPartisipasi(frozenset(), SEMUA)


def test_the_short_name_of_a_list():
    assert find_singkatan("Daftar Pemilih Tetap (DPT)") == "DPT"
    assert find_singkatan(" Daftar pindah memilih ") == "Daftar pindah memilih"


jumlah = st.integers(0, 10**9)


@given(jumlah, jumlah, jumlah, jumlah, jumlah)
def test_turnout_is_votes_over_voters_and_nothing_else(a: int, b: int, c: int, pemilih: int, tambahan: int):
    nilai = compute_partisipasi(
        RESMI_2020,
        {DPT: JumlahPemilih(pemilih, a), PINDAH: JumlahPemilih(None, b), KTP: JumlahPemilih(tambahan, c)},
    )
    if pemilih + tambahan == 0:
        assert not nilai.is_counted
    else:
        tepat = Decimal((a + b + c) * 100) / (pemilih + tambahan)
        assert abs(nilai.require() - tepat) <= abs(tepat) * Decimal("1e-25")
