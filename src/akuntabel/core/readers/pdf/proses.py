"""Reads one PDF in a process of its own: ``python -m akuntabel.core.readers.pdf.proses`` with the file on its input.

A hostile file can make any PDF library run for ever, fill the memory or crash; here that ends this process only. It
answers with JSON on its output, never with pickled objects.
"""

import gc
import json
import sys
from typing import Any

import pypdfium2

from akuntabel.core.readers.pdf.jawaban import BATAS_HALAMAN, write_blok
from akuntabel.core.readers.pdf.pdfium import read_halaman
from akuntabel.core.readers.pdf.susun import susun_halaman

BATAS_MEMORI = 1024**3  # bytes of address space; a report of 2,000 pages takes 0.3 GB
BATAS_CPU = 120  # seconds; 2,000 pages of print take about 60
BERSANDI = 4  # PDFium's number for a file that asks for a password


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
        "blok": [write_blok(b) for b in susun_halaman(daftar)],
        "jumlah": jumlah,
        "tak_terbaca": tak_terbaca,
    }


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
    gc.disable()  # the process ends soon; looking for cycles among a million letters would only cost
    try:
        jawaban = read_isi(sys.stdin.buffer.read())
    except MemoryError:
        jawaban = {"galat": "berat"}
    json.dump(jawaban, sys.stdout)


if __name__ == "__main__":
    main()
