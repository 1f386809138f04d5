"""What the tables of a report say of each indicator and sasaran: one list of mentions, whatever table they stand in."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum
from functools import lru_cache

from akuntabel.core.calc.baca_angka import AngkaTertulis, AngkaTidakTerbacaError, parse_angka
from akuntabel.core.calc.kebijakan import CaraBulat
from akuntabel.core.calc.pembulatan import round_desimal
from akuntabel.core.checker.bacaan.kolom import Kolom, Peran, daftar_kolom
from akuntabel.core.checker.bacaan.nama import (
    inti_nama,
    is_nama_setara,
    kata_nama,
    kode_nama,
    kunci_nama,
    lepas_label,
)
from akuntabel.core.checker.bacaan.tabel import is_baris_ringkasan
from akuntabel.core.checker.dokumen import Dokumen, per_dokumen
from akuntabel.core.naskah.terbaca import SelTerbaca, TabelTerbaca

TERCAPAI = Decimal(100)
TERPANJANG = 40  # letters; a longer cell holds a formula or a story, not a value
_TAHUN = re.compile(r"\b(?:19|20)\d\d\b")
_KEPALA_TAHUN = re.compile(r"tahun(?: (?P<untuk>target|realisasi))?")
_KODE_HASIL = re.compile(r"(?P<ukuran>Target|Realisasi|Capaian)\s+(?P<kode>\d{1,2}(?:\.\d{1,2})+)", re.IGNORECASE)
_SASARAN_HASIL = re.compile(r"Capaian\s+sasaran\s+(?:strategis\s+)?(?P<urut>\d{1,2})", re.IGNORECASE)
_PERIODE = re.compile(r"\b(?:triwulan|tw\.?|semester|bulan)\s+\w+", re.IGNORECASE)
# A column or title of another time, another plan or another office; a figure under it is not this year's own.
_LAIN = re.compile(
    r"renstra|rencana strategis|jangka menengah|rpjm|akhir|lalu|sebelum|\bn\s*-\s*\d|nasional|provinsi|standar"
    r"|pembanding|kumulatif|s\.?d\.?|sampai dengan|prognosis|perkiraan|rumus|formula|definisi",
    re.IGNORECASE,
)
_PEMBANDING = re.compile(r"pembanding|standar|nasional|provinsi", re.IGNORECASE)


class JenisPokok(StrEnum):
    """What is measured."""

    INDIKATOR = "indikator"
    SASARAN = "sasaran"


class Ukuran(StrEnum):
    """What is said of it."""

    TARGET = "target"
    REALISASI = "realisasi"
    CAPAIAN = "capaian"
    KATEGORI = "kategori"


_UKURAN = {
    Peran.TARGET: Ukuran.TARGET,
    Peran.REALISASI: Ukuran.REALISASI,
    Peran.CAPAIAN: Ukuran.CAPAIAN,
    Peran.KATEGORI: Ukuran.KATEGORI,
}


@dataclass(frozen=True, slots=True)
class Pokok:
    """An indicator or sasaran.

    nama: as first printed, without its mark; kode: "1.2" or ""; urut: its place among its kind, from 1.
    """

    jenis: JenisPokok
    nama: str
    kode: str
    urut: int


@dataclass(frozen=True, slots=True)
class Sebutan:
    """What one cell says of an indicator or sasaran. tahun None: not known for certain; periode "": the whole year."""

    pokok: Pokok
    ukuran: Ukuran
    tahun: int | None
    periode: str
    sel: SelTerbaca
    tabel: TabelTerbaca
    angka: AngkaTertulis | None

    @property
    def is_tercapai(self) -> bool | None:
        """Whether a capaian says that the target was reached; None for a word."""
        if self.angka is None or self.angka.angka is None or self.angka.predikat:
            return None
        return self.angka.angka >= TERCAPAI

    def agrees(self, lain: "Sebutan") -> bool | None:
        """Whether both can be true; None where they cannot be compared."""
        if self.ukuran is Ukuran.KATEGORI:
            return kata_nama(self.sel.teks) == kata_nama(lain.sel.teks)
        return None if self.angka is None or lain.angka is None else is_sepakat(self.angka, lain.angka)


def is_sepakat(satu: AngkaTertulis, dua: AngkaTertulis, *, is_tepat: bool = False) -> bool | None:
    """Whether two printings can be of one value, rounding and cutting off aside; None where they are of two kinds.

    is_tepat: the value was set, not computed, and is printed whole in both places.
    """
    if satu.predikat or dua.predikat:
        return satu.predikat == dua.predikat if satu.predikat and dua.predikat else None
    satuan = {a.satuan.lower().strip() for a in (satu, dua)} - {""}
    if satu.angka is None or dua.angka is None or len(satuan) > 1:
        return None
    if is_tepat or satu.desimal == dua.desimal == 0:
        return satu.angka == dua.angka
    if satu.desimal == dua.desimal:
        return abs(satu.angka - dua.angka) <= Decimal(1).scaleb(-satu.desimal)
    kasar, halus = sorted((satu, dua), key=lambda a: a.desimal)
    return _is_pembulatan(halus.angka or Decimal(0), kasar.angka or Decimal(0), kasar.desimal)


def _is_pembulatan(halus: Decimal, kasar: Decimal, desimal: int) -> bool:
    """Whether ``kasar`` is ``halus`` rounded or cut off; zeros may have been put behind a whole number ("93,00")."""
    if halus == int(halus) and round_desimal(kasar, 0, CaraBulat.SETENGAH_NAIK) == halus:
        return True
    satuan = Decimal(1).scaleb(-desimal)
    return kasar in (round_desimal(halus, desimal, CaraBulat.SETENGAH_NAIK), halus.quantize(satuan, ROUND_DOWN))


class IndeksKinerja:
    """All indicators and sasaran of a document, and every cell that speaks of one."""

    def __init__(self, dok: Dokumen) -> None:
        self._tahun = dok.tahun
        self._pokok: list[Pokok] = []
        self._per_nama: dict[tuple[JenisPokok, tuple[str, ...]], Pokok] = {}
        self._per_panjang: dict[tuple[JenisPokok, int], list[Pokok]] = defaultdict(list)  # names that can be one
        self._sebutan: list[Sebutan] = []
        daftar = [(t, daftar_kolom(t)) for t in dok.daftar_tabel]
        for tabel, kolom in sorted(daftar, key=lambda tk: not _has_target(tk[1])):
            self._baca_tabel(tabel, kolom)
        for tabel, kolom in daftar:
            self._sebutan.extend(self._baca_hasil(tabel, kolom))
        self._sebutan.sort(key=lambda s: (s.sel.letak.blok, s.sel.letak.baris, s.sel.letak.kolom))

    @property
    def daftar_sebutan(self) -> Sequence[Sebutan]:
        """All mentions, in order of the document."""
        return self._sebutan

    def daftar_pokok(self, jenis: JenisPokok) -> list[Pokok]:
        """The indicators or the sasaran, in the order in which tables name them."""
        return [p for p in self._pokok if p.jenis is jenis]

    def find(self, jenis: JenisPokok, nama: str) -> Pokok | None:
        """The one of that name; None where none or several can be meant."""
        sama = self._per_nama.get((jenis, kunci_nama(nama)))
        if sama is not None:
            return sama
        calon = self._per_panjang.get((jenis, len(inti_nama(nama))), ())
        setara = [p for p in calon if is_nama_setara(p.nama, nama)]
        return setara[0] if len(setara) == 1 else None

    def find_kode(self, kode: str) -> Pokok | None:
        """The indicator of that code; None where none or several have it."""
        cocok = [p for p in self._pokok if p.jenis is JenisPokok.INDIKATOR and p.kode == kode]
        return cocok[0] if len(cocok) == 1 else None

    def daftar_nilai(self, pokok: Pokok, *ukuran: Ukuran) -> list[Sebutan]:
        """What tables say of it for the whole year reported on."""
        return [
            s
            for s in self._sebutan
            if s.pokok is pokok and s.ukuran in ukuran and s.tahun == self._tahun and not s.periode
        ]

    def _baca_tabel(self, tabel: TabelTerbaca, kolom: Sequence[Kolom]) -> None:
        jenis, kolom_nama = _kolom_nama(kolom)
        kolom_nilai = [k for k in kolom if k.peran in _UKURAN]
        if jenis is None or not kolom_nilai:
            return
        if jenis is JenisPokok.INDIKATOR:
            self._catat_sasaran(tabel, kolom)
        for baris in tabel.baris:
            nama = baris[kolom_nama].teks
            if len(kata_nama(lepas_label(nama))) < 2 or is_baris_ringkasan(baris, kolom_nama + 1):
                continue
            nilai = [k for k in kolom_nilai if _has_nilai(tabel, baris[k.indeks], k)]
            if nilai:
                pokok = self._catat(jenis, nama)
                self._sebutan += [self._build_sebutan(tabel, baris, k, pokok) for k in nilai]

    def _catat_sasaran(self, tabel: TabelTerbaca, kolom: Sequence[Kolom]) -> None:
        letak = [k.indeks for k in kolom if k.peran is Peran.SASARAN]
        for baris in tabel.baris if len(letak) == 1 else ():
            nama = baris[letak[0]].teks
            if len(kata_nama(lepas_label(nama))) >= 2 and not is_baris_ringkasan(baris, letak[0] + 1):
                self._catat(JenisPokok.SASARAN, nama)

    def _catat(self, jenis: JenisPokok, nama: str) -> Pokok:
        """The one of that name, known or new; a code tells apart what a name alone would not."""
        kode = kode_nama(nama) if jenis is JenisPokok.INDIKATOR else ""
        ada = self.find_kode(kode) if kode else None
        if ada is None:
            ada = self.find(jenis, nama)
            if ada is not None and kode and ada.kode not in ("", kode):
                ada = None
        if ada is None:
            urut = 1 + sum(p.jenis is jenis for p in self._pokok)
            ada = Pokok(jenis, lepas_label(nama), kode, urut)
            self._pokok.append(ada)
            self._per_panjang[jenis, len(inti_nama(nama))].append(ada)
        self._per_nama.setdefault((jenis, kunci_nama(nama)), ada)
        return ada

    def _build_sebutan(self, tabel: TabelTerbaca, baris: Sequence[SelTerbaca], kolom: Kolom, pokok: Pokok) -> Sebutan:
        sel, ukuran = baris[kolom.indeks], _UKURAN[kolom.peran]
        angka = None if ukuran is Ukuran.KATEGORI else read_nilai(sel.teks)
        periode = kolom.periode or _periode_caption(tabel)
        return Sebutan(pokok, ukuran, self._tahun_sel(tabel, baris, kolom), periode, sel, tabel, angka)

    def _tahun_sel(self, tabel: TabelTerbaca, baris: Sequence[SelTerbaca], kolom: Kolom) -> int | None:
        if kolom.tahun is not None:
            return kolom.tahun
        untuk = _find_kolom_tahun(tabel, _UKURAN[kolom.peran])
        if untuk is not None:
            tahun = _TAHUN.findall(baris[untuk].teks)
            return int(tahun[0]) if len(tahun) == 1 else None
        disebut = set(_TAHUN.findall(tabel.caption))
        if len(disebut) == 1 and not _LAIN.search(tabel.caption):
            return int(disebut.pop())
        # A comparison names other years or plans in its title; a column without its own year is then of no certain one.
        is_target_lain = kolom.peran is Peran.TARGET and _LAIN.search(tabel.caption)
        return None if is_target_lain or len(disebut) > 1 else self._tahun

    def _baca_hasil(self, tabel: TabelTerbaca, kolom: Sequence[Kolom]) -> Iterator[Sebutan]:
        """Rows that name their indicator by code, or their sasaran by number: "Realisasi 1.2 | … | 78,84%"."""
        hasil = [k.indeks for k in kolom if k.peran is Peran.REALISASI]
        if len(hasil) != 1:
            return
        for baris in tabel.baris:
            cocok = _KODE_HASIL.fullmatch(baris[0].teks)
            pokok = self.find_kode(cocok["kode"]) if cocok else None
            angka = read_nilai(baris[hasil[0]].teks)
            if cocok and pokok and angka is not None:
                yield Sebutan(pokok, Ukuran(cocok["ukuran"].lower()), self._tahun, "", baris[hasil[0]], tabel, angka)
            urut = _SASARAN_HASIL.fullmatch(baris[0].teks)
            sasaran = self.daftar_pokok(JenisPokok.SASARAN)[int(urut["urut"]) - 1 :][:1] if urut else ()
            if sasaran and angka is not None:
                yield Sebutan(sasaran[0], Ukuran.CAPAIAN, self._tahun, "", baris[hasil[0]], tabel, angka)


@per_dokumen
def indeks_kinerja(dok: Dokumen) -> IndeksKinerja:
    """The index of a document."""
    return IndeksKinerja(dok)


def read_nilai(teks: str) -> AngkaTertulis | None:
    """The figure or predicate of a cell; None where there is none or it cannot be read for certain."""
    try:
        angka = parse_angka(teks)
    except AngkaTidakTerbacaError:
        return None
    return None if angka.is_meragukan or (angka.angka is None and not angka.predikat) else angka


def _has_nilai(tabel: TabelTerbaca, sel: SelTerbaca, kolom: Kolom) -> bool:
    """Whether a cell holds this year's own value: a figure or predicate, or the word of a category."""
    if len(sel.teks) > TERPANJANG or _is_lain(tabel.kepala[kolom.indeks]):
        return False
    return bool(kata_nama(sel.teks)) if kolom.peran is Peran.KATEGORI else read_nilai(sel.teks) is not None


