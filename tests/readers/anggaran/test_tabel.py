"""LRA and POK under a header row, and plain tables by a mapping: the same tree, the same sums, the same strictness."""

from collections.abc import Mapping

import pytest

from akuntabel.core.readers.anggaran.baca import TujuanLaporan, read_laporan_anggaran
from akuntabel.core.readers.anggaran.kode import find_tingkat, split_kode, tidy_kode
from akuntabel.core.readers.anggaran.laporan import BacaanAnggaran, BarisLaporan, JenisLaporan
from akuntabel.core.readers.anggaran.peta import PetaTabel, guess_peta
from berkas_anggaran import (
    ITEM,
    Kisi,
    build_csv,
    build_daun,
    build_lra,
    build_pohon,
    build_pok,
    kode_penuh,
    sum_akar,
    write_csv,
    write_xlsx,
)

TUJUAN = TujuanLaporan("657960", 2024)
POHON = build_pohon(build_daun(130))
LAMA = build_pohon(build_daun(130, is_lama=True))
AKAR = sum_akar(POHON)
PETA = {"kode": "Kode Lengkap", "uraian": "Nama", "sumber_dana": "SD", "pagu": "Pagu Akhir", "realisasi": "Terpakai"}


def _baca(kisi: Kisi, nama: str = "a.xlsx", peta: Mapping[str, str] | None = None) -> BacaanAnggaran:
    isi = write_csv(kisi) if nama.endswith(".csv") else write_xlsx(kisi, lembar="Lembar1")
    tujuan = TujuanLaporan("657960", 2024, peta=PetaTabel(peta) if peta else None)
    return read_laporan_anggaran(nama, isi, tujuan)


def _baris(bacaan: BacaanAnggaran) -> list[BarisLaporan]:
    assert bacaan.laporan is not None, [str(m) for m in bacaan.daftar_masalah]
    return list(bacaan.laporan.daftar_baris)


@pytest.mark.parametrize("nama", ["lra.xlsx", "lra.csv"])
@pytest.mark.parametrize("pohon", [POHON, LAMA], ids=["sejak 2021", "sampai 2020"])
def test_lra_goes_down_to_the_akun(pohon: list, nama: str):  # type: ignore[type-arg]
    bacaan = _baca(build_lra(pohon), nama)
    daftar = _baris(bacaan)
    assert [b.kode for b in daftar] == [k for k, b in zip(kode_penuh(pohon), pohon, strict=True) if b.tingkat < ITEM]
    assert {b.tingkat for b in daftar if b.is_daun} == {"akun"}
    assert bacaan.laporan is not None
    assert bacaan.laporan.kepala.jenis is JenisLaporan.OMSPAN
    akar = sum_akar(pohon)
    assert (bacaan.laporan.total_pagu, bacaan.laporan.total_realisasi) == (akar.pagu, akar.realisasi)


@pytest.mark.parametrize("nama", ["pok.xlsx", "pok.csv"])
def test_pok_has_budget_and_says_nothing_of_spending(nama: str):
    bacaan = _baca(build_pok(POHON), nama)
    daftar = _baris(bacaan)
    assert [b.kode for b in daftar] == kode_penuh(POHON)
    assert {b.realisasi for b in daftar} == {None}
    assert bacaan.laporan is not None
    assert (bacaan.laporan.total_pagu, bacaan.laporan.total_realisasi) == (AKAR.pagu, None)


def test_pok_printed_in_thousands_is_told_in_rupiah():
    kisi = build_pok(POHON)
    kisi[1][3] = "dalam ribuan rupiah"
    bacaan = _baca(kisi)
    assert bacaan.laporan is not None
    assert bacaan.laporan.total_pagu == AKAR.pagu * 1000


def test_pok_says_the_source_of_funds_where_it_has_one():
    kisi = build_pok(POHON)
    baris = next(n for n, sel in enumerate(kisi) if sel.get(1, "").startswith("000003"))  # type: ignore[union-attr]
    kisi[baris][6] = "HLD"
    assert {b.sumber_dana for b in _baris(_baca(kisi)) if b.is_daun} == {"RM", "HLD"}


@pytest.mark.parametrize("build", [build_lra, build_pok])
def test_a_tampered_total_of_a_table_is_found(build):  # type: ignore[no-untyped-def]
    kisi = build(POHON)
    baris = next(n for n, sel in enumerate(kisi) if "JUMLAH" in {sel.get(0), str(sel.get(1))[:6]} and len(sel) < 6)
    kolom = 2 if build is build_lra else 5
    kisi[baris][kolom] += 1
    (masalah,) = _baca(kisi).daftar_masalah
    assert masalah.baris == baris + 1
    assert "jumlah" in masalah.diharapkan


def test_a_table_of_another_office_is_refused():
    (masalah,) = _baca(build_lra(POHON, kode_satker="111111")).daftar_masalah
    assert "satker 111111" in masalah.tertulis


def test_a_code_that_is_none_is_named():
    kisi = build_lra(POHON)
    kisi[6][0] = "abc-1"
    assert any(m.baris == 7 and m.tertulis == "abc-1" for m in _baca(kisi).daftar_masalah)


