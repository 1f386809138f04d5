"""PDF files: paragraphs and tables with the page of each, by PDFium in a process of its own (docs/adr/0007)."""

import json
import subprocess
import sys
from typing import Any

from akuntabel.core.naskah.terbaca import NaskahTerbaca
from akuntabel.core.readers.galat import BerkasTidakTerbacaError
from akuntabel.core.readers.kisi import build_naskah
from akuntabel.core.readers.pdf.jawaban import BATAS_HALAMAN, build_blok

BATAS_WAKTU = 300  # seconds by the clock; the process itself is bound to less of the processor
_SEBAB = {
    "bersandi": "PDF ini terkunci dengan kata sandi; buka kuncinya lalu simpan ulang",
    "rusak": "PDF ini rusak atau terpotong; unduh atau simpan ulang berkasnya",
    "panjang": f"PDF ini mempunyai {{jumlah}} halaman; paling banyak {BATAS_HALAMAN}",
    "pindaian": "semua halaman PDF ini hasil pindaian (gambar) tanpa teks; jalankan OCR dahulu",
    "berat": "isi PDF ini terlalu besar atau terlalu rumit untuk dibaca",
}


def read_pdf(berkas: str, isi: bytes) -> NaskahTerbaca:
    """The words and tables of a PDF. Raises BerkasTidakTerbacaError."""
    jawaban = _jalankan(isi)
    if "galat" in jawaban:
        raise BerkasTidakTerbacaError(berkas, _SEBAB[jawaban["galat"]].format_map(jawaban))
    return build_naskah(
        berkas,
        "pdf",
        build_blok(jawaban["blok"]),
        jumlah_halaman=jawaban["jumlah"],
        halaman_tak_terbaca=jawaban["tak_terbaca"],
    )


def _jalankan(isi: bytes) -> dict[str, Any]:
    """The answer of the reading process; one that was killed, crashed or took too long met a file too heavy to read."""
    # -P: the folder that a user stands in is no place to import from.
    perintah = [sys.executable, "-P", "-m", "akuntabel.core.readers.pdf.proses"]
    try:
        proses = subprocess.run(  # noqa: S603 — this program's own module
            perintah, input=isi, capture_output=True, timeout=BATAS_WAKTU, check=False
        )
    except subprocess.TimeoutExpired:
        return {"galat": "berat"}
    if proses.returncode:
        return {"galat": "berat"}
    jawaban: dict[str, Any] = json.loads(proses.stdout)
    return jawaban
