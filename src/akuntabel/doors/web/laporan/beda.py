"""What changed between two texts, word by word."""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

_KATA = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True, slots=True)
class Ubahan:
    """A run of words. jenis: sama, hapus, or tambah."""

    jenis: str
    teks: str


def build_beda(lama: str, baru: str) -> tuple[Ubahan, ...]:
    """The new text with what was taken out and what was put in, each in its place."""
    return tuple(_ubahan(_KATA.findall(lama), _KATA.findall(baru)))


def _ubahan(lama: list[str], baru: list[str]) -> Iterator[Ubahan]:
    for jenis, a, b, c, d in difflib.SequenceMatcher(None, lama, baru, autojunk=False).get_opcodes():
        if jenis == "equal":
            yield Ubahan("sama", "".join(lama[a:b]))
            continue
        if a < b:
            yield Ubahan("hapus", "".join(lama[a:b]))
        if c < d:
            yield Ubahan("tambah", "".join(baru[c:d]))
