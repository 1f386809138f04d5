"""What a user gives ``check``: one unreadable report costs no other, and every refusal says what to do."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from buat_berkas import buat_docx, buat_zip
from hasil_cli import Hasil


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a user stands: a report that does not add up, one that does."""
    monkeypatch.chdir(tmp_path)
    salah = "Tabel 1 Anggaran\n\nKode\tUraian\tPagu\tRealisasi\tSisa\n4001.001\tRapat\t1.000.000\t400.000\t500.000\n"
    Path("salah.txt").write_text(salah)
    Path("benar.txt").write_text(salah.replace("500.000", "600.000"))
    return tmp_path


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "urutan", [("hilang.docx", "salah.txt", "benar.txt"), ("salah.txt", "benar.txt", "hilang.docx")]
)
def test_one_unreadable_report_leaves_the_others_checked(akuntabel: Callable[..., Hasil], urutan: tuple[str, ...]):
    hasil = akuntabel("check", *urutan)
    assert hasil.kode == 2
    assert "tertulis 500.000, hasil hitung 600.000" in hasil.keluar
    assert "benar.txt: tidak ada temuan" in hasil.keluar
    assert hasil.galat.splitlines() == [
        "hilang.docx: tidak dapat dibaca, berkas ini tidak ada; periksa nama dan foldernya."
    ]


@pytest.mark.usefixtures("folder")
def test_json_of_several_reports_is_a_list_however_many_were_read(akuntabel: Callable[..., Hasil]):
    data = json.loads(akuntabel("check", "benar.txt", "hilang.docx", "--format", "json").keluar)
    assert [d["berkas"] for d in data] == ["benar.txt"]
    assert isinstance(json.loads(akuntabel("check", "benar.txt", "--format", "json").keluar), dict)


def test_a_file_of_findings_holds_no_colours(
    akuntabel: Callable[..., Hasil], folder: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in akuntabel("check", "salah.txt").keluar
    assert akuntabel("check", "salah.txt", "--output", "temuan.txt").kode == 1
    isi = (folder / "temuan.txt").read_text("utf-8")
    assert "tertulis 500.000, hasil hitung 600.000" in isi
    assert "\x1b" not in isi


def test_nothing_is_written_when_no_report_could_be_read(akuntabel: Callable[..., Hasil], folder: Path):
    hasil = akuntabel("check", "hilang.docx", "juga-hilang.docx", "--format", "json", "--output", "temuan.json")
    assert (hasil.kode, hasil.keluar, len(hasil.galat.splitlines())) == (2, "", 2)
    assert not (folder / "temuan.json").exists()


def test_an_empty_report_is_not_said_to_be_in_order(akuntabel: Callable[..., Hasil], folder: Path):
    (folder / "kosong.docx").write_bytes(buat_docx(""))
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(folder / "kosong.pdf")
    for nama in ("kosong.docx", "kosong.pdf"):
        hasil = akuntabel("check", nama)
        assert (hasil.kode, hasil.keluar) == (2, "")
        assert f"{nama}: tidak ada tulisan di dalamnya" in hasil.galat


def test_what_is_no_report_is_named_and_what_to_do_is_said(akuntabel: Callable[..., Hasil], folder: Path):
    (folder / "sebuah-folder").mkdir()
    (folder / "kosong.docx").write_bytes(b"")
    (folder / "potong.docx").write_bytes(b"PK\x03\x04 terpotong")
    (folder / "biner.txt").write_bytes(bytes(range(256)))
    (folder / "paparan.pptx").write_bytes(buat_zip({"ppt/presentation.xml": "<p/>"}))
    (folder / "bom.docx").write_bytes(buat_zip({"word/document.xml": " " * 3_000_000}))
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(folder / "terkunci.pdf", encryption=pikepdf.Encryption(user="x", owner="y"))
    harapan = {
        "sebuah-folder": "sebutkan berkas di dalamnya",
        "kosong.docx": "berkas ini kosong",
        "potong.docx": "unduh atau simpan ulang berkasnya",
        "biner.txt": "yang dapat dibaca: .docx",
        "paparan.pptx": "yang dapat dibaca: .docx",
        "bom.docx": "simpan ulang dari aplikasi asalnya",
        "terkunci.pdf": "terkunci dengan kata sandi",
    }
    hasil = akuntabel("check", *harapan)
    assert (hasil.kode, hasil.keluar) == (2, "")
    for baris, (nama, pesan) in zip(hasil.galat.splitlines(), harapan.items(), strict=True):
        assert baris.startswith(f"{nama}: ")
        assert pesan in baris


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        ((), "Argumen wajib belum diisi: BERKAS. Lihat: akuntabel check --help"),
        (("salah.txt", "--min-severity", "x"), "tertulis “x”, diharapkan salah satu dari galat, peringatan, info"),
        (("salah.txt", "--ignore", "ANG,XYZ"), "--ignore: tertulis “XYZ”, diharapkan awalan kode"),
        (("salah.txt", "--select", "HIT", "--ignore", "HIT"), "tidak ada aturan yang tersisa"),
        (("salah.txt", "--exceptions", "hilang.yaml"), "hilang.yaml: tidak dapat dibaca, berkas ini tidak ada"),
        (("salah.txt", "--output", "."), "“.” adalah folder, diharapkan nama berkas"),
        (("salah.txt", "--output", "tidak/ada.txt"), "folder “tidak” tidak ada. Buatlah folder itu dahulu"),
        (("salah.txt", "--output", "salah.txt"), "“salah.txt” adalah laporan dan akan tertimpa"),
    ],
)
def test_wrong_use_says_what_is_expected(akuntabel: Callable[..., Hasil], argumen: tuple[str, ...], pesan: str):
    sebelum = Path("salah.txt").read_text()
    hasil = akuntabel("check", *argumen)
    assert (hasil.kode, hasil.keluar) == (2, "")
    assert pesan in hasil.galat
    assert Path("salah.txt").read_text() == sebelum


