"""Widths of columns, measured with the glyphs of the shipped typeface: no number breaks, no word is cut."""

import math
import re
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
    Potongan,
    Rata,
    Rujukan,
    Sel,
    Tabel,
    Teks,
)

MM_PER_PT = 25.4 / 72
BANTALAN_MM = 1.6  # room left and right of a cell's text; every renderer uses it
INDEN_MM = 3.0  # one step of Sel.inden
CADANGAN_MM = 0.3  # rounding of renderers, so that what just fits still fits
HURUF_TERKECIL_PT = 7.0
LEBAR_KATA_TERKECIL_MM = 12.0  # of a column of words in a table that does not fit any page


def measure_naskah(naskah: Naskah) -> Naskah:
    """The document with the width of every column, in millimetres, adding up to the width of the text.

    A table too wide for the page is set smaller, then turned to landscape and there set smaller again. What is
    still too wide keeps its figures whole; its columns of words become narrower than their longest word.
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
    for lanskap in (False, True)[tabel.lanskap :]:
        ruang_mm = ukuran.lanskap_mm if lanskap else ukuran.tegak_mm
        for pt in _daftar_pt(tabel.huruf_pt):
            calon = replace(tabel, huruf_pt=pt, lanskap=lanskap)
            sempit = _lebar_terkecil(calon)
            if sum(sempit) <= ruang_mm:
                return _isi(calon, _bagi_sisa(calon.kolom, sempit, ruang_mm))
    terkecil = replace(tabel, huruf_pt=min(_daftar_pt(tabel.huruf_pt)), lanskap=True)
    return _isi(terkecil, _paksa(terkecil, ukuran.lanskap_mm))


def _daftar_pt(pt: float) -> list[float]:
    """The sizes to try, half a point apart, never below the smallest that can be read on paper."""
    return [pt - n / 2 for n in range(1 + max(0, math.floor(2 * (pt - HURUF_TERKECIL_PT))))]


def _isi(tabel: Tabel, lebar: Sequence[float]) -> Tabel:
    return replace(tabel, kolom=tuple(replace(k, lebar_mm=mm) for k, mm in zip(tabel.kolom, lebar, strict=True)))


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
    """Wider than a turned page at the smallest size: words give way, figures do not.

    Only where the figures alone are too wide (dozens of columns) is everything shrunk alike.
    """
    sempit = _lebar_terkecil(tabel)
    kata = [n for n, k in enumerate(tabel.kolom) if not _is_utuh(k)]
    sisa = ruang_mm - sum(mm for n, mm in enumerate(sempit) if n not in kata)
    if kata and sisa >= LEBAR_KATA_TERKECIL_MM * len(kata):
        longgar = [LEBAR_KATA_TERKECIL_MM if n in kata else mm for n, mm in enumerate(sempit)]
        return _bagi_sisa(tabel.kolom, longgar, ruang_mm)
    return _genapkan([mm * ruang_mm / sum(sempit) for mm in sempit], ruang_mm)


def _is_utuh(kolom: Kolom) -> bool:
    return kolom.utuh or kolom.rata is Rata.KANAN


def _lebar_terkecil(tabel: Tabel) -> list[float]:
    """What every column needs at least: its longest word, its widest figure, its part of a cell over several."""
    jumlah_kolom = len(tabel.kolom)
    kepala = tabel.kepala or (BarisTabel(tuple(Sel((Teks(k.judul),)) for k in tabel.kolom)),)
    terkecil = [2 * BANTALAN_MM] * jumlah_kolom
    gabungan: list[tuple[int, int, float]] = []  # first column, number of columns, width needed
    for daftar_baris, is_kepala in ((kepala, True), (tabel.baris, False)):
        for baris, nomor, sel in daftar_letak(daftar_baris, jumlah_kolom):
            is_tebal = is_kepala or sel.tebal or baris.jenis != "isi" or any(_is_tebal(p) for p in sel.isi)
            # A header and a cell over several columns break over lines at spaces, whatever the columns are.
            is_utuh = not is_kepala and sel.kolom == 1 and _is_satu(tabel.kolom[nomor], sel)
            perlu = _lebar_sel(sel, tabel.huruf_pt, is_tebal=is_tebal, is_utuh=is_utuh)
            if sel.kolom == 1:
                terkecil[nomor] = max(terkecil[nomor], perlu)
            else:
                gabungan.append((nomor, sel.kolom, perlu))
    for nomor, lebar_kolom, perlu in gabungan:
        kurang = (perlu - sum(terkecil[nomor : nomor + lebar_kolom])) / lebar_kolom
        for n in range(nomor, nomor + lebar_kolom):
            terkecil[n] += max(0.0, kurang)
    return terkecil


def _is_satu(kolom: Kolom, sel: Sel) -> bool:
    """Whether a cell must stay on one line."""
    return kolom.utuh or (_is_utuh(kolom) and not _is_kalimat(sel.teks))


def _is_kalimat(teks: str) -> bool:
    """Words such as "menunggu rilis" in a column of numbers: they may break where a number may not."""
    return " " in teks and not any(h.isdigit() for h in teks)


def _is_tebal(potongan: Potongan) -> bool:
    return not isinstance(potongan, Rujukan) and potongan.tebal


def _lebar_sel(sel: Sel, pt: float, *, is_tebal: bool, is_utuh: bool) -> float:
    # str.split would part words at a no-break space, where no line ends.
    bagian = [sel.teks] if is_utuh else re.split(r"[ \t\n]+", sel.teks)
    terlebar = max(measure_teks(b, pt, tebal=is_tebal) for b in bagian)
    return terlebar + 2 * BANTALAN_MM + CADANGAN_MM + sel.inden * INDEN_MM


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
