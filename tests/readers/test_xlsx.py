"""A workbook is read as it shows itself, every figure exactly, every table with its titles and its place."""

import io
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

import pytest
import xlsxwriter

from akuntabel.core.checker.registry import check_naskah, select_aturan
from akuntabel.core.naskah.rumus_sel import copy_rumus, normalize_rumus
from akuntabel.core.naskah.terbaca import NaskahTerbaca, TabelTerbaca
from akuntabel.core.readers.baca import read_isi
from akuntabel.core.readers.galat import BerkasTidakTerbacaError
from akuntabel.core.readers.lembar.format_sel import format_nilai
from buat_berkas import buat_xls, buat_xlsx, buat_zip

Lembar = xlsxwriter.workbook.Worksheet
Buku = xlsxwriter.Workbook


def _buku(tulis: Callable[[Buku, Lembar], None], nama: str = "Data") -> NaskahTerbaca:
    keluaran = io.BytesIO()
    with xlsxwriter.Workbook(keluaran, {"in_memory": True}) as buku:
        tulis(buku, buku.add_worksheet(nama))
    return read_isi("a.xlsx", keluaran.getvalue())


def _isi(tabel: TabelTerbaca) -> list[list[str]]:
    return [[s.teks for s in b] for b in tabel.baris]


@pytest.mark.parametrize(
    ("nilai", "kode", "teks"),
    [
        ("0.47149999999999997", "0.00%", "47,15%"),
        ("0.4715", "0%", "47%"),
        ("1.005", "0.00", "1,01"),
        ("20184522000", "#,##0", "20.184.522.000"),
        ("20184522000", "General", "20184522000"),
        ("-694449100", '_("Rp"* #,##0_);_("Rp"* (#,##0);_("Rp"* "-"_);_(@_)', "Rp(694.449.100)"),
        ("0", '_("Rp"* #,##0_);_("Rp"* (#,##0);_("Rp"* "-"_);_(@_)', "Rp0"),
        ("1234.5", "[$Rp-421]#,##0.00", "Rp1.234,50"),
        ("1234.5", '"Rp "#,##0.00;[Red]-"Rp "#,##0.00', "Rp 1.234,50"),
        ("-1234.5", '"Rp "#,##0.00;[Red]-"Rp "#,##0.00', "-Rp 1.234,50"),
        ("-5", "0", "-5"),
        ("7", "000", "007"),
        ("2.5", "0.0#", "2,5"),
        ("2.57", '0.00" km"', "2,57 km"),
        ("20184522000", '#,##0.0,," juta"', "20.184,5 juta"),
        ("62.8666666666667", "General", "62,86666667"),
        ("102.39", "General", "102,39"),
        ("0.1", "General", "0,1"),
        ("1E+20", "General", "100000000000000000000"),
        ("5", ";;;", ""),
        ("3", "# ?/?", "3"),
        ("12345", "0.00E+00", "12345"),
        ("3", '[<5]"kurang";"cukup"', "3"),
        ("44216", "dd/mm/yyyy", "20/01/2021"),
        ("44216", "[$-421]d mmmm yyyy;@", "20 Januari 2021"),
        ("44216.75", "dd-mm-yy hh:mm:ss", "20-01-21 18:00:00"),
        ("44216", "mmm-yy", "Jan-21"),
        ("1.5", "[h]:mm", "36:00"),
        ("-1", "dd/mm/yyyy", "-1"),
        ("5", "", "5"),
    ],
)
def test_figure_reads_as_its_cell_shows_it(nilai: str, kode: str, teks: str):
    assert format_nilai(Decimal(nilai), kode) == teks


def test_workbook_of_1904_has_its_own_calendar():
    assert format_nilai(Decimal(42754), "dd/mm/yyyy", is_1904=True) == "20/01/2021"


@pytest.mark.parametrize(
    ("rumus", "hasil"),
    [
        ("C3-D3", "D5-E5"),
        ("SUM($C3:C$9)/$A$1", "SUM($C5:D$9)/$A$1"),
        ('IF(A1="A1";LOG10(B2);TW1)', 'IF(B3="A1";LOG10(C4);TX3)'),
        ("'Lembar A1'!A1+Lain!B2", "'Lembar A1'!B3+Lain!C4"),
    ],
)
def test_shared_formula_reads_as_if_copied(rumus: str, hasil: str):
    assert copy_rumus(rumus, 2, 1) == hasil
    assert normalize_rumus(rumus, 3, 3) == normalize_rumus(hasil, 5, 4)


def test_reference_beyond_the_sheet_is_an_error_as_in_a_workbook():
    assert copy_rumus("A1+B2", -1, 0) == "#REF!+B1"


