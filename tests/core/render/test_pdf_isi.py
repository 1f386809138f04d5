"""What stands in the PDF is what stands in the naskah: every row, caption, page number and stray sign."""

from dataclasses import replace
from io import BytesIO

import pdfplumber
import pytest
from baca_docx import tabel_naskah
from baca_pdf import (
    daftar_kata,
    daftar_label,
    padat,
    read_contoh_pdf,
    read_pdf,
    render_blok,
    render_contoh_pdf,
)
from contoh_naskah import build_contoh_naskah
from contoh_tabel import baris, isi, sel
from hypothesis import given, settings
from hypothesis import strategies as st

from akuntabel.core.naskah.model import (
    BarisTabel,
    Blok,
    Gambar,
    Judul,
    Kolom,
    Paragraf,
    PenandaTangan,
    Rata,
    Rujukan,
    Sel,
    Tabel,
    TandaTangan,
    Teks,
)
from akuntabel.core.render.gambar import draw_semua
from akuntabel.core.render.pdf import render_pdf
from akuntabel.core.render.typst_teks import literal

BLOK_CONTOH: tuple[Blok, ...] = tuple(b for bab in build_contoh_naskah().bab for b in bab.isi)


def _tabel(*isi_baris: BarisTabel) -> Tabel:
    return Tabel("panjang", "Panjang", (Kolom("Uraian"), Kolom("Nilai", Rata.KANAN, utuh=True)), isi_baris)


def test_every_row_of_every_table_is_in_the_pdf_as_the_naskah_has_it():
    dibaca = list(read_contoh_pdf().cari("Table"))
    ditulis = list(tabel_naskah(build_contoh_naskah()))
    assert len(dibaca) == len(ditulis) > 4
    for pdf, tabel in zip(dibaca, ditulis, strict=True):
        kepala = [[s.teks for s in b.sel] for b in tabel.kepala] or [[k.judul for k in tabel.kolom]]
        harapan = kepala + [[s.teks for s in b.sel] for b in tabel.baris]
        assert pdf.daftar_baris == [[padat(s) for s in b] for b in harapan], tabel.id


def test_every_caption_is_printed_once_and_exactly():
    captions = [b.caption for b in BLOK_CONTOH if isinstance(b, Tabel | Gambar) and b.bernomor]
    assert len(captions) == 6
    assert [c.teks for c in read_contoh_pdf().cari("Caption")] == [padat(c) for c in captions]


def test_headings_stand_in_order_with_their_numbers():
    naskah = build_contoh_naskah()
    harapan = []
    for bab in naskah.bab:
        if bab.judul:
            harapan.append(("H1", padat(bab.nomor + bab.judul)))
        harapan += [(f"H{b.tingkat}", padat(b.nomor + b.teks)) for b in bab.isi if isinstance(b, Judul)]
    assert [(h.jenis, h.teks) for h in read_contoh_pdf().cari("H1", "H2", "H3", "H4")] == harapan


def test_figures_say_what_they_show():
    alt = [f.alt for f in read_contoh_pdf().cari("Figure")]
    assert [b.alt for b in BLOK_CONTOH if isinstance(b, Gambar)] == [a for a in alt if "QR" not in a]


def test_page_map_names_the_page_on_which_a_caption_begins():
    hasil, pohon = render_contoh_pdf(), read_contoh_pdf()
    label = daftar_label(hasil.pdf)
    tempat = {c.teks: label[c.halaman[0] - 1] for c in pohon.cari("Caption", "H1", "H2", "H3", "H4")}
    naskah = build_contoh_naskah()
    for blok in BLOK_CONTOH:
        if isinstance(blok, Tabel | Gambar) and blok.bernomor:
            assert hasil.halaman[blok.id] == tempat[padat(blok.caption)], blok.id
    for bab in naskah.bab[1:]:
        assert hasil.halaman[bab.id] == tempat[padat(bab.nomor + bab.judul)], bab.id
    panjang = next(t for t in pohon.cari("Table") if len(t.halaman) > 3)
    assert label[panjang.halaman[0] - 1] == hasil.halaman["tabel-anggaran"]


def test_front_matter_counts_in_roman_and_the_body_from_one():
    label = daftar_label(render_contoh_pdf().pdf)
    assert label[1:5] == ["i", "ii", "iii", "iv"]
    assert label[5:] == [str(n) for n in range(1, len(label) - 4)]


def test_two_renders_give_the_same_bytes():
    naskah = replace(build_contoh_naskah(), tanggal="")
    gambar = draw_semua(naskah, png=False)
    assert render_pdf(naskah, gambar=gambar) == render_pdf(naskah, gambar=gambar)


