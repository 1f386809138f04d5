"""The command line: exact output for machines, one Indonesian message and exit code 2 for bad input."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from contoh_paket import CONTOH, copy_contoh
from hasil_cli import Hasil


def test_capaian_as_json_has_the_agreed_shape(akuntabel: Callable[..., Hasil]):
    hasil = akuntabel("capaian", CONTOH, "--format", "json")
    data = json.loads(hasil.keluar, parse_float=pytest.fail)
    assert hasil.kode == 0
    assert set(data) == {"satker", "tahun", "kebijakan", "indikator", "sasaran", "organisasi"}
    assert set(data["organisasi"]) == {"capaian", "kategori", "terukur", "dari"}
    assert all({"kode", "capaian", "terukur", "dari"} <= set(s) for s in data["sasaran"])
    assert (data["satker"], data["tahun"], data["kebijakan"]) == ("KPU Kota Blitar", 2020, "kpu")
    wajib = {"kode", "sasaran", "nama", "arah", "satuan", "target", "realisasi", "status"}
    wajib |= {"capaian_mentah", "capaian", "kategori", "jejak"}
    assert all(wajib | {"alasan"} == set(i) for i in data["indikator"])
    assert len(data["indikator"]) == 11
    empat = next(i for i in data["indikator"] if i["kode"] == "1.4")
    assert isinstance(empat["capaian"], str)
    assert f"{Decimal(empat['capaian']):.2f}" == "62.87"
    assert empat["jejak"]["operan"]
    assert data["indikator"][-1]["capaian"] is None
    assert data["sasaran"][0] | {"capaian": ""} == data["sasaran"][0] | {"terukur": 5, "dari": 5, "capaian": ""}
    assert (data["organisasi"]["terukur"], data["organisasi"]["dari"]) == (9, 11)
    assert data["organisasi"]["kategori"] == "Berhasil"


def test_anggaran_as_json_has_the_agreed_shape(akuntabel: Callable[..., Hasil]):
    data = json.loads(akuntabel("anggaran", CONTOH, "--format", "json").keluar, parse_float=pytest.fail)
    assert {"baris", "total", "revisi"} <= set(data)
    assert f"{Decimal(data['total']['semua']['persen']):.2f}" == "64.42"
    assert all({"nomor", "semula", "menjadi", "selisih"} <= set(r) for r in data["revisi"])
    baris = next(b for b in data["baris"] if b["kode"] == "3357.001")
    assert set(baris) == {"kode", "uraian", "tingkat", "sumber_dana", "pagu", "realisasi", "sisa", "persen"}
    assert baris["sisa"] == 8_820_000
    assert set(data["total"]) == {"RM", "HLD", "semua"}
    assert data["total"]["semua"]["pagu"] == 20_184_522_000
    assert (
        data["revisi"][-1] | {"nomor": 8, "semula": 20218302000, "menjadi": 20192522000, "selisih": -25780000}
        == (data["revisi"][-1])
    )
    assert data["beda_pagu"] == 8_000_000


@pytest.mark.parametrize(("perintah", "jumlah"), [("capaian", 11), ("anggaran", 23)])
def test_csv_has_a_row_per_line(akuntabel: Callable[..., Hasil], perintah: str, jumlah: int):
    baris = list(csv.DictReader(io.StringIO(akuntabel(perintah, CONTOH, "--format", "csv").keluar)))
    assert len(baris) == jumlah
    assert all(b["kode"] for b in baris)


def test_tables_are_readable_and_the_difference_is_shown(akuntabel: Callable[..., Hasil]):
    capaian = akuntabel("capaian", CONTOH).keluar
    assert "102,39%" in capaian
    assert "91,70%" in capaian
    assert "menunggu" in capaian
    anggaran = akuntabel("anggaran", CONTOH).keluar
    assert "Rp20.192.522.000" in anggaran
    assert "selisih +Rp8.000.000" in anggaran


@pytest.mark.parametrize("perintah", ["capaian", "anggaran"])
def test_no_name_and_no_figure_is_cut_off_in_80_columns(akuntabel: Callable[..., Hasil], perintah: str):
    keluar = akuntabel(perintah, CONTOH).keluar
    assert max(len(b) for b in keluar.splitlines()) <= 80
    assert "…" not in keluar
    nama = {"capaian": "tidak masuk dalam daftar", "anggaran": "10.580.173.803"}[perintah]
    assert nama in re.sub(r"\s+", " ", keluar)


def test_capped_value_is_marked_and_explained_below_the_table(akuntabel: Callable[..., Hasil]):
    keluar = akuntabel("capaian", CONTOH).keluar
    assert "196,42%*" in keluar
    assert keluar.rstrip().endswith("* 1.5 dihitung 120,00% dalam rekapitulasi, sesuai batas kebijakan.")


def test_brackets_and_colons_of_a_package_are_text_not_markup(akuntabel: Callable[..., Hasil], tmp_path: Path):
    paket = copy_contoh(tmp_path)
    for berkas, lama in (("sasaran.csv", "Meningkatnya kap"), ("kode-anggaran.csv", "Laporan Sistem")):
        isi = (paket / berkas).read_text()
        assert lama in isi
        (paket / berkas).write_text(isi.replace(lama, "[/x] :ok: " + lama, 1))
    for perintah in (("capaian", paket, "--trace"), ("anggaran", paket), ("validasi", paket)):
        hasil = akuntabel(*perintah)
        assert hasil.kode == 0
        assert "[/x] :ok:" in hasil.keluar or perintah[0] == "validasi"


def test_narrative_that_has_gone_is_noticed(akuntabel: Callable[..., Hasil], tmp_path: Path):
    paket = copy_contoh(tmp_path)
    (paket / "narasi" / "hibah.md").unlink()
    assert "narasi/hibah.md berubah sejak paket disegel" in akuntabel("capaian", paket).galat


def test_every_problem_of_a_package_is_listed(akuntabel: Callable[..., Hasil], tmp_path: Path):
    paket = copy_contoh(tmp_path)
    (paket / "hibah.csv").unlink()
    (paket / "fakta.csv").write_text((paket / "fakta.csv").read_text().replace("59122", "78.8%"))
    hasil = akuntabel("validasi", paket)
    assert (hasil.kode, hasil.keluar) == (2, "")
    assert "2 masalah" in hasil.galat
    assert "• hibah.csv: tertulis “tidak ada”" in hasil.galat
    assert "• fakta.csv baris 3 kolom nilai: tertulis “78.8%”" in hasil.galat


def test_bad_package_is_not_sealed(akuntabel: Callable[..., Hasil], tmp_path: Path):
    paket = copy_contoh(tmp_path)
    (paket / "sasaran.csv").write_text("kode;nama\n")
    sebelum = {b: b.read_bytes() for b in paket.rglob("*") if b.is_file()}
    assert akuntabel("validasi", paket, "--segel").kode == 2
    assert {b: b.read_bytes() for b in paket.rglob("*") if b.is_file()} == sebelum


def test_help_is_indonesian(akuntabel: Callable[..., Hasil]):
    assert "Susun Laporan Kinerja dari paket data." in akuntabel("--bantuan").keluar
    assert "Folder hasil." in akuntabel("lkj", "-h").keluar
    assert akuntabel().kode == 0


def test_installed_program_ends_without_traceback(tmp_path: Path):
    program = Path(sys.executable).with_name("akuntabel")
    hasil = subprocess.run(  # noqa: S603 — our own program with fixed arguments
        [program, "lkj", CONTOH / "narasi", "-o", tmp_path / "hasil"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"LC_ALL": "C.UTF-8"},
        check=False,
    )
    assert hasil.returncode == 2
    assert hasil.stderr.startswith(f"{CONTOH / 'narasi'}: tertulis “tanpa datapackage.json”")
    assert "Traceback" not in hasil.stderr
    assert hasil.stdout == ""
    assert not (tmp_path / "hasil").exists()


def test_trace_answers_where_a_number_comes_from(akuntabel: Callable[..., Hasil]):
    keluar = akuntabel("capaian", CONTOH, "--trace").keluar
    assert "disabilitas_pengguna / disabilitas_terdaftar * 100" in keluar
    assert "Tabel 3.7" in keluar
    assert "dibatasi 120" in keluar


def test_other_policy_gives_other_figures(akuntabel: Callable[..., Hasil]):
    data = json.loads(akuntabel("capaian", CONTOH, "--format", "json", "--kebijakan", "permendagri-86-2017").keluar)
    assert all(i["capaian"] is None or Decimal(i["capaian"]) <= 100 for i in data["indikator"])


def test_documents_are_written_as_asked_with_their_time(akuntabel: Callable[..., Hasil], tmp_path: Path):
    hasil = akuntabel("lkj", CONTOH, "-o", tmp_path / "hasil", "--format", "html,json")
    nama = "laporan-kinerja-kpu-kota-blitar-2020"
    assert hasil.kode == 0
    assert sorted(b.name for b in (tmp_path / "hasil").iterdir()) == [f"{nama}.html", f"{nama}.json"]
    assert len(re.findall(r"KB, \d+,\d\d detik", hasil.keluar)) == 2
    akuntabel("pk", CONTOH, "-o", tmp_path / "pk")
    assert {b.suffix for b in (tmp_path / "pk").iterdir()} == {".pdf", ".docx", ".html"}


def test_own_template_and_paper(akuntabel: Callable[..., Hasil], tmp_path: Path):
    akuntabel("pk", CONTOH, "-o", tmp_path / "a", "--format", "docx")
    templat = next((tmp_path / "a").iterdir())
    hasil = akuntabel("pk", CONTOH, "-o", tmp_path / "b", "--format", "docx", "--template", templat, "--kertas", "F4")
    assert hasil.kode == 0


def test_validation_seals_what_was_edited(akuntabel: Callable[..., Hasil], tmp_path: Path):
    paket = copy_contoh(tmp_path)
    (paket / "laporan.yaml").write_text((paket / "laporan.yaml").read_text().replace("Serentak", "Serentak 2020"))
    assert "laporan.yaml berubah sejak paket disegel" in akuntabel("validasi", paket).galat
    assert "Paket sah" in akuntabel("validasi", paket, "--segel").keluar
    assert akuntabel("validasi", paket).galat == ""


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        (("capaian", "tidak-ada"), "diharapkan folder paket data"),
        (("capaian", CONTOH / "satker.yaml"), "diharapkan folder paket data"),
        (("capaian", CONTOH.parent), "diharapkan paket data Akuntabel"),
        (("capaian", CONTOH, "--kebijakan", "entah"), "Yang ada: blitar-2020-tercetak, kemenkeu, kpu"),
        (("capaian", CONTOH, "--format", "xml"), "tertulis “xml”, diharapkan salah satu dari table, json, csv"),
        (("capaian",), "Argumen wajib belum diisi: PAKET"),
        (("capaian", CONTOH, "--entah"), "Opsi tidak dikenal: --entah"),
        (("entah",), "Perintah “entah” tidak dapat dipahami. Yang ada: lkj, pk, capaian"),
        (("lkj", CONTOH, "--kertas", "A5"), "salah satu dari A4, F4"),
        (("lkj", CONTOH, "--format", "doc"), "satu atau beberapa dari pdf, docx, html, json"),
        (("lkj", CONTOH, "--template", CONTOH / "satker.yaml", "--format", "docx"), "satker.yaml"),
        (("lkj", CONTOH, "--template", "tidak-ada.docx", "--format", "docx"), "tidak-ada.docx"),
        (("lkj", CONTOH, "-o", CONTOH / "satker.yaml"), "diharapkan folder"),
    ],
)
def test_bad_input_ends_in_one_message_and_writes_nothing(
    akuntabel: Callable[..., Hasil],
    argumen: tuple[object, ...],
    pesan: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.chdir(tmp_path)
    hasil = akuntabel(*argumen)
    assert hasil.kode == 2
    assert pesan in hasil.galat
    assert "Traceback" not in hasil.galat
    assert hasil.keluar == ""
    assert not list(tmp_path.iterdir())


def test_bad_package_writes_no_document(akuntabel: Callable[..., Hasil], tmp_path: Path):
    paket = copy_contoh(tmp_path)
    (paket / "fakta.csv").write_bytes(b"\xff\xfe")
    hasil = akuntabel("lkj", paket, "-o", tmp_path / "hasil")
    assert hasil.kode == 2
    assert "UTF-8" in hasil.galat
    assert not (tmp_path / "hasil").exists()


LAPORAN_SALAH = (
    "Tabel 1 Anggaran\n\nKode\tUraian\tPagu\tRealisasi\tSisa\n4001.001\tRapat\t1.000.000\t400.000\t500.000\n"
)


def test_check_points_at_the_figure_and_ends_with_one(akuntabel: Callable[..., Hasil], tmp_path: Path):
    berkas = tmp_path / "laporan.txt"
    berkas.write_text(LAPORAN_SALAH)
    hasil = akuntabel("check", berkas)
    assert hasil.kode == 1
    baris = hasil.keluar.splitlines()
    tabel = next(n for n, b in enumerate(baris) if "500.000" in b)
    assert baris[tabel + 1][baris[tabel].index("500.000") :].startswith("^^^^^^^")
    assert "tertulis 500.000, hasil hitung 600.000" in hasil.keluar
    assert "1 temuan; 3 angka dihitung ulang dalam 1 tabel" in hasil.keluar


def test_check_as_json_names_place_and_computation(akuntabel: Callable[..., Hasil], tmp_path: Path):
    berkas = tmp_path / "laporan.txt"
    berkas.write_text(LAPORAN_SALAH)
    data = json.loads(akuntabel("check", berkas, "--format", "json").keluar)
    (temuan,) = data["temuan"]
    assert (temuan["kode"], temuan["tertulis"], temuan["hitung"]) == ("ANG001", "500.000", "600.000")
    assert temuan["letak"] | {"tabel": "Tabel 1", "baris": 1, "kolom": 5, "baris_berkas": 4} == temuan["letak"]
    assert data["ringkasan"] | {"tabel": 1, "angka_diperiksa": 3, "temuan": 1} == data["ringkasan"]


def test_check_is_quiet_when_all_is_well_or_left_out(akuntabel: Callable[..., Hasil], tmp_path: Path):
    berkas = tmp_path / "laporan.txt"
    berkas.write_text(LAPORAN_SALAH)
    assert akuntabel("check", berkas, "--ignore", "ANG").kode == 0
    assert akuntabel("check", berkas, "--select", "HIT").kode == 0
    berkas.write_text(LAPORAN_SALAH.replace("500.000", "600.000"))
    hasil = akuntabel("check", berkas)
    assert hasil.kode == 0
    assert "tidak ada temuan; 3 angka dihitung ulang" in hasil.keluar


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        (("check", "tidak-ada.docx"), "tidak-ada.docx: tidak dapat dibaca"),
        (("check", CONTOH / "satker.yaml", "--select", "XYZ"), "diharapkan awalan kode"),
        (("rule", "XYZ999"), "Yang ada: HIT001"),
    ],
)
def test_unreadable_report_or_unknown_rule_ends_with_two(
    akuntabel: Callable[..., Hasil], argumen: tuple[object, ...], pesan: str
):
    hasil = akuntabel(*argumen)
    assert (hasil.kode, hasil.keluar) == (2, "")
    assert pesan in hasil.galat


def test_rule_is_explained(akuntabel: Callable[..., Hasil]):
    keluar = akuntabel("rule", "ang001").keluar
    assert keluar.startswith("ANG001 sisa-tidak-cocok (galat)")
    assert "Dasar:" in keluar


def test_validation_finds_a_reference_to_a_table_that_the_report_has_not(
    akuntabel: Callable[..., Hasil], tmp_path: Path
):
    paket = copy_contoh(tmp_path)
    narasi = paket / "narasi" / "hibah.md"
    narasi.write_text(narasi.read_text() + "\nLihat {{ tabel.tabel-yang-hilang }}.\n")
    sebelum = {b: b.read_bytes() for b in paket.rglob("*") if b.is_file()}
    for argumen in (("validasi", paket), ("validasi", paket, "--segel")):
        hasil = akuntabel(*argumen)
        assert hasil.kode == 2
        assert "narasi/hibah.md: tertulis “{{ tabel.tabel-yang-hilang }}”" in hasil.galat
    assert {b: b.read_bytes() for b in paket.rglob("*") if b.is_file()} == sebelum


def test_help_and_the_check_of_a_text_do_not_wait_for_what_makes_documents(tmp_path: Path):
    laporan = tmp_path / "laporan.txt"
    laporan.write_text("Laporan Kinerja Dinas Sosial tahun 2020.\n")
    berat = "{'jinja2', 'lark', 'lxml.html', 'numpy', 'pypdfium2', 'segno', 'typst', 'vl_convert', 'xlsxwriter'}"
    program = f"""
import sys
from akuntabel.doors.cli.main import main
try:
    main()
finally:
    print(sorted({berat} & sys.modules.keys()), file=sys.stderr)
"""
    for argumen in (("--help",), ("check", str(laporan))):
        hasil = subprocess.run(  # noqa: S603 — our own program with fixed arguments
            [sys.executable, "-c", program, *argumen], capture_output=True, text=True, check=False
        )
        assert (hasil.returncode, hasil.stderr) == (0, "[]\n")
        assert hasil.stdout
