"""From the cells of a sheet to paragraphs and tables: titles above, headers of several rows, notes below.

Blank rows part what stands on a sheet; a part that goes on with figures in the same columns belongs to the table above
it. Rows keep the number they have in the sheet.
"""

import re
from collections.abc import Iterator, Sequence

from akuntabel.core.naskah.terbaca import Letak, ParagrafTerbaca, SelTerbaca
from akuntabel.core.readers.batas import BATAS_SEL, require_wajar
from akuntabel.core.readers.kisi import Blok, Kisi, is_caption
from akuntabel.core.readers.lembar.lembar import Isian, Lembar
from akuntabel.core.readers.letak.bentuk_sel import is_tahun

Baris = tuple[int, dict[int, Isian]]  # number in the sheet, cells by column
_PENUTUP = re.compile(r"\b(?:jumlah|total|rata-rata|sub ?total)\b", re.IGNORECASE)
_PALING_BAWAH = re.compile(r"(?:grand )?(?:jumlah|total)\b(?! \d)", re.IGNORECASE)
_KEPALA_TERTINGGI = 6
_KOSONG = Isian("")


def find_blok(lembar: Lembar) -> Iterator[Blok]:
    """What stands on a sheet, from top to bottom."""
    susunan = _Susunan(lembar)
    for bagian in susunan.pisah():
        yield from susunan.add(bagian)
    yield from susunan.tutup()


class _Susunan:
    """The sheet on its way to blocks; a table stays open until something else begins."""

    def __init__(self, lembar: Lembar) -> None:
        self._lembar = lembar
        self._gabung = _Gabungan(lembar)
        self._tabel: list[Baris] = []
        self._jumlah_tabel = 0
        self._letak = Letak()

    def pisah(self) -> Iterator[list[Baris]]:
        """The parts between blank rows; a title of a table inside a part opens one of its own."""
        bagian: list[Baris] = []
        for nomor in sorted(self._lembar.sel):
            baris = nomor, self._lembar.sel[nomor]
            is_baru = bagian and not all(self._gabung.is_bersambung(n) for n in range(bagian[-1][0] + 1, nomor))
            if is_baru or (bagian and len(baris[1]) == 1 and is_caption(_teks(baris))):
                yield bagian
                bagian = []
            bagian.append(baris)
        if bagian:
            yield bagian

    def add(self, bagian: list[Baris]) -> Iterator[Blok]:
        """Take a part in; what is done comes out."""
        if self._is_lanjutan(bagian):
            isi, catatan = _pisah_catatan(bagian, 0)
            self._tabel += isi
        else:
            yield from self.tutup()
            awal = self._awal_tabel(bagian)
            yield from map(_paragraf, bagian[:awal])
            self._tabel, catatan = _pisah_catatan(bagian, awal)
        if catatan:
            yield from self.tutup()
            yield from map(_paragraf, catatan)

    def tutup(self) -> Iterator[Blok]:
        """The open table, if there is one."""
        tabel, self._tabel = self._tabel, []
        if not tabel:
            return
        kiri = min(min(sel) for _, sel in tabel)
        kanan = max(max(sel) for _, sel in tabel)
        require_wajar(self._lembar.berkas, len(tabel), kanan - kiri + 1)
        self._jumlah_tabel += 1
        nama = self._lembar.nama + (f" tabel ke-{self._jumlah_tabel}" if self._jumlah_tabel > 1 else "")
        letak = Letak(baris_berkas=tabel[0][0], kolom=kiri if kiri > 1 else 0)
        kisi = [[self._sel(baris, kolom) for kolom in range(kiri, kanan + 1)] for baris in tabel]
        yield Kisi(kisi, letak, self._jumlah_kepala(tabel, kiri), nama=nama)

    def _awal_tabel(self, bagian: Sequence[Baris]) -> int:
        """Where the header begins: the first row that fills half of the width; the end where there is no table."""
        lebar = max(len(sel) for _, sel in bagian)
        for n, (nomor, sel) in enumerate(bagian[:-1]):
            if len(sel) > 1 and 2 * (len(sel) + self._gabung.jumlah_tertutup(nomor)) >= lebar:
                return n
        return len(bagian)

    def _is_lanjutan(self, bagian: Sequence[Baris]) -> bool:
        """Whether a part goes on with the open table: figures stand where figures stood, and no total has closed it."""
        if self._tabel and any(_PALING_BAWAH.match(i.teks) for i in self._tabel[-1][1].values()):
            return False
        angka = {kolom for _, sel in self._tabel for kolom, i in sel.items() if i.is_angka}
        kolom = {kolom for _, sel in self._tabel for kolom in sel}
        baru = {kolom for kolom, i in bagian[0][1].items() if i.is_angka}
        return bool(baru) and baru <= angka and all(set(sel) <= kolom for _, sel in bagian)

    def _jumlah_kepala(self, tabel: Sequence[Baris], kiri: int) -> int:
        """Rows of the header: what merges of the first row reach, then rows of words under an empty first cell."""
        if any(i.is_angka and not is_tahun(i.teks) for i in tabel[0][1].values()):
            return 0
        dasar = self._gabung.dasar(tabel[0][0])
        jumlah = 1
        while jumlah < min(len(tabel) - 1, _KEPALA_TERTINGGI):
            nomor, sel = tabel[jumlah]
            if nomor > dasar and not (len(sel) > 1 and kiri not in sel and all(_is_kata(i) for i in sel.values())):
                break
            jumlah += 1
        return jumlah

    def _sel(self, baris: Baris, kolom: int) -> SelTerbaca:
        nomor, sel = baris
        isian = sel.get(kolom, _KOSONG)
        is_lanjutan = not isian.teks and self._gabung.is_tertutup(nomor, kolom)
        if self._letak.baris_berkas != nomor:
            self._letak = Letak(baris_berkas=nomor)
        return SelTerbaca(isian.teks, self._letak, is_lanjutan, isian.rumus)


