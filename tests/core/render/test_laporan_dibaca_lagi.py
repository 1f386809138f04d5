"""The example's report, read back out of every file: each row and caption is the naskah's."""

from functools import cache

import pytest
from baca_docx import W, daftar_paragraf, daftar_tabel, read_baris, read_body, tabel_naskah
from baca_pdf import padat, read_pdf
from lxml import html

from akuntabel.core.compose.isi_perjanjian import read_isi_perjanjian
from akuntabel.core.compose.lkj import compose_lkj
from akuntabel.core.compose.perjanjian import compose_perjanjian
from akuntabel.core.naskah.model import Gambar, Naskah, Tabel
from akuntabel.core.render.berkas import BerkasJadi, Format, render_berkas
from contoh_paket import compute_contoh

DOKUMEN = {"lkj": compose_lkj(compute_contoh()), "pk": compose_perjanjian(read_isi_perjanjian(compute_contoh()))}


@cache
def _berkas(nama: str) -> dict[Format, BerkasJadi]:
    return render_berkas(DOKUMEN[nama], [Format.PDF, Format.DOCX, Format.HTML])


def _baris_naskah(naskah: Naskah) -> list[list[str]]:
    return [
        [s.teks for s in b.sel] for t in tabel_naskah(naskah) for b in ([*t.kepala, *t.baris] if t.kepala else t.baris)
    ]


def _captions(naskah: Naskah) -> list[str]:
    blok = (b for bab in naskah.bab for b in bab.isi)
    return [b.caption for b in blok if isinstance(b, Tabel | Gambar) and b.bernomor]


@pytest.mark.parametrize("nama", DOKUMEN)
def test_word_file_holds_every_row_and_caption(nama: str):
    body = read_body(_berkas(nama)[Format.DOCX].isi)
    dibaca = []
    for tbl, tabel in zip(daftar_tabel(body), tabel_naskah(DOKUMEN[nama]), strict=True):
        baris = [read_baris(tr) for tr in tbl.findall(f"{W}tr")]
        isi = baris if tabel.kepala else baris[1:]
        dibaca += [[s.teks for s in b if s.gabung != "continue"] for b in isi]
    assert dibaca == _baris_naskah(DOKUMEN[nama])
    assert daftar_paragraf(body, "Caption") == _captions(DOKUMEN[nama])


@pytest.mark.parametrize("nama", DOKUMEN)
def test_page_holds_every_row_and_caption(nama: str):
    akar = html.document_fromstring(_berkas(nama)[Format.HTML].isi.decode())
    dibaca = []
    for elemen, tabel in zip(akar.xpath("//table"), tabel_naskah(DOKUMEN[nama]), strict=True):
        baris = [[s.text_content() for s in tr.xpath("td|th")] for tr in elemen.xpath(".//tr")]
        dibaca += baris if tabel.kepala else baris[1:]
    assert dibaca == _baris_naskah(DOKUMEN[nama])
    captions = [c.text_content() for c in akar.xpath("//caption | //figcaption")]
    assert captions == _captions(DOKUMEN[nama])


@pytest.mark.parametrize("nama", DOKUMEN)
def test_pdf_holds_every_row_and_caption(nama: str):
    akar = read_pdf(_berkas(nama)[Format.PDF].isi)
    dibaca = []
    for pdf, tabel in zip(akar.cari("Table"), tabel_naskah(DOKUMEN[nama]), strict=True):
        dibaca += pdf.daftar_baris if tabel.kepala else pdf.daftar_baris[1:]
    assert dibaca == [[padat(s) for s in b] for b in _baris_naskah(DOKUMEN[nama])]
    assert [c.teks for c in akar.cari("Caption")] == [padat(c) for c in _captions(DOKUMEN[nama])]


def test_the_report_is_as_long_as_it_should_be():
    assert len(_baris_naskah(DOKUMEN["lkj"])) > 300
    assert len(_captions(DOKUMEN["lkj"])) > 40