def test_what_a_user_writes_is_never_typst():
    jahat = '#panic("x") $x$ *b* _i_ `c` <l> @r // /* \\u{41} \\" ] } ~ -- ... = Judul'
    hasil = render_blok(Judul(jahat, 2), Paragraf(isi(jahat)), _tabel(baris(jahat, "1")))
    assert read_pdf(hasil.pdf).teks.count(padat(jahat)) == 3


@given(st.text())
@settings(max_examples=300)
def test_a_literal_closes_only_at_its_end(teks: str):
    ditulis = literal(teks)
    assert ditulis[0] == ditulis[-1] == '"'
    dalam = ditulis[1:-1].replace("\\\\", "").replace('\\"', "").replace("\\n", "")
    assert '"' not in dalam
    assert "\\" not in dalam
    assert "\n" not in dalam


def test_a_sign_that_the_typeface_lacks_becomes_a_box_and_stops_nothing():
    hasil = render_blok(Paragraf(isi("awal 😀 中 \x00\x07 \ue000 cafe\u0301 \u2192 akhir")))
    kata = [k for halaman in daftar_kata(hasil.pdf) for k in halaman]
    assert kata.count("□") == 3
    assert {"awal", "→", "akhir"} <= set(kata)


def test_a_reference_to_a_form_without_number_is_a_link():
    formulir = replace(_tabel(baris("x", "1")), bernomor=False)
    assert list(read_pdf(render_blok(Paragraf((Rujukan("panjang"),)), formulir).pdf).cari("Link"))


def test_a_cell_longer_than_a_page_goes_on_over_the_next():
    kata = " ".join(f"k{n}" for n in range(3000))
    dicetak = [k for h in daftar_kata(render_blok(_tabel(baris(kata, "1"))).pdf) for k in h]
    assert [k for k in dicetak if k.startswith("k") and k[1:].isdigit()] == kata.split()


def test_rows_under_one_spanning_cell_go_on_over_the_next_page():
    daftar = [BarisTabel((Sel(isi("induk"), baris=90), sel("b0"))), *(baris(f"b{n}") for n in range(1, 90))]
    dicetak = [k for h in daftar_kata(render_blok(_tabel(*daftar)).pdf) for k in h]
    assert [k for k in dicetak if k[0] == "b" and k[1:].isdigit()] == [f"b{n}" for n in range(90)]


def test_a_caption_stands_on_the_page_of_its_first_row():
    mulai = set()
    for jumlah in range(28, 40):
        pengisi = (Paragraf((Teks("Baris pengisi."),)),) * jumlah
        hasil = render_blok(*pengisi, _tabel(*(baris(f"b{n}", "1") for n in range(30))))
        for halaman in daftar_kata(hasil.pdf):
            assert ("Panjang" in halaman) == ("b0" in halaman)
        mulai.add(hasil.halaman["panjang"])
    assert mulai == {"1", "2"}  # the fillers did push the table over the end of the page


@pytest.mark.parametrize("jumlah", [39, 40, 41])
def test_a_heading_of_rows_is_never_the_last_line_of_a_page(jumlah: int):
    kelompok = BarisTabel((Sel(isi("Kelompok"), kolom=2),), "kelompok")
    atas = [baris(f"a{n}", "1") for n in range(jumlah)]
    bawah = [baris(f"b{n}", "1") for n in range(8)]
    for halaman in daftar_kata(render_blok(_tabel(*atas, kelompok, *bawah)).pdf):
        assert ("Kelompok" in halaman) == ("b0" in halaman)


@pytest.mark.parametrize("jumlah", [38, 39, 40])
def test_totals_at_the_end_stay_together(jumlah: int):
    total = [BarisTabel((sel(f"Jumlah{n}"), sel("9")), "jumlah") for n in range(3)]
    halaman = daftar_kata(render_blok(_tabel(*(baris(f"a{n}", "1") for n in range(jumlah)), *total)).pdf)
    assert sorted(sum(k.startswith("Jumlah") for k in h) for h in halaman)[-1] == 3


def test_names_of_signatories_stand_level():
    pihak = (PenandaTangan(("Pihak Kedua,", "Ketua " * 20), "Ratna"), PenandaTangan(("Pertama,",), "Danu", "1978"))
    with pdfplumber.open(BytesIO(render_blok(TandaTangan("Blitar, 2 Januari 2020", pihak)).pdf)) as berkas:
        tinggi = {k["text"]: k["top"] for k in berkas.pages[0].extract_words()}
    assert tinggi["Ratna"] == pytest.approx(tinggi["Danu"])


def test_a_row_is_never_split():
    panjang = " ".join(["kata"] * 60)
    halaman = daftar_kata(render_blok(_tabel(*(baris(f"awal{n} {panjang} akhir{n}", "1") for n in range(40)))).pdf)
    assert len(halaman) > 1
    for kata in halaman:
        assert [k[4:] for k in kata if k.startswith("awal")] == [k[5:] for k in kata if k.startswith("akhir")]
