"""The identity that a report prints above its table: office, year, month, programme prefix, unit of money."""

import re
from collections.abc import Iterable

from akuntabel.core.calc.angka import BULAN
from akuntabel.core.readers.anggaran.berkas import Baris, tidy_teks
from akuntabel.core.readers.anggaran.laporan import JenisLaporan, KepalaLaporan

BARIS_IDENTITAS = 12
_SATKER = re.compile(r"(?:satuan kerja|satker)\b[^\d]{0,40}(\d{6})\b(?:[\s:.)/-]*)(.*)", re.IGNORECASE)
_KEMENTERIAN = re.compile(r"kementerian\b[^\d]{0,60}(\d{3})\b", re.IGNORECASE)
_UNIT = re.compile(r"unit organisasi\b[^\d]{0,60}(\d{2})\b", re.IGNORECASE)
_BULAN = "|".join(BULAN)
_PERIODE = re.compile(rf"\b({_BULAN})\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_TAHUN = re.compile(r"(?:tahun anggaran|tahun|t\.?a\.?)\s*:?\s*((?:19|20)\d\d)\b", re.IGNORECASE)


class Identitas:
    """What the rows above a table say."""

    def __init__(self, daftar_baris: Iterable[Baris]) -> None:
        daftar_teks = [" ".join(filter(None, map(tidy_teks, sel))) for _, sel in daftar_baris]
        self._teks = [t[:2_000] for t in daftar_teks if t]
        self.baris_satker = next((n for n, t in enumerate(daftar_teks, 1) if _SATKER.search(t)), 0)

    def build(self, jenis: JenisLaporan) -> KepalaLaporan:
        """The head of the report."""
        satker = self._cari(_SATKER)
        periode = self._cari(_PERIODE)
        tahun = periode[2] if periode else (cocok[1] if (cocok := self._cari(_TAHUN)) else None)
        return KepalaLaporan(
            jenis,
            satker[1] if satker else "",
            satker[2][:200].strip() if satker else "",
            int(tahun) if tahun else None,
            _nomor_bulan(periode[1]) if periode else None,
        )

    @property
    def awalan_program(self) -> str:
        """What stands before the code of a programme in its full code: 076.01. of 076.01.WA."""
        kementerian, unit = self._cari(_KEMENTERIAN), self._cari(_UNIT)
        return f"{kementerian[1]}.{unit[1]}." if kementerian and unit else ""

    @property
    def satuan(self) -> int:
        """How many rupiah a printed 1 is."""
        return 1_000 if any("ribuan rupiah" in t.lower() for t in self._teks) else 1

    def _cari(self, pola: re.Pattern[str]) -> re.Match[str] | None:
        return next((cocok for teks in self._teks if (cocok := pola.search(teks))), None)


def _nomor_bulan(nama: str) -> int:
    return next(n for n, b in enumerate(BULAN, 1) if b.lower() == nama.lower())
