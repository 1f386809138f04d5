"""An office of the cast with a signed agreement, and the report that it writes about the year."""

from dataclasses import dataclass
from datetime import date

from pemeran import Pemeran
from rencana_contoh import TANGGAL, Rencana, build_rencana

from akuntabel.siklus.organisasi.models import EntitasPelapor, Pejabat
from akuntabel.siklus.pelaporan.actions import draft_laporan, revise_blok, submit_laporan
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.pelaporan.peralihan import record_hasil_reviu, record_tanda_tangan
from akuntabel.siklus.perencanaan.models import Indikator
from akuntabel.siklus.perjanjian.actions import (
    approve_perjanjian,
    draft_perjanjian,
    sign_perjanjian,
    submit_perjanjian,
)

TAHUN = 2026
TANGGAL_LAPORAN = date(2027, 2, 15)


@dataclass(frozen=True)
class Meja:
    """The office's report on the desk of its people."""

    pemeran: Pemeran
    rencana: Rencana
    laporan: LaporanKinerja

    def tulis(self, nama: str, isi: str, versi: int = 0) -> None:
        """Rina writes a text."""
        revise_blok(self.laporan, nama, isi=isi, versi=versi, by=self.pemeran.rina)

    def sampai_direviu(self) -> LaporanKinerja:
        """Handed in, and the review closed by the stage after this one."""
        submit_laporan(self.laporan, by=self.pemeran.rina)
        record_hasil_reviu(self.laporan, by=self.pemeran.sari, sidik=self.laporan.sidik)
        return self.laporan

    def sampai_ditandatangani(self) -> LaporanKinerja:
        """Signed."""
        laporan = self.sampai_direviu()
        record_tanda_tangan(laporan, by=self.pemeran.bu_ketua, tanggal=TANGGAL_LAPORAN, sidik=laporan.sidik)
        return laporan


def sign_contoh(
    pemeran: Pemeran,
    rencana: Rencana,
    *,
    pihak_pertama: Pejabat | None = None,
    daftar_indikator: list[Indikator] | None = None,
) -> None:
    """The agreement of the year, in force: of the head, on everything, unless said otherwise."""
    perjanjian = draft_perjanjian(
        pemeran.kota,
        TAHUN,
        pihak_pertama=pihak_pertama or rencana.ketua,
        pihak_kedua=rencana.atasan,
        daftar_indikator=daftar_indikator,
        by=pemeran.rina,
    )
    submit_perjanjian(perjanjian, by=pemeran.rina)
    approve_perjanjian(perjanjian, by=pemeran.bu_ketua)
    sign_perjanjian(perjanjian, by=pemeran.bu_ketua, tanggal=TANGGAL)


def entitas_utama(pemeran: Pemeran) -> EntitasPelapor:
    """The one that the cast's office was founded with."""
    return EntitasPelapor.objects.filter(satker=pemeran.kota).earliest("pk")


def build_meja(pemeran: Pemeran) -> Meja:
    """Begun, and not a word written."""
    rencana = build_rencana(pemeran)
    sign_contoh(pemeran, rencana)
    laporan = draft_laporan(pemeran.kota, TAHUN, entitas=entitas_utama(pemeran), by=pemeran.rina)
    return Meja(pemeran, rencana, laporan)
