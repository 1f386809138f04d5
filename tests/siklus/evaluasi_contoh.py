"""An office with the evaluators of the office above it, and worksheets that are filled in."""

from dataclasses import dataclass
from datetime import date

from pemeran import Pemeran

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.evaluasi.actions import (
    IsiKriteria,
    IsiSub,
    adopt_bukti,
    adopt_lke,
    draft_lke,
    evaluate_sub,
    submit_lke,
)
from akuntabel.siklus.evaluasi.actions_rekomendasi import IsiRekomendasi, draft_rekomendasi
from akuntabel.siklus.evaluasi.models import JenisLke, Lke, Rekomendasi
from akuntabel.siklus.organisasi.actions import assign_peran
from akuntabel.siklus.organisasi.models import Peran, Satker

TAHUN = 2026
TANGGAL = date(2027, 5, 10)
# What is answered where nothing else is said: 1a BB and so on, with kriteria that carry it.
PREDIKAT = "BB"


@dataclass(frozen=True)
class Evaluasi:
    """The office, its people, and who evaluates it."""

    pemeran: Pemeran
    eva: Pengguna
    edi: Pengguna

    @property
    def satker(self) -> Satker:
        """Whose worksheets these are."""
        return self.pemeran.kota

    def draft(self, jenis: JenisLke = JenisLke.MANDIRI, tahun: int = TAHUN) -> Lke:
        """A new worksheet of that kind, by who may."""
        return draft_lke(self.satker, tahun, jenis=jenis, by=self.penyusun(jenis))

    def penyusun(self, jenis: JenisLke) -> Pengguna:
        """Rina writes that of the office, Eva the official one."""
        return self.pemeran.rina if jenis is JenisLke.MANDIRI else self.eva

    def isi(self, lke: Lke, predikat: str = PREDIKAT, **lain: str) -> Lke:
        """Every kriteria fulfilled, every sub-component with that grade; lain: another grade by sub-component."""
        by = self.penyusun(lke.jenis_enum)
        for sub in lke.templat.daftar_sub():
            jawaban = {k.kode: IsiKriteria(jawaban=YA.get(k.jawaban, "ya")) for k in sub.kriteria}
            p = lain.get(f"p{sub.kode}", predikat) if lke.cara == "predikat" else ""
            evaluate_sub(lke, sub.kode, IsiSub(predikat=p, catatan="Sesuai.", kriteria=jawaban), by=by)
            adopt_bukti(lke, sub.kode, by=by)
        lke.refresh_from_db()
        return lke

    def tetapkan(self, lke: Lke) -> Lke:
        """Submitted and adopted by somebody else."""
        submit_lke(lke, by=self.penyusun(lke.jenis_enum))
        penetap = self.edi if lke.is_resmi else self.pemeran.bu_ketua
        adopt_lke(lke, by=penetap, tanggal=TANGGAL, nomor_lhe="LHE-1/2027" if lke.is_resmi else "")
        return lke

    def resmi(self, tahun: int = TAHUN, *, teks: str = "Susun pohon kinerja sampai jabatan.") -> Rekomendasi:
        """An official worksheet, adopted, with one recommendation."""
        lke = self.isi(self.draft(JenisLke.RESMI, tahun))
        isi = IsiRekomendasi(teks=teks, sub="1b")
        rekomendasi = draft_rekomendasi(self.satker, tahun, isi, by=self.eva, lke=lke)
        self.tetapkan(lke)
        rekomendasi.refresh_from_db()
        return rekomendasi


YA = {"huruf": "a", "ya-tidak": "ya", "kriteria": "ya"}


def build_evaluasi(pemeran: Pemeran) -> Evaluasi:
    """Eva and Edi evaluate for the province."""
    return Evaluasi(pemeran, _evaluator("eva", pemeran.provinsi), _evaluator("edi", pemeran.provinsi))


def _evaluator(nama: str, satker: Satker) -> Pengguna:
    pengguna = Pengguna.objects.create_pengguna(f"{nama}@contoh.go.id", nama.title())
    assign_peran(pengguna, satker, Peran.EVALUATOR, by=None)
    return pengguna
