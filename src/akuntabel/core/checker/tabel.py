"""Which table is which: performance, budget, revisions. A table that is not known for certain is left alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from akuntabel.core.naskah.terbaca import NaskahTerbaca, SelTerbaca, TabelTerbaca

Baris = Sequence[SelTerbaca]


@dataclass(frozen=True, slots=True)
class TabelKinerja:
    """Columns of a table of target, realisasi and capaian."""

    tabel: TabelTerbaca
    indikator: int
    target: int
    realisasi: int
    capaian: int


@dataclass(frozen=True, slots=True)
class TabelAnggaran:
    """Columns of a table of pagu and realisasi; None for a column that is not there."""

    tabel: TabelTerbaca
    kode: int | None
    uraian: int
    pagu: int
    realisasi: int
    sisa: int | None
    persen: int | None


@dataclass(frozen=True, slots=True)
class TabelRevisi:
    """Columns of a table of revisions."""

    tabel: TabelTerbaca
    uraian: int
    semula: int
    menjadi: int
    selisih: int


_TARGET = re.compile(r"\btarget\b")
_REALISASI = re.compile(r"\b(realisasi|hasil)\b")
_CAPAIAN = re.compile(r"\b(capaian|% ?capaian|rasio capaian)\b")
_INDIKATOR = re.compile(r"\bindikator\b")
_PAGU = re.compile(r"\b(anggaran|pagu|alokasi|jumlah dana)\b")
_SISA = re.compile(r"\bsisa\b")
_PERSEN = re.compile(r"%|\b(persen|persentase|serapan)\b")
_KODE = re.compile(r"\bkode\b")
_URAIAN = re.compile(r"\b(uraian|program|kegiatan|output|sumber dana)\b")
_SEMULA = re.compile(r"\b(semula|pagu awal|sebelum)\b")
_MENJADI = re.compile(r"\b(menjadi|pagu revisi|setelah|sesudah)\b")
_SELISIH = re.compile(r"\b(selisih|bertambah)\b")


def daftar_tabel_kinerja(naskah: NaskahTerbaca) -> Iterator[TabelKinerja]:
    """Tables of one year: exactly one column each of target, realisasi and capaian."""
    for tabel in naskah.daftar_tabel:
        letak = [_satu(tabel, pola) for pola in (_INDIKATOR, _TARGET, _REALISASI, _CAPAIAN)]
        if None not in letak and len(set(letak)) == 4:
            yield TabelKinerja(tabel, *(n for n in letak if n is not None))


def daftar_tabel_anggaran(naskah: NaskahTerbaca) -> Iterator[TabelAnggaran]:
    """Tables with one column of pagu and one of realisasi."""
    for tabel in naskah.daftar_tabel:
        kode, uraian = _satu(tabel, _KODE), _pertama(tabel, _URAIAN)
        pagu, realisasi = _satu(tabel, _PAGU), _satu(tabel, _REALISASI)
        if uraian is None or pagu is None or realisasi is None or _satu(tabel, _TARGET) is not None:
            continue
        yield TabelAnggaran(tabel, kode, uraian, pagu, realisasi, _satu(tabel, _SISA), _satu(tabel, _PERSEN))


def daftar_tabel_revisi(naskah: NaskahTerbaca) -> Iterator[TabelRevisi]:
    """Tables of a ceiling before and after."""
    for tabel in naskah.daftar_tabel:
        letak = [_satu(tabel, pola) for pola in (_SEMULA, _MENJADI, _SELISIH)]
        if None not in letak:
            yield TabelRevisi(tabel, min(1, len(tabel.kepala) - 1), *(n for n in letak if n is not None))


def _satu(tabel: TabelTerbaca, pola: re.Pattern[str]) -> int | None:
    """The one column whose header says so; None for none or several."""
    cocok = [n for n, k in enumerate(tabel.kepala) if pola.search(k.lower())]
    return cocok[0] if len(cocok) == 1 else None


def _pertama(tabel: TabelTerbaca, pola: re.Pattern[str]) -> int | None:
    return next((n for n, k in enumerate(tabel.kepala) if pola.search(k.lower())), None)
