"""Lines of print to paragraphs and headings, over line ends and page breaks.

A break is meant when the first word of the next line would have found room in the line above; nothing else is as
reliable. Leading, indents, item marks and the end of the sentence decide the rest.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from akuntabel.core.naskah.terbaca import Letak, ParagrafTerbaca
from akuntabel.core.readers.pdf.baris import TEPI_RATA, Baris, bulatkan_ukuran, find_ukuran
from akuntabel.core.readers.pdf.sambung import Kosakata, join_teks

UKURAN_SAMA = 0.3  # points
KIRI_SAMA = 3.0
RENGGANG = 1.22  # of the page's usual leading: more is the space between paragraphs
RENGGANG_BEBAS = 2.3  # of the size, where the sentence plainly goes on
JARAK_LAZIM = 1.4  # of the size, where a page is too short to tell
INDEN = 60.0  # points that a first line is indented at most
BANTALAN = 18.0  # points at most between a shaded box and its words
LEBAR_SPASI = 0.28  # of the size
KATA_JUDUL = 25  # words of a heading at most
LEBIH_BESAR = 1.04  # of the body's size
_TANDA = re.compile(
    r"(?:[-–—•▪◦➢✓·*]|\(?[a-zA-Z]\)|[a-zA-Z]\.|\(?\d{1,3}[.)]|\d{1,2}(?:\.\d{1,2})+\.?|[ivxIVX]{1,5}[.)])\s"
)
_BERNOMOR = re.compile(r"(?:[A-Z]\.|[a-z]\.|\d{1,2}[.)]|[a-z]\)|\d{1,2}(?:\.\d{1,2})+\.?)\s+\S|(?:BAB|LAMPIRAN)\b")
_BAB = re.compile(r"(?:BAB|LAMPIRAN)\s+(?:[IVXLC]+|\d+)\b\.?", re.IGNORECASE)
_DEPAN = re.compile(r"(?:kata pengantar|daftar isi|ikhtisar|ringkasan eksekutif|lampiran|pendahuluan)\b", re.IGNORECASE)
AKHIR_KALIMAT = ".:;?!"


@dataclass(frozen=True, slots=True)
class Tata:
    """How a document sets its text: size of the body, leading per page, left and right margin per page width."""

    ukuran: float
    jarak: dict[int, float]
    tepi: dict[int, tuple[float, float]]
    judul: tuple[float, ...]  # sizes of headings, the largest first
    lebar: dict[int, float]

    def batas(self, baris: Baris) -> tuple[float, float]:
        """The margins of the line's page, or of the shaded box that it stands in."""
        if baris.bidang is not None:
            bantalan = min(max(baris.kiri - baris.bidang.kiri, 0.0), BANTALAN)
            return baris.bidang.kiri + bantalan, baris.bidang.kanan - bantalan
        return self.tepi.get(round(self.lebar[baris.halaman]), (baris.kiri, baris.kanan))


def find_tata(daftar_baris: Sequence[Baris], lebar: dict[int, float]) -> Tata:
    """The setting of a document from its lines."""
    ukuran = find_ukuran(daftar_baris)
    tepi: dict[int, tuple[list[float], list[float]]] = {}
    for b in daftar_baris:
        if len(b.kata) == 1 and b.kanan - b.kiri > 0.5 * lebar[b.halaman] and not b.is_daftar_isi:
            kiri, kanan = tepi.setdefault(round(lebar[b.halaman]), ([], []))
            kiri.append(b.kiri)
            kanan.append(b.kanan)
    besar = {
        bulatkan_ukuran(b.ukuran)
        for b in daftar_baris
        if b.ukuran > LEBIH_BESAR * ukuran and (_BERNOMOR.match(b.teks) or _DEPAN.match(b.teks))
    }
    return Tata(
        ukuran,
        _jarak_per_halaman(daftar_baris, ukuran),
        {n: (_persentil(k, 0.1), _persentil(a, 0.9)) for n, (k, a) in tepi.items()},
        tuple(sorted(besar, reverse=True)),
        lebar,
    )


def _jarak_per_halaman(daftar_baris: Sequence[Baris], ukuran: float) -> dict[int, float]:
    jarak: dict[int, Counter[float]] = {}
    for a, b in pairwise(daftar_baris):
        beda = b.dasar - a.dasar
        if a.halaman == b.halaman and abs(b.ukuran - ukuran) < UKURAN_SAMA and 0.9 * ukuran < beda < 2.5 * ukuran:
            jarak.setdefault(a.halaman, Counter())[bulatkan_ukuran(beda)] += 1
    return {n: max(c, key=lambda j: (c[j], -j)) for n, c in jarak.items()}


def _persentil(nilai: list[float], bagian: float) -> float:
    return sorted(nilai)[min(int(len(nilai) * bagian), len(nilai) - 1)]


def join_baris(daftar_baris: Sequence[Baris], tata: Tata, kosakata: Kosakata) -> list[ParagrafTerbaca]:
    """The paragraphs of lines that follow each other."""
    kelompok: list[list[Baris]] = []
    for b in daftar_baris:
        if kelompok and _is_lanjut(kelompok[-1], b, tata):
            kelompok[-1].append(b)
        else:
            kelompok.append([b])
    return _join_bab([_paragraf(k, tata, kosakata) for k in kelompok])


