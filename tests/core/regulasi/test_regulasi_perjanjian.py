"""Limits of targets and reasons of revision, with their source and their dates."""

import pytest

from akuntabel.core.regulasi import AcuanTarget, daftar_ketentuan_target, daftar_pemicu_revisi


@pytest.mark.parametrize(
    ("jenis", "tahun", "is_mengikat"),
    [
        ("kota", 2025, False),
        ("kota", 2026, True),
        ("kabupaten", 2027, True),
        ("provinsi", 2026, True),
        ("pusat", 2026, False),
    ],
)
def test_regional_targets_are_bound_to_the_national_one_since_2026(jenis, tahun, is_mengikat):
    ketentuan = daftar_ketentuan_target()["tidak-di-bawah-nasional"]
    assert ketentuan.acuan is AcuanTarget.NASIONAL
    assert ketentuan.is_mengikat(jenis, tahun) is is_mengikat


def test_the_three_reasons_of_a_revision_in_the_words_of_the_regulation():
    daftar = daftar_pemicu_revisi()
    assert list(daftar) == ["pejabat", "strategi", "asumsi"]
    assert {p.dasar for p in daftar.values()} == {"PermenPANRB 53/2014 Lampiran I huruf E"}
    assert "perubahan program, kegiatan dan alokasi anggaran" in daftar["strategi"].bunyi
