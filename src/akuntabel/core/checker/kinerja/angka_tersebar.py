"""Figures that stand in several places of a document, and figures that are another one but for a slip of the hand."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from akuntabel.core.checker.dokumen import Dokumen, per_dokumen

_ANGKA = re.compile(r"(?<![\w.,/])(?:Rp\.?\s*)?[-+−]?(?P<isi>\d[\d.]*(?:,\d+)?)\s*(?P<persen>%?)")
_TITIK_DESIMAL = re.compile(r"\.(\d{1,2})$")
_TAHUN = re.compile(r"(?:19|20)\d\d")
_DIGIT = re.compile(r"\d")


def kunci_angka(teks: str) -> str:
    """What makes a figure the same in two places: its digits and comma, and the sign of percent.

    "" for a text that is no figure, a year, or too short to be told apart.
    """
    cocok = _ANGKA.fullmatch(teks.strip())
    return _kunci(cocok) if cocok else ""


def _kunci(cocok: re.Match[str]) -> str:
    return _rapikan(cocok["isi"], cocok["persen"])


@lru_cache(maxsize=8192)  # figures repeat, and several rules ask
def _rapikan(isi: str, persen: str) -> str:
    isi = _TITIK_DESIMAL.sub(r",\1", isi.rstrip("."))
    angka = len(isi) - isi.count(".") - isi.count(",")
    is_tahun = angka == 4 and not persen and _TAHUN.fullmatch(isi) is not None
    return "" if is_tahun or angka < (2 if persen else 3) else isi + persen


@per_dokumen
def tempat_angka(dok: Dokumen) -> dict[str, set[int]]:
    """In which blocks each figure is printed."""
    tempat: dict[str, set[int]] = defaultdict(set)
    for tabel in dok.daftar_tabel:
        for sel in (s for b in tabel.baris for s in b if s.teks):
            for kunci in _daftar_kunci(sel.teks):
                tempat[kunci].add(tabel.letak.blok)
    for p in dok.daftar_paragraf:
        for kunci in _daftar_kunci(p.teks):
            tempat[kunci].add(p.letak.blok)
    return tempat


def _daftar_kunci(teks: str) -> Iterator[str]:
    if _DIGIT.search(teks):
        yield from (kunci for cocok in _ANGKA.finditer(teks) if (kunci := _kunci(cocok)))


def is_nyaris(satu: str, dua: str) -> bool:
    """Whether two keys differ by one digit, two neighbours changed about, or a lost comma."""
    if satu.endswith("%") != dua.endswith("%"):
        return False
    if satu.replace(",", "") == dua.replace(",", ""):
        return True
    beda = [n for n, (a, b) in enumerate(zip(satu, dua, strict=False)) if a != b] if len(satu) == len(dua) else []
    return len(beda) == 1 or _is_tertukar(satu, dua, beda)


def _is_tertukar(satu: str, dua: str, beda: Sequence[int]) -> bool:
    return len(beda) == 2 and satu[beda[0]] == dua[beda[1]] and satu[beda[1]] == dua[beda[0]]
