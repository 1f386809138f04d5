"""Workbooks of other formats: XLS and XLSB by python-calamine, ODS by the text that its cells show."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO

from lxml import etree
from python_calamine import CalamineWorkbook, PasswordError

from akuntabel.core.readers.batas import BATAS_BARIS, BATAS_KOLOM, Arsip, parse_bilangan
from akuntabel.core.readers.galat import TERKUNCI, BerkasTidakTerbacaError
from akuntabel.core.readers.lembar.format_sel import format_umum
from akuntabel.core.readers.lembar.lembar import Isian, Lembar

ISI_ODF = "content.xml"
_ISI, _TABEL, _TEKS = (f"{{urn:oasis:names:tc:opendocument:xmlns:{nama}:1.0}}" for nama in ("office", "table", "text"))
_SEL = (f"{_TABEL}table-cell", f"{_TABEL}covered-table-cell")
_RUMUS_ODF = re.compile(r"\[(?:\$?'[^']*'|\$?[^.\]:]*)?\.([^\]:]*)(?::(?:\$?'[^']*'|\$?[^.\]:]*)?\.([^\]]*))?\]")


def read_lembar_calamine(berkas: str, isi: bytes) -> list[Lembar]:
    """All sheets with their values; number formats and formulas are not in reach."""
    try:
        with CalamineWorkbook.from_filelike(BytesIO(isi)) as buku:
            return [_baca_calamine(buku, nama, berkas) for nama in buku.sheet_names]
    except PasswordError:
        raise BerkasTidakTerbacaError(berkas, TERKUNCI) from None


def _baca_calamine(buku: CalamineWorkbook, nama: str, berkas: str) -> Lembar:
    lembar, sumber = Lembar(berkas, nama), buku.get_sheet_by_name(nama)
    for baris, daftar_nilai in enumerate(sumber.to_python(skip_empty_area=False), 1):
        for kolom, nilai in enumerate(daftar_nilai, 1):
            lembar.put(baris, kolom, _isian(nilai))
    lembar.gabung = [(a + 1, b + 1, c + 1, d + 1) for (a, b), (c, d) in sumber.merged_cell_ranges or ()]
    return lembar


def _isian(nilai: object) -> Isian:
    if isinstance(nilai, bool):
        return Isian("TRUE" if nilai else "FALSE")
    if isinstance(nilai, int | float):  # the shortest digits that give this number back are those that were typed
        return Isian(format_umum(Decimal(repr(nilai))), is_angka=True)
    if isinstance(nilai, datetime):
        return Isian(nilai.strftime("%d/%m/%Y" if nilai.time() == time() else "%d/%m/%Y %H:%M"))
    if isinstance(nilai, date):
        return Isian(nilai.strftime("%d/%m/%Y"))
    if isinstance(nilai, time | timedelta):
        return Isian(str(nilai))
    return Isian(" ".join(str(nilai).split()))


def read_lembar_ods(arsip: Arsip) -> list[Lembar]:
    """All sheets of an OpenDocument workbook: what is shown stands in the file as text."""
    akar = arsip.read_xml(ISI_ODF)
    buku = akar.find(f"{_ISI}body/{_ISI}spreadsheet") if akar is not None else None
    if buku is None:
        raise BerkasTidakTerbacaError(arsip.berkas, "buku kerja ini tidak mempunyai isi")
    return [_baca_tabel_ods(t, arsip.berkas) for t in buku.iterchildren(f"{_TABEL}table")]


def _baca_tabel_ods(tabel: etree._Element, berkas: str) -> Lembar:
    lembar = Lembar(berkas, tabel.get(f"{_TABEL}name", ""))
    baris = 1
    for tr in tabel.iter(f"{_TABEL}table-row"):
        ulang = _ulang(tr, "number-rows-repeated", BATAS_BARIS)
        daftar_sel = list(_sel_ods(tr))
        for ke in range(ulang if daftar_sel else 0):
            for kolom, isian, (turun, kanan) in daftar_sel:
                lembar.put(baris + ke, kolom, isian)
                if turun > 1 or kanan > 1:
                    lembar.gabung.append((baris + ke, kolom, baris + ke + turun - 1, kolom + kanan - 1))
        baris += ulang
    return lembar


def _sel_ods(tr: etree._Element) -> Iterator[tuple[int, Isian, tuple[int, int]]]:
    """The cells of a row that hold something, with column and span."""
    kolom = 1
    for sel in tr.iterchildren(*_SEL):
        ulang = _ulang(sel, "number-columns-repeated", BATAS_KOLOM + 1)
        paragraf = [" ".join("".join(map(str, p.itertext())).split()) for p in sel.iterchildren(f"{_TEKS}p")]
        teks = " ".join(filter(None, paragraf))
        if teks and sel.tag == _SEL[0]:
            jenis = sel.get(f"{_ISI}value-type", "")
            rentang = (
                _ulang(sel, "number-rows-spanned", BATAS_BARIS),
                _ulang(sel, "number-columns-spanned", BATAS_KOLOM),
            )
            isian = Isian(teks, _rumus(sel.get(f"{_TABEL}formula", "")), jenis in ("float", "percentage", "currency"))
            for ke in range(ulang):
                yield kolom + ke, isian, rentang
        kolom += ulang


def _rumus(odf: str) -> str:
    """An OpenFormula such as of:=SUM([.A1:.A3];[.B1]) as Excel writes it; "" where it leads to other sheets."""
    _, _, isi = odf.partition("=")
    if re.search(r"\[[^.\]]", isi):
        return ""
    return _RUMUS_ODF.sub(lambda c: c[1] + (f":{c[2]}" if c[2] else ""), isi).replace(";", ",")


def _ulang(e: etree._Element, nama: str, batas: int) -> int:
    """How often, or over how many, a cell or row stands; never absurd."""
    return min(max(parse_bilangan(e.get(f"{_TABEL}{nama}"), 1), 1), batas)
