"""PDF files: tables come back cell by cell, prose as paragraphs, and what cannot be read is said."""

import re
from functools import cache

import pytest
from tulis_pdf import Halaman, tulis_pdf

from akuntabel.core.compose.lkj import compose_lkj
from akuntabel.core.naskah.terbaca import NaskahTerbaca, TabelTerbaca
from akuntabel.core.readers.kisi import build_naskah
from akuntabel.core.readers.pdf.jawaban import build_blok
from akuntabel.core.readers.pdf.pdf import read_pdf
from akuntabel.core.readers.pdf.proses import read_isi
from akuntabel.core.readers.pdf.sambung import join_teks, join_teks_sel
from akuntabel.core.readers.word.docx import read_docx
from akuntabel.core.render.berkas import Format, render_berkas
from contoh_paket import compute_contoh

PROSA = (
    "Capaian kinerja tahun ini dihitung dari data yang dicatat oleh bagian program",
    "dan dibandingkan dengan target yang diperjanjikan pada awal tahun, sehingga",
)


def _baca(*halaman: Halaman) -> NaskahTerbaca:
    """As :func:`read_pdf`, without a process for each small file."""
    jawaban = read_isi(tulis_pdf(*halaman))
    return build_naskah("uji.pdf", "pdf", build_blok(jawaban["blok"]), halaman_tak_terbaca=jawaban["tak_terbaca"])


def _isi(tabel: TabelTerbaca) -> list[list[str]]:
    return [[s.teks for s in b] for b in tabel.baris]


def _padat(teks: str) -> str:
    return re.sub(r"[\s-]", "", teks)


@cache
def _laporan_kita() -> tuple[NaskahTerbaca, NaskahTerbaca]:
    jadi = render_berkas(compose_lkj(compute_contoh()), [Format.PDF, Format.DOCX])
    return read_pdf("lkj.pdf", jadi[Format.PDF].isi), read_docx("lkj.docx", jadi[Format.DOCX].isi)


# Our own report


def test_every_cell_of_every_table_of_our_report_is_recovered():
    dari_pdf, dari_word = _laporan_kita()
    tabel_word = [t for t in dari_word.daftar_tabel if t.kepala[0]]  # blocks of signatures have no header
    assert len(dari_pdf.daftar_tabel) == len(tabel_word) > 35
    for terbaca, acuan in zip(dari_pdf.daftar_tabel, tabel_word, strict=True):
        assert _padat(terbaca.caption) == _padat(acuan.caption)
        assert [_padat(k) for k in terbaca.kepala] == [_padat(k) for k in acuan.kepala]
        assert [[_padat(s) for s in b] for b in _isi(terbaca)] == [[_padat(s) for s in b] for b in _isi(acuan)]
    assert sum(len(b) for t in dari_pdf.daftar_tabel for b in t.baris) > 1500


def test_every_paragraph_and_cell_of_our_report_knows_its_page():
    naskah, _ = _laporan_kita()
    assert naskah.jumlah_halaman > 40
    assert naskah.halaman_tak_terbaca == ()
    halaman = [p.letak.halaman for p in naskah.daftar_paragraf]
    assert halaman == sorted(halaman)
    assert all(1 <= h <= naskah.jumlah_halaman for h in halaman)
    panjang = next(t for t in naskah.daftar_tabel if t.caption.startswith("Tabel L5.1"))
    assert panjang.baris[-1][0].letak.halaman > panjang.baris[0][0].letak.halaman >= panjang.letak.halaman > 0


def test_prose_of_our_report_comes_back_as_paragraphs():
    dari_pdf, dari_word = _laporan_kita()
    ada = {_padat(p.teks).lstrip("–") for p in dari_pdf.daftar_paragraf}
    dicari = [p for p in dari_word.daftar_paragraf if len(p.teks.split()) > 3]
    hilang = [p.teks for p in dicari if _padat(p.teks) not in ada]
    assert len(hilang) * 100 <= 2 * len(dicari), hilang


