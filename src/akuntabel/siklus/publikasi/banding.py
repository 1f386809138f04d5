"""Two years of an office side by side: which indicator became which, and what was changed in the words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Protocol, TypeVar
from uuid import UUID

from akuntabel.core.checker.bacaan.nama import is_nama_terpisah

_KATA = re.compile(r"\s+|\w+|[^\w\s]")
_TAHUN = re.compile(r"\b(?:19|20)\d\d\b")
MIRIP_SEKODE, MIRIP = 0.5, 0.75  # how alike names must be: with the same code, without


class Rupa(StrEnum):
    """What happened to a piece of text."""

    TETAP = "tetap"
    HAPUS = "hapus"
    TAMBAH = "tambah"


@dataclass(frozen=True, slots=True)
class Potongan:
    """A piece of text, and what happened to it."""

    rupa: Rupa
    teks: str


class Bernama(Protocol):
    """An indicator of a year, as far as it is recognised in another."""

    kode: str
    nama: str
    silsilah: UUID | None


I = TypeVar("I", bound=Bernama)  # noqa: E741 — an Indikator


def compare_teks(lama: str, baru: str) -> tuple[Potongan, ...]:
    """Word by word: what stayed, what was struck, what was added, in the order of reading."""
    a, b = _KATA.findall(lama), _KATA.findall(baru)
    hasil: list[Potongan] = []
    for tindakan, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tindakan == "equal":
            hasil.append(Potongan(Rupa.TETAP, "".join(a[a1:a2])))
            continue
        hasil += [
            Potongan(rupa, "".join(kata)) for rupa, kata in ((Rupa.HAPUS, a[a1:a2]), (Rupa.TAMBAH, b[b1:b2])) if kata
        ]
    return tuple(hasil)


def pair_indikator(lama: Sequence[I], baru: Sequence[I]) -> list[tuple[I | None, I | None]]:
    """Each indicator of the newer year with the one it continues, then those that ended.

    Lineage first, for those that have one; the same name, whatever the code; the same code with a name much alike; then
    the name most alike. What is none of these is new: a code alone says nothing, a new Renstra counts from 1.1 again.
    """
    sisa_lama, sisa_baru = list(lama), list(baru)
    pasangan: dict[int, I] = {}
    for nilai in (_sesilsilah, _senama, _sekode, _mirip):
        calon = [
            (mirip, -m, -n)
            for m, b in enumerate(sisa_baru)
            for n, a in enumerate(sisa_lama)
            if (mirip := nilai(a, b)) > 0
        ]
        terpakai: tuple[set[int], set[int]] = set(), set()
        for _, m, n in sorted(calon, reverse=True):
            if -m not in terpakai[0] and -n not in terpakai[1]:
                pasangan[id(sisa_baru[-m])] = sisa_lama[-n]
                terpakai[0].add(-m)
                terpakai[1].add(-n)
        sisa_baru = [b for m, b in enumerate(sisa_baru) if m not in terpakai[0]]
        sisa_lama = [a for n, a in enumerate(sisa_lama) if n not in terpakai[1]]
    hasil: list[tuple[I | None, I | None]] = [(pasangan.get(id(b)), b) for b in baru]
    return hasil + [(a, None) for a in sisa_lama]


def _sesilsilah(lama: Bernama, baru: Bernama) -> float:
    return float(lama.silsilah is not None and lama.silsilah == baru.silsilah)


def _senama(lama: Bernama, baru: Bernama) -> float:
    return float(_polos(lama.nama) == _polos(baru.nama))


def _sekode(lama: Bernama, baru: Bernama) -> float:
    mirip = _kemiripan(lama.nama, baru.nama)
    return mirip if lama.kode == baru.kode and mirip >= MIRIP_SEKODE else 0


def _mirip(lama: Bernama, baru: Bernama) -> float:
    if is_nama_terpisah(_TAHUN.sub("", lama.nama), _TAHUN.sub("", baru.nama)):  # a name may name its year
        return 0
    mirip = _kemiripan(lama.nama, baru.nama)
    return mirip if mirip >= MIRIP else 0


def _kemiripan(lama: str, baru: str) -> float:
    """How alike two names are, from 0 to 1."""
    return SequenceMatcher(None, _polos(lama).split(), _polos(baru).split(), autojunk=False).ratio()


def _polos(nama: str) -> str:
    """A name without regard to case and spacing."""
    return " ".join(nama.casefold().split())
