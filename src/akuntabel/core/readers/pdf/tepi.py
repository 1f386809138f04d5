"""Running heads and feet and page numbers: lines that stand at the same place on page after page."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from akuntabel.core.readers.pdf.baris import Baris, build_baris
from akuntabel.core.readers.pdf.isi import IsiHalaman, Potongan

TEPI = 0.13  # of the page's height, at either end
BARIS_TEPI = 4  # lines from either end that may be a running head or foot
BAGIAN = 5  # one page of so many must show it
PALING_SEDIKIT = 3  # pages
JARAK_SAMA = 2.0  # points
_NOMOR = re.compile(r"^[-–\s]*(?:\d+|[ivxlc]+)\b|\b(?:\d+|[ivxlc]+)[-–\s]*$|\d+(?=\s*(?:dari|of|/)\s)", re.IGNORECASE)
_BAB = re.compile(r"(?:bab|lampiran|bagian)\b", re.IGNORECASE)


def drop_tepi(daftar: Sequence[IsiHalaman]) -> None:
    """Take running heads and feet out of the pages."""
    tepi = [(isi, list(_daftar_tepi(isi))) for isi in daftar]
    hitung = Counter(kunci for _, baris in tepi for kunci in {k for k, _ in baris})
    batas = max(PALING_SEDIKIT, len(daftar) // BAGIAN)
    for isi, baris in tepi:
        # A line of two pages' feet may round to neighbouring places.
        buang = {
            id(p)
            for (teks, tempat), potongan in baris
            if sum(hitung[teks, tempat + n] for n in (-1, 0, 1)) >= batas
            for p in potongan
        }
        isi.potongan = [p for p in isi.potongan if id(p) not in buang]


def _daftar_tepi(isi: IsiHalaman) -> Iterator[tuple[tuple[str, int], tuple[Potongan, ...]]]:
    """The lines near the upper and lower edge, their numbers made alike, with their distance from the edge."""
    baris = build_baris(isi.potongan, isi.nomor)
    for b in baris[:BARIS_TEPI]:
        if b.dasar < TEPI * isi.tinggi:
            yield (_rupa(b), round(b.dasar / JARAK_SAMA)), b.potongan
    for b in baris[-BARIS_TEPI:]:
        if b.dasar > (1 - TEPI) * isi.tinggi:
            yield (_rupa(b), -round((isi.tinggi - b.dasar) / JARAK_SAMA) - 1), b.potongan


def _rupa(baris: Baris) -> str:
    """A line with its page number made alike; the number of a chapter is none."""
    teks = " ".join(baris.teks.split()).lower()
    return teks if _BAB.match(teks) else _NOMOR.sub("#", teks)
