"""Names that drift: the same indicator, programme or division spelled a little differently in two places."""

import re

_BUTIR = re.compile(r"^(?:[a-z][.)]|\(?\d+(?:\.\d+)*[.)]?)\s+", re.IGNORECASE)
_KATA = re.compile(r"[^\W\d_]+")


def lepas_butir(teks: str) -> str:
    """A name without the mark of its item: "a. ", "1.2 "."""
    return _BUTIR.sub("", teks.strip())


def kata_nama(teks: str) -> tuple[str, ...]:
    """The words of a name, small, without marks."""
    return tuple(k.lower() for k in _KATA.findall(lepas_butir(teks)))


def is_nama_mirip(satu: str, dua: str) -> bool:
    """Whether two names can mean the same thing: two thirds of the words in common; names drift, things do not."""
    a, b = frozenset(kata_nama(satu)), frozenset(kata_nama(dua))
    return 3 * len(a & b) >= 2 * max(len(a), len(b), 1)


def is_nama_sama(satu: str, dua: str) -> bool:
    """Whether two names are one, but for capitals, marks and blanks."""
    return kata_nama(satu) == kata_nama(dua)
