"""The worksheets of the evaluation: complete, weighted exactly, each line with its mark, chosen by the year."""

from decimal import Decimal

import pytest

from akuntabel.core.calc.nilai_akip import CaraNilai
from akuntabel.core.regulasi import daftar_peraturan, daftar_sumber
from akuntabel.core.regulasi.berkas import RegulasiTidakDikenal
from akuntabel.core.regulasi.ketentuan import check_tanda
from akuntabel.core.regulasi.lke import Aspek, TemplatLke, daftar_lke, find_lke, load_lke

SEMUA = [load_lke(nama) for nama in daftar_lke()]
BARU, LAMA = load_lke("permenpanrb-88-2021"), load_lke("permenpanrb-12-2015")


def test_the_worksheets_that_are_asked_for_exist():
    assert daftar_lke() == ("permenpanrb-12-2015", "permenpanrb-88-2021")
    with pytest.raises(RegulasiTidakDikenal, match="permenpanrb-88-2021"):
        load_lke("permenpanrb-1-1900")


@pytest.mark.parametrize(
    ("tahun", "nama"),
    [
        (2013, None),
        (2015, "permenpanrb-12-2015"),
        (2020, "permenpanrb-12-2015"),
        (2021, "permenpanrb-88-2021"),
        (2026, "permenpanrb-88-2021"),
    ],
)
def test_the_performance_of_a_year_is_judged_by_the_regulation_of_the_year_after(tahun: int, nama: str | None):
    templat = find_lke(tahun)
    assert (templat.nama if templat else None) == nama


def test_the_weights_of_88_2021_are_those_of_the_regulation():
    bobot = {s.kode: s.bobot for s in BARU.daftar_sub()}
    assert bobot == {
        "1a": Decimal(6),
        "1b": Decimal(9),
        "1c": Decimal(15),
        "2a": Decimal(6),
        "2b": Decimal(9),
        "2c": Decimal(15),
        "3a": Decimal(3),
        "3b": Decimal("4.5"),
        "3c": Decimal("7.5"),
        "4a": Decimal(5),
        "4b": Decimal("7.5"),
        "4c": Decimal("12.5"),
    }
    jumlah = [len(s.kriteria) for s in BARU.daftar_sub()]
    assert jumlah == [6, 11, 8, 3, 7, 10, 6, 9, 7, 3, 5, 5]
    assert sum(jumlah) == 80


def test_every_component_of_88_2021_is_split_20_30_50():
    for k in BARU.komponen:
        bagian = [s.bobot / k.bobot * 100 for s in k.sub]
        assert bagian == [20, 30, 50]
        assert [s.aspek for s in k.sub] == [Aspek.KEBERADAAN, Aspek.KUALITAS, Aspek.PEMANFAATAN]


def test_grades_descend_and_each_says_what_it_takes_in_every_aspect():
    assert [g.predikat for g in BARU.predikat] == ["AA", "A", "BB", "B", "CC", "C", "D", "E"]
    assert [g.nilai for g in BARU.predikat] == [100, 90, 80, 70, 60, 50, 30, 0]
    for g in BARU.predikat:
        assert set(g.uraian) == {Aspek.KEBERADAAN, Aspek.KUALITAS, Aspek.PEMANFAATAN}
        assert all(g.uraian.values())
    assert [(g.predikat, g.tahun) for g in BARU.predikat if g.tahun] == [("AA", 5), ("A", 1)]


@pytest.mark.parametrize(
    ("persen", "predikat"),
    [("100", "BB"), ("99.99", "B"), ("75", "CC"), ("75.01", "B"), ("50", "C"), ("25", "D"), ("0.01", "D"), ("0", "E")],
)
def test_the_share_of_fulfilled_kriteria_names_the_best_grade_without_years(persen: str, predikat: str):
    layak = next(g for g in BARU.predikat if not g.tahun and g.is_terpenuhi(Decimal(persen)))
    assert layak.predikat == predikat


def test_the_lines_that_the_application_can_prove_are_those_of_the_reference():
    terbukti = {k.kode for k in BARU.daftar_kriteria() if k.dari_data}
    assert terbukti == {
        *("1b1", "1b2", "1b8", "1b9", "1c3", "1c4", "2a2", "2a3", "2b4", "2b5", "2b6", "2b7", "2c8"),
        *("3a1", "3a2", "3a3", "3a4", "3a5", "3a6", "3b3", "3b4", "3b5", "3b6", "3b7", "3b8", "3b9", "4b5", "4c1"),
    }


def test_the_weights_of_12_2015_are_those_of_the_regulation():
    assert [(k.kode, k.bobot) for k in LAMA.komponen] == [("A", 30), ("B", 25), ("C", 15), ("D", 10), ("E", 20)]
    assert [s.bobot for s in LAMA.daftar_sub()] == [
        *map(Decimal, ("2", "5", "3", "4", "10", "6", "5", "12.5", "7.5", "3", "7.5", "4.5", "2", "5", "3", "7.5")),
        Decimal("12.5"),
    ]
    assert LAMA.cara == (CaraNilai.JAWABAN,)


def test_letters_and_yes_or_no_count_what_the_regulation_says():
    assert [p.nilai for p in LAMA.jenis_jawaban["huruf"]] == [100, 75, 50, 25, 0]
    assert [p.nilai for p in LAMA.jenis_jawaban["ya-tidak"]] == [100, 0]


@pytest.mark.parametrize("templat", SEMUA, ids=lambda t: t.nama)
def test_every_line_has_a_mark_that_names_a_text_that_was_read(templat: TemplatLke):
    sumber = set(daftar_sumber())
    assert templat.peraturan in daftar_peraturan()
    for k in templat.daftar_kriteria():
        check_tanda(k.tanda)
        if k.tanda.startswith("V:"):
            assert set(k.tanda.removeprefix("V:").split(",")) <= sumber
        assert k.bunyi.strip()


@pytest.mark.parametrize("templat", SEMUA, ids=lambda t: t.nama)
def test_weights_that_do_not_add_up_are_refused(templat: TemplatLke):
    isi = {nama: getattr(templat, nama) for nama in TemplatLke.__dataclass_fields__}
    with pytest.raises(ValueError, match="bobot komponen berjumlah"):
        TemplatLke(**isi | {"komponen": templat.komponen[1:]})


@pytest.mark.parametrize("templat", SEMUA, ids=lambda t: t.nama)
def test_everything_is_found_by_its_code(templat: TemplatLke):
    for sub in templat.daftar_sub():
        assert templat.find_sub(sub.kode) is sub
        for k in sub.kriteria:
            assert templat.find_kriteria(k.kode) is k
            assert templat.find_sub_kriteria(k.kode) is sub
    assert templat.find_sub("tidak-ada") is templat.find_kriteria("tidak-ada") is templat.find_komponen("9") is None
