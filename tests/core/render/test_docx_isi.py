"""What stands in the naskah stands in the Word file: rows, captions, headings, lists, pictures."""

from dataclasses import replace

import pytest
from baca_docx import (
    GAMBAR,
    HALAMAN,
    SelTerbaca,
    W,
    daftar_paragraf,
    daftar_tabel,
    gaya,
    instruksi,
    read_bagian,
    read_baris,
    read_body,
    render_contoh,
    tabel_naskah,
    teks,
)
from contoh_naskah import build_contoh_naskah
from contoh_tabel import isi
from lxml import etree

from akuntabel.core.naskah.model import (
    Gambar,
    Gaya,
    Judul,
    Paragraf,
    Rujukan,
    Tabel,
    Teks,
    teks_baris,
)
from akuntabel.core.render.docx import render_docx

NASKAH = build_contoh_naskah()


@pytest.fixture(scope="module")
def berkas() -> bytes:
    return render_contoh()


@pytest.fixture(scope="module")
def body(berkas: bytes) -> etree._Element:
    return read_body(berkas)


def test_every_row_of_every_table_reads_as_in_the_naskah(body: etree._Element) -> None:
    pasangan = list(zip(daftar_tabel(body), tabel_naskah(NASKAH), strict=True))
    assert len(pasangan) == 6
    for tbl, tabel in pasangan:
        daftar = [read_baris(tr) for tr in tbl.findall(f"{W}tr")]
        if not tabel.kepala:
            assert [s.teks for s in daftar.pop(0)] == [k.judul for k in tabel.kolom]
        semua = [*tabel.kepala, *tabel.baris]
        assert len(daftar) == len(semua)
        for terbaca, baris in zip(daftar, semua, strict=True):
            assert [(s.teks, s.kolom) for s in terbaca if s.gabung != "continue"] == [
                (s.teks, s.kolom) for s in baris.sel
            ]
            assert sum(s.kolom for s in terbaca) == len(tabel.kolom)


def test_a_cell_over_three_rows_is_merged_downwards(body: etree._Element) -> None:
    tbl = daftar_tabel(body)[1]
    baris = [read_baris(tr) for tr in tbl.findall(f"{W}tr")]
    assert [b[0].gabung for b in baris] == ["restart", "continue", "", "restart", "continue", "continue", "", ""]
    assert baris[0][3] == SelTerbaca("Kinerja", 3, "")


def test_columns_have_the_measured_widths(body: etree._Element) -> None:
    for tbl, tabel in zip(daftar_tabel(body), tabel_naskah(NASKAH), strict=True):
        lebar = [int(k.get(f"{W}w", "")) for k in tbl.iter(f"{W}gridCol")]
        assert lebar == [pytest.approx(k.lebar_mm * 56.6929, abs=1) for k in tabel.kolom]
        assert tbl.find(f"{W}tblPr/{W}tblLayout").get(f"{W}type") == "fixed"


def test_header_rows_repeat_and_no_row_breaks_over_a_page(body: etree._Element) -> None:
    for tbl, tabel in zip(daftar_tabel(body), tabel_naskah(NASKAH), strict=True):
        kepala = [tr.find(f"{W}trPr/{W}tblHeader") is not None for tr in tbl.findall(f"{W}tr")]
        jumlah = len(tabel.kepala) or 1
        assert kepala == [True] * jumlah + [False] * len(tabel.baris)
        assert all(tr.find(f"{W}trPr/{W}cantSplit") is not None for tr in tbl.findall(f"{W}tr"))


def test_numbers_stand_right_and_a_total_is_bold_under_a_rule(body: etree._Element) -> None:
    total = daftar_tabel(body)[3].findall(f"{W}tr")[-1]
    sel = total.findall(f"{W}tc")[1]
    assert sel.find(f"{W}p/{W}pPr/{W}jc").get(f"{W}val") == "right"
    assert sel.find(f"{W}p/{W}r/{W}rPr/{W}b") is not None
    assert sel.find(f"{W}tcPr/{W}tcBorders/{W}top") is not None


