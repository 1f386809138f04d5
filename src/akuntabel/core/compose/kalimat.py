"""Sentences and cells out of words and numbers. Numbers go in as values, never as typed text."""

from collections.abc import Iterable

from akuntabel.core.calc.besaran import Besaran
from akuntabel.core.naskah.model import (
    Angka,
    Baris,
    BarisTabel,
    Gaya,
    Paragraf,
    Potongan,
    Rata,
    Rujukan,
    Sel,
    Teks,
)

Bagian = str | Besaran | Potongan


def kalimat(*bagian: Bagian) -> Baris:
    """A run of words and numbers."""
    return tuple(_potongan(b) for b in bagian)


def _potongan(bagian: Bagian) -> Potongan:
    if isinstance(bagian, str):
        return Teks(bagian)
    return Angka(bagian) if isinstance(bagian, Besaran) else bagian


def paragraf(*bagian: Bagian, gaya: Gaya = Gaya.NORMAL, rata: Rata | None = None) -> Paragraf:
    """A paragraph."""
    return Paragraf(kalimat(*bagian), gaya, rata)


def kurang(teks: str) -> Paragraf:
    """What the law asks for and the facts do not hold, said openly."""
    return paragraf(teks, gaya=Gaya.KURANG)


def draf(*bagian: Bagian) -> Paragraf:
    """A generated sentence that a human has yet to accept."""
    return paragraf(Teks("Rancangan kalimat: ", tebal=True), *bagian, gaya=Gaya.DRAF)


def tebal(teks: str) -> Teks:
    """Bold words."""
    return Teks(teks, tebal=True)


def rujuk(id_: str) -> Rujukan:
    """A cross-reference by id."""
    return Rujukan(id_)


def sel(*bagian: Bagian, kolom: int = 1, baris: int = 1, rata: Rata | None = None, inden: int = 0) -> Sel:
    """A cell."""
    return Sel(kalimat(*bagian), kolom=kolom, baris=baris, rata=rata, inden=inden)


def baris(*isi: Bagian | Sel) -> BarisTabel:
    """A row of cells; words and numbers become a cell of their own."""
    return BarisTabel(_daftar_sel(isi))


def baris_jumlah(*isi: Bagian | Sel) -> BarisTabel:
    """A row of totals."""
    return BarisTabel(_daftar_sel(isi), "jumlah")


def baris_kelompok(teks: str, kolom: int) -> BarisTabel:
    """A row that names the group of the rows below it."""
    return BarisTabel((Sel(kalimat(teks), kolom=kolom),), "kelompok")


def _daftar_sel(isi: Iterable[Bagian | Sel]) -> tuple[Sel, ...]:
    return tuple(i if isinstance(i, Sel) else sel(i) for i in isi)


def sambung(daftar: Iterable[str]) -> str:
    """Words joined as in a sentence: "a", "a dan b", "a, b, dan c"."""
    kata = list(daftar)
    if len(kata) < 3:
        return " dan ".join(kata)
    return ", ".join(kata[:-1]) + ", dan " + kata[-1]


def huruf_kecil_awal(teks: str) -> str:
    """The words as they stand inside a sentence; abbreviations keep their capitals."""
    return teks[:1].lower() + teks[1:] if teks[1:2].islower() else teks
