"""PDFium's view of a page to :class:`IsiHalaman`. Letters are taken one by one: their gaps tell words and columns."""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from akuntabel.core.readers.pdf.isi import LONGGAR, IsiHalaman, Kotak, Potongan, Putar, Titik
from akuntabel.core.readers.pdf.jalur import (
    IDENTITAS,
    Matriks,
    is_lukisan,
    kali,
    kotak_objek,
    matriks,
    petakan,
    read_jalur,
    tambah_bentuk,
)

BATAS_HURUF = 200_000  # on one page; a full page of small print has 8,000
BATAS_OBJEK = 100_000
BATAS_DALAM = 8  # drawings within drawings
FORM_PENUH = 0.8  # of the page: a drawing as large as that is the page itself, wrapped


_Huruf = tuple[str, float, float, float, float]  # a letter, its left, bottom, right and top


@dataclass(slots=True)
class _Rupa:
    """How the letters of one text object look."""

    arah: int  # quarter turns against the clock; -1: slanted
    ukuran: float
    tebal: bool
    form: int


@dataclass(slots=True)
class _Lari:
    """Letters of one text object without a gap, as they lie in the file."""

    rupa: _Rupa
    huruf: list[_Huruf]
    dasar: Titik
    spasi: bool = False


def read_halaman(dokumen: Any, nomor: int) -> IsiHalaman:
    """A page, from 1; one that PDFium cannot open is marked as broken."""
    try:
        halaman = dokumen[nomor - 1]
        teks = halaman.get_textpage()
    except pypdfium2.PdfiumError:
        return IsiHalaman(nomor, is_rusak=True)
    try:
        return _Pembaca(halaman, teks, nomor).read()
    finally:
        teks.close()
        halaman.close()


class _Pembaca:
    """Reads one page: drawings first, because a letter is asked which drawing it belongs to."""

    def __init__(self, halaman: Any, teks: Any, nomor: int) -> None:
        self._halaman, self._isi = halaman, IsiHalaman(nomor)
        self._teks = teks.raw  # asked for every letter; the wrapper would be asked for its pointer each time
        self._kotak = Kotak(*(float(n) for n in halaman.get_bbox()))  # bottom up, as the file has it
        self._form: dict[int, int] = {}
        self._jumlah_form = self._jumlah_objek = 0
        self._bentuk: list[tuple[str, Kotak]] = []
        self._rupa: dict[int, _Rupa] = {}
        self._kotak_huruf = pdfium.FS_RECTF()

    def read(self) -> IsiHalaman:
        isi = self._isi
        self._read_objek(pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, self._halaman, IDENTITAS, 0, 0)
        isi.is_kosong = not self._jumlah_objek
        daftar_lari = list(self._daftar_lari())
        arah = Counter[int]()
        for lari in daftar_lari:
            arah[lari.rupa.arah] += len(lari.huruf)
        utama = max(range(4), key=lambda a: arah[a])
        putar, isi.lebar, isi.tinggi = _build_putar(self._kotak, utama)
        for lari in daftar_lari:
            _tambah_lari(isi, lari, (lari.rupa.arah - utama) % 4 if lari.rupa.arah >= 0 else -1, putar)
        for jenis, kotak in dict.fromkeys(self._bentuk):  # some programs draw everything twice
            tambah_bentuk(isi, jenis, _putar_kotak(kotak, putar))
        return isi

    def _read_objek(self, count: Any, get: Any, induk: Any, letak: Matriks, form: int, dalam: int) -> None:
        for n in range(count(induk)):
            self._jumlah_objek += 1
            if self._jumlah_objek > BATAS_OBJEK:
                self._isi.is_rusak = True
                return
            objek = get(induk, n)
            jenis = pdfium.FPDFPageObj_GetType(objek)
            if jenis == pdfium.FPDF_PAGEOBJ_TEXT:
                if form:
                    self._form[ctypes.addressof(objek.contents)] = form
            elif jenis == pdfium.FPDF_PAGEOBJ_PATH:
                self._bentuk.extend(read_jalur(objek, letak, form))
            elif jenis == pdfium.FPDF_PAGEOBJ_IMAGE:
                self._bentuk.append(("foto", petakan(kotak_objek(objek), letak)))
            elif jenis == pdfium.FPDF_PAGEOBJ_FORM and dalam < BATAS_DALAM:
                self._read_form(objek, letak, form, dalam)

    def _read_form(self, objek: Any, letak: Matriks, form: int, dalam: int) -> None:
        """A drawing; what fills the page is no drawing but the page."""
        if not form and petakan(kotak_objek(objek), letak).luas < FORM_PENUH * self._kotak_luas and is_lukisan(objek):
            self._jumlah_form += 1
            form = self._jumlah_form
        dalamnya = kali(matriks(objek), letak)
        self._read_objek(
            pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject, objek, dalamnya, form, dalam + 1
        )

    @property
    def _kotak_luas(self) -> float:
        return abs(self._kotak.lebar * self._kotak.tinggi)

    def _daftar_lari(self) -> Iterator[_Lari]:
        """The letters of the page, in runs."""
        jumlah = pdfium.FPDFText_CountChars(self._teks)
        if jumlah > BATAS_HURUF:
            self._isi.is_rusak = True
            return
        lari: _Lari | None = None
        teks, get_objek, get_kode = self._teks, pdfium.FPDFText_GetTextObject, pdfium.FPDFText_GetUnicode
        for n in range(jumlah):
            petunjuk = get_objek(teks, n)
            if not petunjuk:  # a line end that PDFium made up
                continue
            kode = get_kode(teks, n)
            if kode in _SPASI:
                # PDFium also makes up spaces, between letters set apart too; their gaps are judged here instead.
                if lari is not None and not pdfium.FPDFText_IsGenerated(teks, n):
                    lari.spasi = True
                    yield lari
                    lari = None
                continue
            huruf, rupa = self._read_huruf(n, kode), self._find_rupa(n, ctypes.addressof(petunjuk.contents))
            if lari is not None and (rupa is not lari.rupa or _is_berjarak(lari, huruf)):
                yield lari
                lari = None
            if lari is None:
                lari = _Lari(rupa, [], _asal(teks, n))
            lari.huruf.append(huruf)
        if lari is not None:
            yield lari

    def _read_huruf(self, n: int, kode: int) -> _Huruf:
        if kode in _TANPA_ARTI or 0xE000 <= kode < 0xF900:
            self._isi.jumlah_tanpa_arti += 1
        kotak = self._kotak_huruf
        pdfium.FPDFText_GetLooseCharBox(self._teks, n, kotak)
        return _HURUF.get(kode, chr(kode)), kotak.left, kotak.bottom, kotak.right, kotak.top

    def _find_rupa(self, n: int, objek: int) -> _Rupa:
        if objek not in self._rupa:
            self._rupa[objek] = _read_rupa(self._teks, n, self._form.get(objek, 0))
        return self._rupa[objek]


