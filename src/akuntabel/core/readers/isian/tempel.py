"""A table pasted from a spreadsheet, a document or a page: rows by line, cells by tab, semicolon or comma."""

import csv
import io
from collections.abc import Sequence

from akuntabel.core.readers.batas import BATAS_KOLOM
from akuntabel.core.readers.galat import BerkasTidakTerbacaError
from akuntabel.core.readers.isian.batas_isian import BATAS_BARIS_ISIAN, BATAS_HURUF_TEMPELAN
from akuntabel.core.readers.lembar.lembar import Isian, Lembar

NAMA_TEMPELAN = "Tabel yang ditempel"
_PEMISAH = ("\t", ";", ",")


def split_tempelan(teks: str) -> Lembar:
    """The cells of the text, rows and columns from 1. Raises BerkasTidakTerbacaError."""
    if len(teks) > BATAS_HURUF_TEMPELAN:
        raise BerkasTidakTerbacaError(NAMA_TEMPELAN, "teksnya terlalu panjang; bagi menjadi beberapa bagian")
    teks = teks.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lembar = Lembar(NAMA_TEMPELAN, NAMA_TEMPELAN)
    for nomor, sel in enumerate(_daftar_baris(teks), 1):
        if nomor > BATAS_BARIS_ISIAN:
            raise BerkasTidakTerbacaError(NAMA_TEMPELAN, f"tabelnya lebih dari {BATAS_BARIS_ISIAN} baris")
        if len(sel) > BATAS_KOLOM:
            raise BerkasTidakTerbacaError(NAMA_TEMPELAN, f"tabelnya lebih dari {BATAS_KOLOM} kolom")
        for kolom, isi in enumerate(sel, 1):
            lembar.put(nomor, kolom, Isian(" ".join(isi.split())))
    return lembar


def _daftar_baris(teks: str) -> Sequence[Sequence[str]]:
    """The mark that the first line with one has most parts the cells; quotes as spreadsheets put them."""
    pemisah = "\t" if "\t" in teks else max(_PEMISAH, key=next((b for b in teks.split("\n") if b.strip()), "").count)
    try:
        return list(csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah))
    except csv.Error:  # a quote that nothing closes: the cells are what stands between the marks
        return [baris.split(pemisah) for baris in teks.split("\n")]
