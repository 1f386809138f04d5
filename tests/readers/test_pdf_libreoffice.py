"""A report that LibreOffice printed is read as well as the Word file; collected where soffice is installed."""

import re
import shutil
import subprocess
from pathlib import Path

from akuntabel.core.compose.lkj import compose_lkj
from akuntabel.core.naskah.terbaca import NaskahTerbaca
from akuntabel.core.readers.pdf.pdf import read_pdf
from akuntabel.core.readers.word.docx import read_docx
from akuntabel.core.render.berkas import Format, render_berkas
from contoh_paket import compute_contoh


def test_every_cell_survives_printing_by_libreoffice(tmp_path: Path):
    docx = tmp_path / "lkj.docx"
    docx.write_bytes(render_berkas(compose_lkj(compute_contoh()), [Format.DOCX])[Format.DOCX].isi)
    perintah = [str(shutil.which("soffice")), f"-env:UserInstallation=file://{tmp_path}/profil", "--headless"]
    subprocess.run(  # noqa: S603 — the program found on PATH, arguments of our own
        [*perintah, "--convert-to", "pdf", "--outdir", str(tmp_path), str(docx)], check=True, capture_output=True
    )
    dari_pdf = read_pdf("lkj.pdf", (tmp_path / "lkj.pdf").read_bytes())
    dari_word = read_docx("lkj.docx", docx.read_bytes())
    assert _isi(dari_pdf) == _isi(dari_word)


def _isi(naskah: NaskahTerbaca) -> list[tuple[str, list[list[str]]]]:
    """Captions and cells; where a line broke inside a cell is the printer's affair. Signature blocks have no head."""
    return [
        (t.caption, [[re.sub(r"[\s-]", "", s.teks) for s in b] for b in t.baris])
        for t in naskah.daftar_tabel
        if t.kepala[0]
    ]
