"""SAKTI's FA Detail: every level with its path, exact money, sums that are right, all that is wrong at once."""

import time
from dataclasses import replace

import pytest

from akuntabel.core.fakta.masalah import Masalah
from akuntabel.core.readers.anggaran.baca import TujuanLaporan, read_laporan_anggaran
from akuntabel.core.readers.anggaran.laporan import BacaanAnggaran, BarisLaporan, JenisLaporan, LaporanAnggaran
from akuntabel.core.readers.anggaran.pohon import AturanSumber
from berkas_anggaran import (
    BARIS_TOTAL_FA,
    SUBKOMPONEN,
    Kisi,
    Nilai,
    Q,
    S,
    W,
    X,
    Y,
    Z,
    build_daun,
    build_fa,
    build_pohon,
    kode_penuh,
    pack_xlsx,
    sum_akar,
    tulis_java,
    write_csv,
    write_xlsx,
)

TUJUAN = TujuanLaporan("657960", 2024)
POHON = build_pohon(build_daun(130))
LAMA = build_pohon(build_daun(130, is_lama=True))
BARIS_PERTAMA = BARIS_TOTAL_FA + 1  # of the tree


def _baca(kisi: Kisi, tujuan: TujuanLaporan = TUJUAN) -> BacaanAnggaran:
    return read_laporan_anggaran("fa.xlsx", write_xlsx(kisi), tujuan)


def _laporan(bacaan: BacaanAnggaran) -> LaporanAnggaran:
    assert bacaan.laporan is not None, [str(m) for m in bacaan.daftar_masalah]
    return bacaan.laporan


def _masalah(kisi: Kisi, tujuan: TujuanLaporan = TUJUAN) -> list[Masalah]:
    bacaan = _baca(kisi, tujuan)
    assert bacaan.laporan is None
    return list(bacaan.daftar_masalah)


def _letak(kisi: Kisi, kolom: int, isi: str) -> int:
    return next(n for n, sel in enumerate(kisi) if sel.get(kolom) == isi)


@pytest.mark.parametrize(("pohon", "tahun"), [(POHON, 2024), (LAMA, 2020)], ids=["sejak 2021", "sampai 2020"])
def test_every_line_has_its_full_path_and_exact_figures(pohon: list[object], tahun: int):
    laporan = _laporan(_baca(build_fa(pohon, tahun=tahun), TujuanLaporan("657960", tahun)))  # type: ignore[arg-type]
    daftar = list(laporan.daftar_baris)
    assert [b.kode for b in daftar] == kode_penuh(pohon)  # type: ignore[arg-type]
    assert [(b.pagu, b.blokir, b.realisasi_lalu, b.realisasi_ini, b.realisasi) for b in daftar] == [
        (b.pagu, b.blokir, b.lalu, b.ini, b.realisasi)
        for b in pohon  # type: ignore[attr-defined]
    ]
    akar = sum_akar(pohon)  # type: ignore[arg-type]
    assert (laporan.total_pagu, laporan.total_realisasi) == (akar.pagu, akar.realisasi)


def test_the_head_says_whose_and_until_when():
    kepala = _laporan(_baca(build_fa(POHON, bulan="Juli"))).kepala
    assert (kepala.jenis, kepala.kode_satker, kepala.nama_satker) == (JenisLaporan.SAKTI, "657960", "KPU KOTA CONTOH")
    assert (kepala.tahun, kepala.bulan) == (2024, 7)


def test_levels_leaves_and_akun():
    daftar = list(_laporan(_baca(build_fa(POHON))).daftar_baris)
    assert {b.tingkat for b in daftar if b.is_daun} == {"item"}
    assert [b.tingkat for b in daftar[:8]] == [
        "program", "kegiatan", "output", "suboutput", "komponen", "subkomponen", "akun", "item",
    ]  # fmt: skip
    item = daftar[7]
    assert (item.akun, item.uraian, item.sumber_dana) == ("511111", "Keperluan rapat koordinasi ke-1", "RM")
    assert item.induk == daftar[6].kode
    assert daftar[0].sumber_dana == ""


