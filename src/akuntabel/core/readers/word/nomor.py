"""Automatic numbers of Word paragraphs ("a.", "3.", "BAB II"), counted as Word counts them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from akuntabel.core.readers.batas import parse_bilangan
from akuntabel.core.readers.nomor_butir import format_nomor
from akuntabel.core.readers.word.gaya import VAL, W

_TINGKAT_TERDALAM = 8


@dataclass(frozen=True, slots=True)
class _TingkatDaftar:
    mulai: int
    bentuk: str
    pola: str
    gaya: str


@dataclass(slots=True)
class _Num:
    """An instance of a list: which definition, which levels start anew, which it defines itself."""

    definisi: str
    mulai: dict[int, int] = field(default_factory=dict)
    tingkat: dict[int, _TingkatDaftar] = field(default_factory=dict)


class PencacahWord:
    """The counters of a document; ask in reading order."""

    def __init__(self, numbering: etree._Element | None) -> None:
        self._definisi: dict[str, dict[int, _TingkatDaftar]] = {}
        self._num: dict[str, _Num] = {}
        self._cacah: dict[str, dict[int, int]] = {}
        if numbering is not None:
            self._muat(numbering)

    def next_awalan(self, num_id: str, ilvl: str, gaya: str = "") -> str:
        """The number before the next paragraph of a list; "" for bullets and unknown lists."""
        num = self._num.get(num_id)
        if num is None:
            return ""
        daftar = {**self._definisi.get(num.definisi, {}), **num.tingkat}
        tingkat = _tingkat(ilvl, gaya, daftar)
        sifat = daftar.get(tingkat)
        if sifat is None:
            return ""
        cacah = self._cacah.setdefault(num.definisi, {})
        mulai = num.mulai.pop(tingkat, None)
        if mulai is not None:
            cacah[tingkat] = mulai
        else:
            cacah[tingkat] = cacah[tingkat] + 1 if tingkat in cacah else sifat.mulai
        for dalam in [t for t in cacah if t > tingkat]:
            del cacah[dalam]
        return "" if sifat.bentuk in ("bullet", "none") else _isi_pola(sifat.pola, daftar, cacah)

    def _muat(self, numbering: etree._Element) -> None:
        tautan: dict[str, str] = {}  # a definition that only points at a style, and the style
        pemilik: dict[str, str] = {}  # a style, and the definition that belongs to it
        for d in numbering.iterchildren(f"{W}abstractNum"):
            nomor = d.get(f"{W}abstractNumId", "")
            self._definisi[nomor] = {parse_bilangan(t.get(f"{W}ilvl"), 0): _baca_tingkat(t) for t in d.iter(f"{W}lvl")}
            if (ke := d.find(f"{W}numStyleLink")) is not None:
                tautan[nomor] = ke.get(VAL, "")
            if (dari := d.find(f"{W}styleLink")) is not None:
                pemilik[dari.get(VAL, "")] = nomor
        for nomor, gaya in tautan.items():
            self._definisi[nomor] = self._definisi.get(pemilik.get(gaya, ""), {})
        for n in numbering.iterchildren(f"{W}num"):
            definisi = n.find(f"{W}abstractNumId")
            num = _Num(definisi.get(VAL, "") if definisi is not None else "")
            for ganti in n.iterchildren(f"{W}lvlOverride"):
                tingkat = parse_bilangan(ganti.get(f"{W}ilvl"), 0)
                if (mulai := ganti.find(f"{W}startOverride")) is not None:
                    num.mulai[tingkat] = parse_bilangan(mulai.get(VAL), 1)
                if (lvl := ganti.find(f"{W}lvl")) is not None:
                    num.tingkat[tingkat] = _baca_tingkat(lvl)
            self._num[n.get(f"{W}numId", "")] = num


def _tingkat(ilvl: str, gaya: str, daftar: Mapping[int, _TingkatDaftar]) -> int:
    """The level: what the paragraph says, else the one tied to its style, else the first."""
    if ilvl:
        return min(parse_bilangan(ilvl, 0), _TINGKAT_TERDALAM)
    return next((n for n, t in daftar.items() if gaya and t.gaya == gaya), 0)


def _isi_pola(pola: str, daftar: Mapping[int, _TingkatDaftar], cacah: Mapping[int, int]) -> str:
    def nomor(cocok: re.Match[str]) -> str:
        tingkat = int(cocok[1]) - 1
        sifat = daftar.get(tingkat)
        return format_nomor(cacah.get(tingkat, sifat.mulai), sifat.bentuk) if sifat is not None else ""

    return re.sub(r"%([1-9])", nomor, pola)


def _baca_tingkat(lvl: etree._Element) -> _TingkatDaftar:
    def nilai(nama: str) -> str | None:
        e = lvl.find(f"{W}{nama}")
        return e.get(VAL) if e is not None else None

    return _TingkatDaftar(
        parse_bilangan(nilai("start"), 1), nilai("numFmt") or "decimal", nilai("lvlText") or "", nilai("pStyle") or ""
    )
