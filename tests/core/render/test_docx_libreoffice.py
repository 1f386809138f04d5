"""LibreOffice opens the Word file and prints what the naskah says."""

import re
import shutil
import subprocess

import pypdfium2
import pytest
from baca_docx import render_contoh
from contoh_naskah import build_contoh_naskah

from akuntabel.core.naskah.model import Gambar, Tabel


@pytest.fixture(scope="module")
def halaman(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Text of each page as LibreOffice prints it."""
    folder = tmp_path_factory.mktemp("libreoffice")
    (folder / "laporan.docx").write_bytes(render_contoh())
    soffice = shutil.which("soffice")
    assert soffice is not None
    perintah = [soffice, f"-env:UserInstallation=file://{folder}/profil", "--headless", "--convert-to", "pdf"]
    subprocess.run(  # noqa: S603 — the program found on PATH, arguments of our own
        [*perintah, "--outdir", str(folder), str(folder / "laporan.docx")],
        check=True,
        capture_output=True,
        timeout=120,
    )
    with pypdfium2.PdfDocument(folder / "laporan.pdf") as pdf:
        return [h.get_textpage().get_text_range().replace("\r\n", "\n") for h in pdf]


def test_every_caption_is_printed_with_its_number(halaman: list[str]) -> None:
    isi = "\n".join(halaman[5:])
    keterangan = [
        b.caption for bab in build_contoh_naskah().bab for b in bab.isi if isinstance(b, Tabel | Gambar) and b.bernomor
    ]
    assert len(keterangan) == 6
    assert [k for k in keterangan if k not in isi] == []


def test_lists_of_contents_are_printed_with_their_pages(halaman: list[str]) -> None:
    daftar = re.sub(r"\.{3,}", " ", halaman[2] + halaman[3] + halaman[4])
    assert "Kata Pengantar i\n" in daftar
    assert "BAB III Akuntabilitas Kinerja 7\n" in daftar
    assert "A. Latar Belakang –\n" in daftar
    assert "Tabel 3.1 Pengukuran Kinerja Tahun 2020 8\n" in daftar


def test_pages_are_numbered_in_roman_then_from_one(halaman: list[str]) -> None:
    kaki = [h.rstrip().splitlines()[-1] for h in halaman]
    assert kaki[0] == "Januari 2021"
    assert [k.split()[-1] for k in kaki[1:5]] == ["i", "ii", "iii", "iv"]
    assert [k.split()[-1] for k in kaki[5:]] == [str(n) for n in range(1, len(halaman) - 4)]


def test_the_header_row_is_printed_on_every_page_of_a_long_table(halaman: list[str]) -> None:
    halaman_tabel = [h for h in halaman if "layanan" in h and "kepegawaian" in h]
    assert len(halaman_tabel) >= 3
    assert all("Realisasi (Rp)" in h for h in halaman_tabel)
