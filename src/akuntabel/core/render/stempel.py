"""The visible mark of an electronic signature: a QR to where it can be verified, and who signed, when, with what."""

from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Literal

import typst

from akuntabel.core.naskah.model import Gambar, JenisGambar
from akuntabel.core.render.gambar import draw_gambar
from akuntabel.core.render.pdf import load_huruf
from akuntabel.core.render.typst_teks import larik, literal

PPI_GAMBAR = 300.0


@dataclass(frozen=True, slots=True)
class Stempel:
    """What the mark says. alamat: the page where the signature can be verified; waktu: as it is printed."""

    pembuka: str
    nama: str
    jabatan: str
    sertifikat: str
    waktu: str
    alamat: str


def render_stempel(stempel: Stempel, *, lebar_pt: float, tinggi_pt: float) -> bytes:
    """The mark as a PDF of one page of just that size, its letters inside (PDF/A-2b), for a signature field."""
    return _compile(stempel, lebar_pt, tinggi_pt, "pdf")


def draw_stempel(stempel: Stempel, *, lebar_pt: float, tinggi_pt: float) -> bytes:
    """The same as a PNG, for a signing service that takes pictures only."""
    return _compile(stempel, lebar_pt, tinggi_pt, "png")


def _compile(stempel: Stempel, lebar_pt: float, tinggi_pt: float, bentuk: Literal["pdf", "png"]) -> bytes:
    sumber = files("akuntabel.core.render").joinpath("templates", "stempel.typ").read_text("utf-8")
    sisi = max(tinggi_pt / 72 * 25.4, 1.0)
    qr = Gambar("qr", "", JenisGambar.QR, {"isi": stempel.alamat}, "", sisi, sisi, bernomor=False)
    daftar = (stempel.pembuka, stempel.nama, stempel.jabatan, stempel.sertifikat, stempel.waktu)
    isi = larik(*(literal(teks) for teks in daftar))
    ukuran = f"{lebar_pt}pt, {tinggi_pt}pt"
    naskah = f"{sumber}\n#stempel({ukuran}, {literal(draw_gambar(qr, png=False).svg)}, {isi})\n"
    kompilator = typst.Compiler(naskah.encode(), font_paths=load_huruf(), ignore_system_fonts=True)
    pilihan: dict[str, Any] = {"pdf_standards": ["a-2b"], "pdf_tags": False} if bentuk == "pdf" else {"ppi": PPI_GAMBAR}
    jadi = kompilator.compile(format=bentuk, **pilihan)
    if not isinstance(jadi, bytes):
        raise TypeError(f"Typst gave {type(jadi).__name__}, not one page")
    return jadi
