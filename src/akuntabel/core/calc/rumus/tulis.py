"""A formula as text again: canonical, with no more parentheses than it needs."""

import re
from collections.abc import Mapping

from akuntabel.core.calc.rumus.pohon import (
    Angka,
    Banding,
    Bukan,
    Elemen,
    Fungsi,
    Jika,
    Logika,
    Negatif,
    Operasi,
    Rumus,
    Simpul,
    Syarat,
)

_TANDA = str.maketrans("*/-", "×÷−")
_KUAT = {"+": 1, "-": 1, "*": 2, "/": 2}


def write_rumus(rumus: Rumus) -> str:
    """The canonical text: parsing it gives the same tree."""
    return write_simpul(rumus.pohon)


def show_rumus(rumus: Rumus, nama: Mapping[str, str]) -> str:
    """The formula for a reader: elements by their names, × ÷ − for the signs. Elements left out keep their code."""
    kata = re.split(r"([a-z][a-z0-9_]*(?:\.[A-Za-z0-9_]+)*)", write_rumus(rumus))
    return "".join(nama.get(k, k) if n % 2 else k.translate(_TANDA) for n, k in enumerate(kata))


def write_simpul(simpul: Simpul) -> str:
    """The text of a node."""
    match simpul:
        case Angka():
            return format(simpul.nilai, "f").replace(".", ",")
        case Elemen():
            return simpul.nama
        case Negatif():
            return f"-{_kurung(simpul.isi, 3)}"
        case Operasi():
            kuat = _KUAT[simpul.tanda]
            return f"{_kurung(simpul.kiri, kuat)} {simpul.tanda} {_kurung(simpul.kanan, kuat + 1)}"
        case Fungsi():
            return f"{simpul.nama}({'; '.join(write_simpul(a) for a in simpul.argumen)})"
        case Jika():
            bagian = (write_syarat(simpul.syarat), write_simpul(simpul.maka), write_simpul(simpul.selain))
            return f"jika({'; '.join(bagian)})"


def write_syarat(syarat: Syarat) -> str:
    """The text of a condition."""
    match syarat:
        case Banding():
            return f"{write_simpul(syarat.kiri)} {syarat.tanda} {write_simpul(syarat.kanan)}"
        case Bukan():
            return f"bukan {_kurung_syarat(syarat.isi, 3)}"
        case Logika():
            kuat = 1 if syarat.tanda == "atau" else 2
            return f"{_kurung_syarat(syarat.kiri, kuat)} {syarat.tanda} {_kurung_syarat(syarat.kanan, kuat + 1)}"


def _kurung(simpul: Simpul, paling_lemah: int) -> str:
    teks = write_simpul(simpul)
    kuat = _KUAT[simpul.tanda] if isinstance(simpul, Operasi) else 4
    return teks if kuat >= paling_lemah else f"({teks})"


def _kurung_syarat(syarat: Syarat, paling_lemah: int) -> str:
    teks = write_syarat(syarat)
    kuat = {"atau": 1, "dan": 2}[syarat.tanda] if isinstance(syarat, Logika) else 3
    return teks if kuat >= paling_lemah else f"({teks})"
