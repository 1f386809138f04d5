"""What an office has of evaluasi, for the pages (see ``isi``).

Its own worksheet is being written: with evidence, a draft recommendation, and answers of people and of the application.
The official one of the year before is adopted; its recommendation was followed up and waits for the evaluator. In the
year itself one was written down from a letter.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.utils import timezone

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
from akuntabel.siklus.evaluasi.actions_bukti import attach_bukti
from akuntabel.siklus.evaluasi.actions_rekomendasi import (
    IsiRekomendasi,
    assign_rekomendasi,
    draft_rekomendasi,
    draft_tindak_lanjut,
)
from akuntabel.siklus.evaluasi.models import JenisLke, Lke
from akuntabel.siklus.organisasi.actions import assign_peran
from akuntabel.siklus.organisasi.models import Peran, Satker, Unit

HARI_INI = timezone.localdate()
TAHUN = HARI_INI.year


def build_objek(
    satker: Satker, objek: Mapping[str, Any], *, perencana: Pengguna, pengelola: Pengguna, ketua: Pengguna
) -> dict[str, Any]:
    """The things of one office by name; objek: those of the stages before."""
    lke = draft_lke(satker, TAHUN, jenis=JenisLke.MANDIRI, by=perencana)
    jawaban = {"1a1": IsiKriteria("ya"), "1a2": IsiKriteria("tidak"), "1a3": IsiKriteria("sebagian")}
    evaluate_sub(lke, "1a", IsiSub(predikat="B", catatan="Pedoman ada.", kriteria=jawaban), by=perencana)
    pdf = f"%PDF-1.4\n% pedoman {satker.kode}\n%%EOF\n".encode()
    bukti = attach_bukti(lke, "1a1", uraian="Pedoman", isi=pdf, nama_berkas="pedoman.pdf", by=perencana)
    naskah = draft_rekomendasi(satker, TAHUN, IsiRekomendasi("Susun pedoman.", "1a"), by=perencana, lke=lke)
    surat = IsiRekomendasi("Rapikan arsip bukti.", sumber="Surat Inspektorat 7/2026")
    rekomendasi = draft_rekomendasi(satker, TAHUN, surat, by=perencana)
    unit = Unit.objects.get(pk=objek["unit"])
    tenggat = HARI_INI + timedelta(days=30)
    assign_rekomendasi(rekomendasi, unit=unit, pejabat=None, tenggat=tenggat, versi=None, by=perencana)
    isi = f"%PDF-1.4\n% arsip {satker.kode}\n%%EOF\n".encode()
    tindakan = draft_tindak_lanjut(rekomendasi, "Arsip dirapikan.", isi=isi, nama_berkas="arsip.pdf", by=pengelola)
    resmi = _resmi_lalu(satker)
    return {
        "lke": lke.pk,
        "lke_resmi": resmi.pk,
        "komponen": "1",
        "sub": "1a",
        "kriteria": "1a1",
        "bukti_kriteria": bukti.pk,
        "rekomendasi": rekomendasi.pk,
        "rekomendasi_naskah": naskah.pk,
        "rekomendasi_resmi": resmi.daftar_rekomendasi.earliest("pk").pk,
        "tindak_lanjut": tindakan.pk,
    }


def add_baris(
    satker: Satker, objek: Mapping[str, Any], n: int, *, perencana: Pengguna, pengelola: Pengguna, ketua: Pengguna
) -> None:
    """One more of each thing that stands in a list."""
    lke = Lke.objects.get(pk=objek["lke"])
    draft_rekomendasi(satker, TAHUN, IsiRekomendasi(f"Perbaiki {n}.", "1b"), by=perencana, lke=lke)
    draft_rekomendasi(satker, TAHUN, IsiRekomendasi(f"Benahi {n}.", sumber=f"Surat {n}"), by=perencana)
    pdf = f"%PDF-1.4\n% {n}\n%%EOF\n".encode()
    attach_bukti(lke, "1a1", uraian=f"Dokumen {n}", isi=pdf, nama_berkas=f"dokumen-{n}.pdf", by=perencana)


def _resmi_lalu(satker: Satker) -> Lke:
    """The official score of the year before, of two evaluators of the office above."""
    pertama, kedua = (_penilai(satker, n) for n in ("penilai", "penilai_dua"))
    lke = draft_lke(satker, TAHUN - 1, jenis=JenisLke.RESMI, by=pertama)
    for sub in lke.templat.daftar_sub():
        jawaban = {k.kode: IsiKriteria("ya") for k in sub.kriteria}
        evaluate_sub(lke, sub.kode, IsiSub(predikat="BB", catatan="Sesuai.", kriteria=jawaban), by=pertama)
        adopt_bukti(lke, sub.kode, by=pertama)
    isi = IsiRekomendasi("Perdalam analisis efisiensi.", "3b")
    draft_rekomendasi(satker, TAHUN - 1, isi, by=pertama, lke=lke)
    submit_lke(lke, by=pertama)
    adopt_lke(lke, by=kedua, tanggal=HARI_INI, nomor_lhe="LHE-1")
    return lke


def _penilai(satker: Satker, nama: str) -> Pengguna:
    pengguna = Pengguna.objects.create_pengguna(f"{nama}_{satker.kode}@contoh.go.id", f"{nama.title()} {satker.kode}")
    if satker.induk is not None:
        assign_peran(pengguna, satker.induk, Peran.EVALUATOR, by=None)
    return pengguna
