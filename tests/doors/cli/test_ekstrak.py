"""The tables of a report come back as they were read: same ids, same texts, figures exact, nothing that runs."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
import xlsxwriter

from akuntabel.core.readers.baca import read_berkas
from buat_berkas import buat_docx, p, tr
from hasil_cli import Hasil

BARIS = (
    ("1", "Rapat kerja", "Rp1.234.567,50", "47,15%", "3355.003"),
    ("2", "=cmd|' /C calc'!A0", "(694.449.100)", "1,234", "198001012005011001"),
    ("3", "- butir", "-5", "2 Lap", "-"),
    ("4", "@SUM(A1)", "0", "12.", "007"),
    ("5", "Kode dan tahun", "3355", "2020", "1.005%"),
)


@pytest.fixture
def laporan(tmp_path: Path) -> Path:
    """A report with one table of awkward texts and one without a title."""
    kepala = tr("No", "Uraian", "Pagu", "%", "Lain")
    tabel = "<w:tbl>" + kepala + "".join(tr(*b) for b in BARIS) + "</w:tbl>"
    badan = p("Tabel 3.1 Anggaran") + tabel + p("x") + "<w:tbl>" + tr("A", "B") + tr("c", "d") + "</w:tbl>"
    berkas = tmp_path / "laporan.docx"
    berkas.write_bytes(buat_docx(badan))
    return berkas


def test_json_gives_texts_and_certain_figures_under_the_ids_of_check(akuntabel: Callable[..., Hasil], laporan: Path):
    hasil = akuntabel("extract", laporan)
    data = json.loads(hasil.keluar, parse_float=pytest.fail)
    assert hasil.kode == 0
    periksa = json.loads(akuntabel("check", laporan, "--format", "json").keluar)
    assert [(t["id"], t["judul"]) for t in data["tabel"]] == [(t["id"], t["judul"]) for t in periksa["tabel"]]
    satu = data["tabel"][0]
    assert satu["kepala"] == ["No", "Uraian", "Pagu", "%", "Lain"]
    assert satu["baris"] == [list(b) for b in BARIS]
    assert [b[2:] for b in satu["angka"]] == [
        ["1234567.50", "47.15", None],
        ["-694449100", None, None],
        ["-5", None, None],
        ["0", None, None],
        ["3355", "2020", None],
    ]


def test_csv_of_all_tables_is_told_apart_by_a_comment(akuntabel: Callable[..., Hasil], laporan: Path):
    keluar = akuntabel("extract", laporan, "--format", "csv").keluar
    satu, dua = keluar.split("\n\n")
    assert satu.startswith("# t1 Tabel 3.1 Anggaran\nNo,Uraian,Pagu,%,Lain\n")
    assert dua == "# t2 tabel ke-2\nA,B\nc,d\n"


def test_csv_disarms_formulas_and_keeps_figures(akuntabel: Callable[..., Hasil], laporan: Path, tmp_path: Path):
    hasil = akuntabel("extract", laporan, "--format", "csv", "--output", tmp_path / "hasil")
    assert hasil.keluar.startswith("2 tabel ditulis ke ")
    assert sorted(b.name for b in (tmp_path / "hasil").iterdir()) == ["t1.csv", "t2.csv"]
    isi = list(csv.reader(io.StringIO((tmp_path / "hasil" / "t1.csv").read_text())))
    assert [b[1] for b in isi] == [
        "Uraian",
        "Rapat kerja",
        "'=cmd|' /C calc'!A0",
        "'- butir",
        "'@SUM(A1)",
        "Kode dan tahun",
    ]
    assert [b[2] for b in isi[1:]] == [b[2] for b in BARIS]
    assert isi[3][4] == "-"


def test_workbook_reads_again_as_the_report_did(akuntabel: Callable[..., Hasil], laporan: Path, tmp_path: Path):
    buku = tmp_path / "tabel.xlsx"
    assert akuntabel("extract", laporan, "--format", "xlsx", "--output", buku).kode == 0
    asal, jadi = read_berkas(laporan).daftar_tabel, read_berkas(buku).daftar_tabel
    assert [t.kepala for t in jadi] == [t.kepala for t in asal]
    assert [[[s.teks for s in b] for b in t.baris] for t in jadi] == [
        [[s.teks for s in b] for b in t.baris] for t in asal
    ]
    assert jadi[0].caption == "Tabel 3.1 Anggaran"
    assert not any(s.rumus for t in jadi for b in t.baris for s in b)


def test_columns_of_the_workbook_are_wide_enough_and_long_texts_wrap(akuntabel: Callable[..., Hasil], tmp_path: Path):
    panjang = "Persentase partisipasi pemilih dalam pemilihan " * 3
    laporan, buku = tmp_path / "a.docx", tmp_path / "a.xlsx"
    laporan.write_bytes(
        buat_docx("<w:tbl>" + tr("No", "Uraian", "Pagu") + tr("1", panjang, "Rp1.234.567.890") + "</w:tbl>")
    )
    assert akuntabel("extract", laporan, "--format", "xlsx", "--output", buku).kode == 0
    with ZipFile(buku) as arsip:
        lembar, gaya = (arsip.read(f"xl/{b}.xml").decode() for b in ("worksheets/sheet1", "styles"))
    nomor, uraian, pagu = (float(n) for n in re.findall(r'<col [^>]*width="([\d.]+)"', lembar))
    assert nomor < len("Rp1.234.567.890") < pagu < uraian < len(panjang)
    assert 'wrapText="1"' in gaya


def test_formulas_of_a_workbook_are_given_with_their_cells(akuntabel: Callable[..., Hasil], tmp_path: Path):
    berkas = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(berkas) as buku:
        lembar = buku.add_worksheet()
        lembar.write_row("A1", ["Uraian", "Pagu"])
        lembar.write_row("A2", ["Rapat", 10])
        lembar.write("A3", "Jumlah")
        lembar.write_formula("B3", "=SUM(B2:B2)", None, 10)
    (tabel,) = json.loads(akuntabel("extract", berkas).keluar)["tabel"]
    assert tabel["rumus"] == [[None, None], [None, "SUM(B2:B2)"]]


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        (("--format", "xlsx"), "sebutkan berkas hasilnya dengan --output"),
        (("--format", "csv", "--output", "laporan.docx"), "sudah ada dan bukan folder"),
        (("--format", "pdf"), "diharapkan salah satu dari json, csv, xlsx"),
        (("--output", "tidak/ada.json"), "folder “tidak” tidak ada. Buatlah folder itu dahulu"),
    ],
)
def test_wrong_use_ends_in_one_message(
    akuntabel: Callable[..., Hasil],
    laporan: Path,
    argumen: tuple[str, ...],
    pesan: str,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.chdir(laporan.parent)
    hasil = akuntabel("extract", laporan, *argumen)
    assert (hasil.kode, hasil.keluar) == (2, "")
    assert pesan in hasil.galat


def test_report_without_tables(akuntabel: Callable[..., Hasil], tmp_path: Path):
    berkas = tmp_path / "a.txt"
    berkas.write_text("Hanya kalimat.")
    assert json.loads(akuntabel("extract", berkas).keluar)["tabel"] == []
    hasil = akuntabel("extract", berkas, "--format", "csv")
    assert (hasil.kode, hasil.keluar) == (2, "")
    assert "tidak ada tabel di dalamnya" in hasil.galat
    assert akuntabel("extract", tmp_path / "hilang.docx").kode == 2


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        (("--output", "laporan.docx"), "“laporan.docx” adalah laporan dan akan tertimpa"),
        (("--format", "xlsx", "--output", "lain.docx"), "“lain.docx” adalah laporan dan akan tertimpa"),
        (("--output", "folder"), "“folder” adalah folder, diharapkan nama berkas"),
    ],
)
def test_the_result_never_takes_the_place_of_a_report(
    akuntabel: Callable[..., Hasil],
    laporan: Path,
    argumen: tuple[str, ...],
    pesan: str,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.chdir(laporan.parent)
    Path("lain.docx").write_bytes(laporan.read_bytes())
    Path("folder").mkdir()
    sebelum = laporan.read_bytes()
    hasil = akuntabel("extract", laporan, *argumen)
    assert (hasil.kode, hasil.keluar) == (2, "")
    assert pesan in hasil.galat
    assert laporan.read_bytes() == Path("lain.docx").read_bytes() == sebelum


def test_an_earlier_result_is_written_again(akuntabel: Callable[..., Hasil], laporan: Path, tmp_path: Path):
    for nama, bentuk in (("tabel.xlsx", "xlsx"), ("tabel.json", "json")):
        for _ in range(2):
            assert akuntabel("extract", laporan, "--format", bentuk, "--output", tmp_path / nama).kode == 0


def test_a_second_report_is_named_as_one_too_many(akuntabel: Callable[..., Hasil], laporan: Path):
    hasil = akuntabel("extract", laporan, "kedua.docx")
    assert (hasil.kode, hasil.keluar) == (2, "")
    assert "Argumen terlalu banyak: “kedua.docx”" in hasil.galat
    assert "Lihat: akuntabel extract --help" in hasil.galat
