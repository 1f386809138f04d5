"""Which table is which: performance, budget, revisions. A table that is not known for certain is left alone."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from akuntabel.core.checker.bacaan.kolom import Kolom, Peran, daftar_kolom
from akuntabel.core.naskah.terbaca import SelTerbaca, TabelTerbaca

Baris = Sequence[SelTerbaca]
_TOTAL = re.compile(r"^(sub|grand)?[\s-]*(jumlah|total)\b", re.IGNORECASE)
_REVISI = re.compile(r"(no\.?|nomor)?\s*(revisi|uraian)\b", re.IGNORECASE)
# "Jumlah" or "Rata-rata capaian" sums up; "Jumlah laporan" and "Rata-rata lama sekolah" are things measured.
_RINGKASAN = re.compile(
    r"^\W*(?:(?:sub|grand)[\s-]*)?(?:(?:nilai|persentase|tingkat)\s+)?(?:"
    r"(?:(?:jumlah|total)|rata[- ]*rata|rerata)(?:\s+(?:(?:nilai|persentase|tingkat)\s+)?"
    r"(?:jumlah|total|rata|(?:pen)?capaian|kinerja|realisasi|seluruh\w*|keseluruhan|semua|akhir|umum|indikator|sasaran|skor"
    r"|bobot|per)\b.*)?\W*"
    r"|(?:organisasi|keseluruhan|kinerja organisasi)\b.*"
    r"|(?:pen)?capaian (?:kinerja )?(?:(?:rata|organisasi|keseluruhan|total)\b|sasaran\W+(?:ke\W*)?\d).*)$",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class RangkaiKinerja:
    """Columns of target, realisasi and capaian that belong together: one year, one period of one table."""

    tabel: TabelTerbaca
    indikator: int
    target: int
    realisasi: int
    capaian: int | None
    satuan: int | None
    kategori: int | None
    sasaran: int | None
    tahun: int | None
    periode: str


@dataclass(frozen=True, slots=True)
class RangkaiAnggaran:
    """Columns of pagu and realisasi that belong together, and what stands beside them."""

    tabel: TabelTerbaca
    kode: int | None
    uraian: int
    dana: int | None
    pagu: int
    realisasi: int | None
    sisa: int | None
    persen: int | None
    tahun: int | None
    periode: str


@dataclass(frozen=True, slots=True)
class TabelRevisi:
    """Columns of a ceiling before and after; semula None where only what it became is told, revision by revision."""

    tabel: TabelTerbaca
    kode: int | None
    uraian: int
    semula: int | None
    menjadi: int
    selisih: int | None


@dataclass(frozen=True, slots=True)
class TabelPerjanjian:
    """Columns of an agreement: sasaran, indikator and target, nothing measured."""

    tabel: TabelTerbaca
    sasaran: int | None
    indikator: int
    target: int


def daftar_rangkai_kinerja(tabel: TabelTerbaca) -> Iterator[RangkaiKinerja]:
    """Every year and period of a table that has exactly one target and one realisasi."""
    kolom = daftar_kolom(tabel)
    indikator = _satu(kolom, Peran.INDIKATOR, Peran.SASARAN, Peran.URAIAN)
    for (tahun, periode), grup in _grup(kolom).items():
        target, realisasi = grup.get(Peran.TARGET, []), grup.get(Peran.REALISASI, [])
        if indikator is None or len(target) != 1 or len(realisasi) != 1:
            continue
        yield RangkaiKinerja(
            tabel,
            indikator,
            target[0],
            realisasi[0],
            _tunggal(grup, Peran.CAPAIAN),
            _satu(kolom, Peran.SATUAN),
            _tunggal(grup, Peran.KATEGORI),
            _satu(kolom, Peran.SASARAN),
            tahun,
            periode,
        )


def daftar_rangkai_anggaran(tabel: TabelTerbaca) -> Iterator[RangkaiAnggaran]:
    """Every year and period of a table that has one pagu; beside a realisasi the revised ceiling is the pagu."""
    kolom = daftar_kolom(tabel)
    uraian = next((k.indeks for k in kolom if k.peran in (Peran.URAIAN, Peran.SASARAN, Peran.INDIKATOR)), None)
    dana = _satu(kolom, Peran.DANA)
    uraian = dana if uraian is None else uraian
    uraian = _kolom_nama(tabel, kolom) if uraian is None else uraian
    for (tahun, periode), grup in _grup(kolom).items():
        realisasi = grup.get(Peran.REALISASI_ANGGARAN, [])
        pagu = grup.get(Peran.PAGU) or (grup.get(Peran.MENJADI, []) if realisasi else [])
        if uraian is None or len(pagu) != 1 or len(realisasi) > 1:
            continue
        yield RangkaiAnggaran(
            tabel,
            _satu(kolom, Peran.KODE),
            uraian,
            dana if dana != uraian else None,
            pagu[0],
            realisasi[0] if realisasi else None,
            _tunggal(grup, Peran.SISA if Peran.SISA in grup or not realisasi else Peran.SELISIH),
            _tunggal(grup, Peran.PERSEN),
            tahun,
            periode,
        )


def _kolom_nama(tabel: TabelTerbaca, kolom: Sequence[Kolom]) -> int | None:
    """The column of names left of the figures, whatever its header ("Unit", "Bagian"); None where there is none."""
    awal = min((k.indeks for k in kolom if k.peran not in (Peran.NOMOR, Peran.KODE)), default=0)
    isi = [[b[n].teks for b in tabel.baris if b[n].teks] for n in range(awal)]
    return next((n for n, i in enumerate(isi) if i and all(any(h.isalpha() for h in t) for t in i)), None)


def find_tabel_revisi(tabel: TabelTerbaca) -> TabelRevisi | None:
    """The columns of a table of revisions; None where it is none."""
    kolom = daftar_kolom(tabel)
    semula, menjadi, selisih = (_satu(kolom, p) for p in (Peran.SEMULA, Peran.MENJADI, Peran.SELISIH))
    if menjadi is None and semula is None and selisih is not None and _REVISI.match(tabel.kepala[0]):
        menjadi = _satu(kolom, Peran.PAGU)
    if menjadi is None or (semula is None and selisih is None):
        return None
    if any(k.peran is Peran.REALISASI_ANGGARAN for k in kolom):
        return None
    uraian = _satu(kolom, Peran.URAIAN)
    if uraian is None:
        uraian = min(len(tabel.kepala) - 1, int(_satu(kolom, Peran.NOMOR) == 0))
    return TabelRevisi(tabel, _satu(kolom, Peran.KODE), uraian, semula, menjadi, selisih)


def find_tabel_perjanjian(tabel: TabelTerbaca) -> TabelPerjanjian | None:
    """The columns of an agreement; None where it is none."""
    kolom = daftar_kolom(tabel)
    if any(k.peran in (Peran.REALISASI, Peran.CAPAIAN) for k in kolom):
        return None
    indikator, target = _satu(kolom, Peran.INDIKATOR), _satu(kolom, Peran.TARGET)
    if indikator is None or target is None:
        return None
    return TabelPerjanjian(tabel, _satu(kolom, Peran.SASARAN), indikator, target)


def is_total(baris: Baris, sampai: int) -> bool:
    """Whether a row closes others: "Jumlah" or "Total" in a cell left of column ``sampai``."""
    return any(_TOTAL.match(s.teks) for s in baris[:sampai])


def is_ringkasan(teks: str) -> bool:
    """Whether a row of that name sums up others: "Rata-rata capaian", "Jumlah", "Organisasi"; not "Jumlah laporan"."""
    return _RINGKASAN.match(teks) is not None


def is_baris_ringkasan(baris: Baris, sampai: int) -> bool:
    """Whether a row of measurements sums up others, by a cell left of column ``sampai``."""
    return any(is_ringkasan(s.teks) for s in baris[:sampai])


def _grup(kolom: Sequence[Kolom]) -> dict[tuple[int | None, str], dict[Peran, list[int]]]:
    grup: dict[tuple[int | None, str], dict[Peran, list[int]]] = defaultdict(lambda: defaultdict(list))
    for k in kolom:
        grup[k.tahun, k.periode][k.peran].append(k.indeks)
    return grup


def _tunggal(grup: dict[Peran, list[int]], peran: Peran) -> int | None:
    """The one column of that meaning; None for none or several."""
    letak = grup.get(peran, [])
    return letak[0] if len(letak) == 1 else None


def _satu(kolom: Sequence[Kolom], *peran: Peran) -> int | None:
    """The one column of the first meaning that any column has."""
    for p in peran:
        letak = [k.indeks for k in kolom if k.peran is p]
        if letak:
            return letak[0] if len(letak) == 1 else None
    return None
