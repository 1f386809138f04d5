"""Reads one PDF in a process of its own: ``python -m akuntabel.core.readers.pdf.proses`` with the file on its input.

A hostile file can make any PDF library run for ever, fill the memory or crash; here that ends this process only. It
answers with JSON on its output, never with pickled objects.
"""

import json
import sys
from collections.abc import Sequence
from typing import Any

import pypdfium2

from akuntabel.core.naskah.terbaca import Letak, ParagrafTerbaca, SelTerbaca
from akuntabel.core.readers.kisi import Kisi
from akuntabel.core.readers.pdf.pdfium import read_halaman
from akuntabel.core.readers.pdf.susun import susun_halaman

BATAS_HALAMAN = 2000
BATAS_MEMORI = 1024**3  # bytes of address space; a report of 2,000 pages takes 0.3 GB
BATAS_CPU = 120  # seconds; 2,000 pages of print take about 60
BERSANDI = 4  # PDFium's number for a file that asks for a password

Blok = ParagrafTerbaca | Kisi


def read_isi(isi: bytes) -> dict[str, Any]:
    """The answer for a file: its blocks, or ``galat``, the reason why there are none."""
    try:
        dokumen = pypdfium2.PdfDocument(isi)
    except pypdfium2.PdfiumError as galat:
        return {"galat": "bersandi" if galat.err_code == BERSANDI else "rusak"}
    try:
        jumlah = len(dokumen)
        if not jumlah:
            return {"galat": "rusak"}
        if jumlah > BATAS_HALAMAN:
            return {"galat": "panjang", "jumlah": jumlah}
        daftar = [read_halaman(dokumen, nomor) for nomor in range(1, jumlah + 1)]
    finally:
        dokumen.close()
    # One blank page is a blank page; many are contents that could not be unpacked.
    is_berlubang = sum(h.is_kosong for h in daftar) > max(2, jumlah // 10)
    tak_terbaca = [h.nomor for h in daftar if h.is_tak_terbaca or (is_berlubang and h.is_kosong)]
    if len(tak_terbaca) == jumlah:
        return {"galat": "rusak" if all(h.is_rusak for h in daftar) else "pindaian", "jumlah": jumlah}
    return {
        "blok": [_tulis(b) for b in susun_halaman(daftar)],
        "jumlah": jumlah,
        "tak_terbaca": tak_terbaca,
    }


def _tulis(blok: Blok) -> list[Any]:
    if isinstance(blok, ParagrafTerbaca):
        return [blok.teks, blok.letak.halaman, blok.tingkat]
    baris = [[[s.teks, s.letak.halaman, s.is_lanjutan] for s in b] for b in blok.baris]
    return [baris, blok.letak.halaman, blok.jumlah_kepala, blok.caption]


def build_blok(daftar: Sequence[Sequence[Any]]) -> list[Blok]:
    """The blocks of an answer."""
    return [_baca(*b) for b in daftar]


def _baca(isi: Any, halaman: int, angka: int | None, caption: str = "") -> Blok:
    if isinstance(isi, str):
        return ParagrafTerbaca(isi, Letak(halaman), angka or 0)
    baris = [[SelTerbaca(teks, Letak(h), lanjutan) for teks, h, lanjutan in b] for b in isi]
    return Kisi(baris, Letak(halaman), angka, caption)


def _batasi() -> None:
    """Bound this process, where the system can."""
    try:
        import resource  # not on Windows, where only the parent's clock bounds
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (BATAS_MEMORI, BATAS_MEMORI))
    resource.setrlimit(resource.RLIMIT_CPU, (BATAS_CPU, BATAS_CPU))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Read the input, write the answer."""
    _batasi()
    try:
        jawaban = read_isi(sys.stdin.buffer.read())
    except MemoryError:
        jawaban = {"galat": "berat"}
    json.dump(jawaban, sys.stdout)


if __name__ == "__main__":
    main()
