"""Paths of a PDF page as lines, shaded boxes or drawn shapes, wherever the drawings within drawings put them."""

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from akuntabel.core.readers.pdf.isi import Garis, IsiHalaman, Kotak, Titik

TEBAL_GARIS = 3.0  # points: a filled box as thin as this is a line
TITIK_BANYAK = 48  # points of a path; what has more is a drawing
JALUR_LUKISAN = 8  # paths; words with fewer are text that a program wrapped
LURUS = 0.6  # points that a straight line may lean
PUTIH = 250

Matriks = tuple[float, float, float, float, float, float]
IDENTITAS: Matriks = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def kotak_objek(objek: Any) -> Kotak:
    """The box of an object, in the frame of the drawing that it is part of."""
    kiri, bawah, kanan, atas = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(objek, kiri, bawah, kanan, atas)
    return Kotak(kiri.value, bawah.value, kanan.value, atas.value)


def matriks(objek: Any) -> Matriks:
    """Where an object is put in its drawing."""
    m = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(objek, m)
    return (m.a, m.b, m.c, m.d, m.e, m.f)


def kali(m: Matriks, n: Matriks) -> Matriks:
    """First m, then n."""
    a, b, c, d, e, f = m
    p, q, r, s, t, u = n
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _terapkan(m: Matriks, x: float, y: float) -> Titik:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def petakan(kotak: Kotak, m: Matriks) -> Kotak:
    """A box in the frame around it."""
    return Kotak.sekeliling([_terapkan(m, x, y) for x in (kotak.kiri, kotak.kanan) for y in (kotak.atas, kotak.bawah)])


def is_lukisan(form: Any) -> bool:
    """Whether a form draws something: words alone, or words with a few lines, are text that a program wrapped."""
    jumlah = 0
    for n in range(min(pdfium.FPDFFormObj_CountObjects(form), 500)):
        jenis = pdfium.FPDFPageObj_GetType(pdfium.FPDFFormObj_GetObject(form, n))
        if jenis in (pdfium.FPDF_PAGEOBJ_FORM, pdfium.FPDF_PAGEOBJ_SHADING):
            return True
        jumlah += jenis == pdfium.FPDF_PAGEOBJ_PATH
    return jumlah > JALUR_LUKISAN


def read_jalur(objek: Any, induk: Matriks, form: int) -> Iterator[tuple[str, Kotak]]:
    """A path as lines, as a shaded box, or as a drawn shape."""
    isi, is_bergaris = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(objek, isi, is_bergaris)
    if not isi.value and not is_bergaris.value:
        return
    m = kali(matriks(objek), induk)
    jumlah = pdfium.FPDFPath_CountSegments(objek)
    daftar_titik = _daftar_titik(objek, jumlah, m) if jumlah <= TITIK_BANYAK else None
    if form or daftar_titik is None:
        yield "lukisan", petakan(kotak_objek(objek), induk)
        return
    if isi.value:
        kotak = Kotak.sekeliling([t for anak in daftar_titik for t in anak])
        if min(kotak.lebar, kotak.tinggi) <= TEBAL_GARIS or (_is_gelap(objek) and _is_kotak(daftar_titik)):
            yield "isi", kotak
    if is_bergaris.value:
        for anak in daftar_titik:
            for ujung in pairwise(anak):
                ruas = Kotak.sekeliling(ujung)
                yield ("garis" if min(ruas.lebar, ruas.tinggi) <= LURUS else "lukisan"), ruas


def _daftar_titik(objek: Any, jumlah: int, m: Matriks) -> list[list[Titik]] | None:
    """The points of each part of a path of straight lines; None when it is curved."""
    bagian: list[list[Titik]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for n in range(jumlah):
        ruas = pdfium.FPDFPath_GetPathSegment(objek, n)
        jenis = pdfium.FPDFPathSegment_GetType(ruas)
        if jenis == pdfium.FPDF_SEGMENT_BEZIERTO:
            return None
        pdfium.FPDFPathSegment_GetPoint(ruas, x, y)
        if jenis == pdfium.FPDF_SEGMENT_MOVETO or not bagian:
            bagian.append([])
        bagian[-1].append(_terapkan(m, x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(ruas):
            bagian[-1].append(bagian[-1][0])
    return [b for b in bagian if len(b) > 1] or None


def _is_kotak(daftar_titik: list[list[Titik]]) -> bool:
    return len(daftar_titik) == 1 and all(
        min(abs(x0 - x1), abs(y0 - y1)) <= LURUS for (x0, y0), (x1, y1) in pairwise(daftar_titik[0])
    )


def _is_gelap(objek: Any) -> bool:
    """Whether a fill can be seen on white paper."""
    warna = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(objek, *warna)
    merah, hijau, biru, pekat = (w.value for w in warna)
    return pekat > 0 and min(merah, hijau, biru) < PUTIH


def tambah_bentuk(isi: IsiHalaman, jenis: str, kotak: Kotak) -> None:
    """Sort a shape into lines, shaded boxes, pictures."""
    if jenis == "foto":
        isi.foto.append(kotak)
    elif jenis == "lukisan":
        isi.lukisan.append(kotak)
    elif kotak.tinggi <= TEBAL_GARIS < kotak.lebar:
        isi.datar.append(Garis((kotak.atas + kotak.bawah) / 2, kotak.kiri, kotak.kanan))
    elif kotak.lebar <= TEBAL_GARIS < kotak.tinggi:
        isi.tegak.append(Garis((kotak.kiri + kotak.kanan) / 2, kotak.atas, kotak.bawah))
    elif jenis == "isi" and min(kotak.lebar, kotak.tinggi) > TEBAL_GARIS:
        isi.arsir.append(kotak)
