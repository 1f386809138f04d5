"""Where the boxes and lines of a pohon kinerja stand: layers by longest path, few crossings, text that fits its box.

Millimetres. A layer of many boxes is set in two rows, as bricks are, so that the drawing stays legible on A4; lines run
through the gaps. Text is measured with the glyphs of the shipped typeface.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from akuntabel.core.naskah.lebar import measure_teks
from akuntabel.siklus.perencanaan.pohon import compute_lapisan, sort_lapisan

LEBAR_KOTAK_MM = 40.0
LEBAR_LEWAT_MM = 6.0  # the gap through which a line passes a layer
JARAK_MM = 4.0
JARAK_LAPIS_MM = 14.0
BANTALAN_MM = 2.0
HURUF_PT = 8.0
BARIS_MM = 3.7
BARIS_PALING_BANYAK = 8
KOTAK_SEBARIS = 6  # more boxes than these in a layer stand in two rows


@dataclass(frozen=True, slots=True)
class KotakPohon:
    """A condition to be drawn. keterangan: unit and the like, one line each; tautan: where a click leads."""

    id: int
    kode: str
    nama: str
    tingkat: str
    keterangan: tuple[str, ...] = ()
    tautan: str = ""


@dataclass(frozen=True, slots=True)
class GarisPohon:
    """A line from a condition down to what brings it about. mitra: the partner of a crosscutting line."""

    atas: int
    bawah: int
    is_crosscutting: bool = False
    mitra: str = ""


@dataclass(frozen=True, slots=True)
class Letak:
    """Where a box stands, in millimetres from the top left."""

    x: float
    y: float
    lebar: float
    tinggi: float

    @property
    def tengah(self) -> float:
        """The middle, from the left."""
        return self.x + self.lebar / 2


@dataclass(frozen=True, slots=True)
class IsiKotak:
    """The lines of text of a box."""

    nama: tuple[str, ...]
    keterangan: tuple[str, ...]

    @property
    def tinggi(self) -> float:
        """The height of its box."""
        return (len(self.nama) + len(self.keterangan)) * BARIS_MM + 2 * BANTALAN_MM


@dataclass(frozen=True, slots=True)
class TataLetak:
    """The whole drawing: boxes with their lines of text, and the points of every line."""

    lebar: float
    tinggi: float
    kotak: dict[int, Letak]
    isi: dict[int, IsiKotak]
    garis: tuple[tuple[GarisPohon, tuple[tuple[float, float], ...]], ...]


def compute_tata_letak(daftar_kotak: Sequence[KotakPohon], daftar_garis: Sequence[GarisPohon]) -> TataLetak:
    """Boxes in layers by longest path, with few crossings. Raises ValueError on a cycle."""
    simpul = [k.id for k in daftar_kotak]
    jalur, semua_simpul, semua_garis = _sisipkan_lewat(simpul, [(g.atas, g.bawah) for g in daftar_garis])
    lapisan = sort_lapisan(compute_lapisan(semua_simpul, semua_garis), semua_garis)
    isi = {k.id: _isi_kotak(k) for k in daftar_kotak}
    x = _compute_x(lapisan, semua_garis, frozenset(isi))
    letak = _letakkan(lapisan, isi, x)
    kotak = {i: letak[i].kotak for i in simpul}
    lebar = max((k.x + k.lebar for k in kotak.values()), default=0.0) + JARAK_MM
    tinggi = max((k.y + k.tinggi for k in kotak.values()), default=0.0) + JARAK_MM
    garis = tuple((g, tuple(_titik(letak, jalur[g.atas, g.bawah]))) for g in daftar_garis)
    return TataLetak(lebar, tinggi, kotak, isi, garis)


def _sisipkan_lewat(
    simpul: Sequence[int], hubungan: Sequence[tuple[int, int]]
) -> tuple[dict[tuple[int, int], list[int]], list[int], list[tuple[int, int]]]:
    """Cut long lines at every layer they pass: the way of each line, and all nodes and lines with the cuts (< 0)."""
    dalam = {s: n for n, lapis in enumerate(compute_lapisan(simpul, hubungan)) for s in lapis}
    jalur: dict[tuple[int, int], list[int]] = {}
    lewat = 0
    for atas, bawah in hubungan:
        panjang = dalam[bawah] - dalam[atas] - 1
        jalur[atas, bawah] = [atas, *range(lewat - 1, lewat - 1 - panjang, -1), bawah]
        lewat -= panjang
    pecahan = [(a, b) for j in jalur.values() for a, b in pairwise(j)]
    return jalur, [*simpul, *range(-1, lewat - 1, -1)], pecahan


def _isi_kotak(k: KotakPohon) -> IsiKotak:
    """Code and name broken to the width of a box, then what is said besides."""
    keterangan = (baris for teks in k.keterangan for baris in potong_teks(teks, 2))
    return IsiKotak(tuple(potong_teks(f"{k.kode} {k.nama}", BARIS_PALING_BANYAK)), tuple(keterangan))


def potong_teks(teks: str, paling_banyak: int, ruang_mm: float = LEBAR_KOTAK_MM - 2 * BANTALAN_MM) -> list[str]:
    """A text in lines that fit into a box; the last ends in an ellipsis where there is more."""
    daftar_baris: list[str] = []
    for kata in teks.split():
        calon = f"{daftar_baris[-1]} {kata}" if daftar_baris else kata
        if daftar_baris and measure_teks(calon, HURUF_PT, tebal=True) <= ruang_mm:
            daftar_baris[-1] = calon
        else:
            daftar_baris += _pecah_kata(kata, ruang_mm)
    if len(daftar_baris) <= paling_banyak:
        return daftar_baris
    akhir = daftar_baris[paling_banyak - 1]
    while akhir and measure_teks(f"{akhir}…", HURUF_PT, tebal=True) > ruang_mm:
        akhir = akhir[:-1]
    return [*daftar_baris[: paling_banyak - 1], f"{akhir.rstrip()}…"]


def _pecah_kata(kata: str, ruang_mm: float) -> Iterator[str]:
    """A word too long for any line, in pieces."""
    while measure_teks(kata, HURUF_PT, tebal=True) > ruang_mm:
        muat = (n for n in range(len(kata), 1, -1) if measure_teks(kata[:n], HURUF_PT, tebal=True) <= ruang_mm)
        n = next(muat, 1)
        yield kata[:n]
        kata = kata[n:]
    if kata:
        yield kata


def _compute_x(
    lapisan: Sequence[Sequence[int]], hubungan: Sequence[tuple[int, int]], kotak: frozenset[int]
) -> dict[int, float]:
    """The middle of every node: drawn towards what it is joined with, in the order of its layer, without overlap."""
    tetangga: dict[int, list[int]] = defaultdict(list)
    for a, b in hubungan:
        tetangga[a].append(b)
        tetangga[b].append(a)
    rapat = {s: o for lapis in lapisan for s, o in _rapatkan(lapis, kotak).items()}
    x = dict(rapat)
    for putaran in range(12):
        for lapis in lapisan if putaran % 2 else reversed(lapisan):
            harap = [sum(x[t] for t in tetangga[s]) / len(tetangga[s]) if tetangga[s] else x[s] for s in lapis]
            geser = _naikkan([h - rapat[s] for h, s in zip(harap, lapis, strict=True)])
            x |= {s: g + rapat[s] for g, s in zip(geser, lapis, strict=True)}
    tepi = min((x[s] - LEBAR_KOTAK_MM / 2 for s in x), default=0.0)
    return {s: nilai - tepi + JARAK_MM for s, nilai in x.items()}


def _rapatkan(lapis: Sequence[int], kotak: frozenset[int]) -> dict[int, float]:
    """The middles of a layer when it stands as close as it may; boxes of two rows overlap by half, as bricks do."""
    is_dua_baris = _is_dua_baris(lapis, kotak)
    hasil: dict[int, float] = {}
    kini = 0.0
    for kiri, s in zip((None, *lapis), lapis, strict=False):
        if kiri is not None:
            if is_dua_baris and kiri in kotak and s in kotak:
                kini += (LEBAR_KOTAK_MM + JARAK_MM) / 2
            else:
                kini += JARAK_MM + sum(LEBAR_KOTAK_MM if n in kotak else LEBAR_LEWAT_MM for n in (kiri, s)) / 2
        hasil[s] = kini
    return hasil


def _is_dua_baris(lapis: Sequence[int], kotak: frozenset[int]) -> bool:
    return sum(s in kotak for s in lapis) > KOTAK_SEBARIS


def _naikkan(daftar: Sequence[float]) -> list[float]:
    """The nearest numbers that never fall: what would fall is pooled at its mean (isotonic regression)."""
    balok: list[tuple[float, int]] = []  # sum, how many
    for nilai in daftar:
        jumlah, banyak = nilai, 1
        while balok and balok[-1][0] / balok[-1][1] > jumlah / banyak:
            jumlah_kiri, banyak_kiri = balok.pop()
            jumlah, banyak = jumlah + jumlah_kiri, banyak + banyak_kiri
        balok.append((jumlah, banyak))
    return [jumlah / banyak for jumlah, banyak in balok for _ in range(banyak)]


@dataclass(frozen=True, slots=True)
class _Tempat:
    """A node within its layer: its box, and where its layer begins and ends."""

    kotak: Letak
    atas: float
    bawah: float


def _letakkan(
    lapisan: Sequence[Sequence[int]], isi: Mapping[int, IsiKotak], x: Mapping[int, float]
) -> dict[int, _Tempat]:
    """Layer under layer; in two rows every second box stands in the lower one."""
    letak: dict[int, _Tempat] = {}
    y = JARAK_MM
    for lapis in lapisan:
        kotak = [s for s in lapis if s in isi]
        is_dua_baris = _is_dua_baris(lapis, frozenset(isi))
        daftar_baris = [kotak[0::2], kotak[1::2]] if is_dua_baris else [kotak]
        puncak = dasar = y
        for baris in daftar_baris:
            for s in baris:
                kiri = x[s] - LEBAR_KOTAK_MM / 2
                letak[s] = _Tempat(Letak(kiri, y, LEBAR_KOTAK_MM, isi[s].tinggi), puncak, 0.0)
            dasar = max(letak[s].kotak.y + letak[s].kotak.tinggi for s in baris)
            y = dasar + JARAK_MM
        for s in lapis:
            lewat = Letak(x[s] - LEBAR_LEWAT_MM / 2, puncak, LEBAR_LEWAT_MM, dasar - puncak)
            letak[s] = _Tempat(letak[s].kotak if s in letak else lewat, puncak, dasar)
        y = dasar + JARAK_LAPIS_MM
    return letak


def _titik(letak: Mapping[int, _Tempat], jalur: Sequence[int]) -> Iterator[tuple[float, float]]:
    """From the foot of the upper box to the head of the lower one; within a layer straight down through its gaps."""
    atas, bawah = letak[jalur[0]], letak[jalur[-1]]
    yield atas.kotak.tengah, atas.kotak.y + atas.kotak.tinggi
    yield atas.kotak.tengah, atas.bawah
    for lewat in jalur[1:-1]:
        yield letak[lewat].kotak.tengah, letak[lewat].atas
        yield letak[lewat].kotak.tengah, letak[lewat].bawah
    yield bawah.kotak.tengah, bawah.atas
    yield bawah.kotak.tengah, bawah.kotak.y
