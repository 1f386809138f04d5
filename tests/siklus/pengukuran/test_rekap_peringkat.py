"""Offices stand in the order of what they reached, page after page, whoever asks and however many roots there are."""

from decimal import Decimal
from itertools import chain
from uuid import UUID

import pytest
from nilai_contoh import OPINI, PARTISIPASI, build_belum, build_rasio
from pemeran import Pemeran, build_satker

from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pengukuran.rekap import write_nilai_tahunan
from akuntabel.siklus.pengukuran.rekap_baca import read_jumlah, read_rekap, read_rekap_bawahan
from akuntabel.siklus.pengukuran.rekap_lingkup import Lingkup
from akuntabel.siklus.pengukuran.rekap_peringkat import Pilihan, read_cakupan, read_capaian, read_peringkat

TAHUN = 2026
PILIHAN = Pilihan(TAHUN, PARTISIPASI)


@pytest.fixture
def pusat(pemeran: Pemeran) -> Satker:
    """Five offices: 90, 80, 80, 80 and 10 of a hundred; one that waits for its figure; one that has none."""
    daftar = [pemeran.kota, pemeran.kota_lain, pemeran.provinsi]
    daftar += [build_satker(f"3501{n}", f"KPU Kabupaten {n}", "kabupaten", pemeran.provinsi) for n in range(3)]
    for satker, hadir in zip(daftar, (80, 90, 80, 80, 10), strict=False):
        write_nilai_tahunan(satker, TAHUN, [build_rasio(hadir, 100)])
    write_nilai_tahunan(daftar[5], TAHUN, [build_belum()])
    return pemeran.pusat


def _tempat(lingkup: Lingkup, pilihan: Pilihan = PILIHAN, awal: int = 0, sebanyak: int = 50) -> list[tuple[int, str]]:
    return [(t.tempat, t.kode) for t in read_peringkat(lingkup, pilihan, awal=awal, sebanyak=sebanyak)]


URUTAN = [(1, "337300"), (2, "350000"), (2, "357200"), (2, "35010"), (5, "35011")]


def test_equal_offices_share_a_place_and_the_next_one_counts_them(pusat: Satker):
    assert _tempat(Lingkup(pusat, is_utuh=True)) == URUTAN


@pytest.mark.parametrize("sebanyak", [1, 2, 3])
def test_places_go_on_over_pages(pusat: Satker, sebanyak: int):
    lingkup = Lingkup(pusat, is_utuh=True)
    halaman = [_tempat(lingkup, awal=awal, sebanyak=sebanyak) for awal in range(0, 6, sebanyak)]
    assert list(chain.from_iterable(halaman)) == URUTAN


def test_the_lowest_first_counts_from_below(pusat: Satker):
    naik = Pilihan(TAHUN, PARTISIPASI, is_naik=True)
    lingkup = Lingkup(pusat, is_utuh=True)
    assert [t for t, _ in _tempat(lingkup, naik)] == [1, 2, 2, 2, 5]
    assert _tempat(lingkup, naik, awal=3) == [(2, "35010"), (5, "337300")]


def test_a_second_root_does_not_mix_in(pusat: Satker):
    lain = build_satker("999999", "Kementerian lain", "pusat", None)
    write_nilai_tahunan(lain, TAHUN, [build_rasio(99, 100)])
    assert _tempat(Lingkup(pusat, is_utuh=True)) == URUTAN
    assert _tempat(Lingkup(lain, is_utuh=True)) == [(1, "999999")]


def test_a_province_holds_its_own_offices_only(pusat: Satker, pemeran: Pemeran):
    lingkup = Lingkup(pemeran.provinsi, is_utuh=True)
    assert _tempat(lingkup) == [(1, "350000"), (1, "357200"), (1, "35010"), (4, "35011")]
    assert _tempat(lingkup, awal=3) == [(4, "35011")]
    assert lingkup.saring_satker().count() == 5


def test_who_sees_one_office_sees_no_other_and_no_sums(pusat: Satker, pemeran: Pemeran):
    lingkup = Lingkup(pemeran.provinsi, is_utuh=False)
    assert _tempat(lingkup) == [(1, "350000")]
    assert [s.kode for s in lingkup.saring_satker()] == ["350000"]
    assert (read_cakupan(lingkup, PILIHAN), read_rekap(lingkup, TAHUN)) == ({}, {})
    assert read_rekap_bawahan(lingkup, TAHUN, PARTISIPASI) == {}
    sendiri = read_jumlah(lingkup, TAHUN, PARTISIPASI)
    assert sendiri is not None
    assert (sendiri.jumlah_satker, sendiri.total_pembilang) == (1, 80)
    assert read_jumlah(lingkup, TAHUN, OPINI) is None


@pytest.mark.parametrize(
    ("nama", "tempat", "is_utuh"),
    [
        ("supervisor", "kota", True),
        ("supervisor", "provinsi", True),
        ("supervisor", "pusat", False),
        ("rina", "kota", False),
        ("admin", "kota", True),
        ("tono", "provinsi", False),
    ],
)
def test_only_who_looks_down_sees_all_below(pemeran: Pemeran, nama: str, tempat: str, is_utuh: bool):
    assert Lingkup.of(getattr(pemeran, tempat), getattr(pemeran, nama)).is_utuh is is_utuh


def test_cells_stand_in_the_order_of_their_columns(pusat: Satker, pemeran: Pemeran):
    write_nilai_tahunan(pemeran.kota_lain, TAHUN, [build_rasio(1, 2, OPINI)])
    write_nilai_tahunan(pemeran.kota_lain, TAHUN - 2, [build_rasio(1, 4)])
    lingkup = Lingkup(pusat, is_utuh=True)
    pertama = read_peringkat(lingkup, PILIHAN)[0]
    assert pertama.sel == [None, None, (32_258_064, "terukur"), None, (116_129_032, "terukur")]
    sejajar = Pilihan(TAHUN, PARTISIPASI, daftar_silsilah=(OPINI, UUID(int=9), PARTISIPASI))
    assert read_peringkat(lingkup, sejajar)[0].sel == [(64_516_129, "terukur"), None, (116_129_032, "terukur")]
    tepat = read_capaian(lingkup, sejajar)
    assert tepat[pemeran.kota_lain.pk, (TAHUN, OPINI)] == Decimal("64.51612903225806451612903226")


def test_coverage_counts_offices_that_wait(pusat: Satker):
    cakupan = read_cakupan(Lingkup(pusat, is_utuh=True), PILIHAN)[TAHUN, PARTISIPASI]
    assert (cakupan.jumlah_capaian, cakupan.jumlah_satker) == (5, 6)