def _paragraf(kelompok: Sequence[Baris], tata: Tata, kosakata: Kosakata) -> ParagrafTerbaca:
    teks = ""
    for b in kelompok:
        teks = join_teks(teks, b.teks, kosakata)
    return ParagrafTerbaca(teks, Letak(kelompok[0].halaman), _tingkat(kelompok, teks, tata))


def _is_lanjut(kelompok: Sequence[Baris], b: Baris, tata: Tata) -> bool:
    a = kelompok[-1]
    if (
        abs(a.ukuran - b.ukuran) > UKURAN_SAMA
        or (a.bidang is None) != (b.bidang is None)
        or a.is_daftar_isi
        or len(b.kata) > 2
    ):
        return False
    is_selesai = a.teks[-1] in AKHIR_KALIMAT
    muat = _is_muat(kelompok, b, tata)
    if a.halaman != b.halaman:
        return not muat and not _TANDA.match(b.teks) and (b.teks[0].islower() or not is_selesai)
    jarak = b.dasar - a.dasar
    lazim = tata.jarak.get(a.halaman, JARAK_LAZIM * tata.ukuran) * max(b.ukuran / tata.ukuran, 0.5)
    if jarak > RENGGANG * max(lazim, 1.15 * b.ukuran):
        return jarak < RENGGANG_BEBAS * b.ukuran and not muat and not is_selesai and b.teks[0].islower()
    if muat and not (a.teks.endswith(",") and b.teks[0].islower()):
        return False
    if not _is_kiri_cocok(kelompok, b):
        return False
    return not (_TANDA.match(b.teks) and (a.teks[-1] in ".;:," or abs(b.kiri - a.kiri) > KIRI_SAMA))


def _is_muat(kelompok: Sequence[Baris], b: Baris, tata: Tata) -> bool:
    """Whether the next line's first word would have found room: then the line was ended on purpose."""
    a = kelompok[-1]
    kiri, kanan = tata.batas(a)
    sebelum = kelompok[-2] if len(kelompok) > 1 else None
    lain = [x.kanan for x in (sebelum, b) if x is not None]
    if any(abs(a.kanan - n) <= TEPI_RATA for n in lain) and a.kanan - a.kiri > 0.3 * (kanan - kiri):
        return False  # two lines that end alike end at a margin of their own
    perlu = b.lebar_kata_pertama + LEBAR_SPASI * a.ukuran
    tengah = (kiri + kanan) / 2
    if a.kiri - kiri > KIRI_SAMA and abs((a.kiri + a.kanan) / 2 - tengah) < KIRI_SAMA:  # centred
        return a.kanan - a.kiri + perlu <= kanan - kiri
    return a.kanan + perlu <= kanan


def _is_kiri_cocok(kelompok: Sequence[Baris], b: Baris) -> bool:
    """Whether a line begins where the next line of a paragraph may."""
    a = kelompok[-1]
    if abs(a.kiri - b.kiri) <= KIRI_SAMA:
        return True
    if abs((a.kiri + a.kanan) - (b.kiri + b.kanan)) <= 2 * KIRI_SAMA:
        return True  # centred
    if len(kelompok) > 1:
        return False
    if b.kiri < a.kiri:
        return a.kiri - b.kiri <= INDEN
    # A hanging indent: the words go on under the words behind the mark.
    return _TANDA.match(a.teks) is not None and any(abs(b.kiri - p.kiri) <= KIRI_SAMA for p in a.potongan[1:3])


def _tingkat(kelompok: Sequence[Baris], teks: str, tata: Tata) -> int:
    """The level of a heading, by its size; of one in the body's size, if it is bold and has a number."""
    if len(teks.split()) > KATA_JUDUL or teks[-1] in ".;," or any(b.is_daftar_isi for b in kelompok):
        return 0
    ukuran = bulatkan_ukuran(kelompok[0].ukuran)
    if _BAB.fullmatch(teks) and (ukuran >= tata.ukuran) and len(kelompok) == 1:
        return 1
    if ukuran in tata.judul:
        return tata.judul.index(ukuran) + 1
    is_tebal = all(b.tebal for b in kelompok) and abs(ukuran - tata.ukuran) < UKURAN_SAMA
    return len(tata.judul) + 1 if is_tebal and _BERNOMOR.match(teks) else 0


def _join_bab(daftar: list[ParagrafTerbaca]) -> list[ParagrafTerbaca]:
    """ "BAB III" and the title on the next line are one heading."""
    hasil: list[ParagrafTerbaca] = []
    for p in daftar:
        if hasil and _BAB.fullmatch(hasil[-1].teks) and p.tingkat == 1 and hasil[-1].letak.halaman == p.letak.halaman:
            hasil[-1] = ParagrafTerbaca(f"{hasil[-1].teks} {p.teks}", hasil[-1].letak, 1)
        else:
            hasil.append(p)
    return hasil
