"""A report that was submitted, its team of reviewers, and a statement to be signed."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from kantor_contoh import TAHUN, Kantor
from pemeran import Pemeran

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.actions import assign_peran
from akuntabel.siklus.organisasi.models import EntitasPelapor, Peran, Satker
from akuntabel.siklus.pelaporan.actions import draft_laporan, submit_laporan
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.reviu.actions import assign_auditor, review_butir
from akuntabel.siklus.reviu.actions_tanda import IsiPernyataan
from akuntabel.siklus.reviu.berlaku import read_jawaban
from akuntabel.siklus.reviu.checklist import daftar_belum
from akuntabel.siklus.reviu.langkah_baku import draft_langkah_baku
from akuntabel.siklus.reviu.models import ButirReviu, LangkahReviu
from akuntabel.siklus.reviu.pemeriksaan import compute_bukti_reviu


@dataclass(frozen=True)
class Reviu:
    """The report of the city; Rina submitted it, Sari of the province leads its review."""

    pemeran: Pemeran
    laporan: LaporanKinerja

    @property
    def sari(self) -> Pengguna:
        """The auditor."""
        return self.pemeran.sari

    def answer(self, kode: str, jawaban: str, catatan: str = "") -> ButirReviu:
        """Sari answers a line as she sees it now."""
        butir = ButirReviu.objects.filter(laporan=self.laporan, kode=kode).first()
        versi = butir.versi if butir else 0
        return review_butir(self.laporan, kode, jawaban=jawaban, catatan=catatan, versi=versi, by=self.sari)

    def finish(self) -> None:
        """Evidence, steps with their conclusions, every line answered with yes: nothing but findings can stop it."""
        compute_bukti_reviu(self.laporan, by=self.sari)
        draft_langkah_baku(self.laporan, by=self.sari)
        LangkahReviu.objects.filter(laporan=self.laporan).update(simpulan="Memadai.")
        while belum := daftar_belum(read_jawaban(self.laporan)):
            self.answer(belum[0].id, "ya")


def build_laporan(kantor: Kantor) -> LaporanKinerja:
    """The annual report of the office, measured and submitted by Rina."""
    kantor.ukur(triwulan=4, a=60, b=80)
    entitas = EntitasPelapor.objects.filter(satker=kantor.satker, peran_pimpinan="pimpinan").get()
    laporan = draft_laporan(kantor.satker, TAHUN, entitas=entitas, by=kantor.pemeran.rina)
    submit_laporan(laporan, by=kantor.pemeran.rina)
    return laporan


def build_reviu(kantor: Kantor) -> Reviu:
    """Sari takes the report up as head of the team."""
    laporan = build_laporan(kantor)
    assign_auditor(laporan, kantor.pemeran.sari, by=kantor.pemeran.sari, is_ketua=True)
    return Reviu(kantor.pemeran, laporan)


def build_auditor(nama: str, satker: Satker) -> Pengguna:
    """Another auditor."""
    pengguna = Pengguna.objects.create_pengguna(f"{nama.lower()}@contoh.go.id", nama)
    assign_peran(pengguna, satker, Peran.AUDITOR, by=None)
    return pengguna


def build_pernyataan(reviu: Reviu, *paragraf: str, tanggal: date | None = None) -> IsiPernyataan:
    """What Sari concludes."""
    return IsiPernyataan(
        kesimpulan="Berdasarkan reviu kami, laporan ini dapat diandalkan.",
        paragraf_penjelas=paragraf,
        nama=reviu.sari.nama,
        jabatan="Inspektur",
        nip="",
        tempat="Surabaya",
        tanggal=tanggal or timezone.localdate(),
    )
