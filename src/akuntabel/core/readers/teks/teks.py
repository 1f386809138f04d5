"""Plain text as extraction leaves it, and Markdown: tables by tabs, by pipes or by the places of their words."""

import re
from collections.abc import Iterator, Sequence

from akuntabel.core.naskah.terbaca import Letak, NaskahTerbaca
from akuntabel.core.readers.galat import BerkasTidakTerbacaError
from akuntabel.core.readers.kisi import Blok, build_naskah
from akuntabel.core.readers.letak.baris_halaman import is_daftar_isi, is_nomor_halaman
from akuntabel.core.readers.letak.tata_letak import BarisKata, Kata, read_tata_letak
from akuntabel.core.readers.teks.halaman import BATAS_BARIS_TEKS, BarisTeks, split_halaman
from akuntabel.core.readers.teks.markdown import is_baris_pipa, is_garis, read_judul, read_pipa
from akuntabel.core.readers.teks.paragraf import join_paragraf
from akuntabel.core.readers.teks.tab import read_tab

_POLA_KATA = re.compile(r"\S+(?: \S+)*")


def read_teks(berkas: str, teks: str) -> NaskahTerbaca:
    """The paragraphs and tables of a text; the line of the file is kept as the place.

    Raises BerkasTidakTerbacaError for a text that is longer than any report.
    """
    if teks.count("\n") > BATAS_BARIS_TEKS:
        raise BerkasTidakTerbacaError(berkas, f"lebih dari {BATAS_BARIS_TEKS // 1000} ribu baris")
    baris = split_halaman(teks)
    return build_naskah(berkas, "txt", join_paragraf(_blok(baris)), jumlah_halaman=baris[-1].halaman if baris else 0)


def _blok(baris: Sequence[BarisTeks]) -> Iterator[Blok]:
    """Blocks in order; what neither tabs nor Markdown explain waits to be read by its places."""
    n = 0
    tunda: list[BarisKata] = []
    while n < len(baris):
        akhir, blok = _blok_bertanda(baris, n)
        if blok is None:
            tunda.append(_baris_kata(baris[n]))
            n += 1
            continue
        yield from read_tata_letak(tunda)
        tunda = []
        yield blok
        n = akhir
    yield from read_tata_letak(tunda)


def _blok_bertanda(baris: Sequence[BarisTeks], n: int) -> tuple[int, Blok | None]:
    isi = baris[n].isi
    if "\t" in isi and not _is_daftar_isi(isi):
        akhir = _akhir_tab(baris, n)
        bertab = [(b.isi, _letak(b)) for b in baris[n:akhir] if "\t" in b.isi]
        return akhir, read_tab(bertab)
    if is_baris_pipa(isi) and n + 1 < len(baris) and is_garis(baris[n + 1].isi):
        akhir = n + 2
        while akhir < len(baris) and is_baris_pipa(baris[akhir].isi):
            akhir += 1
        return akhir, read_pipa([(b.isi, _letak(b)) for b in baris[n:akhir]])
    return n + 1, read_judul(isi, _letak(baris[n]))


def _letak(b: BarisTeks) -> Letak:
    return Letak(halaman=b.halaman, baris_berkas=b.nomor)


def _baris_kata(b: BarisTeks) -> BarisKata:
    isi = b.isi.replace("\u00a0", " ")
    if "\t" in isi:  # a line of contents: its tab is the only mark of it
        return BarisKata(_letak(b), (Kata(0, len(isi), isi.strip()),) if isi.strip() else ())
    return BarisKata(_letak(b), tuple(Kata(m.start(), m.end(), m[0]) for m in _POLA_KATA.finditer(isi)))


def _is_daftar_isi(isi: str) -> bool:
    """ "BAB I PENDAHULUAN<tab>3": a line of contents, not a row."""
    sel = isi.split("\t")
    return is_daftar_isi(isi) or (
        len(sel) == 2 and sel[1].strip().isdigit() and not sel[0][:1].isdigit() and bool(sel[0].strip())
    )


def _akhir_tab(baris: Sequence[BarisTeks], awal: int) -> int:
    """Rows go on over blank lines and page numbers while the next line has as many tabs, or fewer right below."""
    tab = baris[awal].isi.count("\t")
    n = akhir = awal + 1
    while n < len(baris):
        isi = baris[n].isi
        jumlah = isi.count("\t")
        if jumlah == tab or (jumlah and n == akhir and not _is_daftar_isi(isi)):
            tab, akhir = max(tab, jumlah), n + 1
        elif isi.strip() and not (is_nomor_halaman(isi.strip()) and baris[n].halaman):
            break
        n += 1
    return akhir
