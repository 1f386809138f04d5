"""Words of a page to lines of print: gaps tell words and columns, footnote marks stay raised."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from akuntabel.core.readers.letak.tata_letak import Kata
from akuntabel.core.readers.pdf.isi import LONGGAR, Kotak, Potongan, tengah_huruf

SEBARIS = 0.45  # of the size: base lines as close as that are one line
RAPAT = 0.08  # of the size: less than a space, even where one was written
LEBAR = 1.2  # of the size: a gap between columns, unless the line is stretched
TERLEBAR = 2.2  # of the size: no line is stretched as far
SETENGAH = 0.5  # of the size: letters of one word stand closer, however far they are set apart
HURUF_RENGGANG = 2  # letters per run on the average
TEPI_RATA = 1.0  # points: lines that end there end at the same margin
KECIL = 0.82  # of the line's size: a raised footnote mark or exponent
NAIK = 0.15  # of the size
_NAIK = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_PENUNTUN = re.compile(r"\s*(?:[.…·_]\s?){5,}|\s*\.{3,}\s*(?=(?:\d+|[ivxlc]+)$)")


@dataclass(frozen=True, slots=True)
class Baris:
    """A line of print: its words from left to right, its base line, its size."""

    halaman: int
    potongan: tuple[Potongan, ...]
    dasar: float
    ukuran: float
    kata: tuple[Kata, ...]
    bidang: Kotak | None = None  # the shaded box around it, whose sides are its margins

    @property
    def kiri(self) -> float:
        """Where it begins."""
        return self.kata[0].kiri

    @property
    def kanan(self) -> float:
        """Where it ends."""
        return self.kata[-1].kanan

    @property
    def tengah(self) -> float:
        """How far down the page the middle of its letters stands."""
        return tengah_huruf(self.dasar, self.ukuran)

    @property
    def teks(self) -> str:
        """Its words; what leads the eye to a page number is one space."""
        return _PENUNTUN.sub(" ", " ".join(k.teks for k in self.kata)).strip()

    @property
    def is_daftar_isi(self) -> bool:
        """Whether dots lead to a page number."""
        return _PENUNTUN.search(" ".join(k.teks for k in self.kata)) is not None

    @property
    def tebal(self) -> bool:
        """Whether all of it is bold."""
        return all(p.tebal for p in self.potongan)

    @property
    def lebar_kata_pertama(self) -> float:
        """The width of the word that the line above would have had to take."""
        return self.potongan[0].kanan - self.potongan[0].kiri

    @property
    def lebar_huruf_pertama(self) -> float:
        """About the width of the letter that the line above would have had to take."""
        return self.lebar_kata_pertama / max(len(self.potongan[0].teks), 1)


def bulatkan_ukuran(ukuran: float) -> float:
    """Half points: sizes and leadings that a reader cannot tell apart are one."""
    return round(ukuran * 2) / 2


def find_ukuran(daftar: Iterable[Baris | Potongan]) -> float:
    """The size in which most letters are set; 0 where there are none."""
    hitung = Counter[float]()
    for b in daftar:
        hitung[bulatkan_ukuran(b.ukuran)] += len(b.teks)
    return max(hitung, key=lambda u: hitung[u], default=0.0)


def build_baris(potongan: Iterable[Potongan], halaman: int) -> list[Baris]:
    """The lines of print, from top to bottom."""
    kelompok: list[list[Potongan]] = []
    utama: Potongan | None = None
    for p in sorted(potongan, key=lambda p: p.dasar):
        if utama is not None and p.dasar - utama.dasar <= SEBARIS * max(p.ukuran, utama.ukuran):
            kelompok[-1].append(p)
            utama = p if p.ukuran > utama.ukuran else utama
        else:
            kelompok.append([p])
            utama = p
    return _rapatkan([b for b in (_build(k, halaman) for k in kelompok) if b.teks])


def _rapatkan(daftar: list[Baris]) -> list[Baris]:
    """A line stretched far over its room is one run of words: its gaps are alike, it ends where others do."""
    for n, b in enumerate(daftar):
        if len(b.kata) < 4 or not _is_sama_renggang(b.potongan):
            continue
        if any(
            len(x.kata) == 1 and abs(x.kanan - b.kanan) <= TEPI_RATA and abs(x.kiri - b.kiri) <= TEPI_RATA
            for x in daftar
        ):
            daftar[n] = replace(b, kata=(Kata(b.kiri, b.kanan, " ".join(k.teks for k in b.kata)),))
    return daftar


def _is_sama_renggang(potongan: Sequence[Potongan]) -> bool:
    celah = [b.kiri - a.kanan for a, b in pairwise(potongan) if b.kiri - a.kanan > LONGGAR * a.ukuran]
    return max(celah) - min(celah) < RAPAT * potongan[0].ukuran


def _build(kelompok: list[Potongan], halaman: int) -> Baris:
    kelompok.sort(key=lambda p: p.kiri)
    besar = max(kelompok, key=lambda p: (p.ukuran, len(p.teks)))
    return Baris(halaman, tuple(kelompok), besar.dasar, besar.ukuran, tuple(_kata(kelompok, besar)))


def _kata(potongan: Sequence[Potongan], besar: Potongan) -> list[Kata]:
    """Runs of words; in a stretched line only a gap far wider than its others parts two of them."""
    is_renggang = _is_renggang(potongan)
    celah = sorted(b.kiri - a.kanan for a, b in pairwise(potongan) if _is_spasi(a, b, is_renggang=is_renggang))
    renggang = 2.5 * celah[len(celah) // 4] if len(celah) > 2 else 0.0
    batas = min(max(LEBAR * besar.ukuran, renggang), TERLEBAR * besar.ukuran)
    hasil: list[Kata] = []
    sebelum: Potongan | None = None
    for p in potongan:
        teks = p.teks.translate(_NAIK) if _is_naik(p, besar) else p.teks
        if sebelum is None or (p.kiri - sebelum.kanan > batas and not _is_titik(sebelum, p)):
            hasil.append(Kata(p.kiri, p.kanan, teks))
        else:
            spasi = " " if _is_spasi(sebelum, p, is_renggang=is_renggang) else ""
            hasil[-1] = Kata(hasil[-1].kiri, max(p.kanan, hasil[-1].kanan), f"{hasil[-1].teks}{spasi}{teks}")
        sebelum = p
    return hasil


def _is_renggang(potongan: Sequence[Potongan]) -> bool:
    """A title set with its letters apart, "B A B  I": there only a written space is one."""
    return len(potongan) > 3 and sum(len(p.teks) for p in potongan) < HURUF_RENGGANG * len(potongan)


def _is_spasi(a: Potongan, b: Potongan, *, is_renggang: bool) -> bool:
    celah, ukuran = b.kiri - a.kanan, max(a.ukuran, b.ukuran)
    if is_renggang and a.teks.isalpha() and b.teks.isalpha() and celah < SETENGAH * ukuran:
        return a.spasi
    return celah > LONGGAR * ukuran or (a.spasi and celah > RAPAT * ukuran)


def _is_naik(p: Potongan, besar: Potongan) -> bool:
    return p.ukuran < KECIL * besar.ukuran and besar.dasar - p.dasar > NAIK * besar.ukuran


def _is_titik(a: Potongan, b: Potongan) -> bool:
    """Dots that lead to a page number belong to their line, however far apart."""
    return not a.teks.strip(".…·_") or not b.teks.strip(".…·_")