def test_sheet_with_titles_header_over_rows_and_notes():
    def tulis(buku: Buku, lembar: Lembar) -> None:
        persen = buku.add_format({"num_format": "0.00%"})
        lembar.merge_range("A1:E1", "LAPORAN KINERJA TAHUN 2020")
        lembar.write("A2", "Satker")
        lembar.write("B2", "KPU Kota Blitar")
        lembar.merge_range("A4:E4", "Tabel 3.1 Pengukuran Kinerja")
        lembar.merge_range("A5:A6", "No")
        lembar.merge_range("B5:B6", "Indikator")
        lembar.merge_range("C5:E5", "Kinerja")
        lembar.write_row("C6", ["Target", "Realisasi", "Capaian"])
        lembar.write_row("A7", [1, 2, 3, 4, 5])
        lembar.write_row("A8", [1, "Partisipasi disabilitas"])
        lembar.write_row("C8", [0.75, 298 / 632], persen)
        lembar.write_formula("E8", "=D8/C8", persen, 298 / 632 / 0.75)
        lembar.write_row("A10", ["", "Rata-rata"])
        lembar.write("E10", 0.6287, persen)
        lembar.write("A11", "Sumber: diolah")
        lembar.write("A13", "Tabel 3.2 Lain")
        lembar.write_row("A14", ["Uraian", "Target 2020", "Target 2021"])
        lembar.write_row("A15", ["Layanan", 5, 6])

    naskah = _buku(tulis)
    satu, dua = naskah.daftar_tabel
    assert satu.caption == "Tabel 3.1 Pengukuran Kinerja"
    assert satu.kepala == ("No", "Indikator", "Kinerja Target", "Kinerja Realisasi", "Kinerja Capaian")
    harapan = [["1", "Partisipasi disabilitas", "75,00%", "47,15%", "62,87%"], ["", "Rata-rata", "", "", "62,87%"]]
    assert _isi(satu) == harapan
    sel = satu.baris[0][4]
    assert (sel.rumus, sel.letak.baris_berkas, sel.letak.baris, sel.letak.kolom) == ("D8/C8", 8, 1, 5)
    assert (dua.nama, dua.kepala, _isi(dua)) == (
        "Tabel 3.2",
        ("Uraian", "Target 2020", "Target 2021"),
        [["Layanan", "5", "6"]],
    )
    assert [p.teks for p in naskah.daftar_paragraf] == [
        "LAPORAN KINERJA TAHUN 2020",
        "Satker KPU Kota Blitar",
        "Tabel 3.1 Pengukuran Kinerja",
        "Sumber: diolah",
        "Tabel 3.2 Lain",
    ]


def test_hidden_sheets_and_rows_are_read_and_tables_without_title_bear_the_sheet_s_name():
    def tulis(buku: Buku, lembar: Lembar) -> None:
        for n, nama in enumerate(("A", "B")):
            lembar.write_row(n * 5, 2, ["Uraian", f"Pagu {nama}"])
            lembar.write_row(n * 5 + 1, 2, ["Rapat", 10])
            lembar.set_row(n * 5 + 1, options={"hidden": True})
        lain = buku.add_worksheet("Tersembunyi")
        lain.hide()
        lain.write_row("A1", ["Uraian", "2019", 2020])
        lain.write_row("A2", ["Rapat", True, datetime(2021, 1, 20)])  # noqa: DTZ001 — a workbook knows no zone

    naskah = _buku(tulis, "Anggaran 2020")
    assert [t.nama for t in naskah.daftar_tabel] == ["Anggaran 2020", "Anggaran 2020 tabel ke-2", "Tersembunyi"]
    assert naskah.daftar_tabel[0].letak.kolom == 3, "the table starts in column C of the sheet"
    assert naskah.daftar_tabel[1].kepala == ("Uraian", "Pagu B")
    assert naskah.daftar_tabel[2].kepala == ("Uraian", "2019", "2020")
    assert _isi(naskah.daftar_tabel[2])[0][:2] == ["Rapat", "TRUE"]


def test_parts_of_a_table_with_blank_rows_between_are_one():
    def tulis(_: Buku, lembar: Lembar) -> None:
        lembar.write_row("A1", ["Uraian", "Pagu"])
        for baris, isi in ((2, ("Rapat", 10)), (4, ("Cetak", 20)), (6, ("Jumlah", 30))):
            lembar.write_row(baris - 1, 0, isi)
        lembar.write_row("A9", ["Tahun", 2020])

    naskah = _buku(tulis)
    assert len(naskah.daftar_tabel) == 1, "what stands under the total is not of the table"
    assert _isi(naskah.daftar_tabel[0]) == [["Rapat", "10"], ["Cetak", "20"], ["Jumlah", "30"]]
    assert naskah.daftar_tabel[0].baris[2][0].letak.baris_berkas == 6