def test_a_tree_of_rows_is_indented_and_groups_are_shaded(body: etree._Element) -> None:
    kelompok, pertama, kedua = daftar_tabel(body)[3].findall(f"{W}tr")[1:4]
    assert all(tc.find(f"{W}tcPr/{W}shd") is not None for tc in kelompok.findall(f"{W}tc"))
    inden = [int(b.findall(f"{W}tc")[1].find(f"{W}p/{W}pPr/{W}ind").get(f"{W}left")) for b in (pertama, kedua)]
    assert inden[0] == 2 * inden[1] > 0


def test_a_smaller_table_writes_its_type_size_on_its_runs(body: etree._Element) -> None:
    lanskap = daftar_tabel(body)[4]
    isi_sel = lanskap.findall(f"{W}tr")[1].findall(f"{W}tc")[1]
    assert isi_sel.find(f"{W}p/{W}r/{W}rPr/{W}sz").get(f"{W}val") == "17"


def test_captions_read_as_in_the_naskah_and_count_by_fields(body: etree._Element) -> None:
    bernomor = [b for bab in NASKAH.bab for b in bab.isi if isinstance(b, Tabel | Gambar) and b.bernomor]
    keterangan = [p for p in body.iter(f"{W}p") if gaya(p) == "Caption"]
    assert [teks(p) for p in keterangan] == [b.caption for b in bernomor]
    assert [instruksi(p)[0] for p in keterangan] == [
        r"SEQ Tabel \* ARABIC \r 1",
        r"SEQ Gambar \* ARABIC \r 1",
        r"SEQ Tabel \* ARABIC \r 1",
        r"SEQ Gambar \* ARABIC \r 1",
        r"SEQ Tabel \* ARABIC",
        r"SEQ Tabel \* ARABIC",
    ]


def test_a_table_caption_stays_with_its_table_and_a_figure_with_its_caption(body: etree._Element) -> None:
    tabel = next(p for p in body.iter(f"{W}p") if gaya(p) == "Caption")
    assert tabel.find(f"{W}pPr/{W}keepNext") is not None
    assert tabel.getnext().tag == f"{W}tbl"
    gambar = next(p for p in body.iter(f"{W}p") if gaya(p) == "Gambar")
    assert gaya(gambar.getnext()) == "Caption"


def test_headings_are_real_styles(body: etree._Element) -> None:
    judul_bab = ["Kata Pengantar", "Daftar Isi", "Daftar Tabel", "Daftar Gambar"]
    judul_bab += ["BAB I\nPendahuluan", "BAB III\nAkuntabilitas Kinerja", "LAMPIRAN 1\nPerjanjian Kinerja"]
    assert daftar_paragraf(body, "Heading1") == judul_bab
    semua = [b for bab in NASKAH.bab for b in bab.isi if isinstance(b, Judul)]
    for tingkat in (2, 3, 4):
        harapan = [f"{b.nomor} {b.teks}" for b in semua if b.tingkat == tingkat]
        assert harapan
        assert daftar_paragraf(body, f"Heading{tingkat}") == harapan


def test_each_role_of_a_paragraph_has_its_style(body: etree._Element) -> None:
    paragraf = [b for bab in NASKAH.bab for b in bab.isi if isinstance(b, Paragraf)]
    for peran, id_gaya in ((Gaya.DRAF, "Draf"), (Gaya.KURANG, "Kurang"), (Gaya.KUTIPAN, "Quote")):
        harapan = [teks_baris(p.isi) for p in paragraf if p.gaya is peran]
        assert harapan
        assert daftar_paragraf(body, id_gaya) == harapan


