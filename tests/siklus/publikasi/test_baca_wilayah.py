"""Offices side by side: coverage said, sums divided once, no percentage averaged."""

from decimal import Decimal

import pytest
from terbitan_contoh import build_register, build_terbitan, withdraw

from akuntabel.siklus.publikasi.baca_portal import find_satker
from akuntabel.siklus.publikasi.baca_wilayah import read_wilayah

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _register() -> None:
    build_register()


def test_coverage_counts_offices_that_have_not_published():
    build_terbitan("357200")
    build_terbitan("357300")
    jatim = read_wilayah(find_satker("350000"))
    nasional = read_wilayah(None)
    assert jatim is not None
    assert nasional is not None
    assert str(jatim.semua.cakupan) == "2 dari 3"
    assert str(nasional.semua.cakupan) == "2 dari 6"
    assert [s.kode for s in jatim.belum] == ["350000"]
    per_wilayah = {k.satker.kode: str(k.cakupan) for k in nasional.daftar_kelompok if k.satker}
    assert per_wilayah == {"330000": "0 dari 2", "350000": "2 dari 3"}


def test_absorption_is_the_ratio_of_sums_over_those_who_know_both():
    build_terbitan("357200", pagu=1000, realisasi=900)
    build_terbitan("357300", pagu=10, realisasi=1)
    build_terbitan("337300", pagu=5000, realisasi=None)
    nasional = read_wilayah(None)
    assert nasional is not None
    assert len(nasional.semua.daftar_berpagu) == 2
    serapan = nasional.semua.serapan
    assert serapan is not None
    assert serapan.require().quantize(Decimal("0.01")) == Decimal("89.21")  # 901 ÷ 1010; the mean would be 50


def test_the_same_capaian_has_the_same_place_and_none_has_none():
    for kode, capaian in (("357200", "90"), ("357300", "100"), ("337300", "90"), ("350000", "")):
        build_terbitan(kode, capaian=capaian)
    wilayah = read_wilayah(None)
    assert wilayah is not None
    assert [(p.nomor, p.terbitan.kode_satker) for p in wilayah.daftar_peringkat] == [
        (1, "357300"),
        (2, "337300"),
        (2, "357200"),
        (None, "350000"),
    ]


def test_a_province_of_single_offices_has_no_groups():
    build_terbitan()
    jatim = read_wilayah(find_satker("350000"))
    assert jatim is not None
    assert jatim.daftar_kelompok == ()


def test_the_newest_year_unless_another_is_asked_for():
    build_terbitan(tahun=2019)
    build_terbitan(tahun=2020)
    for tahun, harapan in ((None, 2020), (2019, 2019)):
        wilayah = read_wilayah(None, tahun)
        assert wilayah is not None
        assert (wilayah.tahun, wilayah.daftar_tahun) == (harapan, (2019, 2020))
    assert read_wilayah(None, 2015) is None


def test_what_was_withdrawn_or_is_not_the_main_report_counts_nowhere():
    withdraw(build_terbitan())
    build_terbitan("357300", entitas="sekretariat", is_utama=False)
    wilayah = read_wilayah(None)
    assert wilayah is not None
    assert (wilayah.tahun, wilayah.daftar_peringkat, len(wilayah.belum)) == (None, (), 6)
