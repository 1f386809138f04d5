"""How the process that reads a PDF answers the one that asked: blocks as plain values for JSON, and back."""

from collections.abc import Sequence
from typing import Any

from akuntabel.core.naskah.terbaca import Letak, ParagrafTerbaca, SelTerbaca
from akuntabel.core.readers.kisi import Blok, Kisi

BATAS_HALAMAN = 2000


def write_blok(blok: Blok) -> list[Any]:
    """A block as plain values."""
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
