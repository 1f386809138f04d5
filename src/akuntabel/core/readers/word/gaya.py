"""Styles of a Word document, as far as they say what a reader sees: heading levels, automatic numbers, hidden text."""

import re
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
_KERANGKA, _NUMPR, _NUM_ID, _ILVL = f"{W}outlineLvl", f"{W}numPr", f"{W}numId", f"{W}ilvl"
_JUDUL = re.compile(r"(?:heading|judul) ?(\d)", re.IGNORECASE)
_TINGKAT_ISI = 9  # outline level of body text
_LELUHUR_TERJAUH = 20


@dataclass(frozen=True, slots=True)
class Gaya:
    """One style with what it inherits. nomor: (numId, ilvl) of its list, ilvl "" where the list tells."""

    tingkat: int | None = None
    nomor: tuple[str, str] | None = None
    is_tersembunyi: bool = False


def load_gaya(akar: etree._Element | None) -> dict[str, Gaya]:
    """All styles by id."""
    mentah = {s.get(f"{W}styleId", ""): s for s in akar.iterchildren(f"{W}style")} if akar is not None else {}
    return {nama: _resolve(nama, mentah) for nama in mentah}


def tingkat_dari_nama(nama: str) -> int | None:
    """The heading level that a style's name gives ("heading 1", "Judul1")."""
    cocok = _JUDUL.fullmatch(nama)
    return int(cocok[1]) if cocok else None


def read_tingkat(kerangka: etree._Element) -> int:
    """The heading level of an outline level; 0 for body text."""
    nilai = kerangka.get(VAL, "")
    return int(nilai) + 1 if nilai.isdecimal() and int(nilai) < _TINGKAT_ISI else 0


def read_nomor(numpr: etree._Element) -> tuple[str, str]:
    """List and level of a paragraph or style, each "" where it does not say."""
    num_id = ilvl = ""
    for e in numpr:
        if e.tag == _NUM_ID:
            num_id = e.get(VAL, "")
        elif e.tag == _ILVL:
            ilvl = e.get(VAL, "")
    return num_id, ilvl


def is_aktif(sifat: etree._Element | None) -> bool:
    """Whether a switch such as w:vanish is there and on."""
    return sifat is not None and sifat.get(VAL, "1") not in ("0", "false", "off")


def _resolve(nama: str, mentah: dict[str, etree._Element]) -> Gaya:
    """What a style says itself wins over what it is based on."""
    tingkat: int | None = None
    nomor: tuple[str, str] | None = None
    is_tersembunyi = False
    id_gaya = nama
    for _ in range(_LELUHUR_TERJAUH):
        gaya = mentah.get(id_gaya)
        if gaya is None:
            break
        kerangka = gaya.find(f"{W}pPr/{_KERANGKA}")
        numpr = gaya.find(f"{W}pPr/{_NUMPR}")
        judul = gaya.find(f"{W}name")
        if tingkat is None and kerangka is not None:
            tingkat = read_tingkat(kerangka)
        if tingkat is None and judul is not None:
            tingkat = tingkat_dari_nama(judul.get(VAL, ""))
        if nomor is None and numpr is not None:
            nomor = read_nomor(numpr)
        is_tersembunyi = is_tersembunyi or is_aktif(gaya.find(f"{W}rPr/{W}vanish"))
        dasar = gaya.find(f"{W}basedOn")
        id_gaya = dasar.get(VAL, "") if dasar is not None else ""
    return Gaya(tingkat, nomor, is_tersembunyi)
