"""Rows as people write them: Indonesian figures, statuses with reasons, everything wrong at once, all or nothing."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from kantor_contoh import TAHUN, Kantor

from akuntabel.siklus.pengukuran.actions import HasilUkur
from akuntabel.siklus.pengukuran.actions_triwulan import submit_pengukuran
from akuntabel.siklus.pengukuran.kisi_sel import SelTertulis, read_kunci, write_kunci
from akuntabel.siklus.pengukuran.kisi_simpan import GalatBaris, SelDitolakError, check_kisi, save_kisi
from akuntabel.siklus.pengukuran.models import Elemen, Fakta
from akuntabel.siklus.pengukuran.sel import KunciSel


def _simpan(kantor: Kantor, triwulan: int = 1, **daftar: SelTertulis) -> HasilUkur:
    per_kunci = {KunciSel(kode): t for kode, t in daftar.items()}
    return save_kisi(kantor.satker, TAHUN, triwulan, per_kunci, by=kantor.pemeran.danu)


def _ditolak(kantor: Kantor, tertulis: SelTertulis, kode: str = "a", triwulan: int = 1) -> GalatBaris:
    with pytest.raises(SelDitolakError) as galat:
        _simpan(kantor, triwulan, **{kode: tertulis})
    return galat.value.per_sel[KunciSel(kode)]


def _kini(kantor: Kantor, kode: str = "a") -> SelTertulis:
    """The row as the page shows it."""
    f = kantor.terkini(kode)
    return SelTertulis(nilai=f.nilai.replace(".", ","), status="terukur", sumber=f.sumber, lama=f.pk)


@pytest.mark.parametrize(
    ("tertulis", "angka"),
    [
        ("59.122", "59122"),
        ("1.234,5", "1234.5"),
        ("0", "0"),
        ("12,25", "12.25"),
        ("-3", "-3"),
        ("1.234.567", "1234567"),
    ],
)
def test_indonesian_figures_are_stored_to_the_last_digit(kantor: Kantor, tertulis: str, angka: str) -> None:
    _simpan(kantor, a=SelTertulis(tertulis))
    assert kantor.terkini("a").angka == Decimal(angka)


@pytest.mark.parametrize("tertulis", ["1,234", "12 ribu", "lima", "1.23.4", "3 dari 4"])
def test_what_can_be_read_in_two_ways_or_none_is_refused_clearly(kantor: Kantor, tertulis: str) -> None:
    galat = _ditolak(kantor, SelTertulis(tertulis)).galat
    assert f"Tertulis “{tertulis}”, diharapkan angka, misalnya 1.234,5" in galat["nilai"]
    assert not Fakta.objects.exists()


def test_three_decimals_that_are_stored_leave_no_doubt_when_the_source_is_added(kantor: Kantor) -> None:
    kantor.ukur(1, a="1.234")
    _simpan(kantor, a=SelTertulis("1,234", "terukur", sumber="Rekapitulasi", lama=kantor.terkini("a").pk))
    assert (kantor.terkini("a").nilai, kantor.terkini("a").sumber) == ("1.234", "Rekapitulasi")


def test_every_row_that_is_wrong_is_named_and_nothing_is_stored(kantor: Kantor) -> None:
    with pytest.raises(SelDitolakError) as galat:
        _simpan(kantor, a=SelTertulis("60"), b=SelTertulis("delapan"), x=SelTertulis("1"))
    assert {str(k) for k in galat.value.per_sel} == {"b", "x"}
    assert not Fakta.objects.exists()


@pytest.mark.parametrize(
    ("tertulis", "kolom"),
    [
        (SelTertulis(), {"nilai"}),
        (SelTertulis(status="terukur"), {"nilai"}),
        (SelTertulis("60", "menunggu_rilis", alasan="x"), {"status"}),
        (SelTertulis(status="menunggu_rilis"), {"alasan"}),
        (SelTertulis("60", "kira-kira"), {"status"}),
        (SelTertulis("60", sumber="x" * 501), {"sumber"}),
    ],
)
def test_each_column_says_what_is_wrong_with_it(kantor: Kantor, tertulis: SelTertulis, kolom: set[str]) -> None:
    assert set(_ditolak(kantor, tertulis).galat) == kolom


def test_a_correction_asks_for_its_reason_and_then_keeps_both(kantor: Kantor) -> None:
    kantor.ukur(1, a=60, b=80)
    lama = kantor.terkini("a").pk
    assert set(_ditolak(kantor, SelTertulis("61", "terukur", lama=lama)).perlu) == {"perubahan"}
    _simpan(kantor, a=SelTertulis("61", "terukur", lama=lama, perubahan="Salah ketik"))
    assert (kantor.terkini("a").menggantikan_id, kantor.terkini("a").alasan_perubahan) == (lama, "Salah ketik")


def test_an_unusual_figure_asks_why(kantor: Kantor) -> None:
    kantor.ukur(1, a=60, b=80)
    perlu = _ditolak(kantor, SelTertulis("600"), triwulan=2).perlu
    assert set(perlu) == {"alasan"}
    assert "naik 900%" in perlu["alasan"]
    _simpan(kantor, 2, a=SelTertulis("600", alasan="pemilihan serentak"))


def test_a_source_added_to_the_same_figure_needs_no_reason(kantor: Kantor) -> None:
    kantor.ukur(1, a=60, b=80)
    _simpan(kantor, a=SelTertulis("60", "terukur", sumber="Tabel 3", lama=kantor.terkini("a").pk))
    assert kantor.terkini("a").alasan_perubahan == "melengkapi keterangan"


def test_an_emptied_row_is_taken_back_with_its_reason(kantor: Kantor) -> None:
    kantor.ukur(1, a=60, b=80)
    lama = kantor.terkini("a").pk
    assert set(_ditolak(kantor, SelTertulis(lama=lama)).perlu) == {"perubahan"}
    _simpan(kantor, a=SelTertulis(lama=lama, perubahan="salah triwulan"))
    assert not Fakta.objects.terkini().filter(elemen__kode="a").exists()


def test_the_slower_of_two_is_told_what_holds_now(kantor: Kantor) -> None:
    kantor.ukur(1, a=60, b=80)
    lama = kantor.terkini("a").pk
    kantor.betulkan("a", 62)
    galat = _ditolak(kantor, SelTertulis("61", "terukur", lama=lama, perubahan="Salah ketik"))
    assert galat.is_bentrok
    assert galat.kini == kantor.terkini("a")
    assert galat.galat["nilai"] == "Danu baru saja menyimpan “62” di sini."


def test_the_slower_of_two_in_an_empty_row_is_told_too(kantor: Kantor) -> None:
    kantor.ukur(1, a=60, b=80)
    assert _ditolak(kantor, SelTertulis("61")).is_bentrok


def test_predicates_and_days_are_read_by_the_form_of_their_element(kantor: Kantor) -> None:
    Elemen.objects.filter(kode="a").update(bentuk="predikat")
    Elemen.objects.filter(kode="b").update(bentuk="tanggal")
    _simpan(kantor, a=SelTertulis("bb (72,5)"), b=SelTertulis("9 Desember 2026"))
    assert (kantor.terkini("a").predikat, kantor.terkini("a").angka) == ("BB", Decimal("72.5"))
    assert kantor.terkini("b").tanggal == date(2026, 12, 9)


def test_a_closed_quarter_and_another_person_are_refused(kantor: Kantor) -> None:
    with pytest.raises(PermissionDenied):
        save_kisi(kantor.satker, TAHUN, 1, {KunciSel("a"): SelTertulis("1")}, by=kantor.pemeran.tono)
    kantor.ukur(1, a=60, b=80)
    submit_pengukuran(kantor.satker, TAHUN, 1, by=kantor.pemeran.danu)
    with pytest.raises(ValidationError, match="sedang diperiksa"):
        _simpan(kantor, a=SelTertulis("61", "terukur", lama=kantor.terkini("a").pk, perubahan="Salah ketik"))


def test_checking_writes_nothing_and_says_the_same(kantor: Kantor) -> None:
    check_kisi(kantor.satker, TAHUN, 1, {KunciSel("a"): SelTertulis("60")}, by=kantor.pemeran.danu)
    assert not Fakta.objects.exists()
    with pytest.raises(SelDitolakError):
        check_kisi(kantor.satker, TAHUN, 1, {KunciSel("a"): SelTertulis("enam")}, by=kantor.pemeran.danu)


@pytest.mark.parametrize(
    ("kunci", "teks"),
    [
        (KunciSel("dpt"), "dpt"),
        (KunciSel("dpt", "P"), "dpt~P"),
        (KunciSel("dpt", "", "Kec. Sananwetan"), "dpt~~Kec. Sananwetan"),
        (KunciSel("dpt", "L", "a~b"), "dpt~L~a~b"),
    ],
)
def test_a_key_comes_back_as_it_was_written(kunci: KunciSel, teks: str) -> None:
    assert write_kunci(kunci) == teks
    assert read_kunci(teks) == kunci
