"""Narrative Markdown as blocks of a document; slots become what they are bound to."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from akuntabel.core.naskah.model import Baris, Blok, Butir, Daftar, Paragraf, Potongan, Teks

_PENGURAI = MarkdownIt("commonmark", {"html": False}).disable(
    [
        "code",
        "fence",
        "blockquote",
        "heading",
        "lheading",
        "hr",
        "html_block",
        "reference",
        "link",
        "image",
        "autolink",
    ]
)


@dataclass(frozen=True, slots=True)
class Slot:
    """How a slot is written (its content is the pattern's first group) and what it becomes."""

    pola: re.Pattern[str]
    isi: Callable[[str], Potongan]


def read_markdown(teks: str, slot: Slot) -> tuple[Blok, ...]:
    """Paragraphs and lists of a text, its slots filled.

    Marks that a narrative may not use (headings, links, HTML) stay visible as they were typed.
    """
    return tuple(_baca_blok(iter(_PENGURAI.parse(teks)), slot, ""))


def _baca_blok(token: Iterator[Token], slot: Slot, penutup: str) -> Iterator[Blok]:
    for t in token:
        if t.type == penutup:
            return
        if t.type == "inline":
            yield Paragraf(tuple(_baca_inline(t.children or [], slot)))
        elif t.type in ("bullet_list_open", "ordered_list_open"):
            yield _baca_daftar(token, slot, t.type.replace("open", "close"), "-" if t.tag == "ul" else "1.")


def _baca_daftar(token: Iterator[Token], slot: Slot, penutup: str, cara: str) -> Daftar:
    butir: list[Butir] = []
    for t in token:
        if t.type == penutup:
            break
        if t.type == "list_item_open":
            butir.append(_butir(tuple(_baca_blok(token, slot, "list_item_close"))))
    return Daftar(tuple(butir), "-" if cara == "-" else "1.")


def _butir(isi: Sequence[Blok]) -> Butir:
    """An item: its paragraphs joined, and the first list below it."""
    paragraf = [b.isi for b in isi if isinstance(b, Paragraf)]
    gabung: Baris = tuple(p for n, baris in enumerate(paragraf) for p in ((Teks(" "), *baris) if n else baris))
    return Butir(gabung, next((b for b in isi if isinstance(b, Daftar)), None))


def _baca_inline(token: Sequence[Token], slot: Slot) -> Iterator[Potongan]:
    tebal = miring = False
    for t in token:
        if t.type in ("strong_open", "strong_close"):
            tebal = t.type == "strong_open"
        elif t.type in ("em_open", "em_close"):
            miring = t.type == "em_open"
        elif t.type in ("softbreak", "hardbreak"):
            yield Teks(" ")
        else:
            yield from _pecah_slot(t.content, slot, tebal=tebal, miring=miring)


def _pecah_slot(teks: str, slot: Slot, *, tebal: bool, miring: bool) -> Iterator[Potongan]:
    awal = 0
    for cocok in slot.pola.finditer(teks):
        if cocok.start() > awal:
            yield Teks(teks[awal : cocok.start()], tebal, miring)
        yield slot.isi(cocok.group(1))
        awal = cocok.end()
    if awal < len(teks):
        yield Teks(teks[awal:], tebal, miring)
