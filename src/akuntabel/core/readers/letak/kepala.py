"""The head of each column from head rows whose words have places: heads over several columns, heads over lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from akuntabel.core.readers.letak.bentuk_sel import is_nomor, is_tahun
from akuntabel.core.readers.letak.kepala_kolom import Isi, kepala_tunggal
from akuntabel.core.readers.letak.kolom import Kata, Rentang, kolom_kata, split_kata

_Grid = list[list[str]]
MIRING = 0.2  # how far from the middle of its columns a head over them may stand, as a part of their width
TEGAK = 0.05  # the same for a head that stands in the middle for certain
RATA_KIRI = 0.1  # how far from the left edge of its column a head may begin, as a part of its width
LEBAR_DISUKAI = 0.05  # of that distance, what one more column is worth


@dataclass(frozen=True, slots=True)
class _Induk:
    """A head that may stand over others, with the column it was put in."""

    baris: int
    kolom: int
    kata: Kata
    lebar: int  # columns it touches

    @property
    def tengah(self) -> float:
        return (self.kata.kiri + self.kata.kanan) / 2


def join_kepala(daftar_baris: Sequence[Sequence[Kata]], kolom: Sequence[Rentang]) -> list[str]:
    """The words above each column, those of a head over several columns repeated for each."""
    grid: _Grid = [[""] * len(kolom) for _ in daftar_baris]
    letak: list[_Induk] = []
    for n, baris in enumerate(daftar_baris):
        for kata in (p for k in baris for p in split_kata(k, kolom)):
            kena = kolom_kata(kata, kolom)
            ke = _kolom_utama(kata, kena, kolom)
            grid[n][ke] = f"{grid[n][ke]} {kata.teks}".strip()
            letak.append(_Induk(n, ke, kata, len(kena)))
    for n in range(len(grid) - 1):
        _sebar([i for i in letak if i.baris == n], grid, kolom)
    return [" ".join(_tanpa_ulang([b[k] for b in grid if b[k]])) for k in range(len(kolom))]


def _kolom_utama(kata: Kata, kena: range, kolom: Sequence[Rentang]) -> int:
    """The column that most of a head lies over, or the nearest."""
    if not kena:
        tengah = (kata.kiri + kata.kanan) / 2
        return min(range(len(kolom)), key=lambda n: abs(kolom[n].tengah - tengah))
    return max(kena, key=lambda n: min(kata.kanan, kolom[n].kanan) - max(kata.kiri, kolom[n].kiri))


def _tanpa_ulang(kata: Sequence[str]) -> Iterator[str]:
    for n, k in enumerate(kata):
        if n == 0 or kata[n - 1] != k:
            yield k


def _sebar(satu_baris: Sequence[_Induk], grid: _Grid, kolom: Sequence[Rentang]) -> None:
    """Copy the heads of one row to all the columns that they stand over."""
    for rumpun in _rumpun(satu_baris, grid):
        induk = [i for i in satu_baris if i.kolom in rumpun]
        for i, anak in zip(induk, _bagi(induk, rumpun, kolom), strict=True):
            if _is_induk(i, anak, grid):
                for k in anak:
                    grid[i.baris][k] = i.kata.teks


def _rumpun(satu_baris: Sequence[_Induk], grid: _Grid) -> Iterator[range]:
    """Neighbouring columns whose heads of values begin on the same row below, with their parents alone above."""
    if not satu_baris:
        return
    n, isi = satu_baris[0].baris, {i.kolom for i in satu_baris}
    mulai = [next((m for m in range(n + 1, len(grid)) if grid[m][k]), 0) for k in range(len(grid[0]))]
    boleh = [
        mulai[k] if not any(b[k] for b in grid[: n if k in isi else n + 1]) and _is_anak(grid[mulai[k]][k]) else 0
        for k in range(len(grid[0]))
    ]
    awal = 0
    while awal < len(boleh):
        akhir = awal + 1
        while akhir < len(boleh) and boleh[awal] and boleh[akhir] == boleh[awal]:
            akhir += 1
        if akhir - awal > 1 and any(awal <= k < akhir for k in isi):
            yield range(awal, akhir)
        awal = akhir


def _is_anak(teks: str) -> bool:
    kepala = kepala_tunggal(teks)
    return is_tahun(teks) or is_nomor(teks) or (kepala is not None and kepala.isi is Isi.NILAI)


def _bagi(induk: Sequence[_Induk], rumpun: range, kolom: Sequence[Rentang]) -> list[range]:
    """The neighbouring columns of each head, such that it stands in their middle; all of them where possible."""
    bagian = _bagi_habis(induk, rumpun, kolom)
    miring = max((_miring(i, b, kolom) for i, b in zip(induk, bagian, strict=False)), default=1.0)
    if miring > TEGAK and (rata := _bagi_rata_kiri(induk, rumpun, kolom)):
        return rata
    if miring <= MIRING:
        return bagian
    batas = [rumpun.start - 1, *(i.kolom for i in induk), rumpun.stop]
    return [_bagian_terbaik(i, range(batas[n] + 1, batas[n + 2]), kolom) for n, i in enumerate(induk)]


def _bagi_rata_kiri(induk: Sequence[_Induk], rumpun: range, kolom: Sequence[Rentang]) -> list[range]:
    """Heads typed by hand, each beginning where the first of its columns does, all over as many; [] where not so."""
    bagian = [range(a, b) for a, b in pairwise([*(i.kolom for i in induk), rumpun.stop])]
    is_rata = all(
        abs(i.kata.kiri - kolom[i.kolom].kiri) <= RATA_KIRI * (kolom[i.kolom].kanan - kolom[i.kolom].kiri)
        for i in induk
    )
    is_sama = len({len(b) for b in bagian}) == 1 and len(bagian) > 1
    return bagian if is_rata and is_sama and bagian[0].start == rumpun.start else []


def _bagi_habis(induk: Sequence[_Induk], rumpun: range, kolom: Sequence[Rentang]) -> list[range]:
    # By the columns given away so far: the least sum of distances, and the parts that make it.
    biaya: dict[int, tuple[float, list[range]]] = {rumpun.start: (0.0, [])}
    for nomor, i in enumerate(induk):
        baru: dict[int, tuple[float, list[range]]] = {}
        for awal, (jumlah, bagian) in biaya.items():
            for akhir in range(max(awal, i.kolom) + 1, rumpun.stop - (len(induk) - nomor - 1) + 1):
                jarak = jumlah + _miring(i, range(awal, akhir), kolom)
                if awal <= i.kolom and (akhir not in baru or jarak < baru[akhir][0]):
                    baru[akhir] = (jarak, [*bagian, range(awal, akhir)])
        biaya = baru
    return biaya[rumpun.stop][1] if rumpun.stop in biaya else []


def _bagian_terbaik(i: _Induk, boleh: range, kolom: Sequence[Rentang]) -> range:
    calon = [range(a, b + 1) for a in range(boleh.start, i.kolom + 1) for b in range(i.kolom, boleh.stop)]
    return min(calon, key=lambda c: _miring(i, c, kolom) - LEBAR_DISUKAI * len(c))


def _miring(i: _Induk, bagian: range, kolom: Sequence[Rentang]) -> float:
    """How far from the middle of columns a head stands, as a part of their width."""
    kiri, kanan = kolom[bagian[0]].kiri, kolom[bagian[-1]].kanan
    return abs(i.tengah - (kiri + kanan) / 2) / max(kanan - kiri, 1e-9)


def _is_induk(i: _Induk, anak: range, grid: _Grid) -> bool:
    """A head over these columns, and not one that only begins a line higher than its neighbours."""
    if len(anak) < 2:
        return False
    bawah = [" ".join(b[k] for b in grid[i.baris + 1 :] if b[k]) for k in anak]
    if i.lebar != 1 or all(is_tahun(t) or is_nomor(t) for t in bawah):
        return True
    sendiri = bawah[i.kolom - anak.start]
    return kepala_tunggal(f"{i.kata.teks} {sendiri}") is None and kepala_tunggal(sendiri) is not None
