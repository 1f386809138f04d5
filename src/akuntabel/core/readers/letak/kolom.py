"""Columns from the places of words: what stands beside each other on one line is in different columns.

Nothing depends on the unit of the places: characters in a text file, points on a page.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from akuntabel.core.naskah.terbaca import Letak
from akuntabel.core.readers.kisi import Blok
from akuntabel.core.readers.letak.bentuk_sel import is_kode, split_belakang
from akuntabel.core.readers.letak.kepala_kolom import is_kepala, kepala_tunggal


@dataclass(frozen=True, slots=True)
class Kata:
    """A run of words without a wide gap, from ``kiri`` to ``kanan``."""

    kiri: float
    kanan: float
    teks: str


@dataclass(frozen=True, slots=True)
class BarisKata:
    """A line of a page; without words it is a blank line."""

    letak: Letak
    kata: tuple[Kata, ...]

    @property
    def teks(self) -> str:
        """The words of the line."""
        return " ".join(k.teks for k in self.kata)


@dataclass(frozen=True, slots=True)
class Bacaan:
    """What the reader of one form made of lines, and the line that follows; no blocks where it found no table."""

    blok: Sequence[Blok]
    akhir: int


@dataclass(frozen=True, slots=True)
class Rentang:
    """The width of a column."""

    kiri: float
    kanan: float

    @property
    def tengah(self) -> float:
        """Its middle."""
        return (self.kiri + self.kanan) / 2


# After a failure no table is looked for on this part of the lines that were read: the work stays linear.
BAGIAN_BUTA = 8
BATAS_BUKTI = 150  # lines from which columns are found; the rest of a long table must fit them
TEPI = 0.3  # of the narrower of two runs of words, below which they only touch
SEBAGIAN = 0.3  # of the lines under a run of words that show two columns there, for it to span them


def find_kolom(daftar_baris: Iterable[Sequence[Kata]]) -> list[Rentang]:
    """The columns that the lines share, left to right; runs of words over several columns are left out."""
    baris = [b for b in daftar_baris if b][:BATAS_BUKTI]
    bentuk: dict[tuple[tuple[float, float], ...], int] = {}
    for b in baris:
        kunci = tuple((k.kiri, k.kanan) for k in b)
        bentuk[kunci] = bentuk.get(kunci, 0) + 1
    rentang = sorted({r for b in bentuk for r in b})
    kolom: list[Rentang] = []
    for kiri, kanan in rentang:
        if _is_merentang(kiri, kanan, bentuk):
            continue
        if kolom and _is_tumpang(kiri, kanan, kolom[-1].kiri, kolom[-1].kanan):
            kolom[-1] = replace(kolom[-1], kanan=max(kolom[-1].kanan, kanan))
        else:
            kolom.append(Rentang(kiri, kanan))
    return kolom


def _is_merentang(kiri: float, kanan: float, bentuk: dict[tuple[tuple[float, float], ...], int]) -> bool:
    bertemu = terbagi = 0
    for b, jumlah in bentuk.items():
        tumpang = sum(k < kanan and kiri < n and _is_tumpang(kiri, kanan, k, n) for k, n in b)
        bertemu += jumlah * (tumpang > 0)
        terbagi += jumlah * (tumpang > 1)
    return terbagi > SEBAGIAN * bertemu


def _is_tumpang(kiri: float, kanan: float, kiri_lain: float, kanan_lain: float) -> bool:
    """Whether one stands above the other and does not only touch it with an edge."""
    return min(kanan, kanan_lain) - max(kiri, kiri_lain) > TEPI * min(kanan - kiri, kanan_lain - kiri_lain)


def kolom_kata(kata: Kata, kolom: Sequence[Rentang]) -> range:
    """The columns that a run of words touches; empty where it stands beside all."""
    kiri, kanan = kata.kiri, kata.kanan
    kena = [
        n
        for n, r in enumerate(kolom)
        if kiri < r.kanan and r.kiri < kanan and _is_tumpang(kiri, kanan, r.kiri, r.kanan)
    ]
    return range(kena[0], kena[-1] + 1) if kena else range(0)


def place_kata(baris: Sequence[Kata], kolom: Sequence[Rentang]) -> tuple[Kata | None, ...] | None:
    """The words of a line, one cell a column; None where they do not fit the columns."""
    sel: list[Kata | None] = [None] * len(kolom)
    for kata in baris:
        for potong in split_kata(kata, kolom):
            kena = kolom_kata(potong, kolom)
            if len(kena) != 1:
                return None
            lama = sel[kena[0]]
            sel[kena[0]] = potong if lama is None else gabung_kata(lama, potong)
    return tuple(sel)


def gabung_kata(kiri: Kata, kanan: Kata) -> Kata:
    """Two runs of one cell."""
    return Kata(kiri.kiri, kanan.kanan, f"{kiri.teks} {kanan.teks}")


def split_kata(kata: Kata, kolom: Sequence[Rentang]) -> list[Kata]:
    """A run over several columns as its cells: a row number before it, values behind it, heads beside each other."""
    if len(kolom_kata(kata, kolom)) < 2:
        return [kata]
    return _pisah_kepala(kata, kolom) or _pisah_nilai(kata, kolom)


def _pisah_kepala(kata: Kata, kolom: Sequence[Rentang]) -> list[Kata]:
    if not is_kepala(kata.teks) or kepala_tunggal(kata.teks) is not None:
        return []
    potongan = _per_kolom(kata, kolom)
    return potongan if all(kepala_tunggal(p.teks) is not None for p in potongan) else []


def _per_kolom(kata: Kata, kolom: Sequence[Rentang]) -> list[Kata]:
    """The words of a run, joined where their middles lie nearest to the same column."""
    hasil: list[tuple[int, Kata]] = []
    for satu in _kata_satuan(kata):
        tengah = (satu.kiri + satu.kanan) / 2
        ke = min(range(len(kolom)), key=lambda n: _jarak(tengah, kolom[n]))
        if hasil and hasil[-1][0] == ke:
            hasil[-1] = (ke, gabung_kata(hasil[-1][1], satu))
        else:
            hasil.append((ke, satu))
    return [k for _, k in hasil]


def _jarak(titik: float, r: Rentang) -> float:
    return max(r.kiri - titik, titik - r.kanan, 0)


def _kata_satuan(kata: Kata) -> list[Kata]:
    """Every word with the place it has if all letters are equally wide."""
    hasil, awal = [], 0
    for satu in kata.teks.split(" "):
        hasil.append(_bagian(kata, awal, awal + len(satu)))
        awal += len(satu) + 1
    return hasil


def _bagian(kata: Kata, awal: int, akhir: int) -> Kata:
    lebar = (kata.kanan - kata.kiri) / max(len(kata.teks), 1)
    return Kata(kata.kiri + awal * lebar, kata.kiri + akhir * lebar, kata.teks[awal:akhir])


def _pisah_nilai(kata: Kata, kolom: Sequence[Rentang]) -> list[Kata]:
    depan: list[Kata] = []
    badan = kata
    nomor, _, sisa = kata.teks.partition(" ")
    if sisa and is_kode(nomor) and len(kolom_kata(_bagian(kata, 0, len(nomor)), kolom[:1])) == 1:
        depan = [_bagian(kata, 0, len(nomor))]
        badan = _bagian(kata, len(nomor) + 1, len(kata.teks))
    if len(kolom_kata(badan, kolom)) < 2:
        return [*depan, badan]
    label, nilai = split_belakang(badan.teks)
    if not nilai:
        return [*depan, badan]
    return [*depan, *_nilai_di_tempat(badan, label, nilai)]


def _nilai_di_tempat(badan: Kata, label: str, nilai: Sequence[str]) -> list[Kata]:
    hasil = [_bagian(badan, 0, len(label))] if label else []
    awal = len(label) + 1 if label else 0
    for teks in nilai:
        hasil.append(_bagian(badan, awal, awal + len(teks)))
        awal += len(teks) + 1
    return hasil
