"""The bytes of a report to the rows of its sheets, within limits. Runs in a process of its own."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from python_calamine import CalamineWorkbook, PasswordError, SheetVisibleEnum

from akuntabel.core.readers.batas import BATAS_BARIS, BATAS_KOLOM, MB, Arsip, require_wajar
from akuntabel.core.readers.galat import TERKUNCI, BerkasTidakTerbacaError
from akuntabel.core.readers.sandi import decode_teks

BATAS_BERKAS_ANGGARAN = 25 * MB  # 150,000 lines of SAKTI have 11 MB
_BATAS_LEMBAR = 50
_BATAS_HURUF = 32_767  # of one cell, as in Excel
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ASING = ((b"%PDF", "ini PDF; unduh laporannya dalam bentuk Excel"), (b"{\\rtf", "ini dokumen RTF; unduh Excel-nya"))

Sel = Sequence[object]  # text, a number, "" where blank
Baris = tuple[int, Sel]


@dataclass(frozen=True, slots=True)
class LembarMentah:
    """A sheet: its name, and its rows with their numbers from 1, each as wide as the sheet."""

    nama: str
    lebar: int
    daftar_baris: Sequence[Sel]

    def __iter__(self) -> Iterator[Baris]:
        return enumerate(self.daftar_baris, 1)


def read_daftar_lembar(berkas: str, isi: bytes) -> list[LembarMentah]:
    """The visible sheets that hold something, or the one table of a text. Raises BerkasTidakTerbacaError."""
    if not isi.strip():
        raise BerkasTidakTerbacaError(berkas, "berkas ini kosong")
    if len(isi) > BATAS_BERKAS_ANGGARAN:
        raise BerkasTidakTerbacaError(berkas, f"lebih besar dari {BATAS_BERKAS_ANGGARAN // MB} MB")
    for awal, sebab in _ASING:
        if isi.startswith(awal):
            raise BerkasTidakTerbacaError(berkas, sebab)
    if isi.startswith(_ZIP):
        Arsip(berkas, isi)  # judges what it would unpack to
        return _read_buku(berkas, isi)
    if isi.startswith(_OLE):
        return _read_buku(berkas, isi)
    return [_read_csv(berkas, decode_teks(berkas, isi))]


def _read_buku(berkas: str, isi: bytes) -> list[LembarMentah]:
    try:
        buku = CalamineWorkbook.from_filelike(io.BytesIO(isi))
    except PasswordError:
        raise BerkasTidakTerbacaError(berkas, TERKUNCI) from None
    daftar_nama = [s.name for s in buku.sheets_metadata if s.visible is SheetVisibleEnum.Visible]
    if len(daftar_nama) > _BATAS_LEMBAR:
        raise BerkasTidakTerbacaError(berkas, f"buku kerja ini memuat lebih dari {_BATAS_LEMBAR} lembar")
    daftar = []
    for nama in daftar_nama:
        lembar = buku.get_sheet_by_name(nama)
        require_wajar_lembar(berkas, lembar.total_height, lembar.total_width)
        if lembar.start is not None:
            daftar.append(LembarMentah(nama, lembar.total_width, lembar.to_python(skip_empty_area=False)))
    return daftar


def require_wajar_lembar(berkas: str, jumlah_baris: int, jumlah_kolom: int) -> None:
    """A sheet beyond the limits is refused. A report of 150,000 lines over 31 columns is within them."""
    require_wajar(berkas, min(jumlah_baris, 1), jumlah_kolom)
    if jumlah_baris > BATAS_BARIS:
        raise BerkasTidakTerbacaError(berkas, f"lembarnya berisi lebih dari {BATAS_BARIS} baris")


def _read_csv(berkas: str, teks: str) -> LembarMentah:
    """A table of text: semicolons, tabs or commas, whichever most lines at its beginning have."""
    teks = teks.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    awal = teks[:20_000].split("\n")
    pemisah = max((";", "\t", ","), key=lambda p: sum(b.count(p) for b in awal))
    try:
        daftar: list[list[str]] = []
        for sel in csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah):
            if len(sel) > BATAS_KOLOM or len(daftar) == BATAS_BARIS:
                raise BerkasTidakTerbacaError(berkas, f"tabelnya melebihi {BATAS_BARIS} baris atau {BATAS_KOLOM} kolom")
            daftar.append(sel)
    except csv.Error:  # a quote that nothing closes, or a cell without end
        raise BerkasTidakTerbacaError(
            berkas, "ada tanda kutip yang tidak ditutup, atau sel yang terlalu panjang"
        ) from None
    lebar = max(map(len, daftar), default=0)
    for sel in daftar:
        sel.extend([""] * (lebar - len(sel)))
    return LembarMentah("", lebar, daftar)


def tidy_teks(nilai: object) -> str:
    """The words of a cell on one line, without what cannot be printed; "" where it is blank."""
    if type(nilai) is not str:
        return "" if nilai is None else _angka_polos(nilai)
    teks = " ".join(nilai.split())
    return teks if teks.isprintable() else "".join(h for h in teks if h.isprintable())


def _angka_polos(nilai: object) -> str:
    """A code that the workbook holds as a number: 3355.0 is 3355."""
    return str(int(nilai)) if isinstance(nilai, float) and nilai.is_integer() else str(nilai)
