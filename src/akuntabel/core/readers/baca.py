"""Any file of a report to its words and tables; what cannot be read ends in one clear message."""

from pathlib import Path
from zipfile import BadZipFile, ZipFile

from akuntabel.core.naskah.terbaca import NaskahTerbaca
from akuntabel.core.readers.docx import read_docx
from akuntabel.core.readers.galat import BerkasTidakTerbacaError
from akuntabel.core.readers.html import read_html
from akuntabel.core.readers.teks import read_teks

BATAS_BERKAS = 64 * 1024 * 1024  # bytes


def read_berkas(jalur: Path) -> NaskahTerbaca:
    """The content of a file, by what it is and not by its name. Raises BerkasTidakTerbacaError."""
    try:
        if jalur.stat().st_size > BATAS_BERKAS:
            raise BerkasTidakTerbacaError(str(jalur), f"lebih besar dari {BATAS_BERKAS // 1024**2} MB")
        isi = jalur.read_bytes()
    except OSError as galat:
        raise BerkasTidakTerbacaError(str(jalur), galat.strerror or "tidak dapat dibuka") from None
    nama = str(jalur)
    if isi.startswith(b"%PDF"):
        raise BerkasTidakTerbacaError(nama, "PDF belum dapat dibaca; berikan DOCX atau teks hasil ekstraksinya")
    if isi.startswith(b"PK\x03\x04"):
        if _is_docx(jalur):
            return read_docx(nama, isi)
        raise BerkasTidakTerbacaError(nama, "bukan dokumen Word (.docx)")
    if b"<html" in isi[:2000].lower():
        return read_html(nama, isi)
    try:
        teks = isi.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BerkasTidakTerbacaError(nama, "bukan DOCX, HTML, atau teks UTF-8") from None
    if "\0" in teks:
        raise BerkasTidakTerbacaError(nama, "bukan DOCX, HTML, atau teks UTF-8")
    return read_teks(nama, teks)


def _is_docx(jalur: Path) -> bool:
    try:
        with ZipFile(jalur) as zip_:
            return "word/document.xml" in zip_.namelist()
    except BadZipFile:
        return False
