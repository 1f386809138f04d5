"""Targets as people type them become targets as they are kept; what cannot be read stays as it was typed."""

import pytest

from akuntabel.siklus.perencanaan.models import Indikator
from akuntabel.siklus.perencanaan.target import write_target
from akuntabel.siklus.perjanjian.target import parse_target_tersimpan, show_teks_target


def _indikator(arah: str, satuan: str = "%", predikat: str = "") -> Indikator:
    return Indikator(
        kode="1.1",
        nama="I",
        arah=arah,
        satuan=satuan,
        predikat=predikat,
        sumber_realisasi="sendiri",
        konsolidasi="terakhir",
        agregasi="tidak",
    )


@pytest.mark.parametrize(
    ("arah", "ketikan", "tersimpan", "tampil"),
    [
        ("maksimasi", "77,5", "77.5", "77,5%"),
        ("maksimasi", " 77.5 % ", "77.5", "77,5%"),
        ("maksimasi", "1.250", "1250", "1.250%"),
        ("maksimasi", "1.250.000,25", "1250000.25", "1.250.000,25%"),
        ("maksimasi", "0.125", "0.125", "0,125%"),
        ("maksimasi", "-2,5", "-2.5", "-2,5%"),
        ("rentang", "80..90", "80..90", "80% s.d. 90%"),
        ("rentang", "80 s.d. 90,5 %", "80..90.5", "80% s.d. 90,5%"),
        ("rentang", "80 – 90", "80..90", "80% s.d. 90%"),
        ("rentang", "80-90", "80..90", "80% s.d. 90%"),
        ("rentang", "80 sampai dengan 90", "80..90", "80% s.d. 90%"),
        ("tenggat", "2026-12-09", "2026-12-09", "9 Desember 2026"),
        ("tenggat", "9 Desember 2026", "2026-12-09", "9 Desember 2026"),
        ("tenggat", "09-12-2026", "2026-12-09", "9 Desember 2026"),
    ],
)
def test_what_people_type_is_understood(arah, ketikan, tersimpan, tampil):
    indikator = _indikator(arah)
    assert write_target(ketikan, indikator) == tersimpan
    assert show_teks_target(tersimpan, indikator) == tampil


def test_letters_of_a_predicate_count_not_their_case():
    indikator = _indikator("ordinal", "predikat", "akip")
    assert write_target("bb", indikator) == "BB"
    assert show_teks_target("BB", indikator) == "BB"


@pytest.mark.parametrize(
    ("arah", "ketikan"),
    [("maksimasi", "naik"), ("rentang", "delapan puluh"), ("tenggat", "9 Oktember 2026"), ("tenggat", "31-02-2026")],
)
def test_what_cannot_be_read_is_not_lost_and_says_what_is_expected(arah, ketikan):
    indikator = _indikator(arah)
    terbaca = parse_target_tersimpan(write_target(ketikan, indikator), indikator)
    assert terbaca.target is None
    assert terbaca.diharapkan
    assert show_teks_target(ketikan, indikator) == ketikan
