"""The bounds at which a report changes its verdict: those of its own tables of categories, and a hundred."""

import re
from decimal import Decimal

from akuntabel.core.checker.dokumen import Dokumen

_KEPALA_RENTANG = re.compile(r"\b(rentang|interval|capaian|nilai|skala)\b", re.IGNORECASE)
_KEPALA_KATEGORI = re.compile(r"\b(kategori|predikat|kriteria)\b", re.IGNORECASE)
_ANGKA = re.compile(r"\d{1,3}(?:[.,]\d+)?")
_RENTANG = re.compile(r"(?:[<>≤≥]|mulai|di\s*(?:bawah|atas)|kurang|lebih|\d)[^A-Za-z]*", re.IGNORECASE)


def daftar_batas(dok: Dokumen) -> tuple[Decimal, ...]:
    """Every figure of the column of ranges beside a column of categories, and 100, at which a target is reached."""
    batas = {Decimal(100)}
    for tabel in dok.daftar_tabel:
        kolom = next((n for n, k in enumerate(tabel.kepala) if _KEPALA_RENTANG.search(k)), None)
        if kolom is None or not any(_KEPALA_KATEGORI.search(k) for k in tabel.kepala):
            continue
        for baris in tabel.baris:
            teks = baris[kolom].teks
            if _RENTANG.match(teks) and ("-" in teks or "–" in teks or not teks[:1].isdigit()):
                batas |= {Decimal(a.replace(",", ".")) for a in _ANGKA.findall(teks)}
    return tuple(sorted(batas))


def is_putusan_berubah(batas: tuple[Decimal, ...], tertulis: Decimal, hitung: Decimal) -> bool:
    """Whether the right figure lies beyond a bound from the printed one."""
    rendah, tinggi = sorted((tertulis, hitung))
    return any(rendah < b <= tinggi and b != rendah for b in batas)
