"""An office whose agreement is signed and whose elements are drafted: what measuring starts from."""

from dataclasses import dataclass
from decimal import Decimal

from pemeran import Pemeran
from rencana_contoh import TANGGAL, Rencana

from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pengukuran.actions import HasilUkur, IsianSel, measure_fakta
from akuntabel.siklus.pengukuran.actions_elemen import draft_elemen_rumus
from akuntabel.siklus.pengukuran.models import Elemen, Fakta
from akuntabel.siklus.perjanjian.actions import (
    approve_perjanjian,
    draft_perjanjian,
    sign_perjanjian,
    submit_perjanjian,
)
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja

TAHUN = 2026


@dataclass(frozen=True)
class Kantor:
    """The office, who works there, and how they measure."""

    pemeran: Pemeran
    rencana: Rencana
    perjanjian: PerjanjianKinerja
    elemen: dict[str, Elemen]

    @property
    def satker(self) -> Satker:
        """Whose measurements these are."""
        return self.pemeran.kota

    def ukur(self, triwulan: int | None = 1, **nilai: str | int) -> HasilUkur:
        """Danu writes figures into empty cells."""
        daftar = [IsianSel(elemen=kode, nilai=Decimal(angka)) for kode, angka in nilai.items()]
        return measure_fakta(self.satker, TAHUN, triwulan, daftar, by=self.pemeran.danu)

    def betulkan(self, kode: str, angka: str | int, *, alasan: str = "salah ketik", triwulan: int = 1) -> HasilUkur:
        """Danu corrects what he sees."""
        isian = IsianSel(
            elemen=kode,
            nilai=Decimal(angka),
            dilihat=self.terkini(kode, triwulan).pk,
            alasan_perubahan=alasan,
            alasan="rekapitulasi akhir",
        )
        return measure_fakta(self.satker, TAHUN, triwulan, [isian], by=self.pemeran.danu)

    def terkini(self, kode: str, triwulan: int | None = 1) -> Fakta:
        """What holds in a cell."""
        return Fakta.objects.terkini().get(satker=self.satker, tahun=TAHUN, triwulan=triwulan, elemen__kode=kode)


def build_kantor(pemeran: Pemeran, rencana: Rencana) -> Kantor:
    """The agreement is signed, the elements of its formulas are drafted."""
    perjanjian = draft_perjanjian(
        pemeran.kota, TAHUN, pihak_pertama=rencana.ketua, pihak_kedua=rencana.atasan, by=pemeran.rina
    )
    submit_perjanjian(perjanjian, by=pemeran.rina)
    approve_perjanjian(perjanjian, by=pemeran.bu_ketua)
    sign_perjanjian(perjanjian, by=pemeran.bu_ketua, tanggal=TANGGAL)
    elemen = {e.kode: e for e in draft_elemen_rumus(pemeran.kota, TAHUN, by=pemeran.rina)}
    return Kantor(pemeran, rencana, perjanjian, elemen)
