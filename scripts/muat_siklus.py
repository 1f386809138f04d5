"""Steps of the example office through report, review, evaluation and publication, by the people whose turn it is."""

from collections.abc import Callable, Mapping
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from muat_contoh import SANDI

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.evaluasi.actions import IsiKriteria, IsiSub, adopt_bukti, draft_lke, evaluate_sub
from akuntabel.siklus.evaluasi.models import JenisLke
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pelaporan.actions import submit_laporan
from akuntabel.siklus.pelaporan.berlaku import find_laporan
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.perjanjian.tanda_tangan.p12 import open_p12
from akuntabel.siklus.publikasi.actions import publish_laporan
from akuntabel.siklus.publikasi.actions_penetapan import adopt_laporan
from akuntabel.siklus.reviu.actions import assign_auditor, review_butir
from akuntabel.siklus.reviu.actions_tanda import IsiPernyataan, record_reviu_basah, render_formulir
from akuntabel.siklus.reviu.actions_temuan import IsiTemuan, draft_temuan, withdraw_temuan
from akuntabel.siklus.reviu.berlaku import daftar_temuan_terbuka, read_jawaban
from akuntabel.siklus.reviu.checklist import daftar_belum
from akuntabel.siklus.reviu.langkah_baku import draft_langkah_baku
from akuntabel.siklus.reviu.models import ButirReviu, LangkahReviu
from akuntabel.siklus.reviu.pemeriksaan import compute_bukti_reviu

KODE, TAHUN = "657960", 2020
TANGGAL_REVIU, TANGGAL = date(2021, 2, 10), date(2021, 2, 12)
TERBAIK = {"huruf": "a"}  # the best answer, where it is another word than yes
DIJAWAB = 6  # lines of the checklist that are answered before the picture is drawn


def write_laporan() -> str:
    """Nothing to do: the example comes with its report."""
    return reverse("laporan_ruang", args=(KODE, TAHUN, _laporan().pk))


def review_laporan() -> str:
    """Rina submits the report; Sari takes it up, answers the first lines, and has a finding."""
    laporan, sari = _laporan(), _orang("sari")
    submit_laporan(laporan, by=_orang("rina"))
    assign_auditor(laporan, sari, by=sari, is_ketua=True)
    compute_bukti_reviu(laporan, by=sari)
    for _ in range(DIJAWAB):
        _jawab(laporan, daftar_belum(read_jawaban(laporan))[0].id, sari)
    saran = "Sebutkan kapan nilai opini BPK akan diketahui."
    draft_temuan(laporan, IsiTemuan(uraian="Capaian indikator 3.2 belum diterangkan.", saran=saran), by=sari)
    return reverse("reviu_rinci", args=(KODE, TAHUN, laporan.pk))


def evaluate_satker() -> str:
    """The evaluator fills the worksheet in."""
    evaluator = _orang("evaluator")
    lke = draft_lke(_satker(), TAHUN, jenis=JenisLke.RESMI, by=evaluator)
    for sub in lke.templat.daftar_sub():
        jawaban = {k.kode: IsiKriteria(jawaban=TERBAIK.get(k.jawaban, "ya")) for k in sub.kriteria}
        predikat = "BB" if lke.cara == "predikat" else ""
        evaluate_sub(lke, sub.kode, IsiSub(predikat=predikat, catatan="Sesuai.", kriteria=jawaban), by=evaluator)
        adopt_bukti(lke, sub.kode, by=evaluator)
    return reverse("evaluasi_lke", args=(KODE, TAHUN, lke.pk))


def publish_satker() -> str:
    """The review is finished and signed, Bu Ketua signs, Rina publishes."""
    laporan = _laporan()
    _sign_reviu(laporan)
    p12 = (settings.DATA / "bu-ketua.p12").read_bytes()
    penandatangan = open_p12(p12, SANDI, pada=timezone.now())
    adopt_laporan(laporan, by=_orang("ketua"), penandatangan=penandatangan, tanggal=TANGGAL)
    publish_laporan(laporan, by=_orang("rina"))
    return reverse("publikasi", args=(KODE, TAHUN))


def _sign_reviu(laporan: LaporanKinerja) -> None:
    sari = _orang("sari")
    for temuan in daftar_temuan_terbuka(laporan):
        withdraw_temuan(temuan, teks="Sudah diterangkan.", versi=temuan.versi, by=sari)
    draft_langkah_baku(laporan, by=sari)
    LangkahReviu.objects.filter(laporan=laporan).update(simpulan="Memadai.")
    while belum := daftar_belum(read_jawaban(laporan)):
        _jawab(laporan, belum[0].id, sari)
    isi = IsiPernyataan(
        kesimpulan="Berdasarkan reviu kami, laporan ini dapat diandalkan.",
        paragraf_penjelas=(),
        nama="Sari",
        jabatan="Inspektur",
        nip="",
        tempat="Jakarta",
        tanggal=TANGGAL_REVIU,
    )
    pindaian = render_formulir(laporan, isi)
    record_reviu_basah(laporan, isi, by=sari, pindaian=pindaian, nama_berkas="pernyataan.pdf")


def _jawab(laporan: LaporanKinerja, kode: str, sari: Pengguna) -> None:
    butir = ButirReviu.objects.filter(laporan=laporan, kode=kode).first()
    review_butir(laporan, kode, jawaban="ya", catatan="", versi=butir.versi if butir else 0, by=sari)


def _satker() -> Satker:
    return Satker.objects.get(kode=KODE)


def _laporan() -> LaporanKinerja:
    laporan = find_laporan(_satker(), TAHUN)
    if laporan is None:
        raise LookupError(f"no report of {KODE} {TAHUN}")
    return laporan


def _orang(nama: str) -> Pengguna:
    return Pengguna.objects.get(email=f"{nama}@contoh.go.id")


TAHAP: Mapping[str, Callable[[], str]] = {
    "laporan": write_laporan,
    "reviu": review_laporan,
    "evaluasi": evaluate_satker,
    "publikasi": publish_satker,
}
