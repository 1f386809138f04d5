"""Lines of words with their positions to paragraphs and grids: the one reader of tables that have no lines drawn.

Text files give columns of characters, PDF pages give points; nothing here depends on the unit. A table is taken only
where its columns, its head and its values leave no doubt; all else stays paragraphs.
"""

from collections.abc import Iterator, Sequence

from akuntabel.core.naskah.terbaca import ParagrafTerbaca
from akuntabel.core.readers.kisi import Blok, is_caption
from akuntabel.core.readers.letak.baris_rapat import read_baris_tabel
from akuntabel.core.readers.letak.kolom import Bacaan, BarisKata, Kata
from akuntabel.core.readers.letak.tabel import read_tabel_letak
from akuntabel.core.readers.letak.tegak import read_tegak

__all__ = ["BarisKata", "Kata", "read_tata_letak"]

BATAS_KATA = 64  # runs of words, and
BATAS_HURUF = 3000  # letters that a row can have; a longer line is a paragraph
JARAK_JUDUL = 3  # paragraphs between a caption and its table


def read_tata_letak(daftar_baris: Sequence[BarisKata]) -> Iterator[Blok]:
    """Paragraphs and tables in reading order."""
    awal = 0
    for n, baris in enumerate(daftar_baris):
        if len(baris.kata) > BATAS_KATA or sum(len(k.teks) for k in baris.kata) > BATAS_HURUF:
            yield from _read_bagian(daftar_baris[awal:n])
            yield ParagrafTerbaca(baris.teks, baris.letak)
            awal = n + 1
    yield from _read_bagian(daftar_baris[awal:])


def _read_bagian(daftar_baris: Sequence[BarisKata]) -> Iterator[Blok]:
    """The same for lines that are short enough to be rows."""
    n = 0
    buta = [0, 0, 0]  # by reader: the line up to which it has looked in vain
    jarak = JARAK_JUDUL
    while n < len(daftar_baris):
        baris = daftar_baris[n]
        if not baris.kata:
            n += 1
            continue
        bacaan = _read_tabel(daftar_baris, n, buta, is_berjudul=jarak < JARAK_JUDUL)
        if bacaan is not None:
            yield from bacaan.blok
            n, jarak = bacaan.akhir, JARAK_JUDUL
            continue
        yield ParagrafTerbaca(baris.teks, baris.letak)
        jarak = 0 if is_caption(baris.teks) else jarak + 1
        n += 1


def _read_tabel(daftar_baris: Sequence[BarisKata], n: int, buta: list[int], *, is_berjudul: bool) -> Bacaan | None:
    """The table that begins on a line, by the first reader that finds one."""
    bacaan = read_tabel_letak(daftar_baris, n, is_berjudul=is_berjudul, is_buta=n < buta[0])
    if bacaan is not None and bacaan.blok:
        return bacaan
    buta[0] = max(buta[0], bacaan.akhir if bacaan is not None else 0)
    for nomor, baca in enumerate((read_baris_tabel, read_tegak), 1):
        bacaan = baca(daftar_baris, n) if n >= buta[nomor] else None
        if bacaan is not None and bacaan.blok:
            return bacaan
        buta[nomor] = max(buta[nomor], bacaan.akhir if bacaan is not None else 0)
    return None
