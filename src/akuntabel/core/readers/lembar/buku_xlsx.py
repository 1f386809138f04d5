"""XLSX workbooks by lxml, sheet by sheet and row by row: values as shown, formulas, merges.

python-calamine, which reads the other formats, gives neither formulas nor number formats, and fills the whole grid up
to the last cell before it can be asked how far that is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from io import BytesIO

from lxml import etree

from akuntabel.core.naskah.rumus_sel import copy_rumus, nomor_kolom, parse_rujukan
from akuntabel.core.readers.batas import BATAS_BUKA, Arsip, parse_bilangan
from akuntabel.core.readers.galat import BerkasTidakTerbacaError
from akuntabel.core.readers.lembar.format_sel import BAWAAN, format_nilai
from akuntabel.core.readers.lembar.lembar import Isian, Lembar

BUKU_KERJA = "xl/workbook.xml"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_ROW, _C, _V, _F, _IS, _T, _SI, _RPH = (f"{_S}{n}" for n in ("row", "c", "v", "f", "is", "t", "si", "rPh"))
_GABUNG = f"{_S}mergeCell"
_LOLOS = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ALAMAT = re.compile(r"([A-Za-z]{1,3})(\d{1,7})")
_AWALAN_RUMUS = re.compile(r"_xl(?:fn|ws|pm)\.")
_BATAS_GABUNG = 100_000
_PANGKAT_TERJAUH = 100


@dataclass(slots=True)
class _Buku:
    """What all sheets share. gaya: the number format of each cell style."""

    teks: list[str]
    gaya: list[str]
    is_1904: bool


def read_lembar_xlsx(arsip: Arsip) -> list[Lembar]:
    """All sheets of cells in the order of their tabs, hidden ones among them."""
    bagian = next(iter(arsip.find_bagian("", "officeDocument")), BUKU_KERJA)
    akar = arsip.read_xml(bagian)
    if akar is None:
        raise BerkasTidakTerbacaError(arsip.berkas, "buku kerja ini tidak mempunyai isi")
    hubungan = arsip.daftar_hubungan(bagian)
    sifat = akar.find(f"{_S}workbookPr")
    is_1904 = sifat is not None and sifat.get("date1904") in ("1", "true")
    buku = _Buku(_baca_teks(arsip, bagian), _baca_gaya(arsip, bagian), is_1904)
    daftar = []
    for lembar in akar.iter(f"{_S}sheet"):
        jenis, nama = hubungan.get(lembar.get(f"{_R}id", ""), ("", ""))
        if jenis == "worksheet" and (isi := arsip.read(nama, BATAS_BUKA)) is not None:
            is_tersembunyi = lembar.get("state", "visible") != "visible"
            daftar.append(
                _baca_lembar(isi, buku, Lembar(arsip.berkas, lembar.get("name", ""), is_tersembunyi, is_1904))
            )
    return daftar


def _baca_teks(arsip: Arsip, buku: str) -> list[str]:
    nama = next(iter(arsip.find_bagian(buku, "sharedStrings")), "")
    isi = arsip.read(nama, BATAS_BUKA)
    return [_gabung_teks(si) for si in _urai(arsip.berkas, isi, _SI)] if isi is not None else []


def _gabung_teks(e: etree._Element) -> str:
    """The words of a rich text, without the reading aids of other scripts."""
    kata = "".join(t.text or "" for t in e.iter(_T) if (induk := t.getparent()) is None or induk.tag != _RPH)
    return " ".join(_LOLOS.sub(lambda c: chr(int(c[1], 16)), kata).split())


def _baca_gaya(arsip: Arsip, buku: str) -> list[str]:
    akar = arsip.read_xml(next(iter(arsip.find_bagian(buku, "styles")), ""))
    if akar is None:
        return []
    kode = {str(nomor): kode for nomor, kode in BAWAAN.items()}
    kode |= {e.get("numFmtId", ""): e.get("formatCode", "") for e in akar.iter(f"{_S}numFmt")}
    daftar = akar.find(f"{_S}cellXfs")
    return [kode.get(xf.get("numFmtId", ""), "") for xf in (daftar if daftar is not None else ())]


def _urai(berkas: str, isi: bytes, *tag: str) -> Iterator[etree._Element]:
    """The elements one by one, each dropped after its turn."""
    try:
        for _, e in etree.iterparse(
            BytesIO(isi), tag=tag, resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True
        ):
            yield e
            e.clear()
            induk = e.getparent()
            while induk is not None and e.getprevious() is not None:
                del induk[0]
    except etree.XMLSyntaxError:
        raise BerkasTidakTerbacaError(berkas, "buku kerja ini rusak") from None


def _baca_lembar(isi: bytes, buku: _Buku, lembar: Lembar) -> Lembar:
    bersama: dict[str, tuple[str, int, int]] = {}  # a shared formula with the cell it was written for
    baris = 0
    for e in _urai(lembar.berkas, isi, _ROW, _GABUNG):
        if e.tag == _GABUNG:
            _gabung(e.get("ref", ""), lembar)
            continue
        nomor = e.get("r", "")
        baris = int(nomor) if nomor.isdecimal() and len(nomor) < 8 else baris + 1
        kolom = 0
        for c in e.iterchildren(_C):
            alamat = _ALAMAT.fullmatch(c.get("r", ""))
            kolom = nomor_kolom(alamat[1]) if alamat else kolom + 1
            if not len(c):
                continue  # a cell that only has a style
            f = next(c.iterchildren(_F), None)
            rumus = _rumus(f, bersama, baris, kolom) if f is not None else ""
            lembar.put(baris, kolom, _isian(c, buku, rumus))
    return lembar


def _gabung(rujukan: str, lembar: Lembar) -> None:
    awal, _, akhir = rujukan.partition(":")
    a, b = parse_rujukan(awal), parse_rujukan(akhir)
    if a is not None and b is not None and len(lembar.gabung) < _BATAS_GABUNG:
        lembar.gabung.append((a.baris, a.kolom, b.baris, b.kolom))


def _rumus(f: etree._Element, bersama: dict[str, tuple[str, int, int]], baris: int, kolom: int) -> str:
    """The formula of a cell; the cells that share one only name it."""
    teks = _AWALAN_RUMUS.sub("", (f.text or "").strip()).removeprefix("=")
    if f.get("t") != "shared":
        return teks
    nomor = f.get("si", "")
    if teks:
        bersama[nomor] = teks, baris, kolom
        return teks
    if nomor not in bersama:
        return ""
    asal, baris_asal, kolom_asal = bersama[nomor]
    return copy_rumus(asal, baris - baris_asal, kolom - kolom_asal)


def _isian(c: etree._Element, buku: _Buku, rumus: str) -> Isian:
    jenis = c.get("t", "n")
    if jenis == "inlineStr":
        dalam = next(c.iterchildren(_IS), None)
        return Isian(_gabung_teks(dalam) if dalam is not None else "", rumus)
    v = next(c.iterchildren(_V), None)
    nilai = (v.text or "").strip() if v is not None else ""
    if jenis == "n" and nilai:
        return _angka(nilai, _ambil(buku.gaya, c.get("s", "0")), rumus, is_1904=buku.is_1904)
    if jenis == "s":
        return Isian(_ambil(buku.teks, nilai), rumus)
    if jenis == "b":
        return Isian("TRUE" if nilai == "1" else "FALSE", rumus)
    return Isian(" ".join(_LOLOS.sub(lambda m: chr(int(m[1], 16)), nilai).split()), rumus)


def _angka(nilai: str, kode: str, rumus: str, *, is_1904: bool) -> Isian:
    """The figure as shown. What the file holds is decimal text, so nothing is lost on the way."""
    try:
        angka = Decimal(nilai)
    except InvalidOperation:
        return Isian(nilai, rumus)
    if not angka.is_finite() or abs(angka.adjusted()) > _PANGKAT_TERJAUH:
        return Isian(nilai, rumus)
    return Isian(format_nilai(angka, kode, is_1904=is_1904), rumus, is_angka=True, nilai=angka, kode=kode)


def _ambil(daftar: list[str], indeks: str) -> str:
    nomor = parse_bilangan(indeks, len(daftar))
    return daftar[nomor] if nomor < len(daftar) else ""