def test_a_report_behind_output_by_a_pattern_is_not_overwritten(akuntabel: Callable[..., Hasil], folder: Path):
    isi = buat_docx("")
    (folder / "a.docx").write_bytes(isi)
    hasil = akuntabel("check", "salah.txt", "--output", "a.docx")
    assert (hasil.kode, hasil.keluar) == (2, "")
    assert (folder / "a.docx").read_bytes() == isi


@pytest.mark.parametrize("argumen", [("check",), ("check", "--format", "json"), ("extract", "--format", "csv")])
def test_redirected_output_is_utf_8_whatever_the_system_would_take(folder: Path, argumen: tuple[str, ...]):
    laporan = folder / "salah.txt"
    laporan.write_text(laporan.read_text("utf-8").replace("Rapat", "Rapat “≥ 3”"), "utf-8")
    hasil = subprocess.run(  # noqa: S603 — our own program with fixed arguments
        [sys.executable, "-c", "from akuntabel.doors.cli.main import main; main()", *argumen, str(laporan)],
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONIOENCODING": "cp1252"},
    )
    assert hasil.stderr == b""
    assert "Rapat “≥ 3”" in hasil.stdout.decode("utf-8")


@pytest.mark.usefixtures("folder")
def test_a_page_is_not_poured_over_a_terminal(akuntabel: Callable[..., Hasil], monkeypatch: pytest.MonkeyPatch):
    assert akuntabel("check", "salah.txt", "--format", "html").keluar.startswith("<!doctype html>")
    monkeypatch.setattr("akuntabel.doors.cli.periksa.is_layar", lambda: True)
    hasil = akuntabel("check", "salah.txt", "--format", "html")
    assert (hasil.kode, hasil.keluar) == (2, "")
    assert "sebutkan berkasnya dengan --output" in hasil.galat
    assert akuntabel("check", "salah.txt", "--format", "html", "--output", "temuan.html").kode == 1


def test_an_unknown_rule_is_answered_with_its_family(akuntabel: Callable[..., Hasil]):
    serumpun = akuntabel("rule", "skl999").galat
    assert "Aturan “skl999” tidak dikenal. Yang ada: SKL001, SKL002" in serumpun
    assert "HIT001" not in serumpun
    assert "HIT001 sampai HIT" in akuntabel("rule", "X").galat
