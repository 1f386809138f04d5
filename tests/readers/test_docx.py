"""A Word document is read as a person sees it: changes accepted, numbers of lists, boxes, notes, merged cells."""

import pytest

from akuntabel.core.naskah.terbaca import NaskahTerbaca
from akuntabel.core.readers.word.docx import read_docx
from buat_berkas import RELS, buat_docx, buat_zip, p, tc, tr


def _baca(badan: str, **bagian: str) -> NaskahTerbaca:
    return read_docx("a.docx", buat_docx(badan, **bagian))


def _paragraf(badan: str, **bagian: str) -> list[str]:
    return [x.teks for x in _baca(badan, **bagian).daftar_paragraf]


def _isi(naskah: NaskahTerbaca, nomor: int = 0) -> list[list[str]]:
    return [[s.teks for s in b] for b in naskah.daftar_tabel[nomor].baris]


def r(teks: str, sifat: str = "") -> str:
    return f"<w:r>{f'<w:rPr>{sifat}</w:rPr>' if sifat else ''}<w:t>{teks}</w:t></w:r>"


RUMUS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
PENYEBUT = "<m:den><m:r><m:t>Target</m:t></m:r></m:den>"


@pytest.mark.parametrize(
    ("isi", "teks"),
    [
        (f"{r('Nilai')}<w:moveFrom>{r('lama')}</w:moveFrom><w:moveTo>{r('baru')}</w:moveTo>", "Nilaibaru"),
        (f"{r('a')}<w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:ins>{r('b')}</w:ins>", "ab"),
        (
            f"<w:hyperlink>{r('tautan')}</w:hyperlink><w:sdt><w:sdtPr/><w:sdtContent>{r('isian')}</w:sdtContent></w:sdt>",
            "tautanisian",
        ),
        (r("tampak") + r("lenyap", "<w:vanish/>") + r(" lagi", "<w:vanish w:val='0'/>"), "tampak lagi"),
        (
            "<w:r><w:t>Covid</w:t><w:noBreakHyphen/><w:t>19</w:t><w:softHyphen/><w:tab/><w:t>x</w:t><w:br/></w:r>"
            + r("y"),
            "Covid-19 x y",
        ),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t> tercapai</w:t></w:r>', "✓ tercapai"),
        (f"<w:fldSimple w:instr='SEQ Tabel'>{r('7')}</w:fldSimple>", "7"),
        (
            f'<m:oMath xmlns:m="{RUMUS}"><m:f><m:num><m:r><m:t>Realisasi</m:t></m:r></m:num>{PENYEBUT}</m:f></m:oMath>',
            "Realisasi/Target",
        ),
    ],
)
def test_words_are_those_that_a_reader_sees(isi: str, teks: str):
    assert _paragraf(f"<w:p>{isi}</w:p>") == [teks]


