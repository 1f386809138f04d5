"""What must hold between tables: the same programme, the same source of funds, the same total, the same money."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from akuntabel.core.checker.bacaan.kolom import Peran
from akuntabel.core.checker.bacaan.nama import is_nama_mirip, is_nama_sama, kunci_nama
from akuntabel.core.checker.uang.persamaan import Jenis, Persamaan
from akuntabel.core.checker.uang.persamaan_tabel import MENJADI, Struktur, find_jumlah_pagu, is_rantai
from akuntabel.core.checker.uang.pohon import PROGRAM, tingkat_kode
from akuntabel.core.checker.uang.tabel import PAGU, REALISASI, SISA, BarisUang, TabelUang, kelas_dana

_TAHUN = re.compile(r"\b(?:19|20)\d\d\b")
_RENCANA = re.compile(r"perjanjian kinerja|rencana|\bRKT\b|\bRKA\b|\brenja\b", re.IGNORECASE)
_VERSI = re.compile(r"perubahan|revisi|awal|semula|sebelum|setelah|sesudah|menjadi|triwulan|semester", re.IGNORECASE)
_BAGIAN = re.compile(r"\bsasaran\b|\bmenunjang\b|\bpenunjang\b", re.IGNORECASE)
_KURUNG = re.compile(r"\s*\([^)]*\)\s*$")
BATAS_TOTAL = Decimal("0.05")  # two totals further apart than this are not of the same whole
PAGU_KHAS = Decimal(100_000)  # a ceiling that is large and not round to the million can tell a row


@dataclass(frozen=True)
class Ruang:
    """What a table is about: a table with its tree, the year it is about, and what kind of ceilings it shows."""

    struktur: Struktur
    tahun: int | None

    @property
    def t(self) -> TabelUang:
        """The table itself."""
        return self.struktur.t

    @cached_property
    def golongan(self) -> tuple[bool, str, str]:
        """Ceilings are equal only in tables of one kind: with realisasi or planned, of one version, one period."""
        kepala = self.t.tabel.kepala[self.t.kolom[PAGU]]
        versi = _VERSI.search(kepala) or _VERSI.search(self.t.tabel.caption)
        is_rencana = not self.t.is_berealisasi or _RENCANA.search(self.t.tabel.caption) is not None
        return is_rencana, versi[0].lower() if versi else "", self.t.periode

    @cached_property
    def daftar_kelas(self) -> Mapping[int, str]:
        """The source of funds of each row."""
        return {b.nomor: kelas_dana(b.dana) or _kelas_dalam_nama(b.uraian) for b in self.t.baris}

    @property
    def akar(self) -> Sequence[BarisUang]:
        """The rows that together are the whole table."""
        return self.struktur.puncak

    @property
    def pohon_berisi(self) -> bool:
        """Whether it shows what its top rows are made of."""
        return bool(self.struktur.pohon.anak)

    def kelas_baris(self, b: BarisUang) -> str:
        """The source of funds of a row; "" where it is not told."""
        return self.daftar_kelas[b.nomor] or self.dana_jumlah(b)

    def dana_jumlah(self, b: BarisUang) -> str:
        """The source of funds that a total or a row of a source is about; "" for all of them."""
        if b.is_total:
            return kelas_dana(b.label)
        return kelas_dana(b.uraian) if self.is_baris_dana(b) else ""

    @property
    def is_seluruh_satker(self) -> bool:
        """Whether its top rows are programmes or sources of funds: the whole of an office, not a part of its money."""
        if _BAGIAN.search(self.t.tabel.caption):
            return False
        tingkat = [self._is_puncak(b) for b in self.akar if b.uang]
        return any(tingkat) and all(
            t or self.daftar_kelas[b.nomor] == "hibah"
            for t, b in zip(tingkat, (b for b in self.akar if b.uang), strict=True)
        )

    def _is_puncak(self, b: BarisUang) -> bool:
        is_program = tingkat_kode(b.kode) == PROGRAM or b.uraian.lower().startswith("program")
        return is_program or self.is_baris_dana(b)

    def is_baris_dana(self, b: BarisUang) -> bool:
        """Whether a row is a source of funds and not what is paid from it."""
        nama = _KURUNG.sub("", b.uraian)
        return not b.kode and kelas_dana(nama) != "" and len(nama.split()) <= 6


def _kelas_dalam_nama(nama: str) -> str:
    """A grant is named in words; "APBN" in a name of a row need not be its source."""
    return "hibah" if re.search(r"\(hibah\b[^)]*\)|\bhibah langsung\b", nama, re.IGNORECASE) else ""


def daftar_ruang(daftar: Sequence[Struktur], tahun: int | None) -> list[Ruang]:
    """The tables of ceilings of the year that a document is about, or of a year that they name."""
    return [Ruang(s, _tahun(s.t) or tahun) for s in daftar if PAGU in s.t.kolom]


def daftar_persamaan_lintas(daftar: Sequence[Struktur], tahun: int | None) -> Iterator[Persamaan]:
    """Equations between the tables of a document; tables of another year have none with the others."""
    tabel = daftar_ruang(daftar, tahun)
    yield from _per_kunci(tabel)
    for n, a in enumerate(tabel):
        for b in tabel[:n]:
            if a.tahun == b.tahun and a.t.periode == b.t.periode and a.t.tabel is not b.t.tabel:
                yield from _per_nama(b, a)
    yield from _total_revisi(tabel, [s.t for s in daftar if is_rantai(s.t)])


def _tahun(t: TabelUang) -> int | None:
    tahun = set(_TAHUN.findall(t.tabel.caption))
    return t.tahun or (int(tahun.pop()) if len(tahun) == 1 else None)


def _per_kunci(tabel: Sequence[Ruang]) -> Iterator[Persamaan]:
    """Rows of one code and source of funds, and totals of one source, against the first table that has them."""
    pertama: defaultdict[Hashable, list[tuple[Ruang, BarisUang]]] = defaultdict(list)
    for a in tabel:
        for kunci, b in _daftar_kunci(a):
            setara = [(x, y) for x, y in pertama[kunci, a.tahun, a.t.periode] if x.t.tabel is not a.t.tabel]
            sejenis = [(x, y) for x, y in setara if x.golongan == a.golongan]
            for x, y in (sejenis or setara)[:1]:
                yield from _setarakan(x, y, a, b)
            pertama[kunci, a.tahun, a.t.periode].append((a, b))


def _daftar_kunci(a: Ruang) -> Iterator[tuple[Hashable, BarisUang]]:
    """What identifies a row in every table; keys that come twice in one table identify nothing."""
    per_kunci: defaultdict[Hashable, list[BarisUang]] = defaultdict(list)
    for b in a.t.baris:
        if b.kode and tingkat_kode(b.kode) is not None and len(b.kode) >= 4:
            per_kunci[b.kode, kelas_dana(b.dana) or b.dana].append(b)
    dana = [b for b in a.t.baris if (b.is_total or a.is_baris_dana(b)) and a.dana_jumlah(b)]
    for b in dana if a.is_seluruh_satker else ():
        per_kunci["dana", a.dana_jumlah(b)].append(b)
    if total := _total_seluruh(a):
        per_kunci["total", frozenset((b.kode or kunci_nama(b.uraian), b.dana) for b in a.akar)].append(total)
        # Sources of funds are all there are only in a table of sources, or where programmes show what they hold.
        kelas = frozenset(a.kelas_baris(b) for b in a.akar)
        if "" not in kelas and (a.pohon_berisi or all(a.is_baris_dana(b) for b in a.akar)):
            per_kunci["total dana", kelas].append(total)
    yield from ((k, b[0]) for k, b in per_kunci.items() if len(b) == 1)


def _total_seluruh(a: Ruang) -> BarisUang | None:
    """The closing total of a table about the whole office."""
    if not a.is_seluruh_satker or not a.t.baris or not a.t.baris[-1].is_total or a.dana_jumlah(a.t.baris[-1]):
        return None
    return a.t.baris[-1]


def _setarakan(a: Ruang, x: BarisUang, b: Ruang, y: BarisUang) -> Iterator[Persamaan]:
    """One thing in two tables: a plan need not be the ceiling at the end of the year, but what was spent is spent."""
    for peran in (PAGU, REALISASI, SISA):
        if peran in x.uang and peran in y.uang and x.uang[peran].letak != y.uang[peran].letak:
            is_lunak = peran is PAGU and a.golongan != b.golongan
            yield Persamaan(_jenis(y), y.uang[peran], ((1, x.uang[peran]),), y.sebutan, is_lunak=is_lunak)


def _jenis(b: BarisUang) -> Jenis:
    return Jenis.TOTAL_LAIN if b.is_total else Jenis.POS_LAIN


def _per_nama(a: Ruang, b: Ruang) -> Iterator[Persamaan]:
    """Rows without a common code: the same name, and one figure in common so that it is certain."""
    if a.golongan != b.golongan or (_is_berkode(a) and _is_berkode(b)):
        return
    for y in b.t.baris:
        calon = [x for x in a.t.baris if _is_sepos(a, x, b, y)]
        # The parent of a single child has the same ceiling; the upper one is the namesake.
        if calon and (len(calon) == 1 or len({_isi(x) for x in calon}) == 1):
            yield from _setarakan(a, calon[0], b, y)


def _is_berkode(a: Ruang) -> bool:
    return all(b.kode for b in a.t.baris if b.uang and not b.is_total)


def _isi(b: BarisUang) -> tuple[Decimal, ...]:
    return tuple(b.uang[p].nilai for p in (PAGU, REALISASI, SISA) if p in b.uang)


def _is_sepos(a: Ruang, x: BarisUang, b: Ruang, y: BarisUang) -> bool:
    if x.is_total or y.is_total or not (PAGU in x.uang and PAGU in y.uang):
        return False
    kelas_x, kelas_y = a.daftar_kelas[x.nomor], b.daftar_kelas[y.nomor]
    if kelas_x and kelas_y and kelas_x != kelas_y:
        return False
    is_pagu_sama = x.uang[PAGU].nilai == y.uang[PAGU].nilai > PAGU_KHAS
    if is_pagu_sama and kelas_x == kelas_y == "hibah":
        return True
    if x.kode and y.kode and x.kode != y.kode:
        return False
    if is_nama_sama(x.uraian, y.uraian):
        return is_pagu_sama or _is_realisasi_sama(x, y)
    return is_pagu_sama and is_nama_mirip(x.uraian, y.uraian)


def _is_realisasi_sama(x: BarisUang, y: BarisUang) -> bool:
    satu, dua = x.uang.get(REALISASI), y.uang.get(REALISASI)
    return satu is not None and dua is not None and satu.nilai == dua.nilai > PAGU_KHAS


def _total_revisi(tabel: Sequence[Ruang], revisi: Sequence[TabelUang]) -> Iterator[Persamaan]:
    """What the last revision came to is the whole ceiling, where a table of the whole is near enough to be it."""
    for r in revisi:
        akhir = [b for b in r.baris if MENJADI in b.uang][-1:]
        for a in tabel if akhir else ():
            jumlah = find_jumlah_pagu(a.struktur)
            nilai = sum(u.nilai for u in jumlah)
            u = akhir[0].uang[MENJADI]
            if a.golongan[0] or not a.is_seluruh_satker or abs(nilai - u.nilai) > u.nilai * BATAS_TOTAL:
                continue
            yield Persamaan(Jenis.TOTAL_LAIN, u, tuple((1, x) for x in jumlah), akhir[0].sebutan)
    for satu, dua in pairwise(revisi):
        for x, y in zip(satu.baris, dua.baris, strict=False) if len(satu.baris) == len(dua.baris) else ():
            for peran in (MENJADI, Peran.SELISIH):
                if peran in x.uang and peran in y.uang:
                    yield Persamaan(Jenis.POS_LAIN, y.uang[peran], ((1, x.uang[peran]),), y.sebutan)
