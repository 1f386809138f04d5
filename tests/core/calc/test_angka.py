"""Indonesian figures, dates and number words: written, read, and read as the wild writes them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akuntabel.core.calc.angka import format_angka, format_bulan, format_persen, format_rupiah, format_tanggal
from akuntabel.core.calc.baca_angka import (
    AngkaTidakTerbacaError,
    parse_angka,
    parse_n_dari_m,
    parse_rupiah,
    parse_tanggal,
)
from akuntabel.core.calc.terbilang import TerbilangTidakTerbacaError, parse_terbilang, terbilang, terbilang_rupiah

ANGKA = st.decimals(-(10**15), 10**15, places=4)


@pytest.mark.parametrize(
    ("angka", "desimal", "hasil"),
    [
        ("1234567.89", 2, "1.234.567,89"),
        ("1234567.89", None, "1.234.567,89"),
        ("78.845", 2, "78,85"),
        ("-0.004", 2, "0,00"),
        ("-1234.5", 1, "-1.234,5"),
        ("100", None, "100"),
        ("1E+3", None, "1.000"),
        ("999.995", 2, "1.000,00"),
    ],
)
def test_figures_are_written_with_dots_and_a_comma(angka: str, desimal: int | None, hasil: str):
    assert format_angka(Decimal(angka), desimal) == hasil


def test_money_and_dates_follow_the_spelling_rules():
    assert format_rupiah(20184522000) == "Rp20.184.522.000"
    assert format_rupiah(-201464000) == "-Rp201.464.000"
    assert format_rupiah(509969000, bertanda=True) == "+Rp509.969.000"
    assert format_persen(Decimal("62.869")) == "62,87%"
    assert format_tanggal(date(2021, 1, 20)) == "20 Januari 2021"
    assert format_bulan(date(2021, 1, 20)) == "Januari 2021"


@given(ANGKA)
def test_what_is_written_is_read_back(angka: Decimal):
    terbaca = parse_angka(format_angka(angka, 4))
    assert terbaca.angka == angka
    assert terbaca.desimal == 4
    assert terbaca.is_baku


@given(st.integers(-(10**18), 10**18))
def test_every_sum_of_money_is_read_back(jumlah: int):
    assert parse_rupiah(format_rupiah(jumlah)) == jumlah


@given(st.dates(date(1000, 1, 1)))
def test_every_date_is_read_back(tanggal: date):
    assert parse_tanggal(format_tanggal(tanggal)) == tanggal


@pytest.mark.parametrize(
    ("tertulis", "angka", "satuan"),
    [
        ("78.8%", "78.8", "%"),
        ("78,8%", "78.8", "%"),
        ("Rp. 1.234", "1234", "Rp"),
        ("RP. 15.604.135.000", "15604135000", "Rp"),
        ("Rp.18.082.553.000", "18082553000", "Rp"),
        ("Rp 1.552.671.000,-", "1552671000", "Rp"),
        ("54,012,383,000 Rp", "54012383000", "Rp"),
        ("284,670,000.00", "284670000", ""),
        ("146.078.000,00", "146078000", ""),
        ("(694.449.100,00)", "-694449100", ""),
        ("(Rp. 29.045.476.998", "-29045476998", "Rp"),
        ("-201.464.000", "-201464000", ""),
        ("2 Lap", "2", "Lap"),
        ("335 buah", "335", "buah"),
        ("2,57 km", "2.57", "km"),
        ("100 dari 110 Organisasi", "100", "dari 110 Organisasi"),
        ("lOOo/o", "100", "%"),
        ("2O2O", "2020", ""),
        ("0", "0", ""),
        ("0,4%", "0.4", "%"),
        ("Rp1.000.000.-", "1000000", "Rp"),
        ("3Orang", "3", "Orang"),
        ("l00%", "100", "%"),
        ("25 m2", "25", "m2"),
        ("1 (satu) Dokumen", "1", "(satu) Dokumen"),
        ("85 (Baik)", "85", "(Baik)"),
    ],
)
def test_figures_of_the_wild_are_read(tertulis: str, angka: str, satuan: str):
    terbaca = parse_angka(tertulis)
    assert (terbaca.angka, terbaca.satuan) == (Decimal(angka), satuan)


@pytest.mark.parametrize(
    ("tertulis", "predikat", "skor"),
    [
        ("A (80,50)", "A", "80.50"),
        ("Nilai A (83)", "A", "83"),
        ("Level 3 (3,157)", "3", "3.157"),
        ("Cc", "CC", None),
        ("WTP", "WTP", None),
        ("B", "B", None),
        ("76,89 (BB)", "BB", "76.89"),
        ("Opini WTP", "WTP", None),
    ],
)
def test_predicates_keep_their_score(tertulis: str, predikat: str, skor: str | None):
    terbaca = parse_angka(tertulis)
    assert terbaca.predikat == predikat
    assert terbaca.angka == (None if skor is None else Decimal(skor))


@pytest.mark.parametrize("tertulis", ["-", "–", "NIHIL", "n/a", "", "- Rp.", "Rp. -", "Rp.-", "N.A.", "-%"])
def test_a_dash_is_no_figure_and_no_error(tertulis: str):
    assert parse_angka(tertulis).angka is None


@pytest.mark.parametrize("tertulis", ["9.871.1466.000", "1.2.3", "1,234.56.78", "abc", "tujuh"])
def test_malformed_figures_are_refused_and_quoted(tertulis: str):
    with pytest.raises(AngkaTidakTerbacaError, match="diharapkan") as galat:
        parse_angka(tertulis)
    assert tertulis in str(galat.value)


def test_nonstandard_and_doubtful_figures_are_marked():
    assert not parse_angka("78.8%").is_baku
    assert parse_angka("78,8%").is_baku
    assert not parse_angka("Rp. 1.000").is_baku
    assert parse_angka("Rp1.000").is_baku
    assert parse_angka("2O2O").is_meragukan
    assert parse_angka("1,234").is_meragukan
    assert parse_angka("62,4 %").setengah_lebar == Decimal("0.05")


@pytest.mark.parametrize("tertulis", ["91 - 100", "100 dari 110", "2 miliar", "98.765%", "Rp 5.000 (10%)", "99,4 7%"])
def test_a_figure_beside_another_or_of_another_scale_is_doubtful(tertulis: str):
    assert parse_angka(tertulis).is_meragukan


def test_a_part_of_a_whole_gives_both():
    bagian = parse_n_dari_m("100 dari 110 Organisasi")
    assert bagian is not None
    assert (bagian.n.angka, bagian.m.angka, bagian.satuan) == (100, 110, "Organisasi")
    satker = parse_n_dari_m("31 satker dari total 35")
    assert satker is not None
    assert (satker.n.angka, satker.m.angka, satker.satuan) == (31, 35, "satker")


@pytest.mark.parametrize("tertulis", ["100", "dari 110", "1 dari 9.87.1", "seratus dari dua ratus"])
def test_what_names_no_part_and_whole_gives_none(tertulis: str):
    assert parse_n_dari_m(tertulis) is None


@given(st.text(max_size=30))
def test_no_text_breaks_the_reader(teks: str):
    try:
        parse_angka(teks)
    except AngkaTidakTerbacaError as galat:
        assert "diharapkan" in str(galat)  # noqa: PT017 — either outcome is right, a crash is not


@pytest.mark.parametrize("teks", ["31 Februari 2021", "20/13/2021", "kemarin", "20 Ju 2021"])
def test_impossible_dates_are_refused(teks: str):
    with pytest.raises(AngkaTidakTerbacaError):
        parse_tanggal(teks)


@pytest.mark.parametrize(
    ("angka", "kata"),
    [
        ("0", "nol"),
        ("11", "sebelas"),
        ("83.47", "delapan puluh tiga koma empat tujuh"),
        ("100", "seratus"),
        ("1000", "seribu"),
        ("1000000", "satu juta"),
        ("2011115", "dua juta sebelas ribu seratus lima belas"),
        ("20184522000", "dua puluh miliar seratus delapan puluh empat juta lima ratus dua puluh dua ribu"),
        ("-5", "minus lima"),
    ],
)
def test_number_words(angka: str, kata: str):
    assert terbilang(Decimal(angka)) == kata


def test_money_words_end_in_rupiah():
    assert terbilang_rupiah(1001000) == "satu juta seribu rupiah"


@given(st.one_of(st.integers(-(10**29), 10**29).map(Decimal), ANGKA))
def test_number_words_are_read_back(angka: Decimal):
    assert parse_terbilang(terbilang(angka).title()) == angka


@pytest.mark.parametrize(
    ("kata", "ke"),
    [
        ("dua blas", 2),
        ("", 1),
        ("dua koma", 2),
        ("dua koma tiga lima belas", 5),
        ("dua tiga", 2),
        ("ribu", 1),
        ("dua ribu tiga juta", 4),
    ],
)
def test_words_that_name_no_number_are_pointed_at(kata: str, ke: int):
    with pytest.raises(TerbilangTidakTerbacaError) as galat:
        parse_terbilang(kata)
    assert galat.value.kata_ke == ke


def test_number_words_end_where_their_names_end():
    with pytest.raises(ValueError, match="10\\^30"):
        terbilang(10**30)
    assert parse_terbilang("Dua puluh ribu rupiah") == 20000


@pytest.mark.parametrize("tertulis", ["lO", "Rp", "%"])
def test_letters_without_a_digit_are_no_figure(tertulis: str):
    with pytest.raises(AngkaTidakTerbacaError):
        parse_angka(tertulis)


def test_a_dash_or_a_part_of_a_rupiah_is_no_sum_of_money():
    for tertulis in ("-", "Rp1.000,50"):
        with pytest.raises(AngkaTidakTerbacaError, match="rupiah bulat"):
            parse_rupiah(tertulis)
