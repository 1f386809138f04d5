"""Saying something about a text, and saying that it is done."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from akuntabel.doors.web.formulir import save_form
from akuntabel.doors.web.kerja import perform
from akuntabel.doors.web.laporan.cari import find_laporan_ruang
from akuntabel.doors.web.laporan.forms import KomentarForm, TeksForm
from akuntabel.doors.web.laporan.teks import find_hasil, render_teks
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.pelaporan.actions import close_komentar, comment_blok
from akuntabel.siklus.pelaporan.models import KomentarBlok, LaporanKinerja
from akuntabel.siklus.pelaporan.permissions import PERAN_PENGOMENTAR


@require_POST
@di_ruang
def comment(request: HttpRequest, ruang: Ruang, id_: int, nama: str) -> HttpResponse:
    """Add a comment; one that is refused stays on the page as it was written."""
    ruang.require(*PERAN_PENGOMENTAR)
    laporan = find_laporan_ruang(ruang, id_)
    hasil = find_hasil(laporan, nama)
    form = KomentarForm(request.POST, laporan=laporan)

    def tindakan(isi: object) -> None:
        comment_blok(
            laporan,
            nama,
            teks=form.cleaned_data["teks"],
            menanggapi=_find_asal(laporan, nama, form.cleaned_data["menanggapi"]),
            ditugaskan_kepada=form.cleaned_data["ditugaskan_kepada"],
            tenggat=form.cleaned_data["tenggat"],
            by=ruang.pengguna,
        )

    if save_form(request, form, tindakan):
        messages.success(request, "Komentar tersimpan.")
        return _kembali(ruang, laporan, nama)
    blok = laporan.daftar_blok.select_related("pengubah").filter(nama=nama).first()
    awal = {"isi": blok.isi if blok else "", "versi": blok.versi if blok else 0}
    return render_teks(request, ruang, laporan, nama, blok, hasil, form=TeksForm(initial=awal), form_komentar=form)


@require_POST
@di_ruang
def close(request: HttpRequest, ruang: Ruang, id_: int, nomor: int) -> HttpResponse:
    """It is done."""
    laporan = find_laporan_ruang(ruang, id_)
    komentar = KomentarBlok.objects.filter(pk=nomor, blok__laporan=laporan).select_related("blok", "oleh").first()
    if komentar is None:
        raise Http404
    komentar.blok.laporan = laporan
    perform(request, lambda: close_komentar(komentar, by=ruang.pengguna), sukses="Ditandai selesai.")
    return _kembali(ruang, laporan, komentar.blok.nama)


def _find_asal(laporan: LaporanKinerja, nama: str, pk: int | None) -> KomentarBlok | None:
    if pk is None:
        return None
    daftar = KomentarBlok.objects.filter(pk=pk, blok__laporan=laporan, blok__nama=nama)
    return daftar.select_related("blok", "oleh").first()


def _kembali(ruang: Ruang, laporan: LaporanKinerja, nama: str) -> HttpResponse:
    jawaban = redirect("laporan_blok", kode=ruang.satker.kode, tahun=ruang.tahun, id_=laporan.pk, nama=nama)
    jawaban["Location"] += "#komentar"
    return jawaban
