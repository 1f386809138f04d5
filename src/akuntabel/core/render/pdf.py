"""A naskah as PDF/A-2a and PDF/UA-1, by Typst with the shipped typeface only."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import typst

from akuntabel.core.naskah.model import Naskah
from akuntabel.core.render.gambar import GambarJadi
from akuntabel.core.render.typst_sumber import tanggal_dokumen, write_typst

STANDAR: Final[list["typst.PDFStandard"]] = ["a-2a", "ua-1"]


@dataclass(frozen=True, slots=True)
class HasilPdf:
    """The file, and the printed page number of every chapter, heading, table and figure by id."""

    pdf: bytes
    halaman: Mapping[str, str]


def render_pdf(naskah: Naskah, *, gambar: Mapping[str, GambarJadi]) -> HasilPdf:
    """The document as PDF. Typst itself refuses what would break PDF/A-2a or PDF/UA-1."""
    with TemporaryDirectory(prefix="akuntabel-") as folder:  # a query only finds sources that are files
        sumber = Path(folder, "naskah.typ")
        sumber.write_text(write_typst(naskah, gambar), "utf-8")
        kompilator = typst.Compiler(sumber, font_paths=load_huruf(), ignore_system_fonts=True)
        pdf = kompilator.compile(
            format="pdf", pdf_standards=STANDAR, timestamp=datetime.combine(tanggal_dokumen(naskah), time(), UTC)
        )
        (halaman,) = json.loads(kompilator.query("<halaman>", field="value"))
    if not isinstance(pdf, bytes):
        raise TypeError(f"Typst gave {type(pdf).__name__}, not one PDF")
    return HasilPdf(pdf, dict(halaman))


@cache
def load_huruf() -> typst.Fonts:
    """The shipped typeface, read once."""
    jalur = str(files("akuntabel.core.naskah").joinpath("huruf"))
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[jalur])