def test_headings_of_our_report_keep_their_levels():
    dari_pdf, dari_word = _laporan_kita()
    judul = [(p.tingkat, _padat(p.teks)) for p in dari_pdf.daftar_paragraf if p.tingkat]
    assert judul == [(p.tingkat, _padat(p.teks)) for p in dari_word.daftar_paragraf if p.tingkat]


def test_running_heads_and_labels_of_charts_are_no_paragraphs_of_our_report():
    teks = [p.teks for p in _laporan_kita()[0].daftar_paragraf]
    assert not [t for t in teks if t in ("Laporan Kinerja KPU Kota Blitar Tahun 2020", "Rev. 8")]
    assert not [t for t in teks if re.fullmatch(r"(Komisi Pemilihan Umum Kota Blitar )?(\d+|[ivx]+)", t)]
    assert not [t for t in teks if "2005 2010" in t or t.startswith("target 100")]
    assert [t for t in teks if t.startswith("Gambar 3.3")]


# Tables

KOLOM = (60, 100, 300, 400, 500)
KEPALA = ("No", "Indikator", "Target", "Realisasi")


def _tepi(jumlah: int, atas: int = 100, tinggi: int = 30) -> list[int]:
    return [atas + tinggi * n for n in range(jumlah + 1)]


def _halaman_tabel(awal: int, jumlah: int, *, kepala: bool = True) -> Halaman:
    baris = [[str(n), f"Indikator {n}", f"{n},5%", f"{n},25%"] for n in range(awal, awal + jumlah)]
    isi = [list(KEPALA), *baris] if kepala else baris
    return Halaman().tabel(KOLOM, _tepi(len(isi)), isi, tebal_kepala=kepala)


def test_a_table_over_three_pages_with_a_repeated_header_is_one_table():
    pertama = _halaman_tabel(1, 20)
    pertama.teks(60, 90, "Tabel 3.1 Pengukuran Kinerja", tebal=True)
    naskah = _baca(pertama, _halaman_tabel(21, 22), _halaman_tabel(43, 3))
    (tabel,) = naskah.daftar_tabel
    assert (tabel.caption, tabel.kepala) == ("Tabel 3.1 Pengukuran Kinerja", KEPALA)
    assert [b[0].teks for b in tabel.baris] == [str(n) for n in range(1, 46)]
    assert (tabel.baris[19][0].letak.halaman, tabel.baris[20][0].letak.halaman) == (1, 2)
    assert tabel.baris[-1][3].letak.halaman == 3


def test_a_table_that_goes_on_without_its_header_is_one_table():
    (tabel,) = _baca(_halaman_tabel(1, 20), _halaman_tabel(21, 5, kepala=False)).daftar_tabel
    assert [b[0].teks for b in tabel.baris] == [str(n) for n in range(1, 26)]


def test_a_continued_caption_between_the_parts_goes():
    kedua = _halaman_tabel(21, 5).teks(60, 90, "Tabel 3.1 (lanjutan)", tebal=True)
    naskah = _baca(_halaman_tabel(1, 20).teks(60, 90, "Tabel 3.1 Pengukuran"), kedua)
    (tabel,) = naskah.daftar_tabel
    assert len(tabel.baris) == 25
    assert [p.teks for p in naskah.daftar_paragraf] == ["Tabel 3.1 Pengukuran"]


@pytest.mark.parametrize(
    "kedua",
    [
        _halaman_tabel(21, 5).teks(60, 90, "Tabel 3.2 Perbandingan", tebal=True),
        Halaman().tabel(
            KOLOM, _tepi(3), [["Kode", "Program", "Pagu", "Sisa"], ["1", "A", "5", "6"], ["2", "B", "7", "8"]]
        ),
        Halaman().tabel((60, 200, 500), _tepi(2), [["Uraian", "Jumlah"], ["A", "5"]]),
    ],
    ids=["caption", "header", "columns"],
)
def test_another_table_on_the_next_page_stays_another(kedua: Halaman):
    assert len(_baca(_halaman_tabel(1, 20), kedua).daftar_tabel) == 2


