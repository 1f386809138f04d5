"""Figures of a document drawn once, as SVG for PDF and HTML and as PNG for Word."""

import hashlib
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import segno
import vl_convert

from akuntabel.core.naskah.grafik import TINTA
from akuntabel.core.naskah.model import Gambar, JenisGambar, Naskah, TandaTangan
from akuntabel.core.render.bagan import draw_bagan

PX_PER_MM = 96 / 25.4
PPI_WORD = 220
PPI_VL_CONVERT = PPI_WORD * 72 / 96  # it takes the 96 px of an SVG inch for 72
VERSI_VEGA_LITE = "5.21"
ID_QR = "qr"
SISI_QR_MM = 22.0

_TEMA: Mapping[str, Any] = {
    "font": "Liberation Sans",
    "background": "white",
    "view": {"stroke": None},
    "axis": {
        "labelColor": TINTA,
        "labelFontSize": 11,
        "labelPadding": 6,
        "domainColor": "#9ca3af",
        "ticks": False,
        "grid": False,
    },
    "text": {"color": TINTA, "fontSize": 11},
    "legend": {"labelColor": TINTA, "labelFontSize": 11},
}


@dataclass(frozen=True, slots=True)
class GambarJadi:
    """A drawn figure; ``png`` is empty when nobody asked for it. Sizes are lengths on paper."""

    svg: str
    png: bytes
    lebar_mm: float
    tinggi_mm: float


def draw_semua(naskah: Naskah, *, png: bool = True) -> dict[str, GambarJadi]:
    """Every figure of a document by id, and the QR that its signature blocks leave room for (id ``qr``)."""
    isi = [blok for bab in naskah.bab for blok in bab.isi]
    gambar = {blok.id: draw_gambar(blok, png=png) for blok in isi if isinstance(blok, Gambar)}
    if any(isinstance(blok, TandaTangan) and blok.qr for blok in isi):
        gambar[ID_QR] = _draw(
            JenisGambar.QR, json.dumps({"isi": f"akuntabel:{naskah.sidik}"}), SISI_QR_MM, SISI_QR_MM, png
        )
    return gambar


def draw_gambar(gambar: Gambar, *, png: bool = True) -> GambarJadi:
    """One figure. The same specification in the same size is drawn once per process."""
    spesifikasi = json.dumps(gambar.spesifikasi, ensure_ascii=False, sort_keys=True)
    return _draw(gambar.jenis, spesifikasi, gambar.lebar_mm, gambar.tinggi_mm, png)


@lru_cache(maxsize=256)
def _draw(jenis: JenisGambar, spesifikasi: str, lebar_mm: float, tinggi_mm: float, png: bool) -> GambarJadi:
    isi: dict[str, Any] = json.loads(spesifikasi)
    if jenis is JenisGambar.QR:
        svg = _svg_qr(isi["isi"])
    elif jenis is JenisGambar.BAGAN:
        svg, tinggi_mm = draw_bagan(isi, lebar_mm)
    else:
        svg = _svg_vega(isi, lebar_mm, tinggi_mm)
    _daftarkan_huruf()
    gambar = vl_convert.svg_to_png(svg, ppi=PPI_VL_CONVERT) if png else b""
    return GambarJadi(_pribadikan(svg), gambar, lebar_mm, tinggi_mm)


def _svg_vega(spesifikasi: dict[str, Any], lebar_mm: float, tinggi_mm: float) -> str:
    ukuran = {
        "width": lebar_mm * PX_PER_MM,
        "height": tinggi_mm * PX_PER_MM,
        "autosize": {"type": "fit", "contains": "padding"},
    }
    _daftarkan_huruf()
    return str(vl_convert.vegalite_to_svg(spesifikasi | ukuran | {"config": _TEMA}, vl_version=VERSI_VEGA_LITE))


def _svg_qr(isi: str) -> str:
    keluaran = io.BytesIO()
    segno.make(isi, error="m").save(keluaran, kind="svg", border=2, xmldecl=False, svgns=True, scale=4)
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
