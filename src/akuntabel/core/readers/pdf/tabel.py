"""Grids of a page filled with their words, and the parts of a table that page breaks cut put together again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from akuntabel.core.naskah.terbaca import Letak, SelTerbaca
from akuntabel.core.readers.kisi import Kisi
from akuntabel.core.readers.pdf.baris import build_baris
from akuntabel.core.readers.pdf.garis import KisiGaris, Rentang
from akuntabel.core.readers.pdf.isi import IsiHalaman, Kotak, Potongan
from akuntabel.core.readers.pdf.sambung import Kosakata, join_teks, join_teks_sel

TEPI_SAMA = 4.0  # points between the column edges of two parts of a table
LURUH = 6.0  # points: a row without words as low as that is a double line
NYARIS = 1.0  # points: a letter that would have fitted as closely may not have been let in
LUAR_BIASA = 20  # one word of so many may reach over the side of its cell
BANTALAN = 8.0  # points at most between a cell's words and its side

Isi = tuple[SelTerbaca, ...]


@dataclass(slots=True)
class BagianTabel:
    """A table, or what one page shows of it. tinggi_kepala: the rows that the first row's merged cells reach over."""

    kotak: Kotak
    tepi_x: tuple[float, ...]
    baris: list[Isi]
    tebal: list[bool]
    halaman: int
    tinggi_kepala: int = 1
    jumlah_ulang: int = 0
    halaman_akhir: int = 0

    def build_kisi(self) -> Kisi:
        """For :func:`build_naskah`."""
        kepala = self.jumlah_ulang or (self.tinggi_kepala if 1 < self.tinggi_kepala < len(self.baris) else None)
        return Kisi(self.baris, Letak(self.halaman), kepala)


def fill_kisi(kisi: KisiGaris, potongan: Sequence[Potongan], isi: IsiHalaman, kosakata: Kosakata) -> BagianTabel:
    """A grid with its words; merged cells hold theirs in the first, the others continue it."""
    milik = kisi.peta_sel()
    kata: dict[Rentang, list[Potongan]] = {}
    for p in potongan:
        petak = kisi.find_petak(*p.tengah)
        if petak is not None:
            kata.setdefault(milik[petak], []).append(p)
    bantalan = 2 * _bantalan(kisi, kata)
    teks = {
        sel: _teks_sel(isi_sel, kisi.tepi_x[sel[3]] - kisi.tepi_x[sel[1]] - bantalan, isi.nomor, kosakata)
        for sel, isi_sel in kata.items()
    }
    for kotak, berdiri in isi.berdiri:
        petak = kisi.find_petak(*kotak.tengah)
        if petak is not None and milik[petak] not in kata:
            teks[milik[petak]] = f"{teks.get(milik[petak], '')} {berdiri}".strip()
    baris, tebal = [], []
    for b in range(len(kisi.tepi_y) - 1):
        daftar_sel = [milik[b, k] for k in range(len(kisi.tepi_x) - 1)]
        if kisi.tepi_y[b + 1] - kisi.tepi_y[b] < LURUH and not any(s[0] == b and teks.get(s) for s in daftar_sel):
            continue
        baris.append(tuple(_sel(s, (b, k), teks, isi.nomor) for k, s in enumerate(daftar_sel)))
        huruf = [p for s in dict.fromkeys(daftar_sel) if s[0] == b for p in kata.get(s, ())]
        tebal.append(bool(huruf) and all(p.tebal for p in huruf))
    kepala = max((s[2] for s in kisi.daftar_sel if s[0] == 0), default=1)
    return BagianTabel(kisi.kotak, kisi.tepi_x, baris, tebal, isi.nomor, kepala, halaman_akhir=isi.nomor)


def _sel(sel: Rentang, petak: tuple[int, int], teks: dict[Rentang, str], halaman: int) -> SelTerbaca:
    is_pertama = (sel[0], sel[1]) == petak
    return SelTerbaca(teks.get(sel, "") if is_pertama else "", Letak(halaman), is_lanjutan=not is_pertama)


