"""A web page is read as a person sees it, whatever its markup and its encoding."""

import pytest

from akuntabel.core.naskah.terbaca import NaskahTerbaca
from akuntabel.core.readers.baca import read_isi
from akuntabel.core.readers.html import read_html


def _baca(badan: str) -> NaskahTerbaca:
    return read_html("a.html", f"<!doctype html><html><body>{badan}</body></html>".encode())


def _paragraf(badan: str) -> list[str]:
    return [x.teks for x in _baca(badan).daftar_paragraf]


def _isi(naskah: NaskahTerbaca, nomor: int = 0) -> list[list[str]]:
    return [[s.teks for s in b] for b in naskah.daftar_tabel[nomor].baris]


@pytest.mark.parametrize(
    ("badan", "paragraf"),
    [
        ("<div>Capaian<br>102,3%<p>Realisasi</p>lain</div>", ["Capaian 102,3%", "Realisasi", "lain"]),
        ("<p>a<p>b<div>c", ["a", "b", "c"]),
        (
            "<p>tampak<span hidden>x</span><b style='Display : none'>y</b> lagi</p><div hidden><p>z</p></div>",
            ["tampak lagi"],
        ),
        ("<p>5&nbsp;%&amp; &lt;x&gt; &eacute;</p><script>z</script><style>z</style><!-- z -->", ["5 %& <x> é"]),
        ("<p>nilai <del>80</del><ins>82</ins></p>", ["nilai 82"]),
        ("<ol><li>a<li>b<ol type=a><li>c<li>d</ol><li>e</ol>", ["1. a", "2. b", "a. c", "b. d", "3. e"]),
        ("<ol start=3 type=I><li><p>a</p><p>b</p><li value=9>c</ol><ul><li>d</ul>", ["III. a", "b", "IX. c", "d"]),
        ("<p>kata<wbr>kata</p>", ["katakata"]),
    ],
)
def test_paragraphs_are_those_that_a_reader_sees(badan: str, paragraf: list[str]):
    assert _paragraf(badan) == paragraf


def test_headings_have_their_level():
    naskah = _baca("<h1>Bab</h1><h3><span>Sub</span></h3><p>isi</p>")
    assert [(x.teks, x.tingkat) for x in naskah.daftar_paragraf] == [("Bab", 1), ("Sub", 3), ("isi", 0)]


def test_parts_of_a_table_stand_in_the_order_they_are_shown():
    naskah = _baca(
        "<table><caption>Tabel 1 <b>Pagu</b></caption><colgroup><col span=2></colgroup>"
        "<tfoot><tr><td>Jumlah<td>3</tfoot><thead><tr><td>Uraian<td>Pagu</thead>"
        "<tbody><tr><td><p>Rapat</p><p>kerja</p><td>1<tr style='display:none'><td>x<td>9<tr><th>Cetak<td>2</table>"
    )
    (tabel,) = naskah.daftar_tabel
    assert (tabel.caption, tabel.kepala) == ("Tabel 1 Pagu", ("Uraian", "Pagu"))
    assert _isi(naskah) == [["Rapat kerja", "1"], ["Cetak", "2"], ["Jumlah", "3"]]


def test_spans_keep_the_columns_and_a_row_of_headings_within_is_no_header():
    naskah = _baca(
        "<table><tr><th>No<th>Sasaran<th colspan=2>Kinerja</tr><tr><td rowspan=0>1<td>S<td>75%<td>47%"
        "<tr><th>S2<th>10%<th>4%</table>"
    )
    assert naskah.daftar_tabel[0].kepala == ("No", "Sasaran", "Kinerja", "")
    assert _isi(naskah) == [["1", "S", "75%", "47%"], ["", "S2", "10%", "4%"]]


def test_nested_table_follows_the_outer_and_a_frame_is_no_table():
    naskah = _baca(
        "<table><tr><td><p>Bingkai</p><table><tr><th>A<th>B<tr><td>1<td>luar"
        "<table><tr><th>C<th>D<tr><td>2<td>3</table></table></table>"
    )
    assert [x.teks for x in naskah.daftar_paragraf] == ["Bingkai"]
    assert [_isi(naskah, n) for n in range(2)] == [[["1", "luar"]], [["2", "3"]]]


@pytest.mark.parametrize(
    "isi",
    [
        "<html><meta charset=windows-1252><p>94 – 100 é</p>".encode("cp1252"),
        "<html><p>94 – 100 é</p>".encode("cp1252"),
        "<html><meta http-equiv=x content='text/html; charset=iso-8859-1'><p>94 – 100 é</p>".encode("cp1252"),
        "<html><p>94 – 100 é</p>".encode(),
        "<html><p>94 – 100 é</p>".encode("utf-8-sig"),
        "<html><p>94 – 100 é</p>".encode("utf-16"),
        "<?xml version='1.0' encoding='utf-8'?>\n<!-- x --><html><p>94 – 100 é</p></html>".encode(),
        "<table><tr><th>a<th>b<tr><td>1<td>2</table><p>94 – 100 é</p>".encode("cp1252"),
        "94 – 100 é".encode("cp1252"),
        "94 – 100 é".encode("utf-16"),
        "94 – 100 é".encode(),
    ],
)
def test_encoding_is_told_or_found(isi: bytes):
    assert [x.teks for x in read_isi("a", isi).daftar_paragraf] == ["94 – 100 é"]
