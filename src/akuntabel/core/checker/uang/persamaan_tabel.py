"""What must hold inside one table of money: remainders, percentages, parents, totals, revisions."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from akuntabel.core.checker.bacaan.kolom import Peran
from akuntabel.core.checker.uang.persamaan import Jenis, Persamaan
from akuntabel.core.checker.uang.persamaan_persen import daftar_persamaan_persen, find_geseran
from akuntabel.core.checker.uang.pohon import Pohon, build_pohon, find_pohon_dana
from akuntabel.core.checker.uang.tabel import PAGU, REALISASI, SISA, BarisUang, TabelUang, Uang

SEMULA, MENJADI, SELISIH = Peran.SEMULA, Peran.MENJADI, Peran.SELISIH
_SELURUH = re.compile(r"\b(?:seluruh|seluruhnya|keseluruhan|umum|besar|grand|akhir)\b", re.IGNORECASE)
_REVISI = re.compile(r"\brev(?:isi)?\b|\bdipa\b|\bawal\b|\bpergeseran\b|\bperubahan\b|\bke[- ]?\d", re.IGNORECASE)
_BERHURUF = re.compile(r"[^\W\d_]{3}")
BATAS_RAGU = Decimal("0.5")  # a flat list that misses its total by more than half may as well hold levels


@dataclass(frozen=True, slots=True)
class Kelompok:
    """Rows that another row is the sum of."""

    jenis: Jenis
    jumlah: int
    anggota: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Tertinggal:
    """A row that its sum leaves out in every column, or counts twice."""

    kelompok: Kelompok
    baris: int
    is_ganda: bool


@dataclass(frozen=True, slots=True)
class Struktur:
    """A table with its tree and its sums; rows that a sum leaves out are no longer among its members."""

    t: TabelUang
    pohon: Pohon
    kelompok: tuple[Kelompok, ...]
    tertinggal: tuple[Tertinggal, ...]
    geseran: tuple[int, ...]  # rows whose percentage is that of the row beside them

    @property
    def puncak(self) -> tuple[BarisUang, ...]:
        """The rows that together are the whole table: the top ones, and those that their parent leaves out."""
        terlewat = {x.baris for x in self.tertinggal if x.kelompok.jenis is Jenis.INDUK and not x.is_ganda}
        return tuple(self.t.baris[n] for n in sorted({*self.pohon.akar, *terlewat}))


def build_struktur(t: TabelUang) -> Struktur:
    """Parents and totals, where the shape of the table is certain or its own sums show it."""
    pohon = build_pohon(t)
    kelompok = [] if is_rantai(t) else list(_daftar_kelompok(t, pohon))
    tertinggal = {k.jumlah: x for k in kelompok if (x := _find_tertinggal(t, k)) is not None}
    lurus = tuple(
        replace(k, anggota=tuple(n for n in k.anggota if n != tertinggal[k.jumlah].baris))
        if k.jumlah in tertinggal and not tertinggal[k.jumlah].is_ganda
        else k
        for k in kelompok
        if k.jumlah not in tertinggal or not tertinggal[k.jumlah].is_ganda
    )
    return Struktur(t, pohon, lurus, tuple(tertinggal.values()), find_geseran(t))


def daftar_persamaan(s: Struktur) -> Iterator[Persamaan]:
    """The equations of one table; a kind that most of its rows break is another kind of column, and left out."""
    per_jenis: defaultdict[Jenis, list[Persamaan]] = defaultdict(list)
    is_diketahui = _is_jumlah_diketahui(s.t, s.kelompok)
    jumlah = (p for k in s.kelompok for p in _persamaan_kelompok(s.t, k, is_jumlah_diketahui=is_diketahui))
    for p in (*_sisa(s.t), *daftar_persamaan_persen(s.t, s.pohon, s.geseran), *_selisih(s.t), *_rantai(s.t), *jumlah):
        per_jenis[p.jenis].append(p)
    for jenis, daftar in per_jenis.items():
        salah = sum(not _holds(p) for p in daftar)
        is_lain = jenis is Jenis.SISA and salah == len(daftar) > 1
        if not is_lain and (salah <= 3 or salah * 5 <= len(daftar) * 3):
            yield from daftar


def _holds(p: Persamaan) -> bool:
    return p.holds(lambda u: u.nilai)


def _sisa(t: TabelUang) -> Iterator[Persamaan]:
    for b in t.baris:
        pagu, realisasi, sisa = (b.uang.get(p) for p in (PAGU, REALISASI, SISA))
        if pagu and realisasi and sisa:
            yield Persamaan(Jenis.SISA, sisa, ((1, pagu), (-1, realisasi)), b.sebutan)


def _selisih(t: TabelUang) -> Iterator[Persamaan]:
    """menjadi − semula; where no reduction of the column has a sign, a figure without one counts as signed."""
    is_tak_bertanda = is_selisih_tak_bertanda(t)
    for b in t.baris:
        semula, menjadi, selisih = (b.uang.get(p) for p in (SEMULA, MENJADI, SELISIH))
        if semula and menjadi and selisih:
            tanda = -1 if is_tak_bertanda and menjadi.nilai < semula.nilai and selisih.nilai > 0 else 1
            yield Persamaan(Jenis.SELISIH, selisih, ((tanda, menjadi), (-tanda, semula)), b.sebutan)


def is_selisih_tak_bertanda(t: TabelUang) -> bool:
    """Whether the reductions of a table are written without a sign."""
    daftar = [b for b in t.baris if all(p in b.uang for p in (SEMULA, MENJADI, SELISIH))]
    return not any(b.uang[SELISIH].nilai < 0 for b in daftar) and any(
        b.uang[SELISIH].nilai == b.uang[SEMULA].nilai - b.uang[MENJADI].nilai > 0 for b in daftar
    )


def is_rantai(t: TabelUang) -> bool:
    """Whether the rows are revisions one after another, and not kegiatan side by side."""
    if MENJADI not in t.kolom or any(b.is_total for b in t.baris):
        return False
    if SEMULA not in t.kolom:
        return True
    pasangan = [
        (a.uang[MENJADI].nilai, b.uang[SEMULA].nilai)
        for a, b in zip(t.baris, t.baris[1:], strict=False)
        if MENJADI in a.uang and SEMULA in b.uang
    ]
    sebutan = [b.uraian for b in t.baris if b.uang]
    if sum(bool(_REVISI.search(u)) for u in sebutan) * 2 > len(sebutan):
        return True
    is_bernomor = all(bool(_REVISI.search(u)) or u.strip().isdigit() for u in sebutan)
    judul = f"{t.tabel.caption} {t.tabel.kepala[t.kolom_uraian]}"
    return is_bernomor and (_REVISI.search(judul) is not None or any(a == b for a, b in pasangan))


def _rantai(t: TabelUang) -> Iterator[Persamaan]:
    """What a revision starts from is what the one before it came to."""
    if not is_rantai(t):
        return
    sebelum: Uang | None = None
    for b in t.baris:
        semula, menjadi, selisih = (b.uang.get(p) for p in (SEMULA, MENJADI, SELISIH))
        if sebelum and semula:
            yield Persamaan(Jenis.RANTAI, semula, ((1, sebelum),), b.sebutan)
        elif sebelum and selisih and menjadi and SEMULA not in t.kolom:
            yield Persamaan(Jenis.RANTAI, menjadi, ((1, sebelum), (1, selisih)), b.sebutan)
        sebelum = menjadi or (semula if sebelum is None else sebelum)


def _daftar_kelompok(t: TabelUang, pohon: Pohon) -> Iterator[Kelompok]:
    induk = [Kelompok(Jenis.INDUK, i, anak) for i, anak in pohon.anak.items()]
    is_cocok = any(_cocok(t, k) or _find_tertinggal(t, k) for k in induk)
    total = [_kelompok_total(t, pohon, b.nomor, is_pohon=is_cocok or not induk) for b in t.baris if b.is_total]
    daftar_total = [k for k in total if k is not None]
    # A selection of codes is no tree; sums that hold show that all of them are there.
    if is_cocok or (pohon.is_pasti and any(_cocok(t, k) for k in daftar_total)):
        yield from induk
    yield from daftar_total


def _find_tertinggal(t: TabelUang, k: Kelompok) -> Tertinggal | None:
    """The one row whose figures are what the sum misses, or has too much, in at least two columns."""
    daftar = list(_persamaan_kelompok(t, k))
    beda = {p.hasil.letak.kolom: p.hasil.nilai - sum(u.nilai for _, u in p.operan) for p in daftar}
    if sum(b != 0 for b in beda.values()) < 2:
        return None
    for n in k.anggota:
        isi = {u.letak.kolom: u.nilai for u in t.baris[n].uang.values() if u.letak.kolom in beda}
        nilai = {kolom: isi.get(kolom, Decimal(0)) for kolom in beda}
        if nilai == beda or nilai == {kolom: -b for kolom, b in beda.items()}:
            return Tertinggal(k, n, is_ganda=nilai == beda)
    return None


def _persamaan_kelompok(t: TabelUang, k: Kelompok, *, is_jumlah_diketahui: bool = False) -> Iterator[Persamaan]:
    """One equation per column. A dash adds nothing, but what is "belum diketahui" may be part of a larger sum."""
    jumlah = t.baris[k.jumlah]
    for peran, hasil in jumlah.uang.items():
        anggota = [t.baris[n] for n in k.anggota]
        if any(peran not in b.uang and peran not in b.kosong for b in anggota):
            continue
        operan = tuple((1, b.uang[peran]) for b in anggota if peran in b.uang)
        is_samar = not is_jumlah_diketahui and _is_samar(t, k, peran)
        if operan and not (is_samar and hasil.nilai > sum(u.nilai for _, u in operan)):
            yield Persamaan(k.jenis, hasil, operan, f"{nama_kolom(peran)} {jumlah.sebutan}")


def _is_samar(t: TabelUang, k: Kelompok, peran: Peran) -> bool:
    anggota = [t.baris[n] for n in k.anggota]
    return any(peran not in b.uang and _BERHURUF.search(b.sel[t.kolom[peran]].teks) for b in anggota)


def _is_jumlah_diketahui(t: TabelUang, daftar: Sequence[Kelompok]) -> bool:
    """Whether the sums of a table hold what is known and nothing else: one that does shows it of all."""
    return any(
        _is_samar(t, k, peran) and uang.nilai and uang.nilai == sum(b.uang[peran].nilai for b in anggota)
        for k in daftar
        for peran, uang in t.baris[k.jumlah].uang.items()
        if len(anggota := [t.baris[n] for n in k.anggota if peran in t.baris[n].uang]) > 1
    )


def nama_kolom(peran: Peran) -> str:
    """The name of a column of money in a sentence."""
    return "realisasi" if peran is REALISASI else peran.value


def _kelompok_total(t: TabelUang, pohon: Pohon, n: int, *, is_pohon: bool) -> Kelompok | None:
    """The rows that a total sums: those with which most of its columns agree, else the only ones it can mean."""
    calon = list(dict.fromkeys(a for a in _calon_anggota(t, pohon, n) if a))
    nilai = [_cocok(t, Kelompok(Jenis.JUMLAH, n, a)) for a in calon]
    if nilai and max(nilai) > 0:
        return Kelompok(Jenis.JUMLAH, n, calon[nilai.index(max(nilai))])
    total = [b.nomor for b in t.baris if b.is_total]
    is_satu = n == total[-1] == len(t.baris) - 1 or bool(find_pohon_dana(t, pohon, t.baris[n].label))
    if not calon or not is_satu or not is_pohon:
        return None
    kelompok = Kelompok(Jenis.JUMLAH, n, calon[0])
    return kelompok if pohon.is_pasti or _is_dekat(t, kelompok) else None


def _calon_anggota(t: TabelUang, pohon: Pohon, n: int) -> Iterator[tuple[int, ...]]:
    """What a total can be the sum of: its source of funds, all top rows, those since the last total, the totals."""
    label = t.baris[n].label
    total = [b.nomor for b in t.baris if b.is_total]
    yield find_pohon_dana(t, pohon, label)
    sebelum = [m for m in total if m < n]
    if sebelum and not _SELURUH.search(label):
        yield tuple(m for m in pohon.akar if sebelum[-1] < m < n)
    yield tuple(m for m in pohon.akar if m < n) or pohon.akar
    if sebelum:
        yield tuple(sebelum)
        yield tuple(m for m in pohon.akar if sebelum[-1] < m < n)


def _cocok(t: TabelUang, k: Kelompok) -> int:
    return sum(_holds(p) and p.hasil.nilai != 0 for p in _persamaan_kelompok(t, k))


def _is_dekat(t: TabelUang, k: Kelompok) -> bool:
    return all(
        abs(p.hasil.nilai - sum(u.nilai for _, u in p.operan)) <= p.hasil.nilai * BATAS_RAGU
        for p in _persamaan_kelompok(t, k)
    )


def find_jumlah_pagu(s: Struktur) -> Sequence[Uang]:
    """The ceilings that make up the whole of a table: its closing total, else its top rows."""
    total = [b for b in s.t.baris if b.is_total and PAGU in b.uang]
    if total:
        return [total[-1].uang[PAGU]]
    return [b.uang[PAGU] for b in s.puncak if PAGU in b.uang]
