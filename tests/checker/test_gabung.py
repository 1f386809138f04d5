"""One wrong figure is one finding, with all that rules say of it and all the places that follow from it."""

from typing import Any

from akuntabel.core.checker.gabung import gabung_temuan
from akuntabel.core.checker.temuan import Bukti, Temuan, Tingkat
from akuntabel.core.naskah.terbaca import Letak

SEL = Letak(blok=3, tabel="Tabel 3.1", baris=2, kolom=4)
SEL_KANAN = Letak(blok=3, tabel="Tabel 3.1", baris=2, kolom=5)
SEL_LAIN = Letak(blok=9, tabel="Tabel 3.9", baris=1, kolom=2)


def _temuan(kode: str, letak: Letak, tingkat: Tingkat = Tingkat.GALAT, **isi: Any) -> Temuan:
    return Temuan(kode, kode.lower(), tingkat, Bukti(letak, "1", "2", f"menurut {kode}", "Betulkan.", **isi))


def test_two_rules_at_one_cell_are_one_finding_that_says_both():
    (satu,) = gabung_temuan([_temuan("HIT001", SEL), _temuan("KON005", SEL, tempat_lain=(SEL_LAIN,))])
    assert satu.kode == "HIT001"
    assert satu.bukti.penjelasan == "menurut HIT001; juga: menurut KON005"
    assert satu.bukti.tempat_lain == (SEL_LAIN,)


def test_what_follows_from_a_wrong_figure_is_its_further_place_and_gives_it_its_gravity():
    akibat = _temuan("HIT001", SEL_KANAN, operan=(SEL,), is_keputusan=True)
    (satu,) = gabung_temuan([akibat, _temuan("KON005", SEL, Tingkat.PERINGATAN)])
    assert (satu.kode, satu.bukti.letak, satu.bukti.tempat_lain) == ("KON005", SEL, (SEL_KANAN,))
    assert satu.tingkat is Tingkat.GALAT
    assert satu.bukti.is_keputusan


def test_a_remark_on_the_form_of_a_figure_hides_no_wrong_result():
    daftar = [_temuan("HIT001", SEL_KANAN, operan=(SEL,)), _temuan("BHS003", SEL, Tingkat.INFO)]
    assert {t.kode for t in gabung_temuan(daftar)} == {"HIT001", "BHS003"}


def test_two_computations_that_fail_over_one_figure_are_one_finding():
    satu = _temuan("HIT020", SEL_KANAN, operan=(SEL, SEL_LAIN))
    dua = _temuan("HIT020", Letak(blok=3, tabel="Tabel 3.1", baris=3, kolom=5), operan=(SEL,))
    assert len(gabung_temuan([satu, dua])) == 1


def test_findings_at_other_figures_of_one_sentence_stay_apart():
    daftar = [_temuan("KON006", Letak(blok=5, awal=a, akhir=a + 5)) for a in (10, 20)]
    panjang = _temuan("BHS007", Letak(blok=5, awal=0, akhir=90), Tingkat.INFO)
    assert len(gabung_temuan([*daftar, panjang])) == 3


def test_what_is_neglected_at_a_figure_is_another_matter_than_the_figure():
    assert len(gabung_temuan([_temuan("HIT001", SEL), _temuan("LKP006", SEL, Tingkat.PERINGATAN)])) == 2


def test_a_contradiction_of_conclusions_is_not_hidden_in_the_figure_where_it_stands():
    angka, simpulan = Letak(blok=5, awal=10, akhir=14), Letak(blok=5, awal=10, akhir=24)
    assert len(gabung_temuan([_temuan("HIT009", angka), _temuan("KON008", simpulan)])) == 2