def test_a_row_that_the_page_break_cut_is_one_row():
    atas = Halaman().tabel(KOLOM, _tepi(2), [KEPALA, ["1", "Persentase pemilih yang", "75%", "62%"]])
    bawah = Halaman().tabel(KOLOM, _tepi(3), [KEPALA, ["", "menggunakan haknya", "", ""], ["2", "Nilai", "B", "CC"]])
    (tabel,) = _baca(atas, bawah).daftar_tabel
    assert _isi(tabel) == [["1", "Persentase pemilih yang menggunakan haknya", "75%", "62%"], ["2", "Nilai", "B", "CC"]]


def test_merged_cells_are_continued_by_empty_cells():
    h = Halaman()
    for y, x0 in ((100, 60), (130, 300), (160, 60), (190, 100), (220, 60)):
        h.garis(x0, y, 500, y)
    for x, y0 in ((60, 100), (100, 100), (300, 100), (400, 130), (500, 100)):
        h.garis(x, y0, x, 220)
    for x, y, teks in (
        (64, 118, "No"), (104, 118, "Indikator"), (304, 118, "Kinerja"), (304, 148, "Target"), (404, 148, "Realisasi"),
        (64, 178, "1"), (104, 178, "Indikator A"), (304, 178, "5"), (404, 178, "6"),
        (104, 208, "Indikator B"), (304, 208, "7"), (404, 208, "8"),
    ):  # fmt: skip
        h.teks(x, y, teks, ukuran=9)
    (tabel,) = _baca(h).daftar_tabel
    assert tabel.kepala == ("No", "Indikator", "Kinerja Target", "Kinerja Realisasi")
    assert _isi(tabel) == [["1", "Indikator A", "5", "6"], ["", "Indikator B", "7", "8"]]
    assert [b[0].is_lanjutan for b in tabel.baris] == [False, True]
    assert not tabel.baris[1][1].is_lanjutan


def test_a_table_without_lines_down_takes_its_columns_from_the_shaded_header():
    h = Halaman()
    for x0, x1 in ((60, 100), (100, 300), (300, 400), (400, 500)):
        h.arsir(x0, 100, x1 - x0, 20)
    for y in (100, 120, 140, 160, 180):
        h.garis(60, y, 500, y)
    h.garis(60, 50, 500, 50).garis(60, 800, 500, 800)
    baris = [
        KEPALA,
        ("1", "Indikator A", "5", "6"),
        ("2", "Indikator B", "7", "8"),
        ("Jumlah seluruhnya", "", "12", "14"),
    ]
    for n, isi in enumerate(baris):
        for x, teks in zip(KOLOM, isi, strict=False):
            if teks:
                h.teks(x + 4, 114 + 20 * n, teks, ukuran=9)
    for n, teks in enumerate(PROSA):
        h.teks(60, 200 + 15 * n, teks, ukuran=11)
    naskah = _baca(h)
    (tabel,) = naskah.daftar_tabel
    assert _isi(tabel) == [list(baris[1]), list(baris[2]), list(baris[3])]
    assert tabel.baris[2][1].is_lanjutan
    assert [p.teks for p in naskah.daftar_paragraf] == [" ".join(PROSA)]


def test_a_number_that_its_column_cut_is_one_number_and_two_years_stay_two():
    isi = [["Program", "Pagu"], ["A", "1.552.671.\n000"], ["B", "2019\n2020"], ["C", "99,4\n7%"]]
    (tabel,) = _baca(Halaman().tabel((60, 200, 249), _tepi(4, tinggi=40), isi)).daftar_tabel
    assert [b[1].teks for b in tabel.baris[:2]] == ["1.552.671.000", "2019 2020"]
    sempit = Halaman().tabel((60, 200, 222), _tepi(2, tinggi=40), [["Program", "%"], ["C", "99,4\n7%"]])
    assert _baca(sempit).daftar_tabel[0].baris[0][1].teks == "99,47%"


def test_a_page_that_lies_on_its_side_is_read_upright():
    h = Halaman(putar=90).tabel(KOLOM, _tepi(3), [KEPALA, ["1", "A", "5", "6"], ["2", "B", "7", "8"]])
    (tabel,) = _baca(h.teks(60, 90, "Tabel 2.1 Uji")).daftar_tabel
    assert (tabel.caption, tabel.kepala) == ("Tabel 2.1 Uji", KEPALA)
    assert _isi(tabel) == [["1", "A", "5", "6"], ["2", "B", "7", "8"]]


