"""Equations between printed figures, and the fewest figures that must be wrong where some do not hold.

A figure that is wrong breaks every equation it stands in, and one value would mend them all. So the figure whose
change mends most and breaks least is the one to name; without such a one the result of the equation is named.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import IntEnum
from heapq import heappop, heappush
from itertools import count

from akuntabel.core.checker.bacaan.angka_tercetak import Rentang
from akuntabel.core.checker.uang.tabel import Uang
from akuntabel.core.naskah.terbaca import Letak


class Jenis(IntEnum):
    """What an equation says; where several are broken by one figure, the first names the finding."""

    SISA = 1
    PERSEN = 2
    INDUK = 3
    JUMLAH = 4
    RANTAI = 5
    SELISIH = 6
    RINCIAN = 7
    BULAN = 8
    TOTAL_LAIN = 9
    POS_LAIN = 10


# What a change is worth for an equation that it mends, and costs for one that it breaks; the second of each is for
# soft ones. An equation that held is stronger evidence than one that did not.
NOL = Decimal(0)
BOBOT_BAIK = (2, 1)
BOBOT_RUSAK = (3, 1)


@dataclass(frozen=True, slots=True)
class Persamaan:
    """``hasil`` is the sum of the operands with their signs; urai: in words, whose it is.

    hasil_persen: where the result is a percentage of the operands with plus over those with minus, what its digits
    leave open. is_lunak: what need not hold
    (a plan beside what was spent): it only helps to tell which figure is wrong.
    """

    jenis: Jenis
    hasil: Uang
    operan: tuple[tuple[int, Uang], ...]
    urai: str
    hasil_persen: Rentang | None = None
    is_lunak: bool = False

    @property
    def daftar_uang(self) -> tuple[Uang, ...]:
        """All figures of it, the result first."""
        return (self.hasil, *(u for _, u in self.operan))

    def holds(self, nilai: Callable[[Uang], Decimal]) -> bool:
        """Whether it holds for these values, within the rounding of what is printed."""
        if self.hasil_persen is not None:
            return self._persen_holds(nilai)
        beda = nilai(self.hasil) - sum(tanda * nilai(u) for tanda, u in self.operan)
        return abs(beda) <= sum(u.lebar for u in self.daftar_uang)

    def solve(self, dicari: Uang, nilai: Callable[[Uang], Decimal]) -> Decimal | None:
        """The value that one figure must have when all others are right; None where that is not exact."""
        if self.hasil_persen is not None:
            return None
        jumlah = sum((tanda * nilai(u) for tanda, u in self.operan if u != dicari), NOL)
        if dicari == self.hasil:
            return jumlah
        tanda = next(t for t, u in self.operan if u == dicari)
        beda = nilai(self.hasil) - jumlah
        return beda if tanda > 0 or not beda else -beda

    def _persen_holds(self, nilai: Callable[[Uang], Decimal]) -> bool:
        naik = [u for t, u in self.operan if t > 0]
        turun = [u for t, u in self.operan if t < 0]
        penyebut, lebar_penyebut = _jumlah(nilai, turun), sum((u.lebar for u in turun), NOL)
        pembilang, lebar = _jumlah(nilai, naik), sum((u.lebar for u in naik), NOL)
        if self.hasil_persen is None or penyebut <= lebar_penyebut:
            return True
        bawah, atas = penyebut - lebar_penyebut, penyebut + lebar_penyebut
        ujung = [x * 100 / y for x in (pembilang - lebar, pembilang + lebar) for y in (bawah, atas)]
        return self.hasil_persen.meets(Rentang(min(ujung), max(ujung)))

    @property
    def rasio(self) -> Decimal:
        """The percentage that the printed figures give."""
        naik, turun = (_jumlah(lambda u: u.nilai, [u for t, u in self.operan if t == tanda]) for tanda in (1, -1))
        return naik * 100 / turun


def _jumlah(nilai: Callable[[Uang], Decimal], daftar: Sequence[Uang]) -> Decimal:
    return sum((nilai(u) for u in daftar), NOL)


@dataclass(frozen=True, slots=True)
class Dugaan:
    """A figure that must be wrong: what it should be (None: a percentage), and the equations that say so.

    lain: figures of which one could be wrong in its place. is_pasti: whether one value mends all these equations;
    otherwise they do not hold and nobody can tell by which figure.
    """

    uang: Uang
    nilai: Decimal | None
    persamaan: tuple[Persamaan, ...]
    lain: tuple[Uang, ...] = ()
    is_pasti: bool = True


def find_dugaan(daftar: Sequence[Persamaan]) -> tuple[Dugaan, ...]:
    """The fewest figures whose change makes the equations hold."""
    return tuple(_Perbaikan(daftar).run())


@dataclass(frozen=True, slots=True)
class _Calon:
    """A figure and the value it could have; None: a percentage, whatever its figures give."""

    uang: Uang
    nilai: Decimal | None


_Nilai = tuple[tuple[int, ...], Dugaan]


class _Perbaikan:
    """The search: what was changed so far, and what does not hold yet."""

    def __init__(self, daftar: Sequence[Persamaan]) -> None:
        self.daftar = daftar
        self.ubah: dict[Letak, Decimal] = {}
        self.tertutup: set[int] = set()  # equations that were reported by their percentage
        self.per_uang: defaultdict[Letak, list[int]] = defaultdict(list)
        for n, p in enumerate(daftar):
            for u in p.daftar_uang:
                self.per_uang[u.letak].append(n)
        self.rusak = {n for n, p in enumerate(daftar) if not p.holds(self._nilai)}
        self._calon: dict[int, tuple[_Calon, ...]] = {}
        self._skor: defaultdict[Letak, dict[_Calon, _Nilai]] = defaultdict(dict)
        # Candidates, best first; an entry whose equation holds by now or whose score has changed is passed over.
        self._antre: list[tuple[tuple[int, ...], int, int, int, int, _Calon]] = []
        self._ke = count()  # candidates cannot be compared
        for n in sorted(self.rusak):
            self._masukkan(n)

    def _nilai(self, u: Uang) -> Decimal:
        return self.ubah.get(u.letak, u.nilai)

    def run(self) -> Iterator[Dugaan]:
        """Change the figure that mends most, until none mends more than it breaks; then name what is left."""
        while (terbaik := self._terbaik()) is not None:
            if terbaik.lain and not any(p.hasil == terbaik.uang for p in terbaik.persamaan):
                # One of several parts is wrong, and nobody can tell which: the sum is named, and all of them.
                yield self._samar(terbaik)
                self._tutup(terbaik.persamaan)
            else:
                yield terbaik
                self._terapkan(terbaik)
        yield from self._sisa()

    def _masukkan(self, n: int) -> None:
        """Put the candidates of an equation that does not hold in the queue."""
        if self.daftar[n].is_lunak:
            return
        if n not in self._calon:
            self._calon[n] = tuple(self._daftar_calon(n))
        for urut, c in enumerate(self._calon[n]):
            if c.uang.letak not in self.ubah:
                skor = tuple(-s for s in self._ukur(c)[0])
                heappush(self._antre, (skor, c.uang.letak.kolom, n, urut, next(self._ke), c))

    def _terbaik(self) -> Dugaan | None:
        """The change with the best score; ties go to results before operands, others are kept as possible too."""
        while self._antre:
            skor, _, n, urut, _, c = self._antre[0]
            if n in self.rusak and c.uang.letak not in self.ubah and self._calon[n][urut : urut + 1] == (c,):
                nilai, dugaan = self._ukur(c)
                if tuple(-s for s in nilai) == skor:
                    return self._lengkapi(nilai, dugaan) if nilai[0] > 0 else None
            heappop(self._antre)
        return None

    def _lengkapi(self, skor: tuple[int, ...], dugaan: Dugaan) -> Dugaan:
        """With the figures that could be wrong in its place: they mend the same equations, as well as it does."""
        nomor = {n for n in self.per_uang[dugaan.uang.letak] if n in self.rusak and not self.daftar[n].is_lunak}
        calon = dict.fromkeys(c for n in sorted(nomor) for c in self._calon[n] if c.uang.letak not in self.ubah)
        lain = (
            d.uang
            for s, d in (self._ukur(c) for c in calon)
            if s[:2] == skor[:2] and d.persamaan == dugaan.persamaan and d.uang.letak != dugaan.uang.letak
        )
        return replace(dugaan, lain=tuple(dict.fromkeys(lain)))

    def _daftar_calon(self, n: int) -> Iterator[_Calon]:
        p = self.daftar[n]
        if p.hasil_persen is not None:
            yield _Calon(p.hasil, None)
            return
        for u in p.daftar_uang:
            nilai = p.solve(u, self._nilai)
            if nilai is not None:
                yield _Calon(u, nilai)

    def _ukur(self, c: _Calon) -> _Nilai:
        """What it mends less what it breaks; then how much it mends."""
        diketahui = self._skor[c.uang.letak]
        if c not in diketahui:
            membaik, merusak = self._akibat(c.uang, c.nilai)
            skor = sum(BOBOT_BAIK[self.daftar[n].is_lunak] for n in membaik)
            skor -= sum(BOBOT_RUSAK[self.daftar[n].is_lunak] for n in merusak)
            is_hasil = any(self.daftar[n].hasil == c.uang for n in membaik)
            keras = tuple(self.daftar[n] for n in membaik if not self.daftar[n].is_lunak)
            diketahui[c] = (skor, len(membaik), int(is_hasil)), Dugaan(c.uang, c.nilai, keras)
        return diketahui[c]

    def _akibat(self, u: Uang, nilai: Decimal | None) -> tuple[list[int], list[int]]:
        """The equations that a change mends, and those that it breaks."""
        daftar = self.per_uang[u.letak]
        if nilai is None:
            return [n for n in daftar if n in self.rusak and self.daftar[n].hasil_persen is not None], []

        def nilai_baru(x: Uang) -> Decimal:
            return nilai if x.letak == u.letak else self._nilai(x)

        baik = {n for n in daftar if self.daftar[n].holds(nilai_baru)}
        return [n for n in daftar if n in baik and n in self.rusak], [
            n for n in daftar if n not in baik and n not in self.rusak
        ]

    def _samar(self, d: Dugaan) -> Dugaan:
        p = min(d.persamaan, key=lambda p: p.jenis)
        return Dugaan(p.hasil, p.solve(p.hasil, self._nilai), d.persamaan, (d.uang, *d.lain), is_pasti=False)

    def _tutup(self, daftar: Sequence[Persamaan]) -> None:
        """What was told of once is not told of again."""
        selesai = {n for n in self.rusak if self.daftar[n] in daftar}
        self.tertutup |= selesai
        self.rusak -= selesai

    def _terapkan(self, d: Dugaan) -> None:
        setempat = self.per_uang[d.uang.letak]
        if d.nilai is None:
            self.tertutup.update(n for n in setempat if self.daftar[n].hasil_persen is not None)
        else:
            self.ubah[d.uang.letak] = d.nilai
        for n in setempat:
            self._calon.pop(n, None)
            is_baik = n in self.tertutup or self.daftar[n].holds(self._nilai)
            (self.rusak.discard if is_baik else self.rusak.add)(n)
        tersentuh = {u.letak for n in setempat for u in self.daftar[n].daftar_uang}
        for letak in tersentuh:
            self._skor.pop(letak, None)
        for n in sorted({n for letak in tersentuh for n in self.per_uang[letak]} & self.rusak):
            self._masukkan(n)

    def _sisa(self) -> Iterator[Dugaan]:
        """Equations that no single figure mends: each is named by its result, those of one row together."""
        per_baris: defaultdict[tuple[int, int], list[Persamaan]] = defaultdict(list)
        for n in sorted(self.rusak):
            p = self.daftar[n]
            if not p.is_lunak:
                per_baris[p.hasil.letak.blok, p.hasil.letak.baris].append(p)
        for daftar in per_baris.values():
            pertama = min(daftar, key=lambda p: p.jenis)
            nilai = pertama.solve(pertama.hasil, self._nilai)
            lain = dict.fromkeys(p.hasil for p in daftar if p.hasil.letak != pertama.hasil.letak)
            yield Dugaan(pertama.hasil, nilai, tuple(daftar), tuple(lain), is_pasti=False)
