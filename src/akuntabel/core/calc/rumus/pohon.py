"""The tree of a formula."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

FUNGSI = ("jumlah", "rata", "min", "max")


@dataclass(frozen=True, slots=True)
class Angka:
    """A literal number, exact."""

    nilai: Decimal


@dataclass(frozen=True, slots=True)
class Elemen:
    """A data element or a part of it: ``dpt``, ``dpt.P``."""

    nama: str


@dataclass(frozen=True, slots=True)
class Negatif:
    isi: "Simpul"


@dataclass(frozen=True, slots=True)
class Operasi:
    tanda: Literal["+", "-", "*", "/"]
    kiri: "Simpul"
    kanan: "Simpul"


@dataclass(frozen=True, slots=True)
class Fungsi:
    """jumlah, rata, min or max over its arguments."""

    nama: str
    argumen: tuple["Simpul", ...]


@dataclass(frozen=True, slots=True)
class Jika:
    """The value of one branch; the other is never computed."""

    syarat: "Syarat"
    maka: "Simpul"
    selain: "Simpul"


@dataclass(frozen=True, slots=True)
class Banding:
    tanda: Literal["=", "<>", "<", "<=", ">", ">="]
    kiri: "Simpul"
    kanan: "Simpul"


@dataclass(frozen=True, slots=True)
class Logika:
    tanda: Literal["dan", "atau"]
    kiri: "Syarat"
    kanan: "Syarat"


@dataclass(frozen=True, slots=True)
class Bukan:
    isi: "Syarat"


Simpul = Angka | Elemen | Negatif | Operasi | Fungsi | Jika
Syarat = Banding | Logika | Bukan


@dataclass(frozen=True, slots=True)
class Rumus:
    """A formula as it was written, its tree, and the elements it needs in order of first use."""

    teks: str
    pohon: Simpul
    elemen: tuple[str, ...]


def daftar_anak(simpul: Simpul | Syarat) -> tuple[Simpul | Syarat, ...]:
    """The nodes directly below a node, from left to right."""
    match simpul:
        case Operasi() | Banding() | Logika():
            return simpul.kiri, simpul.kanan
        case Negatif() | Bukan():
            return (simpul.isi,)
        case Fungsi():
            return simpul.argumen
        case Jika():
            return simpul.syarat, simpul.maka, simpul.selain
        case _:
            return ()
