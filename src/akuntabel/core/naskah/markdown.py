"""Narrative Markdown as blocks of a document; slots become what they are bound to."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

from akuntabel.core.naskah.model import Baris, Blok, Butir, Daftar, Paragraf, Potongan, Rujukan, Teks

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
_PENGURAI_PENUH = MarkdownIt("commonmark", {"html": False}).enable("table").disable("html_block")
_SARAN = {
    "heading_open": "Judul disusun oleh laporan; hapus tandanya atau jadikan kalimat biasa.",
    "table_open": "Tabel disusun oleh laporan dari fakta; rujuk dengan slot tabel.",
    "blockquote_open": "Hapus tanda “>” di awal baris.",
    "fence": "Hapus tanda pagar kode.",
    "hr": "Hapus garis pemisah.",
    "image": "Gambar disusun oleh laporan dari fakta; rujuk dengan slot gambar.",
    "link_open": "Tulis alamatnya sebagai teks biasa.",
}


@dataclass(frozen=True, slots=True)
class Slot:
    """How a slot is written (its content is the pattern's first group) and what it becomes."""

    pola: re.Pattern[str]
    isi: Callable[[str], Potongan]


def read_markdown(teks: str, slot: Slot) -> tuple[Blok, ...]:
    """Paragraphs and lists of a text, its slots filled.

    Marks that a narrative may not use (headings, links, HTML) stay visible as they were typed; check_markdown
    names them.
    """
    return tuple(_baca_blok(iter(parse_markdown(teks)), slot, ""))


def parse_markdown(teks: str) -> list[Token]:
    """The tokens of a text under the marks that a narrative may use."""
    return _PENGURAI.parse(teks)


def check_markdown(teks: str) -> Iterator[tuple[int, str]]:
    """Every mark that a narrative may not use: its line, and what to do about it (Indonesian)."""
    daftar_baris = teks.splitlines()
    for nomor, jenis in _daftar_tanda(_PENGURAI_PENUH.parse(teks)):
        if jenis in _SARAN:
            tertulis = daftar_baris[nomor - 1].strip()
            yield nomor, f"tertulis “{tertulis}”, diharapkan paragraf atau daftar. {_SARAN[jenis]}"


def _daftar_tanda(daftar_token: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """The line and kind of every token; inside a paragraph lines are counted, for tokens there know none."""
    for token in daftar_token:
        nomor = (token.map or [0])[0] + 1
        yield nomor, token.type
        for anak in token.children or ():
            nomor += anak.type in ("softbreak", "hardbreak")
            yield nomor, anak.type


def _baca_blok(token: Iterator[Token], slot: Slot, penutup: str, *, dalam: bool = False) -> Iterator[Blok]:
    for t in token:
        if t.type == penutup:
            return
        if t.type == "inline":
            yield Paragraf(tuple(_baca_inline(t.children or [], slot)))
        elif t.type == "bullet_list_open":
            yield _baca_daftar(token, slot, "bullet_list_close", "-")
        elif t.type == "ordered_list_open":
            yield _baca_daftar(token, slot, "ordered_list_close", "a." if dalam else "1.")


def _baca_daftar(token: Iterator[Token], slot: Slot, penutup: str, cara: Literal["1.", "a.", "-"]) -> Daftar:
    butir: list[Butir] = []
    for t in token:
        if t.type == penutup:
            break
        if t.type == "list_item_open":
            butir.append(_butir(tuple(_baca_blok(token, slot, "list_item_close", dalam=True))))
    return Daftar(tuple(butir), cara)


def _butir(isi: Sequence[Blok]) -> Butir:
    """An item: its paragraphs joined, and the lists below it as one."""
    paragraf = [b.isi for b in isi if isinstance(b, Paragraf)]
    gabung: Baris = tuple(p for n, baris in enumerate(paragraf) for p in ((Teks(" "), *baris) if n else baris))
    daftar = [b for b in isi if isinstance(b, Daftar)]
    anak = Daftar(tuple(butir for d in daftar for butir in d.butir), daftar[0].cara) if daftar else None
    return Butir(gabung, anak)


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
        isi = slot.isi(cocok.group(1))
        yield isi if isinstance(isi, Rujukan) or not tebal else replace(isi, tebal=True)
        awal = cocok.end()
    if awal < len(teks):
        yield Teks(teks[awal:], tebal, miring)