class _Gabungan:
    """Which cells a merge covers, as far down as there are cells at all."""

    def __init__(self, lembar: Lembar) -> None:
        self._daftar: dict[int, list[tuple[int, int, int, int]]] = {}
        tinggi, sisa = max(lembar.sel, default=0), BATAS_SEL
        for sudut in lembar.gabung:
            atas, _, bawah, _ = sudut
            bawah = min(bawah, tinggi)
            sisa -= max(bawah - atas, 0) + 1
            if sisa < 0:
                break
            for baris in range(atas, bawah + 1):
                self._daftar.setdefault(baris, []).append(sudut)

    def is_tertutup(self, baris: int, kolom: int) -> bool:
        """Whether a cell belongs to a merge that starts elsewhere."""
        return any(
            kiri <= kolom <= kanan and (atas, kiri) != (baris, kolom)
            for atas, kiri, _, kanan in self._daftar.get(baris, ())
        )

    def jumlah_tertutup(self, baris: int) -> int:
        """How many cells of a row are covered."""
        return sum(kanan - kiri + (atas < baris) for atas, kiri, _, kanan in self._daftar.get(baris, ()))

    def is_bersambung(self, baris: int) -> bool:
        """Whether a merge from a row above reaches into this one."""
        return any(atas < baris for atas, _, _, _ in self._daftar.get(baris, ()))

    def dasar(self, baris: int) -> int:
        """The lowest row that a merge which starts here reaches."""
        return max((bawah for atas, _, bawah, _ in self._daftar.get(baris, ()) if atas == baris), default=baris)


def _pisah_catatan(bagian: list[Baris], awal: int) -> tuple[list[Baris], list[Baris]]:
    """A table and the notes under it: rows of one text that no figure goes with."""
    akhir = len(bagian)
    while akhir > awal + 1 and _is_catatan(bagian[akhir - 1]):
        akhir -= 1
    return (bagian[awal:akhir], bagian[akhir:]) if akhir - awal > 1 or not awal else ([], bagian[awal:])


def _is_catatan(baris: Baris) -> bool:
    isian = list(baris[1].values())
    return len(isian) == 1 and not isian[0].is_angka and not isian[0].rumus and not _PENUTUP.search(isian[0].teks)


def _is_kata(isian: Isian) -> bool:
    return is_tahun(isian.teks) or not any(c.isdigit() for c in isian.teks)


def _paragraf(baris: Baris) -> ParagrafTerbaca:
    return ParagrafTerbaca(_teks(baris), Letak(baris_berkas=baris[0]))


def _teks(baris: Baris) -> str:
    return " ".join(baris[1][kolom].teks for kolom in sorted(baris[1]))