def test_a_plain_table_asks_for_its_columns_and_guesses_some():
    bacaan = _baca(build_csv(POHON), "a.csv")
    assert [k.judul for k in bacaan.daftar_kolom] == ["Kode Lengkap", "Nama", "SD", "Pagu Akhir", "Terpakai"]
    assert guess_peta(bacaan.daftar_kolom).judul == {k: v for k, v in PETA.items() if k != "realisasi"}
    assert bacaan.daftar_kolom[2].contoh == ("RM", "RM", "RM")


@pytest.mark.parametrize("nama", ["a.csv", "a.xlsx"])
def test_a_mapped_table_is_read(nama: str):
    bacaan = _baca(build_csv(POHON), nama, PETA)
    daftar = _baris(bacaan)
    assert len(daftar) == 130
    assert all(b.is_daun and b.tingkat == "item" and b.akun for b in daftar)
    assert bacaan.laporan is not None
    assert (bacaan.laporan.total_pagu, bacaan.laporan.total_realisasi) == (AKAR.pagu, AKAR.realisasi)


KEPALA = {0: "Kode", 1: "SD", 2: "Pagu"}
PETA_KECIL = {"kode": "Kode", "sumber_dana": "SD", "pagu": "Pagu"}


def test_lines_above_others_are_no_leaves_and_not_counted_twice():
    kisi: Kisi = [
        KEPALA,
        {0: "076.01.06", 1: "", 2: 600},
        {0: "3355", 1: "", 2: 600},
        {0: "3355.994.001", 1: "RM", 2: 250},
        {0: "3355.994.002", 1: "RM", 2: 350},
        {0: "Jumlah", 2: 600},
    ]
    bacaan = _baca(kisi, "a.csv", PETA_KECIL)
    daftar = _baris(bacaan)
    assert [(b.kode, b.induk, b.is_daun) for b in daftar] == [
        ("076.01.06", "", False),
        ("3355", "076.01.06", False),
        ("3355.994.001", "3355", True),
        ("3355.994.002", "3355", True),
    ]
    assert bacaan.laporan is not None
    assert bacaan.laporan.total_pagu == 600


def test_a_parent_is_the_sum_over_all_sources():
    kisi: Kisi = [
        KEPALA,
        {0: "3364.034", 2: 700},
        {0: "3364.034.001", 1: "RM", 2: 200},
        {0: "3364.034.001", 1: "HLD", 2: 400},
    ]
    (masalah,) = _baca(kisi, "a.csv", PETA_KECIL).daftar_masalah
    assert (masalah.baris, masalah.tertulis) == (2, "Rp700")
    assert "Rp600" in masalah.diharapkan


def test_all_mistakes_of_a_mapped_table_are_told_at_once():
    kisi: Kisi = [
        KEPALA,
        {0: "3355.994", 1: "RM", 2: "banyak"},
        {0: "3355.994", 1: "RM", 2: 1},
        {0: "3355.994", 1: "RM", 2: 2},
        {0: "salah", 1: "RM", 2: 3},
        {0: "", 1: "RM", 2: 4},
        {0: "3355.003", 1: "RM"},
        {0: "3355.004", 1: "R" * 21, 2: 1},
    ]
    baris = [m.baris for m in _baca(kisi, "a.csv", PETA_KECIL).daftar_masalah]
    assert sorted(set(baris)) == [2, 4, 5, 6, 7, 8]


def test_a_table_of_ikpa_values_is_no_budget():
    kisi: Kisi = [{0: "Bulan", 1: "Deviasi Halaman III", 2: "Penyerapan"}, {0: "01", 1: "90", 2: "95"}]
    (masalah,) = _baca(kisi).daftar_masalah
    assert "IKPA" in masalah.tertulis


@pytest.mark.parametrize(
    ("kode", "sebelum", "hasil"),
    [
        ("076.01.CQ", -1, (0, "076.01.CQ")),
        ("WA", -1, (0, "WA")),
        ("6709", 0, (1, "6709")),
        ("994", 1, (2, "994")),
        ("001", 2, (3, "001")),
        ("051", 3, (4, "051")),
        ("052", 7, (4, "052")),
        ("A", 4, (5, "A")),
        ("0B", 4, (5, "0B")),
        ("051.TA", 4, (5, "TA")),
        ("521211", 5, (6, "521211")),
        ("QGE", 1, (2, "QGE")),
        ("QGE.001", 2, (3, "001")),
        ("076.01.CQ.6709.QGE.001.113.A.521211", 5, (6, "521211")),
        ("6709.QGE", 7, (2, "QGE")),
        ("JUMLAH", 0, None),
        ("12345", 0, None),
    ],
)
def test_the_level_of_a_code_is_told_by_shape_and_place(kode: str, sebelum: int, hasil: tuple[int, str] | None):
    assert find_tingkat(kode, sebelum) == hasil


def test_a_full_path_is_kept_as_the_catalogue_writes_it():
    assert tidy_kode("076.01.WA.6709.QGE.001") == "6709.QGE.001"
    assert tidy_kode("076.01.06") == "076.01.06"
    assert split_kode("3355.994") == (2, "3355")
    assert split_kode("994") is None