_SPASI = frozenset((0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x2002, 0x2003, 0x2009, 0x202F, 0x3000))
_TANPA_ARTI = frozenset((0x00, 0xFFFD))
_HURUF = {0x00: "\ufffd", 0x02: "-", 0xFFFE: "-", 0x2010: "-", 0x2011: "-", 0x200B: "", 0xFEFF: ""}


def _is_berjarak(lari: _Lari, huruf: _Huruf) -> bool:
    """Whether a letter stands apart from the one before it, along the direction of its text."""
    _, kiri, bawah, kanan, atas = lari.huruf[-1]
    jarak = (huruf[1] - kanan, huruf[2] - atas, kiri - huruf[3], bawah - huruf[4])[lari.rupa.arah % 4]
    ukuran = lari.rupa.ukuran
    return lari.rupa.arah < 0 or jarak > LONGGAR * ukuran or jarak < -2 * ukuran


def _asal(teks: Any, n: int) -> Titik:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(teks, n, x, y)
    return x.value, y.value


def _read_rupa(teks: Any, n: int, form: int) -> _Rupa:
    m = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(teks, n, m)
    nama, tanda = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(teks, n, nama, 128, tanda)
    ukuran = pdfium.FPDFText_GetFontSize(teks, n) * (math.hypot(m.c, m.d) or 1.0)
    return _Rupa(_arah(m.a, m.b), max(ukuran, 0.1), _is_tebal(nama.value, tanda.value), form)


def _arah(a: float, b: float) -> int:
    """Quarter turns against the clock of a direction, -1 for a slanted one."""
    sudut = math.degrees(math.atan2(b, a))
    seperempat = round(sudut / 90)
    return seperempat % 4 if abs(sudut - seperempat * 90) < 5 else -1


@lru_cache(maxsize=256)
def _is_tebal(nama: bytes, tanda: int) -> bool:
    polos = nama.lower()
    return any(kata in polos for kata in (b"bold", b"black", b"heavy", b"-bd")) or bool(tanda & 1 << 18)


def _build_putar(kotak: Kotak, arah: int) -> tuple[Putar, float, float]:
    """The turn that makes text of a direction upright and counts from the upper left; the page's width and height."""
    kiri, bawah, kanan, atas = kotak.kiri, kotak.atas, kotak.kanan, kotak.bawah  # the file counts upwards
    lebar, tinggi = kanan - kiri, atas - bawah
    daftar: tuple[Putar, ...] = (
        lambda x, y: (x - kiri, atas - y),
        lambda x, y: (y - bawah, x - kiri),
        lambda x, y: (kanan - x, y - bawah),
        lambda x, y: (atas - y, kanan - x),
    )
    return daftar[arah], *((lebar, tinggi) if arah % 2 == 0 else (tinggi, lebar))


def _putar_kotak(kotak: Kotak, putar: Putar) -> Kotak:
    return Kotak.sekeliling([putar(kotak.kiri, kotak.atas), putar(kotak.kanan, kotak.bawah)])


def _tambah_lari(isi: IsiHalaman, lari: _Lari, arah: int, putar: Putar) -> None:
    """Keep a run of letters that stands on the page; slanted text is a watermark."""
    teks = "".join([h[0] for h in lari.huruf])
    _, kiri, bawah, kanan, atas = zip(*lari.huruf, strict=True)
    kotak = _putar_kotak(Kotak(min(kiri), min(bawah), max(kanan), max(atas)), putar)
    if arah < 0 or not teks or not Kotak(0, 0, isi.lebar, isi.tinggi).menyentuh(kotak):
        return
    if arah:
        isi.berdiri.append((kotak, teks))
        return
    rupa = lari.rupa
    dasar = putar(*lari.dasar)[1]
    isi.potongan.append(Potongan(kotak.kiri, kotak.kanan, dasar, rupa.ukuran, teks, rupa.tebal, lari.spasi, rupa.form))
