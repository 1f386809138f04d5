"""One review on a page: what is in the way, checklist with evidence, findings, steps, documents, statement."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from akuntabel.core.regulasi.laporan import ButirReviu as Butir
from akuntabel.core.regulasi.laporan import daftar_checklist_reviu
from akuntabel.core.render.berkas import Format
from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.perjanjian.rinci import JENIS_MEDIA
from akuntabel.doors.web.reviu.cari import find_reviu, read_hak, require_tim
from akuntabel.doors.web.reviu.forms import KembalikanForm
from akuntabel.doors.web.riwayat import daftar_riwayat
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.platform.tasks.models import StatusTugas, Tugas
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.reviu.actions import return_reviu
from akuntabel.siklus.reviu.berlaku import daftar_halangan, find_hasil_reviu, find_keadaan
from akuntabel.siklus.reviu.bukti_mesin import BuktiMesin, read_bukti
from akuntabel.siklus.reviu.checklist import is_ditanya
from akuntabel.siklus.reviu.kertas_kerja import build_nama_berkas, render_kertas_kerja
from akuntabel.siklus.reviu.models import BuktiReviu, ButirReviu, LangkahReviu, PenugasanReviu, TemuanReviu
from akuntabel.siklus.reviu.pemeriksaan import submit_bukti, susun_bukti


@dataclass(frozen=True, slots=True)
class BarisButir:
    """A line of the checklist as a reader sees it. baris None: nobody has touched it yet."""

    butir: Butir
    baris: ButirReviu | None
    bukti: BuktiMesin
    is_ditanya: bool


@di_ruang
def show_rinci(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """The review of one report."""
    laporan = find_reviu(ruang, id_)
    tim = list(
        PenugasanReviu.objects.filter(laporan=laporan, selesai_pada__isnull=True).select_related("auditor", "penunjuk")
    )
    bukti = BuktiReviu.objects.filter(laporan=laporan).first()
    daftar_temuan = list(TemuanReviu.objects.filter(laporan=laporan).order_by("nomor"))
    diambil = {t.kunci for t in daftar_temuan if t.kunci}
    konteks = {
        "ruang": ruang,
        "laporan": laporan,
        "hak": read_hak(ruang, laporan),
        "keadaan": find_keadaan(laporan.status, is_bertim=bool(tim)).value,
        "tim": tim,
        "bukti": bukti,
        "daftar_butir": list(build_baris_butir(laporan)),
        "daftar_temuan": daftar_temuan,
        "temuan_mesin": [t for t in (bukti.daftar_temuan if bukti else []) if t["kunci"] not in diambil],
        "daftar_langkah": LangkahReviu.objects.filter(laporan=laporan),
        "daftar_halangan": daftar_halangan(laporan),
        "hasil": find_hasil_reviu(laporan),
        "tugas": _find_tugas(laporan),
        "riwayat": daftar_riwayat(laporan, paling_banyak=20),
    }
    return render(request, "reviu/rinci.html", konteks)


@di_ruang
@require_POST
def compute(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Ask for the evidence; the page of the job says when it is there."""
    laporan = find_reviu(ruang, id_)
    tugas = submit_bukti(laporan, by=ruang.pengguna)
    return redirect("reviu_bukti_tugas", kode=ruang.satker.kode, tahun=ruang.tahun, id_=laporan.pk, tugas=tugas.pk)


@di_ruang
def show_tugas(request: HttpRequest, ruang: Ruang, id_: int, tugas: UUID) -> HttpResponse:
    """How far the evidence is; then back to the review."""
    laporan = find_reviu(ruang, id_)
    kerja = get_object_or_404(Tugas, pk=tugas, nama=susun_bukti.module_path, argumen__args__0=laporan.pk)
    if request.headers.get("HX-Request"):
        jawaban = render(request, "reviu/kemajuan.html", {"tugas": kerja})
        if kerja.is_selesai:
            jawaban.headers["HX-Refresh"] = "true"
        return jawaban
    if kerja.is_selesai:
        if kerja.status == StatusTugas.GAGAL:
            messages.error(request, kerja.pesan)
        else:
            messages.success(request, "Bukti dari data sudah disusun.")
        return _kembali(ruang, laporan)
    return render(request, "reviu/tugas.html", {"ruang": ruang, "laporan": laporan, "tugas": kerja})


@di_ruang
def return_(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Send the report back to be mended; what was reviewed waits for it."""
    laporan = find_reviu(ruang, id_)
    require_tim(ruang, laporan)
    form = open_form(request, KembalikanForm)

    def tindakan(isi: Mapping[str, Any]) -> None:
        return_reviu(laporan, by=ruang.pengguna, catatan=isi["catatan"])

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Laporan dikembalikan kepada penyusun.")
        return _kembali(ruang, laporan)
    konteks = {"ruang": ruang, "laporan": laporan, "form": form, "judul": "Kembalikan laporan", "simpan": "Kembalikan"}
    return render(request, "reviu/formulir.html", konteks)


@di_ruang
def download(request: HttpRequest, ruang: Ruang, id_: int, format_: str) -> HttpResponse:
    """The working paper as a file."""
    laporan = find_reviu(ruang, id_)
    if format_ not in (Format.PDF, Format.DOCX):
        raise Http404
    bentuk = Format(format_)
    nama = build_nama_berkas(laporan, "kertas-kerja-reviu", format_)
    return HttpResponse(
        render_kertas_kerja(laporan, bentuk),
        content_type=JENIS_MEDIA[bentuk],
        headers={"Content-Disposition": f'attachment; filename="{nama}"'},
    )


def build_baris_butir(laporan: LaporanKinerja) -> Iterator[BarisButir]:
    """Every line of the checklist, in the order of the form."""
    ada = {b.kode: b for b in ButirReviu.objects.filter(laporan=laporan).select_related("oleh")}
    jawaban = {kode: b.jawaban for kode, b in ada.items()}
    for butir in daftar_checklist_reviu():
        baris = ada.get(butir.id)
        bukti = read_bukti(baris.bukti_mesin if baris else {})
        yield BarisButir(butir, baris, bukti, is_ditanya(butir, jawaban))


def _find_tugas(laporan: LaporanKinerja) -> Tugas | None:
    """The job that computes the evidence, while it is under way."""
    daftar = Tugas.objects.filter(nama=susun_bukti.module_path, argumen__args__0=laporan.pk)
    return daftar.filter(status__in=[StatusTugas.MENUNGGU, StatusTugas.BERJALAN]).order_by("-created_at").first()


def _kembali(ruang: Ruang, laporan: LaporanKinerja) -> HttpResponse:
    return redirect("reviu_rinci", kode=ruang.satker.kode, tahun=ruang.tahun, id_=laporan.pk)