def test_fields_count_by_their_result_even_when_one_is_inside_another():
    def bidang(kode: str, hasil: str) -> str:
        return (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f"<w:r><w:instrText>{kode}</w:instrText></w:r>"
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(hasil)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    luar = f"<w:p>{r('Tabel ')}{bidang('SEQ', '3')}<w:r><w:t>.</w:t></w:r></w:p>"
    dalam = bidang("IF", "ya").replace("<w:instrText>IF", f"{r('salah')}<w:instrText>IF")
    assert _paragraf(f"{luar}<w:p>{dalam}</w:p>") == ["Tabel 3.", "ya"]


def test_paragraph_whose_end_was_deleted_goes_on_in_the_next():
    assert _paragraf(p("Realisasi ", "<w:rPr><w:del/></w:rPr>") + p("78,8%") + p("lain")) == ["Realisasi 78,8%", "lain"]


def test_text_box_counts_once_and_follows_its_paragraph():
    kotak = f"<w:txbxContent>{p('Isi kotak')}</w:txbxContent>"
    isi = (
        "<w:p><w:r><w:t>Sebelum</w:t><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{kotak}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{kotak}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert _paragraf(isi + p("Sesudah")) == ["Sebelum", "Isi kotak", "Sesudah"]


def test_footnotes_stand_at_the_end_and_their_marks_nowhere():
    isi = "<w:p><w:r><w:t>78,8%</w:t></w:r><w:r><w:footnoteReference w:id='1'/></w:r></w:p>"
    catatan = (
        f"<w:footnote w:type='separator'>{p('garis')}</w:footnote><w:footnote w:id='1'>{p('Data DPT.')}</w:footnote>"
    )
    assert _paragraf(isi + p("akhir"), footnotes=catatan) == ["78,8%", "akhir", "Data DPT."]


GAYA = (
    '<w:style w:styleId="Judul1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="BabKita"><w:name w:val="Bab Kita"/><w:basedOn w:val="Judul1"/></w:style>'
    '<w:style w:styleId="Sub"><w:name w:val="Sub"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:styleId="Lenyap"><w:name w:val="Lenyap"/><w:rPr><w:vanish/></w:rPr></w:style>'
)


def test_heading_level_comes_from_the_chain_of_styles():
    def gaya(nama: str, lain: str = "") -> str:
        return p("x", f'<w:pStyle w:val="{nama}"/>{lain}')

    badan = gaya("BabKita") + gaya("Sub") + gaya("Sub", '<w:outlineLvl w:val="9"/>') + gaya("Heading3") + gaya("Entah")
    assert [x.tingkat for x in _baca(badan, styles=GAYA).daftar_paragraf] == [1, 2, 0, 3, 0]


def test_text_hidden_by_a_character_style_is_gone():
    assert _paragraf("<w:p>" + r("a") + r("b", "<w:rStyle w:val='Lenyap'/>") + "</w:p>", styles=GAYA) == ["a"]


def _tingkat(n: int, bentuk: str, pola: str, lain: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{bentuk}"/>{lain}<w:lvlText w:val="{pola}"/></w:lvl>'
    )


NOMOR = (
    f'<w:abstractNum w:abstractNumId="0">{_tingkat(0, "decimal", "%1.")}{_tingkat(1, "lowerLetter", "%2)")}'
    f"{_tingkat(2, 'decimal', '%1.%3')}</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="1">'
    + _tingkat(0, "upperRoman", "BAB %1", "<w:pStyle w:val='Judul1'/>")
    + "</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="2">{_tingkat(0, "bullet", "-")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def _butir(teks: str, num: int, tingkat: int = 0) -> str:
    return p(teks, f'<w:numPr><w:ilvl w:val="{tingkat}"/><w:numId w:val="{num}"/></w:numPr>')


def test_automatic_numbers_are_part_of_the_text():
    badan = _butir("a", 1) + _butir("b", 1) + _butir("c", 1, 1) + _butir("d", 1, 1) + _butir("e", 1) + _butir("f", 1, 1)
    badan += _butir("g", 1, 2) + _butir("h", 3) + _butir("i", 4) + _butir("j", 0)
    harapan = ["1. a", "2. b", "a) c", "b) d", "3. e", "a) f", "3.1 g", "h", "1. i", "j"]
    assert _paragraf(badan, numbering=NOMOR) == harapan


def test_numbers_that_a_style_gives_are_counted_and_an_empty_cell_keeps_its_own():
    gaya = (
        '<w:style w:styleId="Judul1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    bab = p("Penutup", '<w:pStyle w:val="Judul1"/>')
    tabel = "<w:tbl>" + tr("No", "Uraian") + tr(tc(_butir("", 1)), "x") + tr(tc(_butir("", 1)), "y") + "</w:tbl>"
    naskah = _baca(bab + bab + tabel, styles=gaya, numbering=NOMOR)
    assert [x.teks for x in naskah.daftar_paragraf] == ["BAB I Penutup", "BAB II Penutup"]
    assert _isi(naskah) == [["1.", "x"], ["2.", "y"]]


def test_merged_cells_keep_the_columns():
    lanjut = tc("", "<w:vMerge/>")
    badan = (
        tr(tc("No", '<w:vMerge w:val="restart"/>'), tc("Kinerja", '<w:gridSpan w:val="2"/>'), sifat="<w:tblHeader/>")
        + tr(lanjut, "Target", "Realisasi", sifat="<w:tblHeader/>")
        + tr("1", "75%", "47,2%")
        + tr("78", "9", sifat='<w:gridBefore w:val="1"/>')
        + tr("2", sifat='<w:gridAfter w:val="2"/>')
    )
    naskah = _baca(f"<w:tbl>{badan}</w:tbl>")
    assert naskah.daftar_tabel[0].kepala == ("No", "Kinerja Target", "Kinerja Realisasi")
    assert _isi(naskah) == [["1", "75%", "47,2%"], ["", "78", "9"], ["2", "", ""]]


def test_tracked_rows_and_cells():
    badan = (
        tr("A", "B")
        + tr("lama", "1", sifat="<w:del/>")
        + tr("baru", "2", sifat="<w:ins/>")
        + tr("x", tc("y", "<w:cellDel/>"), tc("z", "<w:cellIns/>"))
    )
    assert _isi(_baca(f"<w:tbl>{badan}</w:tbl>")) == [["baru", "2"], ["x", "z"]]


def test_nested_table_is_one_of_its_own_after_the_outer():
    dalam = "<w:tbl>" + tr("Jenis", "Jumlah") + tr("L", "308") + "</w:tbl>"
    luar = "<w:tbl>" + tr("Indikator", "Data") + tr("Disabilitas", tc(p("Rincian:") + dalam)) + "</w:tbl>"
    naskah = _baca(luar + p("akhir"))
    assert _isi(naskah, 0) == [["Disabilitas", "Rincian:"]]
    assert _isi(naskah, 1) == [["L", "308"]]
    assert [x.teks for x in naskah.daftar_paragraf] == ["akhir"]


def test_rows_in_content_controls_are_rows_and_a_frame_is_no_table():
    kendali = f"<w:sdt><w:sdtPr/><w:sdtContent>{tr('1', '2')}</w:sdtContent></w:sdt>"
    assert _isi(_baca(f"<w:tbl>{tr('A', 'B')}{kendali}</w:tbl>")) == [["1", "2"]]
    naskah = _baca(f"<w:tbl>{tr(tc(p('Tercapai 9 dari 11 indikator.')))}</w:tbl>")
    assert naskah.daftar_tabel == ()
    assert [x.teks for x in naskah.daftar_paragraf] == ["Tercapai 9 dari 11 indikator."]


def test_pages_are_those_that_word_laid_out():
    ganti = "<w:r><w:lastRenderedPageBreak/></w:r>"
    badan = p("satu") + f"<w:p>{ganti}{r('dua')}</w:p>" + f"<w:p>{r('masih dua')}{ganti}{r(', lalu tiga')}</w:p>"
    tabel = "<w:tbl>" + tr("A", "B") + tr("1", tc(f"<w:p>{ganti}{r('2')}</w:p>")) + "</w:tbl>"
    naskah = _baca(badan + tabel)
    assert [x.letak.halaman for x in naskah.daftar_paragraf] == [1, 2, 2]
    assert naskah.daftar_tabel[0].letak.halaman == 3
    assert naskah.daftar_tabel[0].baris[0][1].letak.halaman == 4
    assert naskah.jumlah_halaman == 4
    assert _baca(p("x")).daftar_paragraf[0].letak.halaman == 0


def test_strict_variant_and_a_document_part_of_another_name_are_read():
    hubungan = '<Relationship Id="r" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"'
    xml = f'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>{p("isi")}</w:body></w:document>'
    isi = buat_zip(
        {
            "_rels/.rels": f'<Relationships xmlns="{RELS}">{hubungan} Target="/word/document2.xml"/></Relationships>',
            "word/document2.xml": xml,
        }
    )
    assert [x.teks for x in read_docx("a", isi).daftar_paragraf] == ["isi"]
