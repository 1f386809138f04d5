"""Tables of money as sums with their rounding: rows with code, name and source of funds, columns by their meaning."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from akuntabel.core.calc.baca_angka import AngkaTertulis, AngkaTidakTerbacaError, parse_angka
from akuntabel.core.checker.bacaan.angka_tercetak import read_sel
from akuntabel.core.checker.bacaan.kolom import Peran, daftar_kolom
from akuntabel.core.checker.bacaan.tabel import RangkaiAnggaran, TabelRevisi, is_total
from akuntabel.core.naskah.terbaca import Letak, SelTerbaca, TabelTerbaca

_BERUANG = re.compile(r"\b(?:anggaran|pagu|jumlah|rp|rupiah|dana|alokasi)\b", re.IGNORECASE)
PAGU, REALISASI, SISA = Peran.PAGU, Peran.REALISASI_ANGGARAN, Peran.SISA

_SKALA = (
    (re.compile(r"\b(?:ribu|ribuan)\b", re.IGNORECASE), Decimal(10) ** 3),
    (re.compile(r"\b(?:juta|jutaan)\b", re.IGNORECASE), Decimal(10) ** 6),
    (re.compile(r"\b(?:miliar|milyar|miliaran|milyaran|m)\b", re.IGNORECASE), Decimal(10) ** 9),
    (re.compile(r"\b(?:triliun|trilyun)\b", re.IGNORECASE), Decimal(10) ** 12),
)
_DALAM = re.compile(r"\((?:dalam\s+)?(?:rp\.?\s*)?(?P<satuan>[a-z]+)(?:\s+rupiah|\s*rp\.?)?\)", re.IGNORECASE)
_RUPIAH = re.compile(r"\(\s*(?:dalam\s+)?(?:rp|rupiah)\.?\s*\)", re.IGNORECASE)
# "076.01.01", "WA", "WA.01", "3355", "3355.003", "3355.EBA.994", "051", "521211", "5.1.02.01", "1.1".
_KODE = re.compile(r"(?:\d{1,6}|[A-Z]{2,3})(?:\.(?:\d{1,4}|[A-Z]{1,3}))*\.?|[A-Z]")
_KODE_AWAL = re.compile(
    r"(?P<kode>\d{3}\.\d{2}\.(?:\d{2}|[A-Z]{2})|\d{4}(?:\.(?:\d{3}|[A-Z]{3})(?:\.\d{3})?)?|[A-Z]{2}\.\d{4}(?:\.[A-Z]{3}(?:\.\d{3})?)?)"
    r"\s+(?=[^\W\d])"
)
_DANA = (
    ("hibah", re.compile(r"\bhibah?\b|\bHLD\b|\bHLN\b|\bHDN\b|\bNPHD\b", re.IGNORECASE)),
    ("pnbp", re.compile(r"\bPNBP\b|penerimaan negara bukan pajak", re.IGNORECASE)),
    ("blu", re.compile(r"\bBLUD?\b")),
    ("sbsn", re.compile(r"\bSBSN\b")),
    ("phln", re.compile(r"\bPHLN\b|pinjaman luar negeri", re.IGNORECASE)),
    ("dak", re.compile(r"\bDAK\b")),
    ("dau", re.compile(r"\bDAU\b")),
    ("rm", re.compile(r"\bAPBN\b|\bRM\b|rupiah murni", re.IGNORECASE)),
    ("apbd", re.compile(r"\bAPBD\b")),
)
_DANA_DALAM_NAMA = re.compile(r"\((?P<dana>[A-Z]{2,4})\)\s*$|\((?P<hibah>hibah[^)]*)\)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Uang:
    """A sum of money as printed: its rupiah, and how far the true sum may lie from it (0: to the rupiah)."""

    letak: Letak
    teks: str
    nilai: Decimal
    lebar: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class BarisUang:
    """A row of a table of money; nomor: its index among the rows.

    uang: the sums that could be read. kosong: columns with a dash or nothing, which add nothing to a sum. persen: its
    percentage where it is one and means the row itself. dana: source of funds as printed. jenjang: which of the columns
    holds its amount, in tables with one column of amounts per level.
    """

    nomor: int
    sel: Sequence[SelTerbaca]
    kode: str
    uraian: str
    dana: str
    is_total: bool
    uang: Mapping[Peran, Uang]
    kosong: frozenset[Peran]
    persen: AngkaTertulis | None
    jenjang: int | None = None

    @property
    def label(self) -> str:
        """The words of a total, wherever they stand in its row."""
        return " ".join(s.teks for s in self.sel[:3] if any(h.isalpha() for h in s.teks))

    @property
    def sebutan(self) -> str:
        """How a reader calls the row."""
        uraian = self.uraian or next((s.teks for s in self.sel if s.teks), "")
        nama = uraian if len(uraian) <= 60 else f"{uraian[:57].rstrip()}…"
        return " ".join(b for b in (self.kode, nama, "" if self.dana in uraian else f"({self.dana})") if b)


@dataclass(frozen=True)
class TabelUang:
    """A table of money: its rows, and the index of each column of money.

    kolom_jenjang: the columns of amounts where each level of the tree has its own.
    """

    tabel: TabelTerbaca
    kolom: Mapping[Peran, int]
    kolom_persen: int | None
    kolom_kode: int | None
    kolom_dana: int | None
    kolom_uraian: int
    tahun: int | None
    periode: str
    kolom_jenjang: tuple[int, ...] = ()

    @cached_property
    def baris(self) -> tuple[BarisUang, ...]:
        """All rows in order."""
        return tuple(self._baca_baris(n, b) for n, b in enumerate(self.tabel.baris))

    @cached_property
    def _skala(self) -> Mapping[Peran, Decimal]:
        return {p: _skala(self.tabel.kepala[k], self.tabel.caption) for p, k in self.kolom.items()}

    def _baca_baris(self, nomor: int, baris: Sequence[SelTerbaca]) -> BarisUang:
        jenjang = next((n for n, k in enumerate(self.kolom_jenjang) if baris[k].teks), None)
        kolom = self.kolom if jenjang is None else {Peran.PAGU: self.kolom_jenjang[jenjang]}
        uang = {p: u for p, k in kolom.items() if (u := read_uang(baris[k], self._skala[p])) is not None}
        kosong = frozenset(p for p, k in self.kolom.items() if p not in uang and is_kosong(baris[k]))
        kode, uraian = self._nama(baris)
        dana = "" if self.kolom_dana is None else baris[self.kolom_dana].teks
        if not dana and (cocok := _DANA_DALAM_NAMA.search(uraian)):
            dana = cocok["hibah"] or (cocok["dana"] if kelas_dana(cocok["dana"]) else "")
        persen = None if self.kolom_persen is None else read_sel(baris[self.kolom_persen])
        total = is_total(baris, min(self.kolom.values()))
        return BarisUang(nomor, baris, kode, uraian, dana, total, uang, kosong, persen, jenjang)

    def _nama(self, baris: Sequence[SelTerbaca]) -> tuple[str, str]:
        """Code and name of a row; a code may open the name."""
        uraian = baris[self.kolom_uraian].teks
        if self.kolom_kode is not None and (kode := baris[self.kolom_kode].teks.strip().rstrip(".")):
            return (kode, uraian) if _KODE.fullmatch(kode) else ("", uraian)
        cocok = _KODE_AWAL.match(uraian)
        return (cocok["kode"], uraian[cocok.end() :]) if cocok else ("", uraian)

    @property
    def is_berealisasi(self) -> bool:
        """Whether it tells what was spent, so that its ceilings are those at the end of the year."""
        return Peran.REALISASI_ANGGARAN in self.kolom


def build_tabel_anggaran(t: RangkaiAnggaran) -> TabelUang:
    """A table of pagu and realisasi."""
    kolom = {Peran.PAGU: t.pagu, Peran.REALISASI_ANGGARAN: t.realisasi, Peran.SISA: t.sisa}
    ada = {p: k for p, k in kolom.items() if k is not None}
    dana = _find_dana(t) if t.dana is None else t.dana
    return TabelUang(t.tabel, ada, t.persen, t.kode, dana, t.uraian, t.tahun, t.periode)


def _find_dana(t: RangkaiAnggaran) -> int | None:
    """A column such as "Ket." that holds nothing but sources of funds."""
    bukan = {t.uraian, t.pagu, t.realisasi, t.sisa, t.persen, t.kode}
    for k in range(len(t.tabel.kepala)):
        isi = [b[k].teks for b in t.tabel.baris if b[k].teks] if k not in bukan else []
        if isi and all(kelas_dana(teks) and len(teks) <= 40 for teks in isi):
            return k
    return None


def find_tabel_berjenjang(tabel: TabelTerbaca) -> TabelUang | None:
    """A table with one column of amounts per level: every row has its amount in one of them; None for others."""
    kolom = daftar_kolom(tabel)
    pagu = tuple(n for n, k in enumerate(tabel.kepala) if _BERUANG.search(k))
    uraian = next((k.indeks for k in kolom if k.peran is Peran.URAIAN and k.indeks not in pagu), None)
    if uraian is None or len(pagu) < 2 or any(k.peran is Peran.REALISASI_ANGGARAN or k.tahun for k in kolom):
        return None
    isi = [sum(bool(b[k].teks) for k in pagu) for b in tabel.baris]
    if any(n > 1 for n in isi) or sum(isi) < 3 or len({k for b in tabel.baris for k in pagu if b[k].teks}) < 2:
        return None
    kode = next((k.indeks for k in kolom if k.peran is Peran.KODE), None)
    return TabelUang(tabel, {Peran.PAGU: pagu[0]}, None, kode, None, uraian, None, "", pagu)


def build_tabel_revisi(t: TabelRevisi) -> TabelUang:
    """A table of a ceiling before and after."""
    kolom = {Peran.SEMULA: t.semula, Peran.MENJADI: t.menjadi, Peran.SELISIH: t.selisih}
    ada = {p: k for p, k in kolom.items() if k is not None}
    return TabelUang(t.tabel, ada, None, t.kode, None, t.uraian, None, "")


def read_uang(sel: SelTerbaca, skala: Decimal = Decimal(1)) -> Uang | None:
    """The money of a cell; None where there is none or it cannot be read for certain."""
    angka = read_sel(sel)
    if angka is None or angka.angka is None or angka.satuan.startswith("%"):
        return None
    is_bulat = skala == 1 and angka.angka == int(angka.angka)
    lebar = Decimal(0) if is_bulat else angka.setengah_lebar * skala
    return Uang(sel.letak, sel.teks, angka.angka * skala, lebar)


def is_kosong(sel: SelTerbaca) -> bool:
    """Whether a cell holds nothing, a dash, or words for what is not known."""
    try:
        angka = parse_angka(sel.teks)
    except AngkaTidakTerbacaError:
        return not any(h.isdigit() for h in sel.teks)
    return angka.angka is None and not angka.predikat


def kelas_dana(teks: str) -> str:
    """The source of funds that words name; "" for none or several."""
    kelas = [nama for nama, pola in _DANA if pola.search(teks)]
    if "hibah" in kelas:  # a grant from a regional budget is a grant
        return "hibah"
    return kelas[0] if len(kelas) == 1 else ""


def find_skala(satuan: str) -> Decimal | None:
    """What a word such as "juta" multiplies by."""
    return next((skala for pola, skala in _SKALA if pola.fullmatch(satuan.strip())), None)


def _skala(kepala: str, caption: str) -> Decimal:
    """Rupiah per unit: the header says it before the caption; a header in rupiah has the last word."""
    if _RUPIAH.search(kepala):
        return Decimal(1)
    return next(_daftar_skala((kepala, caption)), Decimal(1))


def _daftar_skala(teks: Sequence[str]) -> Iterator[Decimal]:
    for t in teks:
        for cocok in _DALAM.finditer(t):
            skala = find_skala(cocok["satuan"])
            if skala is not None:
                yield skala
