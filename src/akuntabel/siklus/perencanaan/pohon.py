"""The conditions of a pohon kinerja as a graph of numbers: cycles, layers. Pure functions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

Hubungan = tuple[int, int]  # (atas, bawah)


def find_siklus(daftar_hubungan: Iterable[Hubungan]) -> tuple[int, ...]:
    """A way that leads from a condition down to itself, its beginning also at its end; () where there is none."""
    bawah = daftar_bawah(daftar_hubungan)
    selesai: set[int] = set()
    for awal in list(bawah):
        jalan: list[int] = []  # the way that is being walked
        tumpukan: list[tuple[int, bool]] = [(awal, False)]
        while tumpukan:
            simpul, is_pulang = tumpukan.pop()
            if is_pulang:
                selesai.add(jalan.pop())
            elif simpul in jalan:
                return (*jalan[jalan.index(simpul) :], simpul)
            elif simpul not in selesai:
                jalan.append(simpul)
                tumpukan.append((simpul, True))
                tumpukan += [(anak, False) for anak in reversed(bawah.get(simpul, []))]
    return ()


def daftar_bawah(daftar_hubungan: Iterable[Hubungan]) -> Mapping[int, list[int]]:
    """What brings each condition about, in the order in which it was said."""
    bawah: dict[int, list[int]] = defaultdict(list)
    for atas, anak in daftar_hubungan:
        bawah[atas].append(anak)
    return dict(bawah)


def compute_lapisan(daftar_simpul: Sequence[int], daftar_hubungan: Sequence[Hubungan]) -> list[list[int]]:
    """The conditions in layers, the end on top: each one layer below the lowest that it brings about.

    Within a layer in the order given. Raises ValueError on a cycle.
    """
    if find_siklus(daftar_hubungan):
        raise ValueError("pohon kinerja bersiklus")
    atas: dict[int, list[int]] = defaultdict(list)
    for a, b in daftar_hubungan:
        atas[b].append(a)
    dalam: dict[int, int] = {}
    for simpul in daftar_simpul:
        tumpukan = [simpul]
        while tumpukan:
            kini = tumpukan[-1]
            menunggu = [a for a in atas[kini] if a not in dalam]
            if menunggu:
                tumpukan += menunggu
                continue
            tumpukan.pop()
            dalam[kini] = max((dalam[a] + 1 for a in atas[kini]), default=0)
    lapisan: list[list[int]] = [[] for _ in range(max(dalam.values(), default=-1) + 1)]
    for simpul in daftar_simpul:
        lapisan[dalam[simpul]].append(simpul)
    return lapisan


def sort_lapisan(lapisan: Sequence[Sequence[int]], daftar_hubungan: Sequence[Hubungan]) -> list[list[int]]:
    """The same layers with few crossings: a sweep down and up, each condition at the mean place of its neighbours."""
    urutan = [list(lapis) for lapis in lapisan]
    terbaik, silang_terbaik = urutan, count_silang(urutan, daftar_hubungan)
    tetangga: dict[int, list[int]] = defaultdict(list)
    for a, b in daftar_hubungan:
        tetangga[a].append(b)
        tetangga[b].append(a)
    for putaran in range(8):
        arah = range(1, len(urutan)) if putaran % 2 == 0 else range(len(urutan) - 2, -1, -1)
        urutan = [list(lapis) for lapis in urutan]
        for n in arah:
            acuan = urutan[n - 1] if putaran % 2 == 0 else urutan[n + 1]
            tempat = {simpul: i for i, simpul in enumerate(acuan)}
            urutan[n] = _sort_menurut(urutan[n], tempat, tetangga)
        silang = count_silang(urutan, daftar_hubungan)
        if silang < silang_terbaik:
            terbaik, silang_terbaik = urutan, silang
    return terbaik


def _sort_menurut(daftar: Sequence[int], tempat: Mapping[int, int], tetangga: Mapping[int, Sequence[int]]) -> list[int]:
    def kunci(pasangan: tuple[int, int]) -> tuple[float, int]:
        semula, simpul = pasangan
        letak = [tempat[t] for t in tetangga.get(simpul, ()) if t in tempat]
        return (sum(letak) / len(letak) if letak else float(semula), semula)

    return [simpul for _, simpul in sorted(enumerate(daftar), key=kunci)]


def count_silang(lapisan: Sequence[Sequence[int]], daftar_hubungan: Sequence[Hubungan]) -> int:
    """How many pairs of lines between neighbouring layers cross."""
    letak = {simpul: (n, i) for n, lapis in enumerate(lapisan) for i, simpul in enumerate(lapis)}
    per_lapis: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for a, b in daftar_hubungan:
        if letak[b][0] == letak[a][0] + 1:
            per_lapis[letak[a][0]].append((letak[a][1], letak[b][1]))
    return sum(
        (p[0] - q[0]) * (p[1] - q[1]) < 0
        for garis in per_lapis.values()
        for n, p in enumerate(garis)
        for q in garis[:n]
    )