def test_repeated_headers_and_footnotes_are_no_lines():
    banyak, sekali = (_laporan(_baca(build_fa(POHON, ulang=n))) for n in (7, 10_000))
    tanpa_nomor = [[b._replace(nomor=0) for b in laporan.daftar_baris] for laporan in (banyak, sekali)]
    assert tanpa_nomor[0] == tanpa_nomor[1]


def test_the_csv_variant_says_the_same():
    bacaan = read_laporan_anggaran("fa.csv", write_csv(build_fa(POHON)), TUJUAN)
    assert list(_laporan(bacaan).daftar_baris) == list(_laporan(_baca(build_fa(POHON))).daftar_baris)


@pytest.mark.parametrize("angka", [20_373_920_000, 9_007_199_254_740_991, 12_345_678_901, 1, 0])
def test_scientific_notation_is_exact(angka: int):
    # Only one item carries money, so that each level above it has the same figure.
    satu = build_fa(build_pohon(build_daun(1)))
    for sel in satu[BARIS_TOTAL_FA - 1 :]:
        if Q in sel and type(sel[Q]) is int:
            sel[Q] = angka
    assert "E" in tulis_java(20_373_920_000)
    assert {b.pagu for b in _laporan(_baca(satu)).daftar_baris} == {angka}


def test_spending_is_taken_from_whichever_of_its_two_columns_is_filled():
    kisi = build_fa(POHON)
    for sel in kisi[BARIS_TOTAL_FA:]:
        for dari, ke in ((Y, Z), (Z, Y)):
            if type(sel.get(dari)) is int:
                sel[ke] = sel.pop(dari)
                break
    assert list(_laporan(_baca(kisi)).daftar_baris) == list(_laporan(_baca(build_fa(POHON))).daftar_baris)


def test_percent_and_rest_are_not_believed():
    kisi = build_fa(POHON)
    for sel in kisi[BARIS_TOTAL_FA:]:
        sel.update({28: "rusak", 29: "bukan angka"})
    assert _laporan(_baca(kisi)).total_pagu == sum_akar(POHON).pagu


def test_a_blank_cell_is_nil_where_the_total_adds_up_without_it():
    kisi = build_fa(build_pohon(build_daun(3)))
    nol = [n for n, sel in enumerate(kisi) if sel.get(13, "").startswith("000001")]  # type: ignore[union-attr]
    assert kisi[nol[0]][S] == 0
    del kisi[nol[0]][S]
    assert next(b for b in _laporan(_baca(kisi)).daftar_baris if b.tingkat == "item").blokir == 0


def test_grants_are_told_apart_by_the_code_that_keeps_them():
    aturan = AturanSumber("RM", {"B": "HLD", "6600.QGE.001.051.C": "PNBP"})
    daun = [b for b in _laporan(_baca(build_fa(POHON), replace(TUJUAN, sumber_dana=aturan))).daftar_baris if b.is_daun]
    assert {b.sumber_dana for b in daun} == {"RM", "HLD", "PNBP"}
    assert all((b.sumber_dana == "HLD") == (b.kode.split(".")[4] == "B") for b in daun)
    assert all((b.sumber_dana == "PNBP") == b.kode.startswith("6600.QGE.001.051.C.") for b in daun)


@pytest.mark.parametrize(("kolom", "label"), [(Q, "Q (Pagu Revisi)"), (S, "S (Lock Pagu)")])
def test_a_tampered_total_is_found_with_row_written_and_expected(kolom: int, label: str):
    kisi = build_fa(POHON)
    benar = int(kisi[BARIS_TOTAL_FA - 1][kolom])
    kisi[BARIS_TOTAL_FA - 1][kolom] = benar + 500
    (masalah,) = _masalah(kisi)
    assert (masalah.baris, masalah.kolom) == (BARIS_TOTAL_FA, label)
    assert f"{benar:,}".replace(",", ".") in masalah.diharapkan
    assert f"{benar + 500:,}".replace(",", ".") in masalah.tertulis