def test_a_frame_and_the_axes_of_a_chart_are_no_tables():
    h = Halaman()
    for y in (100, 150, 200, 250, 300):
        h.garis(80, y, 400, y)
    h.garis(80, 100, 80, 300)
    for n in range(5):
        h.arsir(110 + 60 * n, 180, 30, 120).teks(112 + 60 * n, 312, f"20{16 + n}", ukuran=7)
    h.garis(60, 400, 500, 400).garis(60, 460, 500, 460).garis(60, 400, 60, 460).garis(500, 400, 500, 460)
    h.teks(66, 420, "Realisasi naik setiap tahun sejak lima tahun yang lalu.", ukuran=11)
    naskah = _baca(h)
    assert naskah.daftar_tabel == ()
    assert [p.teks for p in naskah.daftar_paragraf] == ["Realisasi naik setiap tahun sejak lima tahun yang lalu."]


def test_aligned_columns_without_any_line_are_a_table_and_the_prose_above_is_whole():
    h = _alinea(Halaman(), 80, *PROSA, "begitulah.")
    h.teks(200, 150, "Tabel 3.1 Pengukuran Kinerja", tebal=True)
    baris = [
        ["No", "Indikator", "Target", "Realisasi"],
        ["1", "Partisipasi", "77,5", "78,8"],
        ["2", "Nilai", "75", "47"],
    ]
    for n, isi in enumerate(baris):
        for x, teks in zip((60, 90, 300, 380), isi, strict=True):
            h.teks(x, 175 + 14 * n, teks)
    naskah = _baca(h)
    assert naskah.daftar_paragraf[0].teks == f"{PROSA[0]} {PROSA[1]} begitulah."
    (tabel,) = naskah.daftar_tabel
    assert (tabel.caption, _isi(tabel)) == ("Tabel 3.1 Pengukuran Kinerja", baris[1:])
    assert (tabel.letak.halaman, tabel.baris[0][0].letak.baris_berkas) == (1, 0)


def test_words_and_figures_broken_by_a_narrow_column_are_whole_and_others_stay_apart():
    assert join_teks_sel("Targe", "t", baris_penuh="Targe", kosakata=frozenset({"target"})) == "Target"
    assert join_teks_sel("Realisasi", "anggaran", baris_penuh="Realisasi", kosakata=frozenset({"realisasi"})) == (
        "Realisasi anggaran"
    )
    for atas, bawah, hasil in (
        ("114.89", "0", "114.890"), ("91,70", "%", "91,70%"), ("18.386.354.0", "00", "18.386.354.000"),
        ("1.250", "5", "1.250 5"), ("2019", "2020", "2019 2020"), ("4", "3", "4 3"), ("95%", "7%", "95% 7%"),
    ):  # fmt: skip
        assert join_teks_sel(atas, bawah, baris_penuh=atas, kosakata=frozenset()) == hasil
        assert join_teks_sel(atas, bawah, baris_penuh="", kosakata=frozenset()) == f"{atas} {bawah}"


# Prose


def test_running_heads_feet_and_page_numbers_are_dropped():
    halaman = []
    for n in range(1, 7):
        h = Halaman().teks(60, 40, "Laporan Kinerja Dinas Contoh").teks(290, 810, f"Halaman {n} dari 6", ukuran=8)
        halaman.append(h.teks(60, 120, f"Isi bagian ke-{n} hanya ada di sini."))
    naskah = _baca(*halaman)
    assert [p.teks for p in naskah.daftar_paragraf] == [f"Isi bagian ke-{n} hanya ada di sini." for n in range(1, 7)]
    assert [p.letak.halaman for p in naskah.daftar_paragraf] == [1, 2, 3, 4, 5, 6]


def _alinea(h: Halaman, y: int, *baris: str) -> Halaman:
    for n, teks in enumerate(baris):
        h.teks(60, y + 15 * n, teks, ukuran=11)
    return h


