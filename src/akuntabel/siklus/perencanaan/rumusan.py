"""What the wording help looks at, and the words it knows, read from data."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from akuntabel.core.calc.rumus import Rumus, RumusTidakSah, parse_rumus
from akuntabel.core.calc.rumus.pohon import Elemen, Operasi, Simpul, Syarat, daftar_anak
from akuntabel.core.regulasi.berkas import read_data
from akuntabel.siklus.perencanaan.isian import IsiIndikator

_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Saran:
    """One piece of advice. letak: the field it is about (of the indicator, or ``sasaran``, ``target``)."""

    kode: str
    letak: str
    pesan: str


@dataclass(frozen=True, slots=True)
class Rumusan:
    """An indicator as it is being worded, its targets as kept by year, and its sasaran. Anything may be empty yet."""

    isi: IsiIndikator
    target: Mapping[int, str] = field(default_factory=dict)
    sasaran: str = ""

    @property
    def is_persen(self) -> bool:
        """Whether the unit is percent."""
        return self.isi.satuan.strip().lower() in ("%", "persen", "persentase")

    @property
    def rumus(self) -> Rumus | None:
        """The formula; None while it is empty or cannot be read."""
        try:
            return parse_rumus(self.isi.rumus) if self.isi.rumus.strip() else None
        except RumusTidakSah:
            return None


@cache
def daftar_kata(nama: str) -> tuple[str, ...]:
    """The words of a list of the data, the longest first."""
    isi = read_data("saran.yaml", _DATA)
    if not isinstance(isi, dict):
        raise TypeError("data/saran.yaml holds no lists")
    return tuple(sorted(isi[nama]["kata"], key=len, reverse=True))


def find_kata(teks: str, nama: str) -> str:
    """The first word of the list that stands in the text as a whole word; "" where none does."""
    cocok = _pola(nama).search(teks)
    return cocok[0] if cocok else ""


def find_awalan(teks: str, nama: str) -> str:
    """The word of the list with which the text begins; "" where it begins otherwise."""
    cocok = _pola(nama).match(teks.strip())
    return cocok[0] if cocok else ""


@cache
def _pola(nama: str) -> re.Pattern[str]:
    kata = "|".join(re.escape(k).replace(r"\ ", r"\s+") for k in daftar_kata(nama))
    return re.compile(rf"(?<!\w)(?:{kata})(?!\w)", re.IGNORECASE)


def find_pembagian(simpul: Simpul | Syarat) -> Operasi | None:
    """The outermost division of a formula."""
    if isinstance(simpul, Operasi) and simpul.tanda == "/":
        return simpul
    for anak in daftar_anak(simpul):
        if (bagian := find_pembagian(anak)) is not None:
            return bagian
    return None


def daftar_elemen(simpul: Simpul | Syarat) -> list[str]:
    """The elements of a part of a formula, as they stand from left to right."""
    if isinstance(simpul, Elemen):
        return [simpul.nama]
    return [nama for anak in daftar_anak(simpul) for nama in daftar_elemen(anak)]


def is_tersebut(elemen: str, teks: str) -> bool:
    """Whether a word of the element's code stands in the text."""
    polos = teks.lower()
    return any(kata in polos for kata in re.split(r"[._]", elemen.lower()) if len(kata) > 1)
