"""Words of a naskah as Typst string literals: nothing a user writes is ever read as Typst."""

import unicodedata
from functools import cache
from importlib.resources import as_file, files

from fontTools.ttLib import TTFont

from akuntabel.core.naskah.model import Angka, Baris, Potongan, Rujukan, Teks

GLIF_TAK_ADA = "□"  # what a reader knows as "a sign that this typeface lacks"


class _Glif(dict[int, str]):
    """What is printed for a code point; filled as code points turn up."""

    def __missing__(self, kode: int) -> str:
        self[kode] = glif = _find_glif(chr(kode))
        return glif


def _find_glif(huruf: str) -> str:
    """Typst refuses a whole PDF/A for one sign that no typeface has: such a sign becomes a box."""
    if huruf == "\n" or ord(huruf) in _daftar_kode():
        return huruf
    jenis = unicodedata.category(huruf)
    if huruf == "\t" or jenis[0] == "Z":
        return " "
    return "" if jenis in ("Cc", "Cf", "Mn") else GLIF_TAK_ADA


@cache
def _daftar_kode() -> frozenset[int]:
    jalur = files("akuntabel.core.naskah").joinpath("huruf", "LiberationSans-Regular.ttf")
    with as_file(jalur) as berkas, TTFont(berkas, lazy=True) as font:
        return frozenset(font.getBestCmap())


_GLIF = _Glif()
_LOLOS = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n"})


def literal(teks: str) -> str:
    """A Typst string: whatever stands in it is text."""
    if not (teks.isascii() and teks.isprintable()):
        teks = teks.translate(_GLIF)
    return f'"{teks.translate(_LOLOS)}"'


def larik(*unsur: str) -> str:
    """A Typst array of things already written."""
    return f"({''.join(f'{u}, ' for u in unsur)})"


def write_baris(isi: Baris) -> str:
    """A run of text as one Typst content block."""
    return "{" + ";".join(_potongan(p) for p in isi) + "}" if isi else "[]"


def _potongan(potongan: Potongan) -> str:
    match potongan:
        case Angka():
            teks = potongan.besaran.teks
            # A minus sign would let the line end before its number.
            teks = f"box({literal(teks)})" if "-" in teks and " " not in teks else literal(teks)
            return f"strong({teks})" if potongan.tebal else teks
        case Rujukan():
            return f"rujuk({literal(potongan.id)}, {literal(potongan.teks)})"
        case Teks():
            teks = literal(potongan.teks)
            teks = f"strong({teks})" if potongan.tebal else teks
            return f"emph({teks})" if potongan.miring else teks
