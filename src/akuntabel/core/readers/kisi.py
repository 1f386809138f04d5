"""From rows of cells to a table with one header per column: what every reader of tables does alike."""

import re
from collections.abc import Sequence

from akuntabel.core.naskah.terbaca import Letak, SelTerbaca, TabelTerbaca

Baris = Sequence[SelTerbaca]
_POLA_NOMOR_KOLOM = re.compile(r"\(?\d{1,2}[a-z]?\)?")
_POLA_CAPTION = re.compile(r"Tabel\s+[A-Z]?\d+(?:\.\d+)*\.?", re.IGNORECASE)


def is_caption(teks: str) -> bool:
    """Whether a paragraph opens with "Tabel 3.1"."""
    return _POLA_CAPTION.match(teks) is not None


def build_tabel(caption: str, baris: Sequence[Baris], letak: Letak, jumlah_kepala: int | None = None) -> TabelTerbaca:
    """A table; without ``jumlah_kepala`` the header ends where figures begin."""
    lebar = max(len(b) for b in baris)
    kisi = [_lebarkan(b, lebar) for b in baris]
    jumlah = _find_kepala(kisi) if jumlah_kepala is None else jumlah_kepala
    isi = [b for b in kisi[jumlah:] if not _is_nomor_kolom(b)]
    kepala = tuple(_gabung_kepala(kisi[:jumlah], n) for n in range(lebar))
    return TabelTerbaca(caption, kepala, tuple(isi), letak)


def _lebarkan(baris: Baris, lebar: int) -> tuple[SelTerbaca, ...]:
    kosong = SelTerbaca("", baris[-1].letak)
    return (*baris, *([kosong] * (lebar - len(baris))))


def _find_kepala(kisi: Sequence[Baris]) -> int:
    """The first row is a header; further ones are while they leave the first cell empty and hold no digit."""
    jumlah = 1
    while (
        jumlah < len(kisi) and not kisi[jumlah][0].teks and not any(c.isdigit() for s in kisi[jumlah] for c in s.teks)
    ):
        jumlah += 1
    return jumlah if jumlah < len(kisi) else 1


def _is_nomor_kolom(baris: Baris) -> bool:
    """The row 1 2 3 4 5 under a header."""
    teks = [s.teks for s in baris if s.teks]
    return len(teks) > 2 and all(_POLA_NOMOR_KOLOM.fullmatch(t) for t in teks) and teks[0].strip("()") == "1"


def _gabung_kepala(kepala: Sequence[Baris], kolom: int) -> str:
    """The words above a column; a header that spans to the right counts for every column under it."""
    kata: list[str] = []
    for nomor, baris in enumerate(kepala):
        teks = baris[kolom].teks
        if not teks and nomor + 1 < len(kepala) and kepala[nomor + 1][kolom].teks:
            teks = next((baris[n].teks for n in range(kolom, -1, -1) if baris[n].teks), "")
        if teks and (not kata or kata[-1] != teks):
            kata.append(teks)
    return " ".join(kata)
