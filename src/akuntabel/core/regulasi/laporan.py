"""What the performance report must contain, what its review asks, and when each duty falls due."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from akuntabel.core.regulasi.berkas import read_data
from akuntabel.core.regulasi.entri import read_daftar
from akuntabel.core.regulasi.ketentuan import Ketentuan


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalisisLkj(Ketentuan):
    """One of the analyses that the report owes to every sasaran. ``bunyi``: the words of the regulation."""

    id: str
    urut: int
    judul: str
    bunyi: str
    is_jika_ada: bool


class JawabanData(StrEnum):
    """Whether the facts themselves can answer a question of the reviewer."""

    YA = "ya"
    SEBAGIAN = "sebagian"
    TIDAK = "tidak"


@dataclass(frozen=True, slots=True, kw_only=True)
class ButirReviu(Ketentuan):
    """One line of the reviewer's checklist. ``jika_tidak``: asked only if one of those lines was answered no."""

    id: str
    bagian: str
    nomor: int
    bunyi: str
    dari_data: JawabanData
    jika_tidak: tuple[str, ...] = ()


class AcuanTenggat(StrEnum):
    """The day from which a deadline counts."""

    PENGESAHAN_ANGGARAN = "pengesahan_anggaran"
    AKHIR_TAHUN_ANGGARAN = "akhir_tahun_anggaran"
    AKHIR_TRIWULAN = "akhir_triwulan"
    PENANDATANGANAN_LAPORAN = "penandatanganan_laporan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kewajiban(Ketentuan):
    """A duty and its deadline: so many months after ``acuan``, or one day set for the report of one year.

    Neither: the regulation names the duty and leaves the day to the agency.
    """

    id: str
    nama: str
    tingkat: str
    acuan: AcuanTenggat
    bulan: int | None
    tahun: int | None = None
    tanggal: date | None = None

    def compute_jatuh_tempo(self, acuan: date) -> date | None:
        """The last day, counted from the day of ``acuan``: two months after 31 December is the end of February."""
        if self.tanggal is not None or self.bulan is None:
            return self.tanggal
        tahun, bulan = divmod(acuan.year * 12 + acuan.month - 1 + self.bulan, 12)
        return date(tahun, bulan + 1, min(acuan.day, monthrange(tahun, bulan + 1)[1]))


@cache
def daftar_analisis_lkj() -> tuple[AnalisisLkj, ...]:
    """The seven analyses, in the order of the regulation."""
    return tuple(read_daftar(AnalisisLkj, read_data("analisis_lkj.yaml"), "analisis_lkj.yaml").values())


@cache
def daftar_checklist_reviu() -> tuple[ButirReviu, ...]:
    """The reviewer's checklist, in the order of the form."""
    return tuple(read_daftar(ButirReviu, read_data("checklist_reviu.yaml"), "checklist_reviu.yaml").values())


@cache
def daftar_kewajiban() -> Mapping[str, Kewajiban]:
    """The duties of the cycle by id."""
    return read_daftar(Kewajiban, read_data("jadwal_kewajiban.yaml"), "jadwal_kewajiban.yaml")
