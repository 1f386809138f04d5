"""Workbooks: every sheet's tables with the words above and below them, read in a process of its own.

Rows keep the number they have in the sheet. A table keeps, as the column of its place, the one it starts in where that
is not the first: table.letak.kolom 2 means that column 1 of the table is column B of the sheet.
"""

from collections.abc import Callable

from akuntabel.core.naskah.terbaca import NaskahTerbaca
from akuntabel.core.readers.batas import Arsip
from akuntabel.core.readers.kisi import Blok, build_naskah
from akuntabel.core.readers.lembar.anak import run_terbatas
from akuntabel.core.readers.lembar.buku_lain import read_lembar_calamine, read_lembar_ods
from akuntabel.core.readers.lembar.buku_xlsx import read_lembar_xlsx
from akuntabel.core.readers.lembar.lembar import Lembar
from akuntabel.core.readers.lembar.tabel import find_blok


def read_xlsx(berkas: str, isi: bytes) -> NaskahTerbaca:
    """An XLSX or XLSM workbook. Raises BerkasTidakTerbacaError."""
    return _baca(berkas, isi, _blok_xlsx)


def read_ods(berkas: str, isi: bytes) -> NaskahTerbaca:
    """An OpenDocument workbook. Raises BerkasTidakTerbacaError."""
    return _baca(berkas, isi, _blok_ods)


def read_xls(berkas: str, isi: bytes) -> NaskahTerbaca:
    """An XLS or XLSB workbook, without formulas and number formats. Raises BerkasTidakTerbacaError."""
    return _baca(berkas, isi, _blok_xls)


def _baca(berkas: str, isi: bytes, kerja: Callable[[str, bytes], list[Blok]]) -> NaskahTerbaca:
    return build_naskah(berkas, "xlsx", run_terbatas(berkas, kerja, isi))


def _blok_xlsx(berkas: str, isi: bytes) -> list[Blok]:
    return _blok(read_lembar_xlsx(Arsip(berkas, isi)))


def _blok_ods(berkas: str, isi: bytes) -> list[Blok]:
    return _blok(read_lembar_ods(Arsip(berkas, isi)))


def _blok_xls(berkas: str, isi: bytes) -> list[Blok]:
    return _blok(read_lembar_calamine(berkas, isi))


def _blok(daftar: list[Lembar]) -> list[Blok]:
    return [blok for lembar in daftar for blok in find_blok(lembar)]
