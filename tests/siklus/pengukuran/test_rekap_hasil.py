"""Where the mean of percentages ranks offices otherwise than the ratio of their sums, one is told."""

from decimal import Decimal

from nilai_contoh import build_belum, build_rasio

from akuntabel.siklus.pengukuran.rekap import HasilIndikatorSatker
from akuntabel.siklus.pengukuran.rekap_hasil import BedaPeringkat, HasilRekap, compute_hasil_rekap, find_beda_peringkat
from akuntabel.siklus.pengukuran.rekap_jumlah import KOSONG, Jumlah


def _hasil(*daftar: HasilIndikatorSatker) -> HasilRekap:
    jumlah = KOSONG
    for h in daftar:
        jumlah += Jumlah.of(h)
    return compute_hasil_rekap(jumlah)


def test_a_province_that_only_its_small_offices_lift_is_named():
    # Jatim: 90 of 100 beside 1 of 10 (ratio 82,7; mean 50). Jateng: 60 % twice.
    jatim = _hasil(build_rasio(90, 100), build_rasio(1, 10))
    jateng = _hasil(build_rasio(60, 100), build_rasio(6, 10))
    dki = _hasil(build_rasio(99, 100))
    assert find_beda_peringkat({"jatim": jatim, "jateng": jateng, "dki": dki}) == {
        "jatim": BedaPeringkat(rasio=2, rata_rata=3),
        "jateng": BedaPeringkat(rasio=3, rata_rata=2),
    }


def test_provinces_that_both_rank_alike_are_not_named():
    assert not find_beda_peringkat({1: _hasil(build_rasio(9, 10)), 2: _hasil(build_rasio(1, 10))})


def test_equal_figures_share_a_place():
    sama = [_hasil(build_rasio(1, 2), build_rasio(1, 2)), _hasil(build_rasio(5, 10))]
    assert not find_beda_peringkat(dict(enumerate(sama)))


def test_a_province_without_figures_is_not_ranked():
    assert not find_beda_peringkat({1: _hasil(build_belum()), 2: _hasil(build_rasio(1, 2)), 3: _hasil()})


def test_what_was_added_and_taken_away_is_nothing():
    jumlah = Jumlah.of(build_rasio(1, 3))
    assert jumlah - jumlah == KOSONG
    assert (jumlah + jumlah - jumlah).total_nilai == Decimal("33." + "3" * 26)