def test_a_tampered_line_is_found_at_itself_and_above_it():
    kisi = build_fa(POHON)
    baris = _letak(kisi, 5, "051.A")
    kisi[baris][Q] = int(kisi[baris][Q]) + 1_000_000
    masalah = _masalah(kisi)
    assert [m.baris for m in masalah] == [baris, baris + 1]  # the komponen above, and itself
    assert all("Rp" in m.tertulis for m in masalah)


def test_a_tampered_item_is_found_at_its_akun():
    kisi = build_fa(POHON)
    baris = next(n for n, sel in enumerate(kisi) if 13 in sel)
    kisi[baris][Q] = int(kisi[baris][Q]) + 1
    assert [m.baris for m in _masalah(kisi)] == [baris]


def test_before_and_in_the_period_must_come_to_its_end():
    kisi = build_fa(POHON)
    baris = next(n for n, sel in enumerate(kisi) if 13 in sel)
    kisi[baris][W] = int(kisi[baris][W]) + 10
    kolom = [(m.baris, m.kolom) for m in _masalah(kisi)]
    assert (baris + 1, "Y/Z (Realisasi s.d. Periode)") in kolom


def test_all_mistakes_are_told_at_once():
    kisi = build_fa(POHON)
    daftar = [n for n, sel in enumerate(kisi) if 13 in sel][:3]
    for n in daftar:
        kisi[n][X] = "dua ratus"
    assert [(m.baris, m.tertulis) for m in _masalah(kisi)] == [(n + 1, "dua ratus") for n in daftar]


def test_a_line_that_cannot_be_read_makes_no_mistakes_of_those_below_it():
    kisi = build_fa(POHON)
    kisi[BARIS_PERTAMA - 1][Q] = "=2+2"  # the programme
    kisi[BARIS_TOTAL_FA - 1][S] = 1
    assert [(m.baris, m.kolom) for m in _masalah(kisi)] == [
        (BARIS_TOTAL_FA + 1, "Q (Pagu Revisi)"),
    ]


def test_more_mistakes_than_anybody_reads_are_counted():
    kisi = build_fa(build_pohon(build_daun(600)))
    for sel in kisi:
        if 13 in sel:
            sel[X] = 0.5
    masalah = _masalah(kisi)
    assert len(masalah) == 201
    assert "masalah lain" in masalah[-1].tertulis


@pytest.mark.parametrize("isi", [0.5, "12,5", "1.2E1x", "satu", 2.0**60, "=1+1", "1e400", "9" * 40])
def test_what_is_no_whole_rupiah_is_refused(isi: Nilai):
    kisi = build_fa(POHON)
    kisi[BARIS_PERTAMA][Q] = isi
    assert any(m.baris == BARIS_PERTAMA + 1 for m in _masalah(kisi))


def test_a_line_without_pagu_is_not_passed_over():
    kisi = build_fa(POHON)
    del kisi[BARIS_PERTAMA][Q]
    assert any(m.baris == BARIS_PERTAMA + 1 and m.kolom == "Q (Pagu Revisi)" for m in _masalah(kisi))


def test_a_line_that_lost_its_parent_is_named():
    kisi = build_fa(POHON)
    del kisi[_letak(kisi, 5, "051.A")]
    masalah = _masalah(kisi)
    assert any("subkomponen lebih dahulu" in m.diharapkan for m in masalah)


def test_a_line_moved_under_another_parent_is_named():
    kisi = build_fa(POHON)
    baris = _letak(kisi, 5, "051.A")
    kisi[baris][5] = "052.A"
    assert any(m.baris == baris + 1 and "051" in m.diharapkan for m in _masalah(kisi))


def test_a_code_that_stands_twice_is_named():
    daftar = list(POHON)
    kembar = next(n for n, b in enumerate(daftar) if b.tingkat == SUBKOMPONEN)
    berikut = next(n for n, b in enumerate(daftar) if n > kembar and b.tingkat <= SUBKOMPONEN)
    kisi = build_fa([*daftar[:berikut], *daftar[kembar:berikut], *daftar[berikut:]])
    assert any("setiap kode satu kali" in m.diharapkan for m in _masalah(kisi))