def test_a_paragraph_over_a_page_break_is_whole_and_a_new_one_is_not_joined():
    pertama = _alinea(Halaman(), 700, *PROSA)
    kedua = _alinea(Halaman(), 100, "setiap angka dapat dihitung ulang.", "Bagian berikut menguraikan anggaran.")
    naskah = _baca(pertama, kedua)
    assert [p.teks for p in naskah.daftar_paragraf] == [
        f"{PROSA[0]} {PROSA[1]} setiap angka dapat dihitung ulang.",
        "Bagian berikut menguraikan anggaran.",
    ]
    assert [p.letak.halaman for p in naskah.daftar_paragraf] == [1, 2]


def test_a_title_below_its_chapter_number_and_bigger_headings_have_levels():
    h = Halaman().teks(250, 80, "BAB III", ukuran=16, tebal=True)
    h.teks(180, 105, "AKUNTABILITAS KINERJA", ukuran=16, tebal=True)
    h.teks(60, 140, "A. Capaian Kinerja", ukuran=13, tebal=True)
    h.teks(60, 240, "1. Sasaran pertama", ukuran=11, tebal=True)
    naskah = _baca(_alinea(_alinea(h, 170, *PROSA, "begitulah."), 260, *PROSA, "begitulah."))
    assert [(p.tingkat, p.teks) for p in naskah.daftar_paragraf if p.tingkat] == [
        (1, "BAB III AKUNTABILITAS KINERJA"),
        (2, "A. Capaian Kinerja"),
        (3, "1. Sasaran pertama"),
    ]


def test_chapter_numbers_at_the_top_of_pages_are_no_running_heads():
    halaman = [
        _alinea(Halaman().teks(270, 60, f"BAB {n}", ukuran=14, tebal=True), 120, *PROSA, "begitulah.")
        for n in ("I", "II", "III", "IV")
    ]
    assert [p.teks for p in _baca(*halaman).daftar_paragraf if p.tingkat] == ["BAB I", "BAB II", "BAB III", "BAB IV"]


def test_items_of_a_list_stay_apart():
    h = _alinea(Halaman(), 100, *PROSA, "maka:")
    for n, teks in enumerate(("a. target ditetapkan;", "b. realisasi diukur; dan", "c. capaian dihitung.")):
        h.teks(60, 150 + 15 * n, teks, ukuran=11)
    assert [p.teks[:2] for p in _baca(h).daftar_paragraf] == ["Ca", "a.", "b.", "c."]


@pytest.mark.parametrize(
    ("atas", "bawah", "hasil"),
    [
        ("menurut Undang-", "Undang Pemilu", "menurut Undang-Undang Pemilu"),
        ("masing-", "masing satker", "masing-masing satker"),
        ("secara bersama-", "sama", "secara bersama-sama"),
        ("sebesar-", "besarnya", "sebesar-besarnya"),
        ("akunta-", "bilitas kinerja", "akuntabilitas kinerja"),
        ("KPU-", "provinsi", "KPU-provinsi"),
        ("tahun 2019-", "2020", "tahun 2019-2020"),
        ("Juni–", "September", "Juni–September"),
        ("nilai –", "5", "nilai – 5"),
        ("dan/", "atau", "dan/atau"),
        ("tanpa tanda", "hubung", "tanpa tanda hubung"),
    ],
)
def test_a_hyphen_at_a_line_end_stays_only_where_the_word_has_it(atas: str, bawah: str, hasil: str):
    assert join_teks(atas, bawah) == hasil


def test_a_hyphen_follows_what_the_rest_of_the_document_writes():
    assert join_teks("sub-", "kegiatan", frozenset({"sub-kegiatan"})) == "sub-kegiatan"
    assert join_teks("pe-", "pe", frozenset({"pepe"})) == "pepe"


def test_a_raised_mark_does_not_become_a_digit_of_the_number():
    h = Halaman().teks(60, 100, "Capaian sebesar 78,8%", ukuran=11).teks(174, 96, "1", ukuran=6)
    (paragraf,) = _baca(h).daftar_paragraf
    assert paragraf.teks == "Capaian sebesar 78,8%¹"
