"""Organisation charts: boxes as wide as their words need, straight lines, drawn as SVG."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from akuntabel.core.naskah.grafik import AKSEN, TINTA
from akuntabel.core.naskah.lebar import measure_teks

PX_PER_MM = 96 / 25.4  # of an SVG, by definition
PT = 9.0
BARIS_MM = 4.2
BANTALAN_MM = 2.2
SELA_MM = 3.0
JARAK_TINGKAT_MM = 9.0
LEBAR_PUCUK_MM = 62.0


@dataclass(frozen=True, slots=True)
class _Kotak:
    x: float
    y: float
    lebar: float
    baris: tuple[tuple[str, bool], ...]  # line and whether it is bold

    @property
    def tinggi(self) -> float:
        return len(self.baris) * BARIS_MM + 2 * BANTALAN_MM


def draw_bagan(pohon: dict[str, Any], lebar_mm: float) -> tuple[str, float]:
    """A chart of one head and what stands below it, as SVG, and its height in millimetres.

    Up to six children stand side by side; deeper children hang below their parent as lines of its box.
    """
    anak: Sequence[dict[str, Any]] = pohon["anak"]
    pucuk_baris = _lipat({**pohon, "anak": []}, LEBAR_PUCUK_MM)
    pucuk = _Kotak((lebar_mm - LEBAR_PUCUK_MM) / 2, 0.5, LEBAR_PUCUK_MM, pucuk_baris)
    if not anak:
        return _svg([pucuk], [], lebar_mm, pucuk.tinggi + 1), pucuk.tinggi + 1
    per_baris = min(len(anak), 6)
    lebar = (lebar_mm - SELA_MM * (per_baris - 1)) / per_baris
    isi = [_lipat(a, lebar) for a in anak]
    paling_tinggi = max(len(b) for b in isi)
    y = pucuk.y + pucuk.tinggi + JARAK_TINGKAT_MM
    kotak = [
        _Kotak(n * (lebar + SELA_MM), y, lebar, (*b, *((("", False),) * (paling_tinggi - len(b)))))
        for n, b in enumerate(isi[:per_baris])
    ]
    tinggi = y + kotak[0].tinggi + 0.5
    return _svg([pucuk, *kotak], _penghubung(pucuk, kotak), lebar_mm, tinggi), tinggi


def _lipat(simpul: dict[str, Any], lebar: float) -> tuple[tuple[str, bool], ...]:
    ruang = lebar - 2 * BANTALAN_MM
    baris = [(b, True) for b in _lipat_teks(simpul["judul"], ruang, tebal=True)]
    baris += [(b, False) for b in _lipat_teks(simpul.get("keterangan", ""), ruang, tebal=False)]
    for cucu in simpul.get("anak", []):
        baris += [(b, False) for b in _lipat_teks(f"– {cucu['judul']}", ruang, tebal=False)]
    return tuple(baris)


def _lipat_teks(teks: str, ruang: float, *, tebal: bool) -> list[str]:
    baris: list[str] = []
    for kata in teks.split():
        calon = f"{baris[-1]} {kata}" if baris else kata
        if baris and measure_teks(calon, PT, tebal=tebal) <= ruang:
            baris[-1] = calon
        else:
            baris.append(kata)
    return baris


def _penghubung(pucuk: _Kotak, anak: Sequence[_Kotak]) -> list[tuple[float, float, float, float]]:
    tengah = pucuk.x + pucuk.lebar / 2
    bawah = pucuk.y + pucuk.tinggi
    palang = bawah + JARAK_TINGKAT_MM / 2
    tengah_anak = [k.x + k.lebar / 2 for k in anak]
    garis = [
        (tengah, bawah, tengah, palang),
        (min(*tengah_anak, tengah), palang, max(*tengah_anak, tengah), palang),
    ]
    return garis + [(x, palang, x, anak[0].y) for x in tengah_anak]


def _svg(
    kotak: Sequence[_Kotak], garis: Sequence[tuple[float, float, float, float]], lebar: float, tinggi: float
) -> str:
    isi = [
        f'<line x1="{x1:.2f}" y1="{y1:.2f}" x2="{x2:.2f}" y2="{y2:.2f}" stroke="{TINTA}" stroke-width="0.3"/>'
        for x1, y1, x2, y2 in garis
    ]
    for nomor, k in enumerate(kotak):
        isi.append(_svg_kotak(k, is_pucuk=nomor == 0))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{lebar * PX_PER_MM:.1f}" height="{tinggi * PX_PER_MM:.1f}" '
        f'viewBox="0 0 {lebar:.2f} {tinggi:.2f}">{"".join(isi)}</svg>'
    )


def _svg_kotak(k: _Kotak, *, is_pucuk: bool) -> str:
    latar, tinta = (AKSEN, "white") if is_pucuk else ("#eef3f4", TINTA)
    x = k.x + k.lebar / 2
    terisi = [(teks, tebal) for teks, tebal in k.baris if teks]
    y = k.y + (k.tinggi - len(terisi) * BARIS_MM) / 2 + BARIS_MM * 0.75
    tulisan = "".join(
        f'<text x="{x:.2f}" y="{y + n * BARIS_MM:.2f}" text-anchor="middle" font-family="Liberation Sans" '
        f'font-size="{PT * 25.4 / 72:.3f}" font-weight="{"bold" if tebal else "normal"}" fill="{tinta}">'
        f"{escape(teks)}</text>"
        for n, (teks, tebal) in enumerate(terisi)
    )
    return (
        f'<rect x="{k.x:.2f}" y="{k.y:.2f}" width="{k.lebar:.2f}" height="{k.tinggi:.2f}" rx="1" fill="{latar}" '
        f'stroke="{AKSEN}" stroke-width="0.3"/>{tulisan}'
    )
