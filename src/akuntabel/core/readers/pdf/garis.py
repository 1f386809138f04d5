"""Ruled lines and shaded boxes of a page to grids: where the columns and rows of a table are, and which cells are one.

Two ways of drawing are known. With lines down, the lines that touch each other are one table. Without them, a band of
shaded boxes side by side opens a table, its edges are the columns, and the lines across it are the rows.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from akuntabel.core.readers.pdf.isi import Garis, IsiHalaman, Kotak, Potongan

SENTUH = 2.5  # points between lines that meet
SATU = 3.0  # points between lines that are one edge
TUTUP = 0.6  # of a cell's side that a line must run along to part it from its neighbour
BATAS_GARIS = 2000  # lines and shaded boxes on one page, pieces joined; more is a drawing
BATAS_SEL = 20_000
RUANG_BARIS = 24.0  # points of white between a line and the words of its row
JARAK_BARIS = 1.9  # of the size: lines of one row stand closer
SELA_KATA = 0.45  # of the size: words of one cell stand closer
SELA_KOLOM = 0.7  # of the size: words of two columns stand farther apart
TEPI_KATA = 2.0  # points that a word must reach over an edge to cross it

_Sisi = Callable[[int, int], bool]  # whether a cell, by row and column, has no line on that side
Rentang = tuple[int, int, int, int]  # first row, first column, end row, end column


@dataclass(frozen=True, slots=True)
class KisiGaris:
    """A grid: edges of columns and rows, and its cells, each a range of rows and columns."""

    tepi_x: tuple[float, ...]
    tepi_y: tuple[float, ...]
    daftar_sel: tuple[Rentang, ...]

    @property
    def kotak(self) -> Kotak:
        """Its outline."""
        return Kotak(self.tepi_x[0], self.tepi_y[0], self.tepi_x[-1], self.tepi_y[-1])

    def find_petak(self, x: float, y: float) -> tuple[int, int] | None:
        """Row and column of a point, merged cells aside."""
        if not self.kotak.memuat((x, y)):
            return None
        baris = min(bisect_right(self.tepi_y, y), len(self.tepi_y) - 1) - 1
        return baris, min(bisect_right(self.tepi_x, x), len(self.tepi_x) - 1) - 1

    def peta_sel(self) -> dict[tuple[int, int], Rentang]:
        """For every row and column the cell that covers it."""
        return {(b, k): sel for sel in self.daftar_sel for b in range(sel[0], sel[2]) for k in range(sel[1], sel[3])}


def find_kisi(isi: IsiHalaman) -> list[KisiGaris]:
    """The tables that are drawn on a page, from top to bottom."""
    datar, tegak = _join_garis(isi.datar), _join_garis(isi.tegak)
    if len(datar) + len(tegak) + len(isi.arsir) > BATAS_GARIS:
        return []
    kisi: list[KisiGaris] = []
    lepas: list[Garis] = []
    for d, t in _kelompok(datar, tegak):
        tertutup = _kisi_tertutup(d, t, isi)
        if tertutup is None:
            lepas += d
        else:
            kisi.append(tertutup)
    kisi += _kisi_terbuka(lepas, [a for a in isi.arsir if not _is_di_dalam(a, kisi)], isi.potongan)
    return sorted(kisi, key=lambda k: (k.tepi_y[0], k.tepi_x[0]))


def _is_di_dalam(kotak: Kotak, kisi: Iterable[KisiGaris]) -> bool:
    return any(k.kotak.memuat(kotak.tengah) for k in kisi)


def _join_garis(daftar: Iterable[Garis]) -> list[Garis]:
    """Pieces of one line as one line: a border is often drawn cell by cell."""
    hasil: list[Garis] = []
    sejajar: list[Garis] = []
    for g in sorted(daftar, key=lambda g: g.posisi):
        if sejajar and g.posisi - sejajar[0].posisi > 1.2:
            hasil += _sambung(sejajar)
            sejajar = []
        sejajar.append(g)
    return hasil + _sambung(sejajar)


def _sambung(sejajar: list[Garis]) -> list[Garis]:
    hasil: list[Garis] = []
    for g in sorted(sejajar, key=lambda g: g.awal):
        if hasil and g.awal <= hasil[-1].akhir + SATU:
            hasil[-1] = Garis(hasil[-1].posisi, hasil[-1].awal, max(hasil[-1].akhir, g.akhir))
        else:
            hasil.append(g)
    return hasil


def _kelompok(datar: list[Garis], tegak: list[Garis]) -> list[tuple[list[Garis], list[Garis]]]:
    """Lines that touch each other, directly or through others."""
    induk = list(range(len(datar) + len(tegak)))

    def akar(n: int) -> int:
        while induk[n] != n:
            induk[n] = induk[induk[n]]
            n = induk[n]
        return n

    for nomor_t, t in enumerate(tegak, len(datar)):
        for nomor_d, d in enumerate(datar):
            if t.awal - SENTUH <= d.posisi <= t.akhir + SENTUH and d.awal - SENTUH <= t.posisi <= d.akhir + SENTUH:
                induk[akar(nomor_d)] = akar(nomor_t)
    anggota: dict[int, tuple[list[Garis], list[Garis]]] = {}
    for n in range(len(induk)):
        mendatar, menurun = anggota.setdefault(akar(n), ([], []))
        if n < len(datar):
            mendatar.append(datar[n])
        else:
            menurun.append(tegak[n - len(datar)])
    return list(anggota.values())


def _tepi(nilai: Iterable[float]) -> list[float]:
    """Edges: positions close to each other are one."""
    hasil: list[list[float]] = []
    for n in sorted(nilai):
        if hasil and n - hasil[-1][-1] <= SATU:
            hasil[-1].append(n)
        else:
            hasil.append([n])
    return [(h[0] + h[-1]) / 2 for h in hasil]


def _kisi_tertutup(datar: list[Garis], tegak: list[Garis], isi: IsiHalaman) -> KisiGaris | None:
    """The grid of lines that meet; None for a frame, an axis or a drawing."""
    if not tegak or len(datar) < 2:
        return None
    # Outer borders may be missing: then the table ends where the lines across it end.
    tepi_x = _tepi([t.posisi for t in tegak] + _ujung(tegak, datar))
    tepi_y = _tepi([d.posisi for d in datar] + _ujung(datar, tegak))
    jumlah = (len(tepi_x) - 1) * (len(tepi_y) - 1)
    if len(tepi_x) < 3 or len(tepi_y) < 2 or jumlah > BATAS_SEL:
        return None
    batas_x = _peta_batas(tegak, tepi_x, tepi_y)
    batas_y = _peta_batas(datar, tepi_y, tepi_x)
    sel = _gabung(
        len(tepi_y) - 1,
        len(tepi_x) - 1,
        lambda baris, kolom: (kolom, baris) not in batas_x,
        lambda baris, kolom: (baris, kolom) not in batas_y,
    )
    kisi = KisiGaris(tuple(tepi_x), tuple(tepi_y), sel)
    return kisi if len(sel) > 1 and _is_berisi(kisi, isi.potongan) else None


def _ujung(tepi: list[Garis], palang: list[Garis]) -> list[float]:
    """Where at least two crossing lines end beyond the outermost edge."""
    awal, akhir = min(t.posisi for t in tepi), max(t.posisi for t in tepi)
    luar = [p.awal for p in palang if p.awal < awal - 2 * SATU] + [
        p.akhir for p in palang if p.akhir > akhir + 2 * SATU
    ]
    return [n for n in luar if sum(abs(n - m) <= SATU for m in luar) > 1]


def _peta_batas(garis: list[Garis], tepi: list[float], petak: list[float]) -> set[tuple[int, int]]:
    """(edge, cell along it) for every side of a cell that a line runs along."""
    panjang: dict[tuple[int, int], float] = {}
    for g in garis:
        nomor = min(range(len(tepi)), key=lambda n: abs(tepi[n] - g.posisi))
        for n in range(max(bisect_right(petak, g.awal) - 1, 0), len(petak) - 1):
            if petak[n] > g.akhir:
                break
            bagian = min(g.akhir, petak[n + 1]) - max(g.awal, petak[n])
            panjang[nomor, n] = panjang.get((nomor, n), 0.0) + max(bagian, 0.0)
    return {k for k, p in panjang.items() if p >= TUTUP * (petak[k[1] + 1] - petak[k[1]])}


def _gabung(jumlah_baris: int, jumlah_kolom: int, kiri_terbuka: _Sisi, atas_terbuka: _Sisi) -> tuple[Rentang, ...]:
    """Cells from the sides that are open; what is not a rectangle is filled up to one."""
    milik = [[(b, k, b + 1, k + 1) for k in range(jumlah_kolom)] for b in range(jumlah_baris)]

    def satukan(a: Rentang, b: Rentang) -> None:
        r = (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))
        while True:
            isi = {milik[y][x] for y in range(r[0], r[2]) for x in range(r[1], r[3])}
            luas = (min(i[0] for i in isi), min(i[1] for i in isi), max(i[2] for i in isi), max(i[3] for i in isi))
            if luas == r:
                break
            r = luas
        for y in range(r[0], r[2]):
            for x in range(r[1], r[3]):
                milik[y][x] = r

    for b in range(jumlah_baris):
        for k in range(jumlah_kolom):
            if k and milik[b][k] != milik[b][k - 1] and kiri_terbuka(b, k):
                satukan(milik[b][k - 1], milik[b][k])
            if b and milik[b][k] != milik[b - 1][k] and atas_terbuka(b, k):
                satukan(milik[b - 1][k], milik[b][k])
    return tuple(dict.fromkeys(sel for baris in milik for sel in baris))


def _is_berisi(kisi: KisiGaris, potongan: Sequence[Potongan]) -> bool:
    """Whether the grid holds words as a table does: in several cells, few across its lines."""
    milik = kisi.peta_sel()
    terisi: set[tuple[int, int]] = set()
    jumlah = lintas = 0
    for p in potongan:
        petak = kisi.find_petak(*p.tengah)
        if petak is None:
            continue
        jumlah += 1
        terisi.add(petak)
        sel = milik[petak]
        lintas += p.kiri < kisi.tepi_x[sel[1]] - TEPI_KATA or p.kanan > kisi.tepi_x[sel[3]] + TEPI_KATA
    jumlah_baris = len(kisi.tepi_y) - 1
    return len(terisi) > 1 and len({t[0] for t in terisi}) * 4 >= jumlah_baris and lintas * 5 <= jumlah


def _kisi_terbuka(datar: list[Garis], arsir: list[Kotak], potongan: Sequence[Potongan]) -> Iterator[KisiGaris]:
    """Tables without lines down."""
    sisa = sorted(arsir, key=lambda a: (a.atas, a.kiri))
    bawah = 0.0
    while sisa:
        deret = _deret(sisa)
        if deret is None or deret[0].atas < bawah - SATU:
            sisa.pop(0)
            continue
        kisi = _build_terbuka(deret, datar, arsir, potongan)
        if kisi is not None:
            bawah = kisi.tepi_y[-1]
            yield kisi
        sisa = [a for a in sisa if a not in deret]


def _deret(arsir: list[Kotak]) -> list[Kotak] | None:
    """The shaded boxes side by side that begin with the first."""
    deret = [arsir[0]]
    for a in arsir[1:]:
        if abs(a.atas - deret[0].atas) <= SATU and abs(a.kiri - deret[-1].kanan) <= SATU:
            deret.append(a)
    return deret if len(deret) > 1 else None


def _build_terbuka(
    deret: list[Kotak], datar: list[Garis], arsir: list[Kotak], potongan: Sequence[Potongan]
) -> KisiGaris | None:
    kiri, kanan, atas = deret[0].kiri, deret[-1].kanan, deret[0].atas
    palang = [g for g in datar if g.posisi > atas - SATU and min(g.akhir, kanan) - max(g.awal, kiri) > 2 * SATU]
    warna = [a for a in arsir if a.atas > atas - SATU and a.kiri > kiri - SATU and a.kanan < kanan + SATU]
    kepala = [a for a in warna if a.atas < max(d.bawah for d in deret) - SATU]
    tepi_x = _tepi([a.kiri for a in kepala] + [a.kanan for a in kepala])
    tepi_y = _tepi([atas] + [g.posisi for g in palang] + [a.bawah for a in kepala])
    kata = [p for p in potongan if kiri - SATU <= p.tengah[0] <= kanan + SATU and p.tengah[1] > atas]
    tertutup = _daftar_tertutup(tepi_x, tepi_y, kata, warna)
    if len(tertutup) < 2:
        return None
    tepi_y = tepi_y[: len(tertutup) + 1]
    rusuk = palang + [Garis(n, a.kiri, a.kanan) for a in warna for n in (a.atas, a.bawah)]
    batas_y = _peta_batas(rusuk, tepi_y, tepi_x)
    sel = _gabung(
        len(tertutup),
        len(tepi_x) - 1,
        lambda baris, kolom: kolom in tertutup[baris],
        lambda baris, kolom: (baris, kolom) not in batas_y,
    )
    return KisiGaris(tuple(tepi_x), tuple(tepi_y), sel)


def _daftar_tertutup(
    tepi_x: list[float], tepi_y: list[float], kata: list[Potongan], warna: list[Kotak]
) -> list[set[int]]:
    """The inner edges that each row's merged cells lie over, row by row until the table ends.

    It ends before a band that is no row, or whose words run on over all its columns.
    """
    hasil: list[set[int]] = []
    for atas, bawah in pairwise(tepi_y):
        isi = [p for p in kata if atas <= p.tengah[1] < bawah]
        penutup = [a for a in warna if a.atas - SATU < atas and bawah < a.bawah + SATU]
        if not _is_baris(isi, atas, bawah) or (not penutup and _is_kepala_lain(tepi_x, bawah, warna)):
            break
        if penutup:
            lintas = {n for n, x in enumerate(tepi_x) if any(a.kiri + SATU < x < a.kanan - SATU for a in penutup)}
        else:
            tetangga = _tetangga(isi)
            lintas = {n for n in range(1, len(tepi_x) - 1) if _is_terlintas(tepi_x[n], isi, tetangga)}
            if lintas and not any(_is_terpisah(x, isi, tetangga) for x in tepi_x[1:-1]):
                break
        hasil.append(lintas)
    return hasil


def _is_baris(isi: Sequence[Potongan], atas: float, bawah: float) -> bool:
    """Whether the words between two lines may be a row: close to the lines, and close to each other."""
    if not isi or bawah - max(p.dasar for p in isi) > RUANG_BARIS:
        return False
    if min(p.dasar - p.ukuran for p in isi) - atas > RUANG_BARIS:
        return False
    ukuran = max(p.ukuran for p in isi)
    return all(b - a <= JARAK_BARIS * ukuran for a, b in pairwise(sorted({p.dasar for p in isi})))


def _is_kepala_lain(tepi_x: Sequence[float], bawah: float, warna: Sequence[Kotak]) -> bool:
    """Whether the header of a table with other columns begins at the band's lower line: then the band is no row."""
    tepi = [x for a in warna if abs(a.atas - bawah) <= SATU for x in (a.kiri, a.kanan)]
    return any(min(abs(x - t) for t in tepi_x) > SATU for x in tepi)


