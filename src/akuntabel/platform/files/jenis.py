"""What a file is, by its bytes: kinds that may be kept, and the sentence for what may not."""

import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from typing import IO

import puremagic

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class JenisBerkas:
    """A kind: its name, media type, endings of the file name, most bytes, and what its content looks like."""

    nama: str
    media: str
    daftar_akhiran: tuple[str, ...]
    batas: int
    rupa: str


_MARKUP = "HTML, XML, SVG, atau skrip"
PDF = JenisBerkas("PDF", "application/pdf", (".pdf",), 50 * MIB, "pdf")
PNG = JenisBerkas("PNG", "image/png", (".png",), 10 * MIB, "png")
JPEG = JenisBerkas("JPEG", "image/jpeg", (".jpg", ".jpeg"), 10 * MIB, "jpeg")
XLSX = JenisBerkas(
    "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (".xlsx",), 25 * MIB, "xlsx"
)
DOCX = JenisBerkas(
    "DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", (".docx",), 25 * MIB, "docx"
)
CSV = JenisBerkas("CSV", "text/csv", (".csv",), 20 * MIB, "teks")
TXT = JenisBerkas("TXT", "text/plain", (".txt",), 5 * MIB, "teks")
ZIP = JenisBerkas("ZIP", "application/zip", (".zip",), 200 * MIB, "zip")
JSON = JenisBerkas("JSON", "application/json", (".json",), 50 * MIB, "teks")  # made by us, not asked of anybody
HTML = JenisBerkas("HTML", "text/html", (".html",), 50 * MIB, _MARKUP)  # the same
P12 = JenisBerkas("P12", "application/x-pkcs12", (".p12", ".pfx"), MIB, "p12")  # a private key: only where asked for

JENIS_UMUM = (PDF, PNG, JPEG, XLSX, DOCX, CSV, TXT, ZIP)
_SEMUA = (*JENIS_UMUM, JSON, HTML, P12)

_POLA = {
    "pdf": re.compile(rb"%PDF-"),
    "png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "jpeg": re.compile(rb"\xff\xd8\xff"),
    "zip": re.compile(rb"PK(?:\x03\x04|\x05\x06)"),
    # SEQUENCE { INTEGER 3, … }: the PFX of RFC 7292
    "p12": re.compile(rb"\x30(?:\x80|\x81.|\x82..|\x83...|\x84....)\x02\x01\x03", re.DOTALL),
}
# A browser or a shell would run these whatever the file is called.
_MARKAH = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<[!?a-z]|#!|@echo)", re.IGNORECASE)
_BUKAN_TEKS = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_KEPALA = 4096
_POTONG = 1 << 20


def find_jenis(akhiran: str) -> JenisBerkas | None:
    """The kind that an ending promises."""
    return next((j for j in _SEMUA if akhiran.lower() in j.daftar_akhiran), None)


def detect_rupa(isi: IO[bytes]) -> str:
    """What the bytes look like: ``rupa`` of a kind, or the media type of something that is not kept."""
    isi.seek(0)
    kepala = isi.read(_KEPALA)
    rupa = next((rupa for rupa, pola in _POLA.items() if pola.match(kepala)), "")
    if rupa == "zip":
        return _detect_ooxml(isi)
    if not rupa and kepala and not _MARKAH.match(kepala) and _is_teks(isi):
        return "teks"
    return rupa or _describe(kepala)


def _detect_ooxml(isi: IO[bytes]) -> str:
    """Word, Excel, or any other ZIP; what carries macros is neither."""
    try:
        with zipfile.ZipFile(isi) as arsip, arsip.open("[Content_Types].xml") as daftar:
            jenis = daftar.read(_POTONG)
    except KeyError:
        return "zip"
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError):
        return "ZIP yang rusak"
    if b"macroEnabled" in jenis or b"vbaProject" in jenis:
        return "dokumen Office dengan makro"
    if b"wordprocessingml.document.main+xml" in jenis:
        return "docx"
    return "xlsx" if b"spreadsheetml.sheet.main+xml" in jenis else "zip"


def _is_teks(isi: IO[bytes]) -> bool:
    isi.seek(0)
    return not any(_BUKAN_TEKS.search(potong) for potong in iter(lambda: isi.read(_POTONG), b""))


def _describe(kepala: bytes) -> str:
    if not kepala:
        return "nol bita"
    if _MARKAH.match(kepala):
        return _MARKUP
    try:
        dugaan = puremagic.magic_string(kepala)
    except puremagic.PureError:
        dugaan = []
    return next((d.mime_type for d in dugaan if d.mime_type and d.offset == 0), "data biner")


def list_nama(daftar: Iterable[JenisBerkas]) -> str:
    """The names of kinds, as a sentence says them."""
    nama = [j.nama for j in daftar]
    return nama[0] if len(nama) == 1 else f"{', '.join(nama[:-1])}, atau {nama[-1]}"
