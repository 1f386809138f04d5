"""Sections: cover, front matter, body and turned pages."""

from dataclasses import replace

import pytest
from baca_docx import R, W, read_bagian, read_body, render_contoh, teks
from contoh_naskah import build_contoh_naskah
from contoh_tabel import isi, tabel_lanskap
from lxml import etree

from akuntabel.core.naskah.lebar import Ukuran
from akuntabel.core.naskah.model import Bab, HalamanBaru, JenisBab, Judul, Kertas, Paragraf
from akuntabel.core.render.docx.peta import JenisTempat, Tempat
from akuntabel.core.render.lanskap import find_lanskap


def daftar_bagian(body: etree._Element) -> list[etree._Element]:
    return list(body.iter(f"{W}sectPr"))


def nomor(bagian: etree._Element) -> tuple[str, str | None, bool]:
    """Format, first number, and whether the page is turned."""
    jenis = bagian.find(f"{W}pgNumType")
    return (
        jenis.get(f"{W}fmt", ""),
        jenis.get(f"{W}start"),
        bagian.find(f"{W}pgSz").get(f"{W}orient") == "landscape",
    )


def test_front_matter_counts_in_roman_and_the_body_from_one_through_turned_pages() -> None:
    assert [nomor(b) for b in daftar_bagian(read_body(render_contoh()))] == [
        ("decimal", "1", False),
        ("lowerRoman", "1", False),
        ("decimal", "1", False),
        ("decimal", None, True),
        ("decimal", None, False),
    ]


def test_the_cover_has_no_header_or_footer_and_every_other_section_has_both() -> None:
    acuan = [
        [etree.QName(e).localname for e in b if e.get(f"{R}id")] for b in daftar_bagian(read_body(render_contoh()))
    ]
    assert acuan == [[], *[["headerReference", "footerReference"]] * 4]


def test_header_and_footer_speak_of_this_document() -> None:
    bagian = read_bagian(render_contoh())
    assert teks(etree.fromstring(bagian["word/header1.xml"])) == "Laporan Kinerja Tahun 2020"
    kaki = etree.fromstring(bagian["word/footer1.xml"])
    assert teks(kaki) == "KPU Kota Contoh   1"
    assert [e.text for e in kaki.iter(f"{W}instrText")] == [" PAGE "]


@pytest.mark.parametrize(("kertas", "lebar", "tinggi"), [(Kertas.A4, "11906", "16838"), (Kertas.F4, "12189", "18709")])
def test_paper_is_the_naskah_s(kertas: Kertas, lebar: str, tinggi: str) -> None:
    bagian = daftar_bagian(read_body(render_contoh(replace(build_contoh_naskah(), kertas=kertas))))
    ukuran = [(b.find(f"{W}pgSz").get(f"{W}w"), b.find(f"{W}pgSz").get(f"{W}h")) for b in bagian]
    assert ukuran == [(lebar, tinggi)] * 3 + [(tinggi, lebar), (lebar, tinggi)]


def test_text_is_as_wide_as_the_columns_were_measured() -> None:
    naskah = build_contoh_naskah()
    ukuran = Ukuran.of(naskah.kertas)
    for bagian in daftar_bagian(read_body(render_contoh(naskah))):
        halaman, tepi = bagian.find(f"{W}pgSz"), bagian.find(f"{W}pgMar")
        lebar = int(halaman.get(f"{W}w")) - int(tepi.get(f"{W}left")) - int(tepi.get(f"{W}right"))
        mm = ukuran.lanskap_mm if halaman.get(f"{W}orient") == "landscape" else ukuran.tegak_mm
        assert lebar == pytest.approx(mm * 56.6929, abs=2)


def test_a_section_never_closes_in_the_paragraph_that_ends_a_list_of_contents() -> None:
    for bagian in daftar_bagian(read_body(render_contoh()))[:-1]:
        p = bagian.getparent().getparent()
        assert p.find(f"{W}r/{W}fldChar") is None


def test_the_heading_of_a_chapter_turns_with_the_wide_table_it_introduces() -> None:
    lampiran = Bab(
        JenisBab.LAMPIRAN, "Jejak", (Paragraf(isi("Pengantar.")), tabel_lanskap()), "lampiran-jejak", "LAMPIRAN 1"
    )
    naskah = build_contoh_naskah()
    body = read_body(render_contoh(replace(naskah, bab=(naskah.bab[5], lampiran))))
    assert [nomor(b) for b in daftar_bagian(body)] == [("decimal", "1", False), ("decimal", None, True)]


def test_only_the_headings_before_a_wide_table_turn_when_much_text_stands_before_it() -> None:
    paragraf = Paragraf(isi("Isi."))
    blok = (*(paragraf,) * 6, Judul("Perkembangan", 2, "C."), tabel_lanskap(), paragraf)
    assert find_lanskap(blok) == (False,) * 6 + (True, True, False)


def test_chapters_of_one_section_start_on_a_new_page() -> None:
    body = read_body(render_contoh())
    ganti = {teks(p): p.find(f"{W}pPr/{W}pageBreakBefore") is not None for p in body.findall(f"{W}p")}
    assert not ganti["Kata Pengantar"]
    assert ganti["Daftar Isi"]
    assert not ganti["BAB I\nPendahuluan"]
    assert ganti["BAB III\nAkuntabilitas Kinerja"]


def test_a_chapter_without_heading_breaks_the_page_by_itself() -> None:
    halaman = tuple(
        Bab(JenisBab.SAMPUL, "", (Paragraf(isi(kata)), HalamanBaru(), Paragraf(isi("lanjut"))), kata)
        for kata in ("satu", "dua")
    )
    body = read_body(render_contoh(replace(build_contoh_naskah(), bab=halaman)))
    assert len(body.findall(f".//{W}br[@{W}type='page']")) == 3
    assert len(daftar_bagian(body)) == 1


def test_contents_show_the_page_as_it_is_printed_or_a_dash() -> None:
    tempat = Tempat(JenisTempat.JUDUL, "ikhtisar", "Ikhtisar", 1, 1)
    assert tempat.show_halaman({"ikhtisar": "iv"}) == "iv"
    assert tempat.show_halaman({}) == "–"