GAYA = (
    '<numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>'
)


def test_cells_of_every_kind_and_shared_formulas():
    def teks(alamat: str, isi: str) -> str:
        return f'<c r="{alamat}" t="inlineStr"><is><r><t>{isi}</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>'

    bersama = '<f t="shared" ref="C2:C3" si="0">B2*2</f>'
    daftar_baris = (
        teks("A1", "Uraian") + teks("B1", "Nilai") + teks("C1", "Sisa _x0041_"),
        teks("A2", "a") + f"<c><v>0.30000000000000004</v></c><c>{bersama}<v>0.6</v></c>",
        teks("A3", "b") + '<c s="1"><v>0.5</v></c><c r="C3" t="e"><f t="shared" si="0"/><v>#DIV/0!</v></c>',
        teks("A4", "c") + '<c t="str"><f>"x"&amp;A1</f><v>xy</v></c><c r="C4"><v>NaN</v></c>',
    )
    isi = f"<sheetData>{''.join(f'<row>{b}</row>' for b in daftar_baris)}</sheetData>"
    (tabel,) = read_isi("a", buat_xlsx(isi, GAYA)).daftar_tabel
    assert tabel.kepala == ("Uraian", "Nilai", "Sisa A")
    assert _isi(tabel) == [["a", "0,3", "0,6"], ["b", "50,0%", "#DIV/0!"], ["c", "xy", "NaN"]]
    assert [[s.rumus for s in b][1:] for b in tabel.baris] == [["", "B2*2"], ["", "B3*2"], ['"x"&A1', ""]]


def test_old_workbook_gives_its_values():
    (tabel,) = read_isi("a", buat_xls([["Uraian", "Pagu"], ["Rapat", 20184522000.0], ["Cetak", 0.1]])).daftar_tabel
    assert _isi(tabel) == [["Rapat", "20184522000"], ["Cetak", "0,1"]]


ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="Data">{}</table:table></office:spreadsheet></office:body></office:document-content>'
)


def test_opendocument_workbook_is_read_by_what_it_shows():
    def sel(teks: str, sifat: str = "") -> str:
        return f"<table:table-cell {sifat}><text:p>{teks}</text:p></table:table-cell>"

    angka = 'office:value-type="percentage" office:value="0.4715" table:formula="of:=SUM([.B1:.B2];[.$A1])"'
    kosong = '<table:table-cell table:number-columns-repeated="16384"/>'
    daftar_baris = (
        sel("Uraian") + sel("Nilai", 'table:number-columns-repeated="2"'),
        sel("Rapat") + sel("47,15%", angka) + sel("1", 'office:value-type="float"'),
    )
    isi = "".join(f"<table:table-row>{b}</table:table-row>" for b in daftar_baris)
    isi += f'<table:table-row table:number-rows-repeated="1048570">{kosong}</table:table-row>'
    berkas = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": ODS.format(isi)}
    (tabel,) = read_isi("a", buat_zip(berkas)).daftar_tabel
    assert (tabel.kepala, _isi(tabel)) == (("Uraian", "Nilai", "Nilai"), [["Rapat", "47,15%", "1"]])
    assert tabel.baris[0][1].rumus == "SUM(B1:B2,$A1)"


def test_broken_sheet_ends_in_one_message():
    with pytest.raises(BerkasTidakTerbacaError, match="rusak"):
        read_isi("a", buat_xlsx("<sheetData><row>"))


def test_sum_that_misses_a_row_is_found_where_it_stands():
    def tulis(_: Buku, lembar: Lembar) -> None:
        lembar.write("B2", "Tabel 1 Anggaran")
        lembar.write_row("B3", ["Uraian", "Pagu", "Realisasi"])
        for n in range(4):
            lembar.write_row(3 + n, 1, [f"Kegiatan {'abcd'[n]}", 100, 50])
        lembar.write("B8", "Jumlah")
        lembar.write_formula("C8", "=SUM(C4:C6)", None, 300)
        lembar.write_formula("D8", "=SUM(D4:D7)", None, 200)

    (temuan,) = check_naskah(_buku(tulis), daftar_aturan=select_aturan(["HIT03"], [])).temuan
    assert (temuan.kode, temuan.bukti.tertulis, temuan.bukti.hitung) == ("HIT031", "300", "400")
    assert (temuan.bukti.letak.baris_berkas, temuan.bukti.letak.kolom) == (8, 2)
    assert "SUM(C4:C7)" in temuan.bukti.perbaikan
    assert "Kegiatan d" in temuan.bukti.penjelasan
