"""The pages of a PDF to its paragraphs and grids in reading order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from akuntabel.core.naskah.terbaca import Letak, ParagrafTerbaca
from akuntabel.core.readers.kisi import Blok, Kisi, is_caption
from akuntabel.core.readers.letak.tata_letak import BarisKata, read_tata_letak
from akuntabel.core.readers.pdf.baris import Baris, build_baris, find_ukuran
from akuntabel.core.readers.pdf.gambar import find_gambar, is_label
from akuntabel.core.readers.pdf.garis import BATAS_GARIS, KisiGaris, find_kisi
from akuntabel.core.readers.pdf.isi import IsiHalaman, Potongan
from akuntabel.core.readers.pdf.paragraf import Tata, find_tata, join_baris
from akuntabel.core.readers.pdf.sambung import Kosakata, find_kosakata
from akuntabel.core.readers.pdf.tabel import BagianTabel, fill_kisi, is_sambungan, join_bagian
from akuntabel.core.readers.pdf.tepi import drop_tepi

JEDA = 1.9  # of the size: a gap between lines that is a blank line

Benda = Baris | BagianTabel


@dataclass(frozen=True, slots=True)
class _Halaman:
    """A page with its words told apart: those of each grid, and the lines outside."""

    isi: IsiHalaman
    kisi: list[tuple[KisiGaris, list[Potongan]]]
    baris: list[Baris]


def susun_halaman(daftar: Sequence[IsiHalaman]) -> list[Blok]:
    """What the pages say, running heads and the words of drawings aside."""
    drop_tepi(daftar)
    daftar_halaman = [_pilah(isi) for isi in daftar]
    kosakata = find_kosakata(b for h in daftar_halaman for b in h.baris)
    benda = _sambung_tabel([b for h in daftar_halaman for b in _daftar_benda(h, kosakata)], kosakata)
    tata = find_tata([b for b in benda if isinstance(b, Baris)], {isi.nomor: isi.lebar for isi in daftar})
    hasil: list[Blok] = []
    for is_tabel, kelompok in groupby(benda, key=lambda b: isinstance(b, BagianTabel)):
        if is_tabel:
            hasil += [b.build_kisi() for b in kelompok if isinstance(b, BagianTabel)]
        else:
            hasil += _baca_baris([b for b in kelompok if isinstance(b, Baris)], tata, kosakata)
    return hasil


def _pilah(isi: IsiHalaman) -> _Halaman:
    """Words to the grid that they stand in; a table within a table keeps its words to itself."""
    kisi = find_kisi(isi)
    milik: list[list[Potongan]] = [[] for _ in kisi]
    luar: list[Potongan] = []
    urut = sorted(range(len(kisi)), key=lambda n: kisi[n].kotak.luas)
    for p in isi.potongan:
        tempat = next((n for n in urut if kisi[n].kotak.memuat(p.tengah)), None)
        if tempat is not None:
            milik[tempat].append(p)
        elif not p.form:
            luar.append(p)
    gambar, ukuran = find_gambar(isi, kisi), find_ukuran(luar)
    baris = [_beri_bidang(b, isi) for b in build_baris(luar, isi.nomor) if not is_label(b, gambar, isi, ukuran)]
    return _Halaman(isi, list(zip(kisi, milik, strict=True)), baris)


def _daftar_benda(halaman: _Halaman, kosakata: Kosakata) -> list[Benda]:
    """Lines and tables of a page from top to bottom."""
    berletak: list[tuple[float, Benda]] = [(b.dasar, b) for b in halaman.baris]
    for kisi, potongan in halaman.kisi:
        bagian = fill_kisi(kisi, potongan, halaman.isi, kosakata)
        if any(s.teks for b in bagian.baris for s in b):
            berletak.append((bagian.kotak.atas, bagian))
    return [b for _, b in sorted(berletak, key=lambda b: b[0])]


def _beri_bidang(baris: Baris, isi: IsiHalaman) -> Baris:
    """The shaded box that a line stands in, if any."""
    ujung = (baris.kiri, baris.tengah), (baris.kanan, baris.tengah)
    bidang = [a for a in isi.arsir[:BATAS_GARIS] if all(map(a.memuat, ujung))]
    return replace(baris, bidang=min(bidang, key=lambda a: a.luas)) if bidang else baris


def _sambung_tabel(benda: Sequence[Benda], kosakata: Kosakata) -> list[Benda]:
    """Tables that a page break cut, whole again; "Tabel 3.1 (lanjutan)" between the parts goes."""
    hasil: list[Benda] = []
    for b in benda:
        if isinstance(b, BagianTabel):
            ke = len(hasil) - 1
            while ke >= 0 and _is_tanda_sambung(hasil[ke]):
                ke -= 1
            atas = hasil[ke] if ke >= 0 else None
            if isinstance(atas, BagianTabel) and is_sambungan(atas, b):
                hasil[ke:] = [join_bagian(atas, b, kosakata)]
                continue
        hasil.append(b)
    return hasil


def _is_tanda_sambung(benda: Benda) -> bool:
    if isinstance(benda, BagianTabel):
        return False
    teks = benda.teks.lower()
    return (
        len(teks) < 150
        and any(k in teks for k in ("lanjutan", "sambungan"))
        and (is_caption(benda.teks) or teks.strip("() .").startswith(("lanjutan", "sambungan")))
    )


def _baca_baris(daftar_baris: list[Baris], tata: Tata, kosakata: Kosakata) -> Iterator[Blok]:
    """Lines between drawn tables: aligned columns are tables too, the rest is text.

    The number of the line travels in ``baris_berkas`` through the reader of layouts, so that each paragraph is known
    by its lines again; a page has no such number.
    """
    masukan: list[BarisKata] = []
    for n, b in enumerate(daftar_baris):
        atas = daftar_baris[n - 1] if n else None
        if atas is not None and (b.halaman != atas.halaman or b.dasar - atas.dasar > JEDA * b.ukuran):
            masukan.append(BarisKata(Letak(b.halaman), ()))
        masukan.append(BarisKata(Letak(b.halaman, n + 1), b.kata))
    blok = list(read_tata_letak(masukan))
    awal = [b.letak.baris_berkas - 1 for b in blok]
    teks: list[Baris] = []
    for isi, mulai, akhir in zip(blok, awal, [*awal[1:], len(daftar_baris)], strict=True):
        if isinstance(isi, ParagrafTerbaca) or not _is_berkolom(daftar_baris[mulai:akhir]):
            teks += daftar_baris[mulai:akhir]
            continue
        yield from join_baris(teks, tata, kosakata)
        teks = []
        yield _tanpa_baris(isi)
    yield from join_baris(teks, tata, kosakata)


def _is_berkolom(daftar_baris: Sequence[Baris]) -> bool:
    """Whether lines stand in columns. On a page the gaps are seen; a text whose gaps were lost must be guessed at."""
    berkolom = sum(len(b.kata) > 1 for b in daftar_baris)
    return berkolom > 1 and berkolom * 3 >= len(daftar_baris)


def _tanpa_baris(kisi: Kisi) -> Kisi:
    baris = [[replace(s, letak=replace(s.letak, baris_berkas=0)) for s in b] for b in kisi.baris]
    return replace(kisi, baris=baris, letak=replace(kisi.letak, baris_berkas=0))
