"""Any file of a report to its words and tables; what cannot be read ends in one clear message."""

import re
from collections.abc import Callable
from pathlib import Path

from akuntabel.core.naskah.terbaca import NaskahTerbaca
from akuntabel.core.readers.batas import MB, Arsip
from akuntabel.core.readers.galat import BENTUK_TERBACA, TERKUNCI, BerkasTidakTerbacaError, sebab_os
from akuntabel.core.readers.lembar.buku import read_ods, read_xls, read_xlsx
from akuntabel.core.readers.pdf.pdf import read_pdf
from akuntabel.core.readers.sandi import decode_teks
from akuntabel.core.readers.teks.teks import read_teks
from akuntabel.core.readers.word.docx import read_docx

BATAS_BERKAS = 64 * MB
_AWAL_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|div|p|h[1-6]|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_Pembaca = Callable[[str, bytes], NaskahTerbaca]


def read_berkas(jalur: Path) -> NaskahTerbaca:
    """The content of a file, by what it is and not by its name. Raises BerkasTidakTerbacaError."""
    nama = str(jalur)
    try:
        if jalur.stat().st_size > BATAS_BERKAS:
            raise BerkasTidakTerbacaError(
                nama, f"lebih besar dari {BATAS_BERKAS // MB} MB; kecilkan gambar di dalamnya"
            )
        isi = jalur.read_bytes()
    except OSError as galat:
        raise BerkasTidakTerbacaError(nama, sebab_os(galat)) from None
    return read_isi(nama, isi)


def read_isi(nama: str, isi: bytes) -> NaskahTerbaca:
    """The content of a file whose bytes are here; ``nama`` is only for messages."""
    if not isi.strip():
        raise BerkasTidakTerbacaError(nama, "berkas ini kosong")
    baca = next((baca for awal, baca in _PEMBACA if isi.startswith(awal)), _read_tertulis)
    return baca(nama, isi)


def _read_arsip(nama: str, isi: bytes) -> NaskahTerbaca:
    """A zip archive: which document it is, its parts tell."""
    arsip = Arsip(nama, isi)
    daftar = set(arsip.daftar_nama)
    awal = {n.partition("/")[0] for n in daftar}
    if "word" in awal:
        return read_docx(nama, isi)
    if "xl" in awal:
        return read_xls(nama, isi) if "xl/workbook.bin" in daftar else read_xlsx(nama, isi)
    if "content.xml" in daftar and b"opendocument.spreadsheet" in (arsip.read("mimetype") or b""):
        return read_ods(nama, isi)
    if "content.xml" in daftar:
        raise BerkasTidakTerbacaError(nama, "ini dokumen OpenDocument; simpan sebagai .docx")
    if "ppt" in awal:
        raise BerkasTidakTerbacaError(nama, f"ini salindia PowerPoint; {BENTUK_TERBACA}")
    raise BerkasTidakTerbacaError(nama, f"ini arsip zip; keluarkan dahulu isinya; {BENTUK_TERBACA}")


def _read_ole(nama: str, isi: bytes) -> NaskahTerbaca:
    """A document of the time before OOXML, or an OOXML document behind a password."""
    if _nama_ole("EncryptedPackage") in isi:
        raise BerkasTidakTerbacaError(nama, TERKUNCI)
    if _nama_ole("WordDocument") in isi:
        raise BerkasTidakTerbacaError(nama, "ini dokumen Word lama (.doc); simpan sebagai .docx")
    if _nama_ole("Workbook") in isi or _nama_ole("Book") in isi:
        return read_xls(nama, isi)
    raise BerkasTidakTerbacaError(nama, f"jenis dokumen lama ini tidak dikenal; {BENTUK_TERBACA}")


def _nama_ole(nama: str) -> bytes:
    return nama.encode("utf-16-le")


def _read_rtf(nama: str, isi: bytes) -> NaskahTerbaca:
    raise BerkasTidakTerbacaError(nama, "ini dokumen RTF; simpan sebagai .docx")


def _read_gambar(nama: str, isi: bytes) -> NaskahTerbaca:
    raise BerkasTidakTerbacaError(nama, "ini gambar hasil pindai; berikan dokumen aslinya, atau PDF yang berteks")


def _read_tertulis(nama: str, isi: bytes) -> NaskahTerbaca:
    """A page or a plain text."""
    if _AWAL_HTML.match(isi[:2000]) or b"<html" in isi[:2000].lower():
        return _read_html(nama, isi)
    teks = decode_teks(nama, isi)
    return _read_html(nama, isi) if _AWAL_HTML.match(teks[:2000].encode("utf-8", "replace")) else read_teks(nama, teks)


def _read_html(nama: str, isi: bytes) -> NaskahTerbaca:
    from akuntabel.core.readers.html import read_html  # slow to load, and most reports are no pages

    return read_html(nama, isi)


_PEMBACA: tuple[tuple[bytes, _Pembaca], ...] = (
    (b"%PDF", read_pdf),
    (b"PK\x03\x04", _read_arsip),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _read_ole),
    (b"{\\rtf", _read_rtf),
    *((awal, _read_gambar) for awal in (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")),
)