def _tetangga(isi: Sequence[Potongan]) -> list[tuple[Potongan, Potongan]]:
    """The words that stand next to each other in a line."""
    baris: list[list[Potongan]] = []
    for p in sorted(isi, key=lambda p: p.dasar):
        if baris and p.dasar - baris[-1][0].dasar < TEPI_KATA:
            baris[-1].append(p)
        else:
            baris.append([p])
    return [pasangan for b in baris for pasangan in pairwise(sorted(b, key=lambda p: p.kiri))]


def _is_terlintas(x: float, isi: Sequence[Potongan], tetangga: Sequence[tuple[Potongan, Potongan]]) -> bool:
    """Whether words run on over an edge."""
    return _is_lintas(x, isi) or any(
        b.kiri - a.kanan < SELA_KATA * a.ukuran for a, b in tetangga if a.tengah[0] < x <= b.tengah[0]
    )


def _is_terpisah(x: float, isi: Sequence[Potongan], tetangga: Sequence[tuple[Potongan, Potongan]]) -> bool:
    """Whether an edge parts words in every line that has some on both sides, and in one at least."""
    celah = [(b.kiri - a.kanan) / a.ukuran for a, b in tetangga if a.tengah[0] < x <= b.tengah[0]]
    return not _is_lintas(x, isi) and bool(celah) and min(celah) > SELA_KOLOM


def _is_lintas(x: float, isi: Sequence[Potongan]) -> bool:
    return any(p.kiri + TEPI_KATA < x < p.kanan - TEPI_KATA for p in isi)
