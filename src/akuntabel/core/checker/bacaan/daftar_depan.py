"""The lists at the front of a document: contents, tables, figures; and whether the file marks its headings."""

import re
from collections.abc import Sequence

from akuntabel.core.checker.dokumen import Dokumen, per_dokumen
from akuntabel.core.naskah.terbaca import ParagrafTerbaca

_KEPALA = re.compile(r"DAFTAR\s+(?:ISI|TABEL|GAMBAR|GRAFIK|BAGAN|LAMPIRAN)", re.IGNORECASE)
POLA_HALAMAN = re.compile(r"[\s.…_]+(?P<halaman>\d{1,3}|[ivxlc]{1,6})\s*$")
POLA_BAB = re.compile(r"BAB\s+(?P<nomor>[IV]{1,3}|[1-7])\b[.:\s]*(?P<judul>.*)", re.IGNORECASE)
PANJANG_JUDUL = 120
SELA = 2  # lines without a page number that a broken entry may have


@per_dokumen
def daftar_blok_isi(dok: Dokumen) -> frozenset[int]:
    """The blocks of every list at the front: of contents, tables, figures."""
    return frozenset(p.letak.blok for daftar in daftar_bagian_isi(dok) for p in daftar)


def daftar_baris_daftar(dok: Dokumen, nama: str) -> tuple[ParagrafTerbaca, ...]:
    """The lines of the list at the front that is headed "Daftar Tabel", "Daftar Gambar" and so on."""
    for bagian in daftar_bagian_isi(dok):
        if nama in bagian[0].teks.lower():
            return tuple(bagian[1:])
    return ()


@per_dokumen
def is_judul_bertanda(dok: Dokumen) -> bool:
    """Whether the file marks its headings: a chapter's does, or several others where there is no chapter."""
    bab = [p for p in dok.daftar_paragraf if POLA_BAB.fullmatch(p.teks) and len(p.teks) < PANJANG_JUDUL]
    return any(p.tingkat for p in bab) or (not bab and sum(p.tingkat > 0 for p in dok.daftar_paragraf) > 2)


@per_dokumen
def daftar_bagian_isi(dok: Dokumen) -> tuple[Sequence[ParagrafTerbaca], ...]:
    """Each list at the front with its heading. In a file that marks headings it ends at the next one."""
    paragraf = dok.daftar_paragraf
    is_berjudul = is_judul_bertanda(dok)
    akhir = _akhir_berjudul if is_berjudul else _akhir_polos
    return tuple(
        paragraf[n : akhir(paragraf, n) + 1]
        for n, p in enumerate(paragraf)
        if _KEPALA.fullmatch(p.teks.strip()) and not (is_berjudul and not p.tingkat)
    )


def _akhir_berjudul(paragraf: Sequence[ParagrafTerbaca], awal: int) -> int:
    return next((n - 1 for n in range(awal + 1, len(paragraf)) if paragraf[n].tingkat), awal)


def _akhir_polos(paragraf: Sequence[ParagrafTerbaca], awal: int) -> int:
    akhir = n = awal
    while n + 1 < len(paragraf) and n - akhir <= SELA:
        n += 1
        if POLA_HALAMAN.search(paragraf[n].teks) and len(paragraf[n].teks) < 250:
            akhir = n
    return akhir