def test_items_of_one_number_and_items_without_number_stay_apart():
    kisi = build_fa(POHON)
    daftar = [n for n, sel in enumerate(kisi) if 13 in sel][:4]
    kisi[daftar[1]][13] = kisi[daftar[0]][13]
    kisi[daftar[2]][13] = "Tanpa nomor"
    kisi[daftar[3]][13] = "Juga tanpa nomor"
    kode = [b.kode for b in _laporan(_baca(kisi)).daftar_baris]
    assert len(set(kode)) == len(kode)


@pytest.mark.parametrize(
    ("tujuan", "kata"),
    [
        (TujuanLaporan("657961", 2024), "satker 657960"),
        (TujuanLaporan("657960", 2023), "tahun anggaran 2024"),
        (TujuanLaporan("657960", 2024, jenis=JenisLaporan.POK), "FA Detail"),
    ],
)
def test_a_report_of_another_office_year_or_kind_is_refused_in_one_sentence(tujuan: TujuanLaporan, kata: str):
    (masalah,) = _masalah(build_fa(POHON), tujuan)
    assert kata in masalah.tertulis
    assert masalah.perbaikan


def test_a_report_without_identity_is_refused():
    kisi = build_fa(POHON)
    kisi[:6] = [{}] * 6
    (masalah,) = _masalah(kisi)
    assert "Satuan Kerja" in masalah.diharapkan


def test_a_report_without_its_total_is_refused():
    kisi = build_fa(POHON)
    kisi[BARIS_TOTAL_FA - 1] = {}
    assert any("JUMLAH SELURUHNYA" in m.diharapkan for m in _masalah(kisi))


@pytest.mark.parametrize("awal", ["=", "+", "-", "@", "=cmd|' /C calc'!A0"])
def test_what_looks_like_a_formula_stays_text(awal: str):
    kisi = build_fa(POHON)
    baris = next(n for n, sel in enumerate(kisi) if 13 in sel)
    kisi[baris][13] = f"000001. {awal} HYPERLINK"
    kisi[BARIS_TOTAL_FA][3] = f"{awal}1+1"
    daftar: list[BarisLaporan] = list(_laporan(_baca(kisi)).daftar_baris)
    assert daftar[0].uraian == f"{awal}1+1"
    assert next(b for b in daftar if b.tingkat == "item").uraian == f"{awal} HYPERLINK"


def test_a_far_cell_is_refused_before_the_machine_suffers():
    for alamat in ("XFD1048576", "AE1048576", "XFD9"):
        nomor = alamat.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        isi = pack_xlsx(f'<row r="1"><c r="A1"><v>1</v></c></row><row r="{nomor}"><c r="{alamat}"><v>1</v></c></row>')
        mulai = time.monotonic()
        assert read_laporan_anggaran("jauh.xlsx", isi, TUJUAN).daftar_masalah
        assert time.monotonic() - mulai < 20


def test_a_zip_bomb_is_refused_by_its_directory():
    isi = pack_xlsx('<row r="1"><c r="A1" t="inlineStr"><is><t>' + " " * 30_000_000 + "</t></is></c></row>")
    (masalah,) = read_laporan_anggaran("bom.xlsx", isi, TUJUAN).daftar_masalah
    assert "mengembang" in masalah.perbaikan


@pytest.mark.parametrize("isi", [b"", b"%PDF-1.7", b"PK\x03\x04", b"\x00\x01", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_what_is_no_report_is_refused_in_one_sentence(isi: bytes):
    (masalah,) = read_laporan_anggaran("x.xlsx", isi, TUJUAN).daftar_masalah
    assert "FA Detail" in masalah.diharapkan


@pytest.mark.parametrize(("isi", "kata"), [(b"a;b\n" * 200_001, "200000 baris"), (b"a;" * 300 + b"\n", "200 kolom")])
def test_a_table_beyond_the_limits_is_refused(isi: bytes, kata: str):
    (masalah,) = read_laporan_anggaran("besar.csv", isi, TUJUAN).daftar_masalah
    assert kata in masalah.perbaikan


def test_a_file_larger_than_any_report_is_refused_unread():
    (masalah,) = read_laporan_anggaran("besar.csv", b"a;b\n" * 7_000_000, TUJUAN).daftar_masalah
    assert "25 MB" in masalah.perbaikan
