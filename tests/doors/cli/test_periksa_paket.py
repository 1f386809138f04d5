"""A document beside the facts it was made from: silent as made, and an edit by hand is found where it stands."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from contoh_paket import CONTOH
from hasil_cli import Hasil


@pytest.fixture
def laporan(akuntabel: Callable[..., Hasil], tmp_path: Path) -> dict[str, Path]:
    """The example's report, by format."""
    assert akuntabel("lkj", CONTOH, "-o", tmp_path, "--format", "docx,pdf").kode == 0
    return {b.suffix: b for b in tmp_path.iterdir()}


@pytest.mark.parametrize("bentuk", [".docx", ".pdf"])
def test_a_report_as_it_was_made_says_what_the_facts_say(
    akuntabel: Callable[..., Hasil], laporan: dict[str, Path], bentuk: str
):
    hasil = akuntabel("check", laporan[bentuk], "--paket", CONTOH, "--format", "json")
    data = json.loads(hasil.keluar)
    assert (hasil.kode, data["temuan"]) == (0, [])
    assert data["ringkasan"]["angka_diperiksa"] > 1000


def test_a_figure_edited_in_word_is_found_with_what_the_facts_say(
    akuntabel: Callable[..., Hasil], laporan: dict[str, Path], tmp_path: Path
):
    sunting = tmp_path / "sunting.docx"
    with zipfile.ZipFile(laporan[".docx"]) as asal, zipfile.ZipFile(sunting, "w") as baru:
        for nama in asal.namelist():
            isi = asal.read(nama)
            baru.writestr(nama, isi.replace(b"43.515", b"43.551") if nama == "word/document.xml" else isi)
    temuan = json.loads(akuntabel("check", sunting, "--paket", CONTOH, "--format", "json").keluar)["temuan"]
    dari_fakta = [t for t in temuan if t["kode"].startswith("FKT")]
    assert ("43.551", "43.515") in {(t["tertulis"], t["hitung"]) for t in dari_fakta}
    assert all("43.551" in t["tertulis"] for t in dari_fakta)
