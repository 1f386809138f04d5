"""The seven analyses, the reviewer's checklist, the deadlines."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akuntabel.core.regulasi import JawabanData, daftar_analisis_lkj, daftar_checklist_reviu, daftar_kewajiban


def test_seven_analyses_in_the_words_of_the_regulation():
    daftar = daftar_analisis_lkj()
    assert [a.urut for a in daftar] == [1, 2, 3, 4, 5, 6, 7]
    assert daftar[0].bunyi == "Membandingkan antara target dan realisasi kinerja tahun ini"
    assert daftar[4].bunyi.endswith("serta alternative solusi yang telah dilakukan")
    assert [a.urut for a in daftar if a.is_jika_ada] == [4]


def test_checklist_has_the_lines_of_the_form():
    daftar = daftar_checklist_reviu()
    assert Counter(b.bagian for b in daftar) == {"Format": 6, "Mekanisme penyusunan": 7, "Substansi": 10}
    nomor = {bagian: [b.nomor for b in daftar if b.bagian == bagian] for bagian in {b.bagian for b in daftar}}
    assert all(urut == list(range(1, len(urut) + 1)) for urut in nomor.values())
    assert len({b.bunyi for b in daftar}) == len(daftar)


def test_conditional_lines_point_at_earlier_lines():
    terbaca = []
    bersyarat = {}
    for butir in daftar_checklist_reviu():
        assert set(butir.jika_tidak) <= set(terbaca)
        terbaca.append(butir.id)
        if butir.jika_tidak:
            bersyarat[butir.id] = butir.jika_tidak
    assert bersyarat == {"III.3": ("III.1", "III.2"), "III.6": ("III.4", "III.5"), "III.9": ("III.8",)}


def test_lines_that_facts_can_answer_are_marked():
    ya = {b.id for b in daftar_checklist_reviu() if b.dari_data is JawabanData.YA}
    sebagian = {b.id for b in daftar_checklist_reviu() if b.dari_data is JawabanData.SEBAGIAN}
    assert ya == {"I.2", "I.3", "I.6", "III.1", "III.2", "III.4", "III.5", "III.7"}
    assert sebagian == {"I.4", "I.5", "II.2"}


@pytest.mark.parametrize(
    ("kode", "acuan", "jatuh_tempo"),
    [
        ("lkj-kementerian-lembaga", date(2020, 12, 31), date(2021, 2, 28)),
        ("lkj-kementerian-lembaga", date(2023, 12, 31), date(2024, 2, 29)),
        ("lkj-perangkat-daerah", date(2020, 12, 31), date(2021, 2, 28)),
        ("lkj-pemerintah-daerah", date(2020, 12, 31), date(2021, 3, 31)),
        ("perjanjian-kinerja", date(2020, 11, 30), date(2020, 12, 30)),
        ("perjanjian-kinerja", date(2020, 12, 5), date(2021, 1, 5)),
        ("lkj-kpu-2025", date(2025, 12, 31), date(2026, 2, 28)),
        ("reviu", date(2021, 1, 20), date(2021, 1, 20)),
        ("lkj-satker", date(2020, 12, 31), None),
    ],
)
def test_deadline_counts_from_its_day(kode, acuan, jatuh_tempo):
    assert daftar_kewajiban()[kode].compute_jatuh_tempo(acuan) == jatuh_tempo


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_months_never_run_over_into_the_next(acuan):
    jatuh_tempo = daftar_kewajiban()["lkj-pemerintah-daerah"].compute_jatuh_tempo(acuan)
    assert jatuh_tempo is not None
    assert (jatuh_tempo.year * 12 + jatuh_tempo.month) - (acuan.year * 12 + acuan.month) == 3
    assert jatuh_tempo.day <= acuan.day


def test_a_fixed_day_belongs_to_one_year():
    for kewajiban in daftar_kewajiban().values():
        assert (kewajiban.tahun is None) == (kewajiban.tanggal is None), kewajiban.id
        assert kewajiban.bulan is None or kewajiban.tanggal is None, kewajiban.id
