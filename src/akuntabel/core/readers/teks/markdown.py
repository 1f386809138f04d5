"""Markdown as reports are drafted in it: headings, and tables with pipes."""

import re
from collections.abc import Sequence

from akuntabel.core.naskah.terbaca import Letak, ParagrafTerbaca, SelTerbaca
from akuntabel.core.readers.kisi import Kisi

_POLA_JUDUL = re.compile(r"(#{1,6})\s+(\S.*?)\s*#*\s*$")
_POLA_GARIS = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_POLA_PIPA = re.compile(r"(?<!\\)\|")
_POLA_TEBAL = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")


def read_judul(isi: str, letak: Letak) -> ParagrafTerbaca | None:
    """The heading "## B. Realisasi" with its level."""
    cocok = _POLA_JUDUL.match(isi) if isi.startswith("#") else None
    return ParagrafTerbaca(cocok[2], letak, len(cocok[1])) if cocok else None


def is_garis(isi: str) -> bool:
    """The line |---|---| between head and body."""
    return "|" in isi and "--" in isi and _POLA_GARIS.match(isi) is not None


def is_baris_pipa(isi: str) -> bool:
    """A row of such a table."""
    polos = isi.strip()
    return len(polos) > 1 and polos.startswith("|") and polos.endswith("|")


def read_pipa(daftar_baris: Sequence[tuple[str, Letak]]) -> Kisi:
    """The table of rows with pipes, whose second line is the rule below the head."""
    baris = [
        [SelTerbaca(_POLA_TEBAL.sub(r"\2", s).replace("\\|", "|").strip(), letak) for s in _POLA_PIPA.split(_isi(isi))]
        for isi, letak in daftar_baris
        if not is_garis(isi)
    ]
    lebar = len(baris[0])
    return Kisi([b[:lebar] for b in baris], daftar_baris[0][1], 1)


def _isi(isi: str) -> str:
    return isi.strip().removeprefix("|").removesuffix("|")