def _bantalan(kisi: KisiGaris, kata: Mapping[Rentang, Sequence[Potongan]]) -> float:
    """How much white a table leaves between words and the sides of their cells."""
    celah = sorted(
        min(p.kiri - kisi.tepi_x[sel[1]], kisi.tepi_x[sel[3]] - p.kanan) for sel, isi in kata.items() for p in isi
    )
    return min(max(celah[len(celah) // LUAR_BIASA], 0.0), BANTALAN) if celah else 0.0


def _teks_sel(potongan: Sequence[Potongan], ruang: float, halaman: int, kosakata: Kosakata) -> str:
    """The lines of a cell as one text; ``ruang`` is the width that they had."""
    daftar_baris = build_baris(potongan, halaman)
    teks = daftar_baris[0].teks if daftar_baris else ""
    for atas, bawah in pairwise(daftar_baris):
        is_penuh = atas.kanan - atas.kiri + bawah.lebar_huruf_pertama > ruang - NYARIS
        teks = join_teks_sel(teks, bawah.teks, baris_penuh=atas.teks if is_penuh else "", kosakata=kosakata)
    return teks


def is_sambungan(atas: BagianTabel, bawah: BagianTabel) -> bool:
    """Whether a table at the top of a page goes on from the one at the end of the page before."""
    if bawah.halaman != atas.halaman_akhir + 1 or not _is_tepi_sama(atas.tepi_x, bawah.tepi_x):
        return False
    if _jumlah_ulang(atas, bawah):
        return True
    # Another header at its top makes it another table.
    pertama = bawah.baris[0]
    is_kepala = bawah.tebal[0] and atas.tebal[0] and not any(c.isdigit() for s in pertama for c in s.teks)
    return not (is_kepala and sum(bool(s.teks) for s in pertama) > 1 and len(bawah.baris) > 1)


def _is_tepi_sama(a: Sequence[float], b: Sequence[float]) -> bool:
    """The same columns; pages bound left and right may shift them all."""
    return len(a) == len(b) and all(abs((x - a[0]) - (y - b[0])) <= TEPI_SAMA for x, y in zip(a, b, strict=True))


def _jumlah_ulang(atas: BagianTabel, bawah: BagianTabel) -> int:
    """How many header rows the second part repeats."""
    jumlah = 0
    for a, b in zip(atas.baris, bawah.baris, strict=False):
        if [s.teks for s in a] != [s.teks for s in b]:
            break
        jumlah += 1
    return jumlah


def join_bagian(atas: BagianTabel, bawah: BagianTabel, kosakata: Kosakata) -> BagianTabel:
    """One table of two parts: the repeated header is dropped, a row that the break cut is one row."""
    ulang = _jumlah_ulang(atas, bawah)
    baris, tebal = bawah.baris[ulang:], bawah.tebal[ulang:]
    awal = list(atas.baris)
    tebal_awal = list(atas.tebal)
    if baris and _is_terpotong(awal[-1], baris[0], len(awal) > max(atas.jumlah_ulang, ulang, 1)):
        awal[-1] = tuple(
            replace(a, teks=join_teks(a.teks, b.teks, kosakata)) for a, b in zip(awal[-1], baris[0], strict=True)
        )
        baris, tebal = baris[1:], tebal[1:]
    return replace(
        atas,
        baris=[*awal, *baris],
        tebal=[*tebal_awal, *tebal],
        jumlah_ulang=ulang or atas.jumlah_ulang,
        halaman_akhir=bawah.halaman,
    )


def _is_terpotong(atas: Isi, bawah: Isi, is_isi: bool) -> bool:
    """Whether a row goes on in the next: it has no number of its own and adds only words to cells that have some."""
    isi = [n for n, s in enumerate(bawah) if s.teks]
    if not is_isi or not isi or isi[0] == 0 or not atas[0].teks or any(not atas[n].teks for n in isi):
        return False
    if any(_is_angka(bawah[n].teks) for n in isi):
        return False
    return any(bawah[n].teks[0].islower() for n in isi) or all(atas[n].teks[-1] not in ".;:" for n in isi)


def _is_angka(teks: str) -> bool:
    huruf = sum(c.isalpha() for c in teks)
    return any(c.isdigit() for c in teks) and huruf * 2 < len(teks)