def test_lists_are_numbered_by_word_and_each_starts_again(berkas: bytes, body: etree._Element) -> None:
    butir = [p for p in body.iter(f"{W}p") if gaya(p) in ("ListNumber", "ListBullet")]
    tempat = [
        (p.find(f"{W}pPr/{W}numPr/{W}ilvl").get(f"{W}val"), p.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val"))
        for p in butir
    ]
    assert [t[0] for t in tempat] == ["0", "0", "1", "1", "2", "2", "0", "0", "0", "0", "0"]
    luar, dalam, strip, lagi = tempat[0][1], tempat[2][1], tempat[4][1], tempat[7][1]
    assert tempat[6][1] == luar
    assert len({luar, dalam, strip, lagi}) == 4
    numbering = etree.fromstring(read_bagian(berkas)["word/numbering.xml"])
    num = {n.get(f"{W}numId"): n for n in numbering.findall(f"{W}num")}
    mulai = num[lagi].find(f"{W}lvlOverride")
    assert mulai.get(f"{W}ilvl") == "0"
    assert mulai.find(f"{W}startOverride").get(f"{W}val") == "1"
    bentuk = {n.get(f"{W}abstractNumId"): n for n in numbering.findall(f"{W}abstractNum")}
    huruf = bentuk[num[dalam].find(f"{W}abstractNumId").get(f"{W}val")].findall(f"{W}lvl")[1]
    assert huruf.find(f"{W}numFmt").get(f"{W}val") == "lowerLetter"
    assert huruf.find(f"{W}lvlText").get(f"{W}val") == "%2."


def test_references_are_fields_to_bookmarks_that_hold_the_same_words(body: etree._Element) -> None:
    acuan = [i for i in instruksi(body) if i.startswith("REF ")]
    assert len(acuan) == 4
    for satu in acuan:
        nama = satu.split()[1]
        awal = body.find(f".//{W}bookmarkStart[@{W}name='{nama}']")
        assert awal is not None
        label = "".join(teks(e) for e in awal.itersiblings() if e.tag == f"{W}r")
        assert label.startswith(("Tabel ", "Gambar "))


def test_a_reference_to_a_chapter_keeps_its_words_and_links(body: etree._Element) -> None:
    p = next(p for p in body.iter(f"{W}p") if teks(p).startswith("Capaian rata-rata adalah"))
    assert teks(p) == "Capaian rata-rata adalah 91,70% menurut Tabel 3.1 pada Bab III."
    tautan = p.find(f"{W}hyperlink")
    assert teks(tautan) == "Bab III"
    assert body.find(f".//{W}bookmarkStart[@{W}name='{tautan.get(f'{W}anchor')}']") is not None


def test_a_reference_to_nowhere_is_plain_words() -> None:
    bab = replace(NASKAH.bab[5], isi=(Paragraf(isi("Lihat ", Rujukan("tidak-ada", "Tabel 9.9"), ".")),))
    body = read_body(render_contoh(replace(NASKAH, bab=(bab,))))
    assert daftar_paragraf(body, "BodyText") == ["Lihat Tabel 9.9."]
    assert instruksi(body) == []


def test_bookmarks_are_unique_and_paired(body: etree._Element) -> None:
    awal = [(e.get(f"{W}id"), e.get(f"{W}name")) for e in body.iter(f"{W}bookmarkStart")]
    akhir = [e.get(f"{W}id") for e in body.iter(f"{W}bookmarkEnd")]
    assert len({i for i, _ in awal}) == len({n for _, n in awal}) == len(awal) > 10
    assert sorted(akhir) == sorted(i for i, _ in awal)


def test_lists_of_contents_are_fields_filled_with_printed_pages(body: etree._Element) -> None:
    assert [i for i in instruksi(body) if i.startswith("TOC")] == [
        r'TOC \o "1-3" \h \z \u',
        r'TOC \h \z \c "Tabel"',
        r'TOC \h \z \c "Gambar"',
    ]
    assert daftar_paragraf(body, "TOC1") == [
        "Kata Pengantari",
        "Daftar Isiiv",
        "Daftar Tabel–",
        "Daftar Gambar–",
        "BAB I Pendahuluan1",
        "BAB III Akuntabilitas Kinerja7",
        "LAMPIRAN 1 Perjanjian Kinerja–",
    ]
    assert daftar_paragraf(body, "TOC2")[0] == "A. Latar Belakang–"
    assert "Tabel 3.1 Pengukuran Kinerja Tahun 20208" in daftar_paragraf(body, "TableofFigures")


def test_every_field_is_closed_in_order(body: etree._Element) -> None:
    dalam = 0
    for tanda in body.iter(f"{W}fldChar"):
        dalam += {"begin": 1, "separate": 0, "end": -1}[tanda.get(f"{W}fldCharType", "")]
        assert dalam >= 0
    assert dalam == 0


def test_pictures_carry_words_for_who_cannot_see_them(berkas: bytes, body: etree._Element) -> None:
    wp = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
    properti = list(body.iter(f"{wp}docPr"))
    alt = [b.alt for bab in NASKAH.bab for b in bab.isi if isinstance(b, Gambar)]
    assert [p.get("descr") for p in properti] == ["Kode QR tanda tangan elektronik", *alt]
    assert len({p.get("id") for p in properti}) == len(properti)
    assert sum(nama.startswith("word/media/") for nama in read_bagian(berkas)) == 3
    lebar = [e.get("cx") for e in body.iter(f"{wp}extent")]
    assert lebar == [str(36_000 * mm) for mm in (22, 140, 120)]


def test_a_picture_wider_than_the_page_is_scaled_down() -> None:
    lebar = {**GAMBAR, "gambar-struktur": replace(GAMBAR["gambar-struktur"], lebar_mm=310.0, tinggi_mm=100.0)}
    body = read_body(render_docx(NASKAH, gambar=lebar, halaman=HALAMAN))
    wp = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
    ukuran = [(e.get("cx"), e.get("cy")) for e in body.iter(f"{wp}extent")]
    assert ukuran[1] == (str(155 * 36_000), str(50 * 36_000))


def test_signatories_sign_side_by_side(body: etree._Element) -> None:
    polos = [t for t in body.iter(f"{W}tbl") if t.find(f"{W}tblPr/{W}tblStyle") is None]
    tanda_tangan = [[s.teks for s in read_baris(tr)] for tr in polos[-1].findall(f"{W}tr")]
    assert tanda_tangan == [
        ["", "Kota Contoh, 2 Januari 2020"],
        ["Pihak Kedua,Ketua KPU Kota Contoh", "Pihak Pertama,Sekretaris"],
        ["", ""],
        ["Ratna Wijaya", "Danu Prakoso, S.H.NIP 19780101 200501 1 001"],
    ]
    isian = [[s.teks for s in read_baris(tr)] for tr in polos[-2].findall(f"{W}tr")]
    assert isian[0] == ["Nama", ":", "Danu Prakoso, S.H."]


def test_a_newline_in_words_is_a_line_break() -> None:
    bab = replace(NASKAH.bab[5], isi=(Paragraf((Teks("satu\ndua "), Teks("tiga", tebal=True))),))
    body = read_body(render_contoh(replace(NASKAH, bab=(bab,))))
    assert daftar_paragraf(body, "BodyText") == ["satu\ndua tiga"]


def test_the_same_naskah_gives_the_same_bytes(berkas: bytes) -> None:
    assert render_contoh(build_contoh_naskah()) == berkas


def test_the_file_names_title_author_and_date_of_the_document(berkas: bytes) -> None:
    akar = etree.fromstring(read_bagian(berkas)["docProps/core.xml"])
    sifat = {etree.QName(e).localname: e.text for e in akar}
    assert sifat["title"] == NASKAH.judul
    assert sifat["creator"] == NASKAH.penulis
    assert sifat["created"] == "2021-01-29T00:00:00Z"
    assert sifat["language"] == "id-ID"
