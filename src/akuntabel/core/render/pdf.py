"""A naskah as PDF/A-2a (with files inside PDF/A-3a) and PDF/UA-1, by Typst with the shipped typeface only."""

import json
from collections.abc import Mapping, Sequence
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
from akuntabel.core.render.typst_teks import literal

# Only part 3 of PDF/A lets a file carry files of any kind.
STANDAR: Final[Mapping[bool, list["typst.PDFStandard"]]] = {False: ["a-2a", "ua-1"], True: ["a-3a", "ua-1"]}
# Fields of signatures are added later, without tags of their own: the file must not claim what it then breaks.
STANDAR_TANDA: Final[Mapping[bool, list["typst.PDFStandard"]]] = {False: ["a-2b"], True: ["a-3b"]}


@dataclass(frozen=True, slots=True)
class BerkasSematan:
    """A file that travels inside the PDF as the source of what it says. nama: as a reader saves it."""

    nama: str
    isi: bytes
    media: str
    keterangan: str


@dataclass(frozen=True, slots=True)
class HasilPdf:
    """The file, the printed page number of every chapter, heading, table and figure by id, the room for signatures."""

    pdf: bytes
    halaman: Mapping[str, str]
    tempat_tanda: tuple["TempatTanda", ...]


@dataclass(frozen=True, slots=True)
class TempatTanda:
    """The room that a signature block leaves for one signature; points from the upper left corner of the page."""

    halaman: int  # from 1
    kiri: float
    atas: float
    lebar: float
    tinggi: float


def render_pdf(
    naskah: Naskah,
    *,
    gambar: Mapping[str, GambarJadi],
    is_akan_ditandatangani: bool = False,
    sematan: Sequence[BerkasSematan] = (),
) -> HasilPdf:
    """The document as PDF. Typst itself refuses what would break PDF/A or PDF/UA-1.

    is_akan_ditandatangani: signatures will be put into the file, so it claims level B only; it is tagged all the same.
    sematan: files that it carries inside.
    """
    standar = (STANDAR_TANDA if is_akan_ditandatangani else STANDAR)[bool(sematan)]
    with TemporaryDirectory(prefix="akuntabel-") as folder:  # a query only finds sources that are files
        sumber = Path(folder, "naskah.typ")
        sumber.write_text(write_typst(naskah, gambar) + _write_sematan(sematan, Path(folder)), "utf-8")
        kompilator = typst.Compiler(sumber, font_paths=load_huruf(), ignore_system_fonts=True)
        pdf = kompilator.compile(
            format="pdf", pdf_standards=standar, timestamp=datetime.combine(tanggal_dokumen(naskah), time(), UTC)
        )
        (halaman,) = json.loads(kompilator.query("<halaman>", field="value"))
        tempat_tanda = json.loads(kompilator.query("<tempat-tanda>", field="value"))
    if not isinstance(pdf, bytes):
        raise TypeError(f"Typst gave {type(pdf).__name__}, not one PDF")
    return HasilPdf(pdf, dict(halaman), tuple(TempatTanda(*t) for t in tempat_tanda))


def _write_sematan(sematan: Sequence[BerkasSematan], folder: Path) -> str:
    """The calls that attach the files, which are laid beside the source under numbers."""
    panggilan = []
    for nomor, berkas in enumerate(sematan):
        Path(folder, f"sematan-{nomor}").write_bytes(berkas.isi)
        panggilan.append(
            f'#pdf.attach({literal(berkas.nama)}, read("sematan-{nomor}", encoding: none), relationship: "source", '
            f"mime-type: {literal(berkas.media)}, description: {literal(berkas.keterangan)})\n"
        )
    return "".join(panggilan)


@cache
def load_huruf() -> typst.Fonts:
    """The shipped typeface, read once."""
    jalur = str(files("akuntabel.core.naskah").joinpath("huruf"))
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[jalur])