@lru_cache(maxsize=1024)  # every cell of a column asks
def _is_lain(kepala: str) -> bool:
    return _LAIN.search(kepala) is not None


def _has_target(kolom: Sequence[Kolom]) -> bool:
    return {Peran.TARGET, Peran.INDIKATOR} <= {k.peran for k in kolom}


def _kolom_nama(kolom: Sequence[Kolom]) -> tuple[JenisPokok | None, int]:
    """Which column names what the row is about."""
    for peran, jenis in ((Peran.INDIKATOR, JenisPokok.INDIKATOR), (Peran.SASARAN, JenisPokok.SASARAN)):
        letak = [k.indeks for k in kolom if k.peran is peran]
        if letak:
            return (jenis, letak[0]) if len(letak) == 1 else (None, 0)
    return None, 0


def _find_kolom_tahun(tabel: TabelTerbaca, ukuran: Ukuran) -> int | None:
    """The column that gives the year of a row; beside a benchmark it is the benchmark's year."""
    if any(_PEMBANDING.search(k) for k in tabel.kepala):
        return None
    for n, kepala in enumerate(tabel.kepala):
        cocok = _KEPALA_TAHUN.fullmatch(kepala.lower().strip())
        if cocok and cocok["untuk"] in (None, ukuran.value):
            return n
    return None


def _periode_caption(tabel: TabelTerbaca) -> str:
    cocok = _PERIODE.search(tabel.caption)
    return " ".join(cocok[0].lower().split()) if cocok else ""
