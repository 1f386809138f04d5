"""Organisation charts: boxes as wide as their words need, straight lines, drawn as SVG.

Children stand side by side while their longest words allow it. Where they do not fit, they stand in several rows
that hang on a line down the left side; in a narrow column every row holds one box.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from akuntabel.core.naskah.grafik import AKSEN, LATAR, TINTA
from akuntabel.core.naskah.lebar import measure_teks

PX_PER_MM = 96 / 25.4  # of an SVG, by definition
PT = 9.0
BARIS_MM = 4.2
BANTALAN_MM = 2.2
SELA_MM = 3.0
JARAK_TINGKAT_MM = 9.0
LAJUR_MM = 5.0  # room for the line that rows hang on
LEBAR_TERBESAR_MM = 62.0  # a box is wider only when one of its words is
TEPI_MM = 0.5
PER_DERET = 3  # a row of fewer boxes is no row: they are listed one below the other

Simpul = dict[str, Any]
Garis = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Ruang:
    """Where a part of the tree may stand; it grows downwards."""

    x: float
    y: float
    lebar: float


@dataclass(frozen=True, slots=True)
class _Kotak:
    x: float
    y: float
    lebar: float
    tinggi: float
    baris: tuple[tuple[str, bool], ...]  # line and whether it is bold

    @property
    def tengah(self) -> float:
        return self.x + self.lebar / 2

    @property
    def bawah(self) -> float:
        return self.y + self.tinggi


@dataclass(slots=True)
class _Lukisan:
    kotak: list[_Kotak] = field(default_factory=list)
    garis: list[Garis] = field(default_factory=list)


def draw_bagan(pohon: Simpul, lebar_mm: float) -> tuple[str, float]:
    """A tree of any depth as SVG, as wide as said, and its height in millimetres. No box is ever left out."""
    lukisan = _Lukisan()
    bawah = _susun(lukisan, pohon, _Ruang(TEPI_MM, TEPI_MM, lebar_mm - 2 * TEPI_MM))
    tinggi_mm = round(bawah + TEPI_MM, 2)
    return _svg(lukisan, lebar_mm, tinggi_mm), tinggi_mm


def _susun(lukisan: _Lukisan, simpul: Simpul, ruang: _Ruang, tinggi: float = 0.0) -> float:
    """Place a node and everything below it; the lowest point reached. ``tinggi`` makes a row of boxes even."""
    kotak = _place_kotak(simpul, ruang, tinggi)
    lukisan.kotak.append(kotak)
    anak = _anak(simpul)
    bawah = _Ruang(ruang.x, kotak.bawah, ruang.lebar)
    if not anak:
        return kotak.bawah
    if not _is_muat(anak, ruang.lebar):
        return _susun_bertingkat(lukisan, kotak, anak, bawah)
    lukisan.garis.append((kotak.tengah, kotak.bawah, kotak.tengah, kotak.bawah + JARAK_TINGKAT_MM / 2))
    return _susun_deret(lukisan, kotak.tengah, anak, bawah)


def _susun_deret(lukisan: _Lukisan, x_asal: float, anak: Sequence[Simpul], ruang: _Ruang) -> float:
    """Side by side below one bar that reaches to ``x_asal``."""
    palang, y = ruang.y + JARAK_TINGKAT_MM / 2, ruang.y + JARAK_TINGKAT_MM
    daftar_lebar = _bagi_lebar([_lebar_perlu(a) for a in anak], ruang.lebar)
    tempat, x = [], ruang.x
    for lebar in daftar_lebar:
        tempat.append(_Ruang(x, y, lebar))
        x += lebar + SELA_MM
    tinggi = max(_place_kotak(a, r).tinggi for a, r in zip(anak, tempat, strict=True))
    tengah = [r.x + r.lebar / 2 for r in tempat]
    lukisan.garis.append((min(x_asal, *tengah), palang, max(x_asal, *tengah), palang))
    lukisan.garis += [(t, palang, t, y) for t in tengah]
    return max(_susun(lukisan, a, r, tinggi) for a, r in zip(anak, tempat, strict=True))


def _susun_bertingkat(lukisan: _Lukisan, induk: _Kotak, anak: Sequence[Simpul], ruang: _Ruang) -> float:
    """In rows that hang on a line down the left side."""
    lajur = ruang.x + LAJUR_MM / 2
    x, lebar = ruang.x + LAJUR_MM, ruang.lebar - LAJUR_MM
    daftar_deret = _bagi_deret(anak, lebar)
    is_di_atas_lajur = induk.x <= lajur
    y = ruang.y
    if not is_di_atas_lajur and _is_butir(daftar_deret[0]):
        y += JARAK_TINGKAT_MM / 2  # the line comes from the middle to the side, above the first box
    ujung = y
    for deret in daftar_deret:
        if _is_butir(deret):
            y_kotak = y + SELA_MM
            y = _susun(lukisan, deret[0], _Ruang(x, y_kotak, _lebar_kotak(deret[0], lebar)))
            ujung = (y_kotak + y) / 2
            lukisan.garis.append((lajur, ujung, x, ujung))
        else:
            ujung = y + JARAK_TINGKAT_MM / 2
            y = _susun_deret(lukisan, lajur, deret, _Ruang(x, y, lebar))
    lukisan.garis += _garis_lajur(induk, lajur, ujung, is_di_atas_lajur=is_di_atas_lajur)
    return y


def _garis_lajur(induk: _Kotak, lajur: float, ujung: float, *, is_di_atas_lajur: bool) -> list[Garis]:
    if is_di_atas_lajur:
        return [(lajur, induk.bawah, lajur, ujung)]
    palang = induk.bawah + JARAK_TINGKAT_MM / 2
    return [
        (induk.tengah, induk.bawah, induk.tengah, palang),
        (lajur, palang, induk.tengah, palang),
        (lajur, palang, lajur, ujung),
    ]


def _is_butir(deret: Sequence[Simpul]) -> bool:
    """One box without anything below it: it hangs on the line by its side."""
    return len(deret) == 1 and not _anak(deret[0])


def _bagi_deret(anak: Sequence[Simpul], lebar: float) -> list[list[Simpul]]:
    """Rows that fit: those without children first, in rows of about the same length, then the branches."""
    daun = [a for a in anak if not _anak(a)]
    cabang = [a for a in anak if _anak(a)]
    return [*_bagi_rata(daun, lebar), *_bagi_rata(cabang, lebar)]


def _bagi_rata(anak: Sequence[Simpul], lebar: float) -> list[list[Simpul]]:
    """As few rows as fit, evenly filled; one box per row where only two would fit."""
    for jumlah_deret in range(1, len(anak)):
        panjang = math.ceil(len(anak) / jumlah_deret)
        daftar = [list(anak[n : n + panjang]) for n in range(0, len(anak), panjang)]
        if (jumlah_deret == 1 or panjang >= PER_DERET) and all(_is_muat(d, lebar) for d in daftar):
            return daftar
    return [[a] for a in anak]


def _bagi_lebar(perlu: Sequence[float], lebar: float) -> list[float]:
    """Equal columns, but none narrower than it needs."""
    ruang = lebar - SELA_MM * (len(perlu) - 1)
    tetap: dict[int, float] = {}
    while True:
        bebas = [n for n in range(len(perlu)) if n not in tetap]
        bagian = (ruang - sum(tetap.values())) / max(len(bebas), 1)
        kurang = {n: perlu[n] for n in bebas if perlu[n] > bagian}
        # One column alone takes what there is: a word wider than the whole chart is broken inside it.
        if not kurang or len(bebas) == 1:
            return [tetap.get(n, bagian) for n in range(len(perlu))]
        tetap |= kurang


def _is_muat(anak: Sequence[Simpul], lebar: float) -> bool:
    return sum(_lebar_perlu(a) for a in anak) + SELA_MM * (len(anak) - 1) <= lebar


def _lebar_perlu(simpul: Simpul) -> float:
    """The narrowest column for a node and what hangs below it."""
    return max(_lebar_kata(simpul), *(LAJUR_MM + _lebar_perlu(a) for a in _anak(simpul)), 0.0)


def _lebar_kata(simpul: Simpul) -> float:
    judul = max((measure_teks(k, PT, tebal=True) for k in simpul["judul"].split()), default=0.0)
    keterangan = max((measure_teks(k, PT) for k in simpul.get("keterangan", "").split()), default=0.0)
    return max(judul, keterangan) + 2 * BANTALAN_MM


def _lebar_kotak(simpul: Simpul, ruang: float) -> float:
    return min(ruang, max(LEBAR_TERBESAR_MM, _lebar_kata(simpul)))


def _anak(simpul: Simpul) -> Sequence[Simpul]:
    anak: Sequence[Simpul] = simpul.get("anak", ())
    return anak


def _place_kotak(simpul: Simpul, ruang: _Ruang, tinggi: float = 0.0) -> _Kotak:
    lebar = _lebar_kotak(simpul, ruang.lebar)
    dalam = lebar - 2 * BANTALAN_MM
    baris = [(b, True) for b in _lipat_teks(simpul["judul"], dalam, tebal=True)]
    baris += [(b, False) for b in _lipat_teks(simpul.get("keterangan", ""), dalam, tebal=False)]
    perlu = len(baris) * BARIS_MM + 2 * BANTALAN_MM
    return _Kotak(ruang.x + (ruang.lebar - lebar) / 2, ruang.y, lebar, max(perlu, tinggi), tuple(baris))


def _lipat_teks(teks: str, ruang: float, *, tebal: bool) -> list[str]:
    baris: list[str] = []
    for kata in (potong for utuh in teks.split() for potong in _potong_kata(utuh, ruang, tebal=tebal)):
        calon = f"{baris[-1]} {kata}" if baris else kata
        if baris and measure_teks(calon, PT, tebal=tebal) <= ruang:
            baris[-1] = calon
        else:
            baris.append(kata)
    return baris


def _potong_kata(kata: str, ruang: float, *, tebal: bool) -> list[str]:
    """A word as it is; only one wider than the whole chart is cut."""
    potongan = [""]
    for huruf in kata:
        if potongan[-1] and measure_teks(potongan[-1] + huruf, PT, tebal=tebal) > ruang + 0.01:
            potongan.append("")
        potongan[-1] += huruf
    return potongan


def _svg(lukisan: _Lukisan, lebar: float, tinggi: float) -> str:
    isi = [f'<rect width="{lebar:.2f}" height="{tinggi:.2f}" fill="white"/>']
    isi += [
        f'<line x1="{x1:.2f}" y1="{y1:.2f}" x2="{x2:.2f}" y2="{y2:.2f}" stroke="{TINTA}" stroke-width="0.3" '
        'stroke-linecap="square"/>'
        for x1, y1, x2, y2 in lukisan.garis
    ]
    isi += [_svg_kotak(k, is_pucuk=nomor == 0) for nomor, k in enumerate(lukisan.kotak)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{lebar * PX_PER_MM:.1f}" height="{tinggi * PX_PER_MM:.1f}" '
        f'viewBox="0 0 {lebar:.2f} {tinggi:.2f}">{"".join(isi)}</svg>'
    )


def _svg_kotak(k: _Kotak, *, is_pucuk: bool) -> str:
    latar, tinta = (AKSEN, "white") if is_pucuk else (LATAR, TINTA)
    y = k.y + (k.tinggi - len(k.baris) * BARIS_MM) / 2 + BARIS_MM * 0.75
    tulisan = "".join(
        f'<text x="{k.tengah:.2f}" y="{y + n * BARIS_MM:.2f}" text-anchor="middle" font-family="Liberation Sans" '
        f'font-size="{PT * 25.4 / 72:.3f}" font-weight="{"bold" if tebal else "normal"}" fill="{tinta}">'
        f"{escape(teks)}</text>"
        for n, (teks, tebal) in enumerate(k.baris)
    )
    return (
        f'<rect x="{k.x:.2f}" y="{k.y:.2f}" width="{k.lebar:.2f}" height="{k.tinggi:.2f}" rx="1" fill="{latar}" '
        f'stroke="{AKSEN}" stroke-width="0.3"/>{tulisan}'
    )
