"""The pages of a text: form feeds count them; their numbers and what every page repeats are no text of the report."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from akuntabel.core.readers.letak.baris_halaman import is_nomor_halaman

TEPI = 2  # lines at the top and the bottom of a page that may repeat
HALAMAN_BERULANG = 3  # pages on which a line must stand to be no text
BATAS_BARIS_TEKS = 500_000  # lines of a file; a report of 500 pages has 25,000
_POLA_NOMOR = re.compile(r"(?<![\d.,])\d{1,3}(?![\d.,%])")
_POLA_BERKOLOM = re.compile(r"\S(?:\t| {2,})\S.*\S(?:\t| {2,})\S")
_POLA_BARIS_LAIN = re.compile(r"[\v\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class BarisTeks:
    """A line of a file. halaman: 0 where the file has no page breaks."""

    nomor: int
    halaman: int
    isi: str


def split_halaman(teks: str) -> list[BarisTeks]:
    """The lines of a text as an editor numbers them, without running headers, footers and page numbers."""
    polos = _POLA_BARIS_LAIN.sub(" ", teks.replace("\r\n", "\n").replace("\r", "\n"))
    if "\f" not in polos:
        return [BarisTeks(n, 0, isi) for n, isi in enumerate(polos.split("\n"), 1)]
    hasil: list[BarisTeks] = []
    halaman = 1
    for n, isi in enumerate(polos.split("\n"), 1):
        # A form feed opens the page of what stands behind it.
        depan, *sisa = isi.split("\f")
        hasil.append(BarisTeks(n, halaman, depan))
        for potong in sisa:
            halaman += 1
            hasil.append(BarisTeks(n, halaman, potong))
    return _tanpa_tepi(hasil)


def _tanpa_tepi(daftar_baris: Sequence[BarisTeks]) -> list[BarisTeks]:
    tepi = _tepi(daftar_baris)
    jumlah = Counter(_bentuk(daftar_baris[n].isi) for n in tepi)
    halaman = {b.halaman for b in daftar_baris if b.isi.strip()}
    buang = {
        n
        for n, urut in tepi.items()
        if (urut == 0 and is_nomor_halaman(daftar_baris[n].isi.strip()))
        or (
            jumlah[_bentuk(daftar_baris[n].isi)] >= max(HALAMAN_BERULANG, len(halaman) // 2)
            and not _POLA_BERKOLOM.search(daftar_baris[n].isi)  # the head of a table repeats too
        )
    }
    return [b for n, b in enumerate(daftar_baris) if n not in buang]


def _tepi(daftar_baris: Sequence[BarisTeks]) -> dict[int, int]:
    """The outer lines of every page: index to the distance from the edge."""
    per_halaman: dict[int, list[int]] = {}
    for n, b in enumerate(daftar_baris):
        if b.isi.strip():
            per_halaman.setdefault(b.halaman, []).append(n)
    tepi: dict[int, int] = {}
    for letak in per_halaman.values():
        for urut in range(min(TEPI, len(letak))):
            for n in (letak[urut], letak[-1 - urut]):
                tepi[n] = min(urut, tepi.get(n, urut))
    return tepi


def _bentuk(isi: str) -> str:
    """A line without the number of its page: "3 | Laporan Kinerja" is the same on every page."""
    return _POLA_NOMOR.sub("#", " ".join(isi.split()))
