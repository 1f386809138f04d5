"""A text of a report as its paragraphs and list items, with slots and emphasis; from Markdown and back."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markdown_it.token import Token

from akuntabel.core.naskah.markdown import parse_markdown

_KHUSUS = re.compile(r"([\\*_`])|(&)(?=#?\w+;)")
_AWAL_DAFTAR = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_AWAL_TANDA = re.compile(r"^([-+#>=~|])")


@dataclass(frozen=True, slots=True)
class Ruas:
    """Words of one look, or a slot (then teks is what stands between its braces)."""

    teks: str
    is_slot: bool = False
    tebal: bool = False
    miring: bool = False


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph (tingkat 0) or an item of a list, at its depth; cara: "1." or "-"."""

    isi: tuple[Ruas, ...]
    tingkat: int = 0
    cara: str = ""


def read_alinea(teks: str, pola_slot: re.Pattern[str]) -> tuple[Alinea, ...]:
    """The paragraphs and items of a Markdown text, in order."""
    hasil: list[Alinea] = []
    cara: list[str] = []
    is_baru = False
    for t in parse_markdown(teks):
        if t.type in ("bullet_list_open", "ordered_list_open"):
            cara.append("-" if t.type.startswith("bullet") else "1.")
        elif t.type in ("bullet_list_close", "ordered_list_close"):
            cara.pop()
        elif t.type == "list_item_open":
            is_baru = True
        elif t.type == "inline":
            ruas = tuple(_baca_ruas(t.children or (), pola_slot))
            if cara and not is_baru:  # a further paragraph of the same item
                hasil[-1] = Alinea((*hasil[-1].isi, Ruas(" "), *ruas), hasil[-1].tingkat, hasil[-1].cara)
            else:
                hasil.append(Alinea(ruas, len(cara), cara[-1] if cara else ""))
            is_baru = False
    return tuple(hasil)


def _baca_ruas(daftar_token: Sequence[Token], pola_slot: re.Pattern[str]) -> Iterator[Ruas]:
    tebal = miring = False
    for t in daftar_token:
        if t.type in ("strong_open", "strong_close"):
            tebal = t.type == "strong_open"
        elif t.type in ("em_open", "em_close"):
            miring = t.type == "em_open"
        elif t.type in ("softbreak", "hardbreak"):
            yield Ruas(" ", tebal=tebal, miring=miring)
        else:
            for n, bagian in enumerate(pola_slot.split(t.content)):  # the pattern has one group: what stands in braces
                if bagian:
                    yield Ruas(bagian, is_slot=n % 2 == 1, tebal=tebal, miring=miring)


def write_alinea(daftar: Sequence[Alinea]) -> str:
    """The Markdown of a text; what :func:`read_alinea` gave comes back the same."""
    baris: list[str] = []
    nomor: dict[int, int] = {}
    sebelum: Alinea | None = None
    for a in daftar:
        if baris and (sebelum is None or not (a.tingkat and sebelum.tingkat and _is_sedaftar(sebelum, a))):
            baris.append("")
        if sebelum is None or a.tingkat == 0 or sebelum.tingkat == 0:
            nomor = {}
        nomor = {t: n for t, n in nomor.items() if t <= a.tingkat}
        nomor[a.tingkat] = nomor.get(a.tingkat, 0) + 1
        tanda = {"1.": f"{nomor[a.tingkat]}. ", "-": "- "}.get(a.cara, "")
        baris.append("   " * max(a.tingkat - 1, 0) + tanda + _tulis_isi(a.isi))
        sebelum = a
    return "\n".join(baris) + ("\n" if baris else "")


def _is_sedaftar(satu: Alinea, dua: Alinea) -> bool:
    """Whether two items may stand line under line: two lists of one depth need a line between them."""
    return satu.tingkat != dua.tingkat or satu.cara == dua.cara


def _tulis_isi(isi: Sequence[Ruas]) -> str:
    teks = ""
    for (tebal, miring), anggota in groupby(isi, key=lambda r: (r.tebal, r.miring)):
        bagian = "".join(f"{{{{ {r.teks} }}}}" if r.is_slot else _lepas(r.teks) for r in anggota)
        tanda = "**" * tebal + "*" * miring
        inti = bagian.strip()
        if not tanda or not inti:
            teks += bagian
            continue
        awal, akhir = bagian[: len(bagian) - len(bagian.lstrip())], bagian[len(bagian.rstrip()) :]
        teks += f"{awal}{tanda}{inti}{tanda[::-1]}{akhir}"
    teks = " ".join(teks.split())
    return _AWAL_TANDA.sub(r"\\\1", _AWAL_DAFTAR.sub(r"\1\\\2", teks)) if not teks.startswith("**") else teks


def _lepas(teks: str) -> str:
    """Marks that are meant as they stand."""
    return _KHUSUS.sub(lambda m: f"\\{m[0]}", teks)
