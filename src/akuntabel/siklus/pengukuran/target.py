"""What a period is judged by: the agreement in force at its end, its indicators, and the target that is due then."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from akuntabel.core.calc.angka import format_tanggal
from akuntabel.core.calc.nilai import StatusNilai
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pengukuran.berlaku import akhir_triwulan
from akuntabel.siklus.pengukuran.kueri import read_perjanjian, read_target_triwulan
from akuntabel.siklus.perencanaan.berlaku import daftar_indikator_berlaku
from akuntabel.siklus.perencanaan.models import Indikator
from akuntabel.siklus.perjanjian.baris import daftar_baris_beku
from akuntabel.siklus.perjanjian.berlaku import find_perjanjian_berlaku
from akuntabel.siklus.perjanjian.models import ROMAWI, PerjanjianKinerja, PerjanjianTarget

TRIWULAN_AKHIR = 4
TARGET_TAHUNAN = "target setahun; rencana aksi yang disetujui belum ada"
TANPA_PERJANJIAN = "belum ada perjanjian kinerja yang ditandatangani"


@dataclass(frozen=True, slots=True)
class BarisTarget:
    """An indicator and what it must reach by the end of the period, as it is written; empty: nothing, catatan why."""

    indikator: Indikator
    target: str
    catatan: str = ""
    status_tanpa_target: StatusNilai = StatusNilai.BELUM_JATUH_TEMPO


@dataclass(frozen=True, slots=True)
class DaftarTarget:
    """All indicators of a period in their order, and the agreement that promises them."""

    triwulan: int | None
    perjanjian: PerjanjianKinerja | None
    baris: Sequence[BarisTarget]
    catatan: tuple[str, ...] = ()

    def only(self, daftar_kode: Collection[str]) -> "DaftarTarget":
        """The same over some indicators."""
        return replace(self, baris=[b for b in self.baris if b.indikator.kode in daftar_kode])


def read_daftar_target(satker: Satker, tahun: int, triwulan: int | None = None) -> DaftarTarget:
    """The targets at the end of a quarter (None: of the year, by the last agreement).

    A quarter that ended before anything was signed is judged by the first agreement of the year, and says so.
    """
    return SumberTarget(satker, tahun).read(triwulan)


class SumberTarget:
    """The agreements of an office-year, from which the targets of any quarter are read."""

    def __init__(self, satker: Satker, tahun: int) -> None:
        self._satker, self._tahun = satker, tahun
        self._perjanjian = read_perjanjian(satker, tahun)

    def read(self, triwulan: int | None) -> DaftarTarget:
        """The targets at the end of a quarter (None: of the year)."""
        perjanjian, catatan = self._find(triwulan)
        if perjanjian is None:
            baris = [
                BarisTarget(i, "", TANPA_PERJANJIAN, StatusNilai.TIDAK_DAPAT_DIHITUNG)
                for i in daftar_indikator_berlaku(self._satker, self._tahun)
            ]
            return DaftarTarget(triwulan, None, baris, (TANPA_PERJANJIAN,))
        daftar = daftar_baris_beku(perjanjian)
        if triwulan is None:
            return DaftarTarget(None, perjanjian, [BarisTarget(t.indikator, t.target) for t in daftar], catatan)
        return DaftarTarget(triwulan, perjanjian, _daftar_triwulan(perjanjian, daftar, triwulan), catatan)

    def find_perjanjian(self) -> PerjanjianKinerja | None:
        """The agreement by which the year is judged."""
        return self._find(None)[0]

    def _find(self, triwulan: int | None) -> tuple[PerjanjianKinerja | None, tuple[str, ...]]:
        if not self._perjanjian:
            return None, ()
        if triwulan is None:
            return self._find_berlaku(None), ()
        perjanjian = self._find_berlaku(akhir_triwulan(self._tahun, triwulan))
        if perjanjian is not None:
            return perjanjian, ()
        pertama = self._find_berlaku(None)
        while pertama is not None and pertama.sebelumnya is not None:
            pertama = pertama.sebelumnya
        hari = pertama.tanggal_penandatanganan if pertama else None
        kapan = f" {format_tanggal(hari)}" if hari else ""
        return pertama, (f"dinilai dengan perjanjian kinerja yang baru ditandatangani{kapan}, sesudah triwulan ini",)

    def _find_berlaku(self, hari: date | None) -> PerjanjianKinerja | None:
        """Where only one is signed, it holds from its day on; of several their stage knows which."""
        if len(self._perjanjian) > 1:
            return find_perjanjian_berlaku(self._satker, self._tahun, hari)
        (satu,) = self._perjanjian
        mulai = satu.tanggal_penandatanganan
        return satu if hari is None or mulai is None or mulai <= hari else None


def _daftar_triwulan(
    perjanjian: PerjanjianKinerja, daftar: Sequence[PerjanjianTarget], triwulan: int
) -> list[BarisTarget]:
    """The targets of the rencana aksi; without an approved one those of the year, with a note."""
    per_baris = read_target_triwulan(perjanjian, triwulan)
    if per_baris is None:
        return [BarisTarget(t.indikator, t.target, TARGET_TAHUNAN) for t in daftar]
    return [_baris_triwulan(t, per_baris.get(t.pk, ""), triwulan) for t in daftar]


def _baris_triwulan(baris: PerjanjianTarget, target: str, triwulan: int) -> BarisTarget:
    """What the rencana aksi leaves open for the last quarter is what the agreement promises for the year."""
    if target or triwulan == TRIWULAN_AKHIR:
        return BarisTarget(baris.indikator, target or baris.target)
    return BarisTarget(baris.indikator, "", f"belum ada target pada triwulan {ROMAWI[triwulan]}")
