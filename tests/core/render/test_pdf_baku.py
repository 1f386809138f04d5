"""The PDF as a file: the standards it declares, its typeface, language, paper and bookmarks."""

from dataclasses import replace
from io import BytesIO

import pdfplumber
import pikepdf
import pytest
from baca_pdf import render_contoh_pdf
from contoh_naskah import build_contoh_naskah

from akuntabel.core.naskah.lebar import measure_naskah
from akuntabel.core.naskah.model import JenisBab, Kertas
from akuntabel.core.render.gambar import draw_semua
from akuntabel.core.render.pdf import render_pdf

MM_PER_PT = 25.4 / 72


@pytest.fixture(scope="module")
def pdf() -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(render_contoh_pdf().pdf))


def test_the_file_declares_pdfa_2a_and_pdfua_1(pdf: pikepdf.Pdf):
    with pdf.open_metadata() as xmp:
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("2", "A")
        assert xmp["pdfuaid:part"] == "1"
        assert xmp["dc:title"] == "Laporan Kinerja KPU Kota Contoh Tahun 2020"
        assert "2021-01-29" in xmp["xmp:CreateDate"]


def test_the_file_is_tagged_in_indonesian_and_shows_its_title(pdf: pikepdf.Pdf):
    assert bool(pdf.Root.MarkInfo.Marked)
    assert str(pdf.Root.Lang) == "id"
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_only_the_shipped_typeface_is_used_and_it_is_embedded(pdf: pikepdf.Pdf):
    huruf = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/FontDescriptor"]
    assert huruf
    assert all("LiberationSans" in str(h.FontName) for h in huruf)
    assert all("/FontFile2" in h or "/FontFile3" in h for h in huruf)


def test_bookmarks_carry_number_and_title_of_every_chapter(pdf: pikepdf.Pdf):
    naskah = build_contoh_naskah()
    with pdf.open_outline() as outline:
        judul = [butir.title for butir in outline.root]
    assert judul == [f"{b.nomor} {b.judul}".strip() for b in naskah.bab if b.jenis is not JenisBab.SAMPUL]


@pytest.mark.parametrize(("kertas", "ukuran"), [(Kertas.A4, (210, 297)), (Kertas.F4, (215, 330))])
def test_paper_is_a4_or_f4_and_wide_tables_turn_the_page(kertas: Kertas, ukuran: tuple[int, int]):
    naskah = measure_naskah(replace(build_contoh_naskah(), kertas=kertas))
    hasil = render_pdf(naskah, gambar=draw_semua(naskah, png=False))
    with pikepdf.open(BytesIO(hasil.pdf)) as berkas:
        kotak = [tuple(round(float(x) * MM_PER_PT) for x in h.mediabox[2:]) for h in berkas.pages]
    assert set(kotak) == {ukuran, ukuran[::-1]}
    assert kotak.count(ukuran[::-1]) == 1


def test_nothing_is_printed_beyond_the_margins_of_a_turned_page():
    with pdfplumber.open(BytesIO(render_contoh_pdf().pdf)) as berkas:
        (halaman,) = [h for h in berkas.pages if h.width > h.height]
        tepi_pt = 25 / MM_PER_PT
        garis = [g["x1"] for g in (*halaman.lines, *halaman.rects)]
        assert garis
        assert max(garis) <= float(halaman.width) - tepi_pt + 1
