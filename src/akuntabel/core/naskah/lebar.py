"""Widths of columns, measured with the glyphs of the shipped typeface: no number breaks, no word is cut."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import as_file, files

from fontTools.ttLib import TTFont

from akuntabel.core.naskah.model import (
    MARGIN_MM,
    UKURAN_KERTAS_MM,
    BarisTabel,
    Blok,
    Gambar,
    Kertas,
    Kolom,
    Naskah,
    Rata,
    Sel,
    Tabel,
)

MM_PER_PT = 25.4 / 72
BANTALAN_MM = 1.6  # room left and right of a cell's text; every renderer uses it
INDEN_MM = 3.0  # one step of Sel.inden
CADANGAN_MM = 0.3  # rounding of renderers, so that what just fits still fits
HURUF_TERKECIL_PT = 7.0


def measure_naskah(naskah: Naskah) -> Naskah:
    """The document with the width of every column, in millimetres, adding up to the width of the text.

    A table too wide for the page is set smaller, then turned to landscape.
    """
    ukuran = Ukuran.of(naskah.kertas)
    return replace(
        naskah, bab=tuple(replace(b, isi=tuple(_ukur_blok(blok, ukuran) for blok in b.isi)) for b in naskah.bab)
    )


@dataclass(frozen=True, slots=True)
class Ukuran:
    """Width of the text in millimetres, upright and turned."""

    tegak_mm: float
    lanskap_mm: float

    @classmethod
    def of(cls, kertas: Kertas) -> "Ukuran":
        """Of a paper, with the margins of every document."""
        lebar, tinggi = UKURAN_KERTAS_MM[kertas]
        return cls(lebar - MARGIN_MM["kiri"] - MARGIN_MM["kanan"], tinggi - MARGIN_MM["atas"] - MARGIN_MM["bawah"])


def measure_teks(teks: str, pt: float, *, tebal: bool = False) -> float:
    """Width of a text on one line, in millimetres."""
    lebar, bawaan, satuan_em = _huruf(tebal)
    return sum(lebar.get(ord(h), bawaan) for h in teks) / satuan_em * pt * MM_PER_PT


@cache
def _huruf(tebal: bool) -> tuple[dict[int, int], int, int]:
    """Advance width per code point, width of an unknown glyph, units per em."""
    nama = "LiberationSans-Bold.ttf" if tebal else "LiberationSans-Regular.ttf"
    with (
        as_file(files("akuntabel.core.naskah").joinpath("huruf", nama)) as jalur,
        TTFont(jalur, lazy=True) as font,
    ):
        metrik = font["hmtx"].metrics
        return (
            {kode: metrik[glif][0] for kode, glif in font.getBestCmap().items()},
            metrik[".notdef"][0],
            font["head"].unitsPerEm,
        )


def _ukur_blok(blok: Blok, ukuran: Ukuran) -> Blok:
    if isinstance(blok, Tabel):
        return measure_tabel(blok, ukuran)
    if isinstance(blok, Gambar) and blok.data is not None:
        return replace(blok, data=measure_tabel(blok.data, ukuran))
    return blok


def measure_tabel(tabel: Tabel, ukuran: Ukuran) -> Tabel:
    """A table with its widths; type size and orientation change only when it would not fit."""
    if not tabel.lanskap:
        pt = tabel.huruf_pt
        while pt >= HURUF_TERKECIL_PT:
            lebar = _bagi(replace(tabel, huruf_pt=pt), ukuran.tegak_mm)
            if lebar is not None:
                return _isi(replace(tabel, huruf_pt=pt), lebar)
            pt -= 0.5
    lanskap = replace(tabel, lanskap=True)
    return _isi(lanskap, _bagi(lanskap, ukuran.lanskap_mm) or _paksa(lanskap, ukuran.lanskap_mm))


def _isi(tabel: Tabel, lebar: Sequence[float]) -> Tabel:
    return replace(tabel, kolom=tuple(replace(k, lebar_mm=mm) for k, mm in zip(tabel.kolom, lebar, strict=True)))


def _bagi(tabel: Tabel, ruang_mm: float) -> list[float] | None:
    """Every column as wide as it must be, the rest shared by weight; None when there is not enough room."""
    sempit = _lebar_terkecil(tabel)
    sisa = ruang_mm - sum(sempit)
    if sisa < 0:
        return None
    return _bagi_sisa(tabel.kolom, sempit, ruang_mm)


def _bagi_sisa(kolom: Sequence[Kolom], sempit: Sequence[float], ruang_mm: float) -> list[float]:
    """Text columns share the room by weight, none below its longest word; without any, all columns grow alike."""
    lentur = [n for n, k in enumerate(kolom) if not _is_utuh(k)] or list(range(len(kolom)))
    tetap: dict[int, float] = {n: sempit[n] for n in range(len(kolom)) if n not in lentur}
    while True:
        ruang = ruang_mm - sum(tetap.values())
        bebas = [n for n in lentur if n not in tetap]
        bobot = sum(kolom[n].bobot for n in bebas)
        kurang = [n for n in bebas if ruang * kolom[n].bobot / bobot < sempit[n]]
        if not kurang:
            lebar = tetap | {n: ruang * kolom[n].bobot / bobot for n in bebas}
            return _genapkan([lebar[n] for n in range(len(kolom))], ruang_mm)
        tetap |= {n: sempit[n] for n in kurang}


def _genapkan(lebar: list[float], ruang_mm: float) -> list[float]:
    """Hundredths of a millimetre that add up exactly; the widest column takes the difference."""
    bulat = [round(mm, 2) for mm in lebar]
    terlebar = max(range(len(bulat)), key=lambda n: bulat[n])
    bulat[terlebar] = round(bulat[terlebar] + ruang_mm - sum(bulat), 2)
    return bulat


def _paksa(tabel: Tabel, ruang_mm: float) -> list[float]:
    """Wider than a turned page: shrink all alike. Only a table of dozens of columns comes here."""
    sempit = _lebar_terkecil(tabel)
    return _genapkan([mm * ruang_mm / sum(sempit) for mm in sempit], ruang_mm)


def _is_utuh(kolom: Kolom) -> bool:
    return kolom.utuh or kolom.rata is Rata.KANAN


def _lebar_terkecil(tabel: Tabel) -> list[float]:
    terkecil = [2 * BANTALAN_MM] * len(tabel.kolom)
    for nomor, kolom in enumerate(tabel.kolom):
        terkecil[nomor] = max(terkecil[nomor], _lebar_kata(kolom.judul, tabel.huruf_pt, tebal=True))
    for _, nomor, sel in daftar_letak(tabel.kepala, len(tabel.kolom)):
        if sel.kolom == 1:
            terkecil[nomor] = max(terkecil[nomor], _lebar_kata(sel.teks, tabel.huruf_pt, tebal=True))
    for baris, nomor, sel in daftar_letak(tabel.baris, len(tabel.kolom)):
        if sel.kolom > 1:
            continue  # a spanning cell breaks over lines inside the columns it covers
        tebal = sel.tebal or baris.jenis != "isi"
        if tabel.kolom[nomor].utuh or (_is_utuh(tabel.kolom[nomor]) and not _is_kalimat(sel.teks)):
            lebar = measure_teks(sel.teks, tabel.huruf_pt, tebal=tebal) + 2 * BANTALAN_MM + CADANGAN_MM
        else:
            lebar = _lebar_kata(sel.teks, tabel.huruf_pt, tebal=tebal)
        terkecil[nomor] = max(terkecil[nomor], lebar + sel.inden * INDEN_MM)
    return terkecil


def _is_kalimat(teks: str) -> bool:
    """Words such as "menunggu rilis" in a column of numbers: they may break where a number may not."""
    return " " in teks and not any(h.isdigit() for h in teks)


def _lebar_kata(teks: str, pt: float, *, tebal: bool) -> float:
    terlebar = max((measure_teks(kata, pt, tebal=tebal) for kata in teks.split()), default=0.0)
    return terlebar + 2 * BANTALAN_MM + CADANGAN_MM


def daftar_letak(daftar_baris: Sequence[BarisTabel], jumlah_kolom: int) -> Iterator[tuple[BarisTabel, int, Sel]]:
    """Every cell of consecutive rows with its row and the number of its first column, spans taken into account."""
    tertutup = [0] * jumlah_kolom  # rows for which a cell from above still covers the column
    for baris in daftar_baris:
        nomor = 0
        for sel in baris.sel:
            while tertutup[nomor]:
                nomor += 1
            yield baris, nomor, sel
            for n in range(nomor, nomor + sel.kolom):
                tertutup[n] = sel.baris
            nomor += sel.kolom
        tertutup = [max(0, n - 1) for n in tertutup]
