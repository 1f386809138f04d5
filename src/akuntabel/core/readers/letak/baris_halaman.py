"""What stands on a page without being a report's text or table: page numbers, contents lines, and what ends a table."""

import re

from akuntabel.core.readers.kisi import is_caption

_POLA_NOMOR_HALAMAN = re.compile(
    r"[-–—|\s]*(?:halaman|hal\.?|page)?\s*\|?\s*(?:\d{1,3}|[ivxl]{1,6})\s*(?:(?:dari|of|/)\s*\d{1,3})?"
    r"\s*(?:\|?\s*(?:page|halaman|p a g e))?[-–—|\s]*",
    re.IGNORECASE,
)
_POLA_DAFTAR_ISI = re.compile(r"(?:\.{4,}|(?:\. ){3,}|…{2,}|_{5,})\s*(?:\d{1,3}|[ivxlIVXL]{1,6})?\s*$")
_POLA_JUDUL = re.compile(
    r"(?:BAB\s+[IVX]+|[A-H]\.\s+[A-Z]|LAMPIRAN|DAFTAR|Grafik|Gambar|Sumber\s*:|Catatan\s*:|Keterangan\s*:)"
)
_POLA_LANJUTAN = re.compile(r"\(?\s*lanjutan\s*\)?|\bsambungan\b", re.IGNORECASE)
_POLA_ISIAN = re.compile(r"[A-Z][\w ./]{1,40}\s*:(?:\s|$)|:")
_POLA_AKHIR_KALIMAT = re.compile(r"[a-z)]\.$")
PANJANG_NOMOR = 24


def is_nomor_halaman(teks: str) -> bool:
    """A line that holds the number of a page only."""
    return len(teks) <= PANJANG_NOMOR and _POLA_NOMOR_HALAMAN.fullmatch(teks) is not None


def is_daftar_isi(teks: str) -> bool:
    """A line of contents: dots that lead to a page."""
    return _POLA_DAFTAR_ISI.search(teks[-120:]) is not None


def is_akhir_kalimat(teks: str) -> bool:
    """Whether a line may end a sentence: a full stop behind a small letter or a bracket, not behind a number."""
    return _POLA_AKHIR_KALIMAT.search(teks) is not None


def is_lanjutan_tabel(teks: str) -> bool:
    """A caption that repeats the one of a table which a page break cut."""
    return is_caption(teks) and _POLA_LANJUTAN.search(teks) is not None


def is_penutup(teks: str) -> bool:
    """A line that no table holds: a caption, the heading of a part, a source below a table."""
    return (is_caption(teks) and not is_lanjutan_tabel(teks)) or _POLA_JUDUL.match(teks) is not None


def is_isian(teks: str) -> bool:
    """The start of a form: "Nama :", "Nomor :", or a colon in a column of its own."""
    return _POLA_ISIAN.match(teks) is not None
