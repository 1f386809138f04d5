"""The HTML read again: every row, caption and exact number of the naskah, and nothing a reader must fetch."""

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import pairwise

from baca_docx import tabel_naskah
from contoh_naskah import build_contoh_naskah
from contoh_tabel import baris, isi
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from akuntabel.core.naskah.lebar import measure_naskah
from akuntabel.core.naskah.model import (
    Angka,
    Bab,
    Blok,
    Gambar,
    JenisBab,
    Judul,
    Kolom,
    Naskah,
    Paragraf,
    Tabel,
)
from akuntabel.core.naskah.penomoran import number_naskah
from akuntabel.core.render.gambar import draw_semua
from akuntabel.core.render.html import render_html

BLOK_CONTOH: tuple[Blok, ...] = tuple(b for bab in build_contoh_naskah().bab for b in bab.isi)


@cache
def _render_contoh() -> str:
    naskah = build_contoh_naskah()
    return render_html(naskah, gambar=draw_semua(naskah, png=False))


@cache
def _read_contoh() -> html.HtmlElement:
    return html.document_fromstring(_render_contoh())


def _render_blok(*blok: Blok) -> html.HtmlElement:
    bab = Bab(JenisBab.BAB, "Uji", blok, "uji")
    naskah = measure_naskah(number_naskah(Naskah("Uji", (bab,), "KPU Kota Contoh", 2020)))
    return html.document_fromstring(render_html(naskah, gambar=draw_semua(naskah, png=False)))


def test_every_row_of_every_table_is_in_the_page_as_the_naskah_has_it():
    dibaca = _read_contoh().xpath("//table")
    ditulis = list(tabel_naskah(build_contoh_naskah()))
    assert len(dibaca) == len(ditulis) > 4
    for elemen, tabel in zip(dibaca, ditulis, strict=True):
        baris_dibaca = [[s.text_content() for s in tr.xpath("td|th")] for tr in elemen.xpath(".//tr")]
        kepala = [[s.teks for s in b.sel] for b in tabel.kepala] or [[k.judul for k in tabel.kolom]]
        assert baris_dibaca == kepala + [[s.teks for s in b.sel] for b in tabel.baris], tabel.id
        span = [(int(s.get("colspan", "1")), int(s.get("rowspan", "1"))) for s in elemen.xpath(".//td")]
        assert span == [(s.kolom, s.baris) for b in tabel.baris for s in b.sel], tabel.id


def test_captions_are_those_of_the_naskah():
    tabel = [b.caption for b in BLOK_CONTOH if isinstance(b, Tabel) and b.bernomor]
    gambar = [b.caption for b in BLOK_CONTOH if isinstance(b, Gambar) and b.bernomor]
    assert tabel
    assert gambar
    assert [c.text_content() for c in _read_contoh().xpath("//caption")] == tabel
    assert [c.text_content() for c in _read_contoh().xpath("//figcaption")] == gambar


def test_a_number_carries_its_exact_value_and_a_missing_one_carries_none():
    semua_sel = [s for t in tabel_naskah(build_contoh_naskah()) for b in t.baris for s in b.sel]
    angka = [p.besaran for s in semua_sel for p in s.isi if isinstance(p, Angka)]
    data = [(Decimal(d.get("value")), d.text_content()) for d in _read_contoh().xpath("//table//data[@value]")]
    assert data == [(b.nilai.angka, b.teks) for b in angka if b.nilai.angka is not None]
    assert len(data) < len(angka)
    assert not _read_contoh().xpath("//data[not(@value)]")


def test_nothing_is_loaded_and_nothing_runs():
    halaman = _read_contoh()
    assert not halaman.xpath("//script|//link|//iframe|//object|//@onload|//@onclick")
    luar = [n for n in halaman.xpath("//@href|//@src|//@*[local-name()='xlink:href']") if not n.startswith("#")]
    assert luar == []
    assert not re.search(r"@import|url\((?!#)", _render_contoh())


def test_every_link_leads_somewhere_and_every_id_is_there_once():
    halaman = _read_contoh()
    ids = halaman.xpath("//@id")
    tujuan = [h[1:] for h in halaman.xpath("//a/@href")]
    assert len(ids) == len(set(ids)) > 10
    assert tujuan
    assert set(tujuan) <= set(ids)


def test_the_page_is_built_of_parts_that_a_screen_reader_names():
    halaman = _read_contoh()
    assert halaman.get("lang") == "id"
    assert len(halaman.xpath("//main")) == 1
    assert halaman.xpath("//nav/@aria-label") == ["Daftar isi"]
    assert all(s in ("col", "colgroup") for s in halaman.xpath("//th/@scope"))
    assert not halaman.xpath("//th[not(@scope)]")
    assert all(halaman.xpath("//*[@role='region']/@aria-label"))
    alt = [b.alt for b in BLOK_CONTOH if isinstance(b, Gambar)]
    assert halaman.xpath("//figure/div[@role='img']/@aria-label") == alt
    assert len(halaman.xpath("//figure//details//table")) == sum(
        isinstance(b, Gambar) and b.data is not None for b in BLOK_CONTOH
    )


def test_headings_never_skip_a_level():
    tingkat = [int(h.tag[1]) for h in _read_contoh().xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4]")]
    assert tingkat[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(tingkat))
    assert len(tingkat) == sum(isinstance(b, Judul) for b in BLOK_CONTOH) + len(build_contoh_naskah().bab) - 1


@given(st.text(alphabet=st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1))
@settings(max_examples=40, deadline=None)
def test_what_a_user_writes_is_never_markup(teks: str):
    jahat = f"<script>&amp;\"'{teks}</script>"
    kolom = (Kolom(jahat),)
    halaman = _render_blok(Judul(jahat, 2), Paragraf(isi(jahat)), Tabel("t", jahat, kolom, (baris(jahat),)))
    assert not halaman.xpath("//script")
    assert halaman.xpath("string(//main//p)") == jahat
    assert [s.text_content() for s in halaman.xpath("//th|//td")] == [jahat, jahat]
    assert halaman.xpath("string(//caption)") == f"Tabel 1.1 {jahat}"


def test_a_table_without_column_names_has_no_empty_header():
    tabel = Tabel("t", "Tanpa kepala", (Kolom(""), Kolom("")), (baris("a", "b"),))
    assert not _render_blok(tabel).xpath("//thead|//th")
    assert _render_blok(replace(tabel, kolom=(Kolom("A"), Kolom("")))).xpath("//thead")
