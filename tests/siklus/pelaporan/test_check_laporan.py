"""The checker beside the text: silent on what is right, and where something is wrong it says in which text."""

import pytest
from django.core.cache import cache
from laporan_blitar import LaporanBlitar, build_laporan_blitar

from akuntabel.siklus.pelaporan import temuan_blok
from akuntabel.siklus.pelaporan.actions_blok import revise_blok
from akuntabel.siklus.pelaporan.temuan_blok import check_laporan
from akuntabel.siklus.pelaporan.usulan import draft_usulan

pytestmark = pytest.mark.django_db


@pytest.fixture
def contoh() -> LaporanBlitar:
    cache.clear()
    return build_laporan_blitar()


def _tulis(contoh: LaporanBlitar, nama: str, isi: str, *, is_usulan: bool = False) -> None:
    blok = contoh.laporan.daftar_blok.filter(nama=nama).first()
    versi = blok.versi if blok else 0
    revise_blok(contoh.laporan, nama, isi=isi, versi=versi, is_usulan=is_usulan, by=contoh.rina)


def test_checker_is_silent_on_the_example_and_not_blind(contoh: LaporanBlitar):
    hasil = check_laporan(contoh.laporan)
    assert hasil.daftar == ()
    assert hasil.angka_diperiksa > 500
    assert hasil.jumlah == {"galat": 0, "peringatan": 0, "info": 0}


def test_a_wrong_figure_is_found_beside_its_text(contoh: LaporanBlitar):
    isi = contoh.laporan.daftar_blok.get(nama="simpulan").isi
    _tulis(contoh, "simpulan", f"{isi}\nRealisasi anggaran Rp50 dari pagu Rp100 atau 75%.\n")
    hasil = check_laporan(contoh.laporan)
    assert {t.nama for t in hasil.daftar} == {"simpulan"}
    assert hasil.find_blok("simpulan") == hasil.daftar
    assert hasil.find_blok("anggaran") == ()
    assert hasil.daftar[0].judul == "Simpulan"
    assert hasil.daftar[0].perbaikan


def test_two_texts_of_the_same_words_are_told_apart(contoh: LaporanBlitar):
    _tulis(contoh, "tren-1.1", "Realisasi anggaran Rp50 dari pagu Rp100 atau 50%.\n")
    _tulis(contoh, "tren-1.3", "Realisasi anggaran Rp50 dari pagu Rp100 atau 75%.\n")
    assert {t.nama for t in check_laporan(contoh.laporan).daftar} == {"tren-1.3"}


def test_a_draft_is_checked_before_anybody_accepts_it(contoh: LaporanBlitar):
    _tulis(contoh, "ikhtisar", "Realisasi anggaran Rp50 dari pagu Rp100 atau 75%.\n", is_usulan=True)
    assert {t.nama for t in check_laporan(contoh.laporan).daftar} == {"ikhtisar"}


def test_drafts_give_the_checker_nothing_to_say(contoh: LaporanBlitar):
    draft_usulan(contoh.laporan, by=contoh.rina)
    assert check_laporan(contoh.laporan).daftar == ()


def test_the_same_facts_are_checked_once(contoh: LaporanBlitar, monkeypatch: pytest.MonkeyPatch):
    pertama = check_laporan(contoh.laporan)
    monkeypatch.setattr(temuan_blok, "check_naskah", None)
    assert check_laporan(contoh.laporan) == pertama
    _tulis(contoh, "ikhtisar", "Kalimat baru.\n")
    with pytest.raises(TypeError):  # other facts are other findings
        check_laporan(contoh.laporan)
