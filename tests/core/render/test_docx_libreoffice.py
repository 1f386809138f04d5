"""LibreOffice opens the Word file and prints what the naskah says."""

import re
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest
from baca_docx import render_contoh
from contoh_naskah import build_contoh_naskah

from akuntabel.core.compose.lkj import compose_lkj
from akuntabel.core.naskah.model import Gambar, Tabel
from akuntabel.core.render.berkas import Format, render_berkas
from contoh_paket import compute_contoh


def _cetak(folder: Path, docx: bytes) -> list[str]:
    """Text of each page as LibreOffice prints it."""
    (folder / "laporan.docx").write_bytes(docx)
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


@pytest.fixture(scope="module")
def halaman(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return _cetak(tmp_path_factory.mktemp("libreoffice"), render_contoh())


def test_the_whole_report_opens_with_its_captions_and_contents(tmp_path: Path) -> None:
    naskah = compose_lkj(compute_contoh())
    halaman = _cetak(tmp_path, render_berkas(naskah, [Format.DOCX])[Format.DOCX].isi)
    captions = [b.caption for bab in naskah.bab for b in bab.isi if isinstance(b, Tabel | Gambar) and b.bernomor]
    isi = " ".join("\n".join(halaman[6:]).split())
    assert [c for c in captions if c not in isi] == []
    daftar = " ".join(re.sub(r"[.…]{3,}", " ", "\n".join(halaman[3:6])).split())
    assert "BAB III Akuntabilitas Kinerja 11" in daftar
    assert "Tabel 3.3 Pengukuran Kinerja Tahun 2020 12" in daftar
    assert len(halaman) > 45


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
