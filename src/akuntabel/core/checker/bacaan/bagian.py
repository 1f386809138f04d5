"""Where in the document a block stands: its chapter and the headings above it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from akuntabel.core.naskah.terbaca import Letak, ParagrafTerbaca, TabelTerbaca

Blok = ParagrafTerbaca | TabelTerbaca
_ROMAWI = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7}
_BAB = re.compile(r"BAB\s+(?P<nomor>[IV]{1,3}|[1-7])\b[.:]?\s*(?P<judul>.*)", re.IGNORECASE)
_BAB_SAJA = re.compile(r"BAB\s+[IV ]{1,5}", re.IGNORECASE)
_HURUF = re.compile(r"(?P<nomor>[A-H])[.)]\s+(?P<judul>[A-Z].{2,90})")
_ANGKA = re.compile(r"(?P<nomor>\d{1,2})[.)]\s+(?P<judul>[A-Z].{2,140})")
_SASARAN = re.compile(r"SASARAN(?:\s+STRATEGIS)?\s+(?P<nomor>\d{1,2})\b[.:]?\s*(?P<judul>.{0,140})", re.IGNORECASE)
_DAFTAR = re.compile(r"daftar (?:isi|tabel|gambar|grafik|bagan|lampiran)\b", re.IGNORECASE)
_ISI = re.compile(r"(?:\.{3,}|…|\t|\s)\s*(?:\d{1,3}|[ivx]{1,5})$")


@dataclass(frozen=True, slots=True)
class Judul:
    """A heading: level 1 is a chapter, 2 "A. …", 3 "SASARAN 2", 4 "1. …"; nomor: as printed ("III", "A", "")."""

    tingkat: int
    nomor: str
    teks: str
    letak: Letak


@dataclass(frozen=True, slots=True)
class Bagian:
    """The headings above a block, from the chapter down; bab 0 outside the chapters."""

    bab: int
    judul: tuple[Judul, ...]


def daftar_judul(isi: Sequence[Blok]) -> Iterator[Judul]:
    """The headings of a document, in order, lines of its table of contents left out.

    A heading that the file marks is one; others are known by their numbers. A numbered line counts only where prose
    or a table follows it and no item of a list stands before it. Under a marked heading "Daftar Isi" nothing is one.
    """
    is_di_daftar = False
    for n, blok in enumerate(isi):
        if isinstance(blok, ParagrafTerbaca) and not is_baris_daftar_isi(blok.teks):
            is_di_daftar = _DAFTAR.match(blok.teks) is not None if blok.tingkat else is_di_daftar
            if is_di_daftar and not blok.tingkat:
                continue
            sebelum = isi[n - 1] if n else None
            judul = _baca_judul(blok, sebelum, isi[n + 1] if n + 1 < len(isi) else None)
            if judul is not None:
                yield judul


def _baca_judul(blok: ParagrafTerbaca, sebelum: Blok | None, berikut: Blok | None) -> Judul | None:
    teks = blok.teks.strip()
    bab = _BAB.fullmatch(teks)
    if bab and _is_judul_bab(blok, bab) and not (_is_bab(berikut) or _is_bab(sebelum)):
        return Judul(1, bab["nomor"].upper(), _rapatkan(bab["judul"] or _judul_di_bawah(berikut)), blok.letak)
    sasaran = _SASARAN.fullmatch(teks)
    huruf, angka = _HURUF.fullmatch(teks), _ANGKA.fullmatch(teks)
    if blok.tingkat:
        cocok = sasaran or huruf or angka
        return Judul(blok.tingkat, cocok["nomor"] if cocok else "", cocok["judul"] if cocok else teks, blok.letak)
    if sasaran and not teks.endswith("."):
        return Judul(3, sasaran["nomor"], sasaran["judul"] or _judul_di_bawah(berikut), blok.letak)
    if huruf and not huruf["judul"].endswith((".", ";", ",")):
        return Judul(2, huruf["nomor"], huruf["judul"].strip(), blok.letak)
    if angka and _is_judul_angka(angka["judul"], sebelum, berikut):
        return Judul(4, angka["nomor"], angka["judul"].rstrip(". "), blok.letak)
    return None


def is_baris_daftar_isi(teks: str) -> bool:
    """A line of the table of contents: it ends in a page number behind dots or a wide gap."""
    return ("..." in teks or "…" in teks or "\t" in teks) and _ISI.search(teks) is not None


def _is_judul_bab(blok: ParagrafTerbaca, cocok: re.Match[str]) -> bool:
    """ "BAB III AKUNTABILITAS KINERJA", not the sentence "Bab III menguraikan …"."""
    judul = cocok["judul"].strip()
    return blok.tingkat > 0 or not judul or (blok.teks.startswith("BAB") and len(judul) < 90 and ":" not in judul)


def _is_bab(blok: Blok | None) -> bool:
    """A bare "BAB II": beside another it is a line of a table of contents that came apart."""
    return isinstance(blok, ParagrafTerbaca) and not blok.tingkat and _BAB_SAJA.fullmatch(blok.teks.strip()) is not None


def _rapatkan(judul: str) -> str:
    """ "P E N U T U P" is one word."""
    teks = judul.strip()
    return teks.replace(" ", "") if re.fullmatch(r"(?:\w )+\w", teks) else teks


def _judul_di_bawah(berikut: Blok | None) -> str:
    if isinstance(berikut, ParagrafTerbaca) and len(berikut.teks) < 90 and not berikut.teks.endswith("."):
        return berikut.teks
    return ""


def _is_judul_angka(judul: str, sebelum: Blok | None, berikut: Blok | None) -> bool:
    """An item of a list stands beside other items and often ends in a semicolon; a heading has prose under it."""
    if judul.endswith((";", ",", ":", " dan")) or len(judul.split()) > 22 or _is_butir(sebelum):
        return False
    if isinstance(berikut, ParagrafTerbaca):
        return len(berikut.teks) > len(judul) and not _is_butir(berikut)
    return isinstance(berikut, TabelTerbaca)


def _is_butir(blok: Blok | None) -> bool:
    return isinstance(blok, ParagrafTerbaca) and _ANGKA.match(blok.teks) is not None


_DI_LUAR = Bagian(0, ())


class PetaBagian:
    """The headings of a document, and for each block the ones it stands under."""

    def __init__(self, isi: Sequence[Blok]) -> None:
        self.daftar_judul = tuple(daftar_judul(isi))
        self._per_blok: dict[int, Bagian] = {}
        antre = list(self.daftar_judul)
        atas: list[Judul] = []
        bab = 0
        for blok in isi:
            while antre and antre[0].letak.blok <= blok.letak.blok:
                judul = antre.pop(0)
                atas = [*(j for j in atas if j.tingkat < judul.tingkat), judul]
                bab = _nomor_bab(judul.nomor) if judul.tingkat == 1 else bab
            self._per_blok[blok.letak.blok] = Bagian(bab, tuple(atas))

    def find(self, letak: Letak) -> Bagian:
        """The headings above a place."""
        return self._per_blok.get(letak.blok, _DI_LUAR)


def _nomor_bab(nomor: str) -> int:
    """ "III" is 3; 0 for a part without a number, such as a summary or an annex."""
    if nomor.isdigit():
        return int(nomor)
    return _ROMAWI.get(nomor, 0)
