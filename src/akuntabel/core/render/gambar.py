"""Figures of a document drawn once, as SVG for PDF and HTML and as PNG for Word."""

import base64
import hashlib
import io
import json
from dataclasses import asdict, astuple, dataclass
from functools import cache, lru_cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import segno
import vl_convert

from akuntabel.core.naskah.model import Gambar, JenisGambar, Kop, Naskah, TandaTangan
from akuntabel.core.render.bagan import draw_bagan
from akuntabel.core.render.tema_grafik import LOKAL_ANGKA, TEMA

PX_PER_MM = 96 / 25.4
PPI_WORD = 220
PPI_VL_CONVERT = PPI_WORD * 72 / 96  # it takes the 96 px of an SVG inch for 72
VERSI_VEGA_LITE = "5.21"
ID_QR = "qr"
SISI_QR_MM = 22.0
ID_KOP = "kop"
SISI_LOGO_MM = 22.0


@dataclass(frozen=True, slots=True)
class GambarJadi:
    """A drawn figure; ``png`` is empty when nobody asked for it. Sizes are lengths on paper."""

    svg: str
    png: bytes
    lebar_mm: float
    tinggi_mm: float


def draw_semua(naskah: Naskah, *, png: bool = True, simpanan: Path | None = None) -> dict[str, GambarJadi]:
    """Every figure of a document by id, and the QR that its signature blocks leave room for (id ``qr``)."""
    isi = [blok for bab in naskah.bab for blok in bab.isi]
    gambar = {blok.id: draw_gambar(blok, png=png, simpanan=simpanan) for blok in isi if isinstance(blok, Gambar)}
    if any(isinstance(blok, TandaTangan) and blok.qr for blok in isi):
        qr = Gambar(
            ID_QR, "", JenisGambar.QR, {"isi": f"akuntabel:{naskah.sidik}"}, "", SISI_QR_MM, SISI_QR_MM, bernomor=False
        )
        gambar[ID_QR] = draw_gambar(qr, png=png, simpanan=simpanan)
    for blok in isi:
        if isinstance(blok, Kop) and blok.logo:
            gambar[ID_KOP] = _draw_logo(blok.logo, png=png)
    return gambar


def draw_gambar(gambar: Gambar, *, png: bool = True, simpanan: Path | None = None) -> GambarJadi:
    """One figure. The same specification in the same size is drawn once per process.

    With a directory ``simpanan`` it is drawn once for all processes of this version of the program.
    """
    spesifikasi = json.dumps(gambar.spesifikasi, ensure_ascii=False, sort_keys=True)
    pesanan = _Pesanan(gambar.jenis, spesifikasi, gambar.lebar_mm, gambar.tinggi_mm, png)
    if simpanan is None:
        return _draw(pesanan)
    jalur = simpanan / f"{pesanan.sidik}.json"
    jadi = _baca_simpanan(jalur)
    if jadi is None:
        jadi = _draw(pesanan)
        _tulis_simpanan(jalur, jadi)
    return jadi


@dataclass(frozen=True, slots=True)
class _Pesanan:
    """Everything that a drawing depends on, besides the program itself."""

    jenis: JenisGambar
    spesifikasi: str
    lebar_mm: float
    tinggi_mm: float
    png: bool

    @property
    def sidik(self) -> str:
        """SHA-256 of it, with the version of the program."""
        program = [version("akuntabel"), version("vl-convert-python"), VERSI_VEGA_LITE, TEMA]
        return hashlib.sha256(json.dumps([program, *astuple(self)], sort_keys=True).encode()).hexdigest()


def _baca_simpanan(jalur: Path) -> GambarJadi | None:
    """What was drawn before; a file that is missing or damaged is drawn again."""
    try:
        isi = json.loads(jalur.read_bytes())
        return GambarJadi(isi["svg"], base64.b64decode(isi["png"]), isi["lebar_mm"], isi["tinggi_mm"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _tulis_simpanan(jalur: Path, jadi: GambarJadi) -> None:
    """Written beside, then renamed: another process never reads half a picture."""
    isi = asdict(jadi) | {"png": base64.b64encode(jadi.png).decode()}
    jalur.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("w", dir=jalur.parent, suffix=".sementara", delete=False) as berkas:
        json.dump(isi, berkas)
    Path(berkas.name).replace(jalur)


@lru_cache(maxsize=64)  # some reports' worth: a worker meets many offices
def _draw(pesanan: _Pesanan) -> GambarJadi:
    isi: dict[str, Any] = json.loads(pesanan.spesifikasi)
    tinggi_mm = pesanan.tinggi_mm
    _daftarkan_huruf()
    if pesanan.jenis is JenisGambar.QR:
        svg = _svg_qr(isi["isi"])
    elif pesanan.jenis is JenisGambar.BAGAN:
        svg, tinggi_mm = draw_bagan(isi, pesanan.lebar_mm)
    else:
        svg = _svg_vega(isi, pesanan.lebar_mm, tinggi_mm)
    gambar = vl_convert.svg_to_png(svg, ppi=PPI_VL_CONVERT) if pesanan.png else b""
    return GambarJadi(_pribadikan(svg), gambar, pesanan.lebar_mm, tinggi_mm)


def _draw_logo(logo: bytes, *, png: bool) -> GambarJadi:
    """A picture of an agency as it is, fitted into a square."""
    jenis = "png" if logo.startswith(b"\x89PNG") else "jpeg"
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="100" height="100"><image width="100" '
        f'height="100" href="data:image/{jenis};base64,{base64.b64encode(logo).decode()}"/></svg>'
    )
    isi = vl_convert.svg_to_png(svg, ppi=PPI_VL_CONVERT) if png else b""
    return GambarJadi(svg, isi, SISI_LOGO_MM, SISI_LOGO_MM)


def _svg_vega(spesifikasi: dict[str, Any], lebar_mm: float, tinggi_mm: float) -> str:
    ukuran = {
        "width": lebar_mm * PX_PER_MM,
        "height": tinggi_mm * PX_PER_MM,
        "autosize": {"type": "fit", "contains": "padding"},
    }
    return str(
        vl_convert.vegalite_to_svg(
            spesifikasi | ukuran | {"config": TEMA},
            vl_version=VERSI_VEGA_LITE,
            format_locale=dict(LOKAL_ANGKA),
            allowed_base_urls=[],  # a specification carries its data; nothing is fetched
        )
    )


def _svg_qr(isi: str) -> str:
    keluaran = io.BytesIO()
    segno.make(isi, error="m").save(keluaran, kind="svg", border=2, xmldecl=False, svgns=True, scale=4, light="white")
    return keluaran.getvalue().decode()


def _pribadikan(svg: str) -> str:
    """Ids of their own for every drawing: two of them in one HTML page must not share a clip path."""
    awalan = "g" + hashlib.sha256(svg.encode()).hexdigest()[:8]
    return (
        svg.replace('id="', f'id="{awalan}-')
        .replace("url(#", f"url(#{awalan}-")
        .replace('href="#', f'href="#{awalan}-')
    )


@cache
def _daftarkan_huruf() -> None:
    """Only the shipped typeface, so that every machine draws the same."""
    vl_convert.register_font_directory(str(files("akuntabel.core.naskah").joinpath("huruf")))
