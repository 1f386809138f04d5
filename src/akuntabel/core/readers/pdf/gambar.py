"""Where a page shows a chart or a diagram: the words in it label the drawing, they are no text and no table."""

import re
from collections.abc import Iterable, Iterator, Sequence

from akuntabel.core.readers.pdf.baris import Baris
from akuntabel.core.readers.pdf.garis import KisiGaris
from akuntabel.core.readers.pdf.isi import IsiHalaman, Kotak

DEKAT = 10.0  # points between the shapes of one drawing
BENTUK_SEDIKIT = 3  # shapes inside the drawing
LUAS_ALAS = 0.8  # of the drawing: a shape as large is the ground that it lies on
TINGGI_SEDIKIT = 40.0
LEBAR_SEDIKIT = 60.0
LUAS_HIASAN = 0.6  # of the page: what is larger is an ornament of the page, with text on it
PINGGIR = 16.0  # points below and above a drawing where its axes are labelled
LEBAR_LABEL = 0.45  # of the page: a label is no wider
TEPI_TABEL = 3.0  # points: a table's own lines stand no farther from it
CONTOH_WARNA = 14.0  # points: the coloured squares of a legend
JARAK_LEGENDA = 45.0
KECIL = 0.95  # of the page's usual size: so small a line below a chart labels it
BATAS_BENTUK = 3000  # on one page
_KETERANGAN = re.compile(r"\s*(Gambar|Grafik|Bagan|Diagram|Tabel|Sumber|Catatan)\b", re.IGNORECASE)


def find_gambar(isi: IsiHalaman, kisi: Sequence[KisiGaris]) -> list[Kotak]:
    """The drawings of a page, each with its legend."""
    bentuk = [k for k in _daftar_bentuk(isi) if not any(g.kotak.memuat(k.tengah, TEPI_TABEL) for g in kisi)]
    kelompok = _kelompok(bentuk[:BATAS_BENTUK])
    gambar = [
        kotak
        for kotak, anggota in kelompok
        if kotak.tinggi > TINGGI_SEDIKIT
        and kotak.lebar > LEBAR_SEDIKIT
        and kotak.luas < LUAS_HIASAN * isi.lebar * isi.tinggi
        and sum(_is_di_dalam(k, kotak) for k in anggota) >= BENTUK_SEDIKIT
    ]
    contoh_warna = [k for k, _ in kelompok if max(k.tinggi, k.lebar) <= CONTOH_WARNA]
    for n, g in enumerate(gambar):
        for k in contoh_warna:
            if g.menyentuh(k, JARAK_LEGENDA):
                gambar[n] = gambar[n].gabung(k)
    return gambar


def _is_di_dalam(bentuk: Kotak, kotak: Kotak) -> bool:
    """Whether a shape is neither a side nor the ground of the box around it: a note in a frame has no such shapes."""
    return kotak.memuat(bentuk.tengah, -TEPI_TABEL) and bentuk.luas < LUAS_ALAS * kotak.luas


def _daftar_bentuk(isi: IsiHalaman) -> Iterator[Kotak]:
    yield from isi.arsir
    yield from isi.lukisan
    for g in isi.datar:
        yield Kotak(g.awal, g.posisi, g.akhir, g.posisi)
    for g in isi.tegak:
        yield Kotak(g.posisi, g.awal, g.posisi, g.akhir)


def _kelompok(bentuk: Iterable[Kotak]) -> list[tuple[Kotak, list[Kotak]]]:
    """Shapes that lie close together, with the box around them."""
    hasil: list[tuple[Kotak, list[Kotak]]] = []
    for b in sorted(bentuk, key=lambda k: k.atas):
        kotak, anggota = b, [b]
        while dekat := [h for h in hasil if h[0].menyentuh(kotak, DEKAT)]:
            hasil = [h for h in hasil if h not in dekat]
            for lain, isi in dekat:
                kotak, anggota = kotak.gabung(lain), anggota + isi
        hasil.append((kotak, anggota))
    return hasil


def is_label(baris: Baris, gambar: Iterable[Kotak], isi: IsiHalaman, ukuran: float) -> bool:
    """Whether a line only labels a drawing: it stands in or beside one, its runs of words are short.

    ukuran: the page's usual size of letters.
    """
    if _KETERANGAN.match(baris.teks) or any(k.kanan - k.kiri > LEBAR_LABEL * isi.lebar for k in baris.kata):
        return False
    is_kecil = len(baris.kata) > 1 or baris.ukuran < KECIL * ukuran
    return any(
        g.atas <= baris.tengah <= g.bawah
        or (
            is_kecil
            and g.atas - PINGGIR <= baris.tengah <= g.bawah + PINGGIR
            and all(g.kiri - PINGGIR <= (k.kiri + k.kanan) / 2 <= g.kanan + PINGGIR for k in baris.kata)
        )
        for g in gambar
    )
