"""From blocks as a reader meets them to a document: captions, headers, places. What all readers do alike.

A reader gives paragraphs and grids of cells whose places hold page and line only; here captions find their tables,
header rows become one header per column, and every block, row and column gets its number.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from akuntabel.core.naskah.terbaca import Letak, NaskahTerbaca, ParagrafTerbaca, SelTerbaca, TabelTerbaca

Baris = Sequence[SelTerbaca]
_POLA_NOMOR_KOLOM = re.compile(r"\(?\d{1,2}[a-z]?\)?")
_POLA_CAPTION = re.compile(r"Tabel\.?\s+([A-Z]{1,4}[.-])?[A-Z]?\d+(?:[.-]\d+)*\.?", re.IGNORECASE)
JARAK_CAPTION = 2  # paragraphs such as "(dalam rupiah)" that may stand between a caption and its table


@dataclass(frozen=True, slots=True)
class Kisi:
    """A grid as it was found, header rows included; rows may differ in length.

    letak: page and line of its top. jumlah_kepala: header rows, None where the file does not say. caption: where the
    file ties one to the table; otherwise it is looked for above. nama: what to call the table when it has no caption
    (the sheet of a workbook).
    """

    baris: Sequence[Baris]
    letak: Letak
    jumlah_kepala: int | None = None
    caption: str = ""
    nama: str = ""


Blok = ParagrafTerbaca | Kisi


def is_caption(teks: str) -> bool:
    """Whether a paragraph opens with "Tabel 3.1"."""
    return _POLA_CAPTION.match(teks) is not None


def count_kepala(daftar_baris: Sequence[bool]) -> int | None:
    """How many rows open a table as its header, by what the file says of each; None where none does, or all do."""
    jumlah = daftar_baris.index(False) if False in daftar_baris else 0
    return jumlah if jumlah else None


def build_naskah(
    berkas: str,
    bentuk: str,
    isi: Iterable[Blok],
    *,
    jumlah_halaman: int = 0,
    halaman_tak_terbaca: Sequence[int] = (),
) -> NaskahTerbaca:
    """The document, everything in it numbered."""
    blok = tuple(_nomori(_pasang_caption(isi)))
    return NaskahTerbaca(berkas, blok, bentuk, jumlah_halaman, tuple(halaman_tak_terbaca))


def _pasang_caption(isi: Iterable[Blok]) -> Iterator[Blok]:
    """Give each grid the caption above it; a caption's title may stand on the line below its number."""
    caption, jarak = "", 0
    for b in isi:
        if isinstance(b, Kisi):
            yield b if b.caption else replace(b, caption=caption)
            caption = ""
            continue
        yield b
        if is_caption(b.teks):
            caption, jarak = b.teks, 0
        elif caption and len(caption.split()) <= 2:
            caption = f"{caption} {b.teks}"
        else:
            jarak += 1
            caption = caption if jarak < JARAK_CAPTION else ""


def _nomori(isi: Iterable[Blok]) -> Iterator[ParagrafTerbaca | TabelTerbaca]:
    jumlah_tabel = 0
    for blok, b in enumerate(isi, 1):
        if isinstance(b, ParagrafTerbaca):
            yield ParagrafTerbaca(b.teks, _pada_blok(b.letak, blok), b.tingkat)
        else:
            jumlah_tabel += 1
            nomor = _POLA_CAPTION.match(b.caption)
            nama = " ".join(nomor[0].rstrip(".").split()) if nomor else b.nama or f"tabel ke-{jumlah_tabel}"
            yield _build_tabel(b, replace(b.letak, blok=blok, tabel=nama))


def _pada_blok(letak: Letak, blok: int) -> Letak:
    return Letak(
        letak.halaman, letak.baris_berkas, blok, letak.tabel, letak.baris, letak.kolom, letak.awal, letak.akhir
    )


def _build_tabel(kisi: Kisi, letak: Letak) -> TabelTerbaca:
    """A table; without a known number of header rows the header ends where figures begin."""
    lebar = max((len(b) for b in kisi.baris), default=0)
    baris = [_lebarkan(b, lebar, letak) for b in kisi.baris]
    jumlah = _find_kepala(baris) if kisi.jumlah_kepala is None else kisi.jumlah_kepala
    isi = [b for b in baris[jumlah:] if not _is_nomor_kolom(b)]
    judul = [b for n, b in enumerate(baris[:jumlah]) if not _is_nomor_kolom(b) or (n and not b[0].teks)]
    kepala = tuple(_gabung_kepala(judul, n) for n in range(lebar))
    return TabelTerbaca(kisi.caption, kepala, tuple(_letakkan(b, letak, n) for n, b in enumerate(isi, 1)), letak)


def _letakkan(baris: Baris, letak: Letak, nomor: int) -> tuple[SelTerbaca, ...]:
    return tuple(
        SelTerbaca(
            s.teks,
            Letak(s.letak.halaman or letak.halaman, s.letak.baris_berkas, letak.blok, letak.tabel, nomor, kolom),
            s.is_lanjutan,
            s.rumus,
        )
        for kolom, s in enumerate(baris, 1)
    )


def _lebarkan(baris: Baris, lebar: int, letak: Letak) -> Baris:
    kosong = SelTerbaca("", baris[-1].letak if baris else letak)
    return (*baris, *([kosong] * (lebar - len(baris))))


def _find_kepala(kisi: Sequence[Baris]) -> int:
    """The first row is a header; further ones are while they leave the first cell empty and hold no figure."""
    jumlah = 1
    while jumlah < len(kisi) and not kisi[jumlah][0].teks:
        atas, isi = [[s.teks for s in b] for b in kisi[jumlah - 1 : jumlah + 1]]
        if any(c.isdigit() for teks in isi for c in teks) and not is_nomor_anak(atas, isi):
            break
        jumlah += 1
    return jumlah if jumlah < len(kisi) else min(1, len(kisi))


def is_nomor_anak(atas: Sequence[str], bawah: Sequence[str]) -> bool:
    """Whether a row numbers the columns below one head: "Indikator" above 1 2 3 4, its neighbours above nothing."""
    isi = [n for n, teks in enumerate(bawah) if teks]
    return (
        len(isi) > 1
        and [bawah[n] for n in isi] == [str(k) for k in range(1, len(isi) + 1)]
        and bool(atas[isi[0]])
        and not any(atas[n] for n in isi[1:])
    )


def _is_nomor_kolom(baris: Baris) -> bool:
    """The row 1 2 3 4 5 under a header."""
    teks = [s.teks for s in baris if s.teks]
    is_awal = bool(baris) and (bool(baris[0].teks) or len(teks) * 2 > len(baris))
    return (
        is_awal and len(teks) > 2 and all(_POLA_NOMOR_KOLOM.fullmatch(t) for t in teks) and teks[0].strip("()") == "1"
    )


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
