"""The way of a report: submit, send back, revise. Review and signature have pages of their own."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.kerja import perform
from akuntabel.doors.web.laporan.cari import find_laporan_ruang
from akuntabel.doors.web.laporan.forms import AlasanRevisiForm, CatatanForm
from akuntabel.doors.web.permintaan import read_versi
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.pelaporan.actions import return_laporan, revise_laporan, submit_laporan
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.pelaporan.permissions import PERALIHAN, PERAN_PENYUSUN


@require_POST
@di_ruang
def submit(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Hand it in for its review."""
    laporan = find_laporan_ruang(ruang, id_)
    laporan.versi = read_versi(request, laporan.versi)
    sukses = f"Laporan diajukan {'untuk direviu' if laporan.is_tahunan else 'kepada pimpinan'}."
    perform(request, lambda: submit_laporan(laporan, by=ruang.pengguna), sukses=sukses)
    return _kembali(ruang, laporan)


@di_ruang
def return_(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Send it back, with the reason."""
    ruang.require(*PERALIHAN["return"].peran)
    laporan = find_laporan_ruang(ruang, id_)
    form = open_form(request, CatatanForm)
    if request.method == "POST" and save_form(
        request, form, lambda isi: return_laporan(laporan, by=ruang.pengguna, catatan=isi["catatan"])
    ):
        messages.success(request, "Laporan dikembalikan kepada penyusun.")
        return _kembali(ruang, laporan)
    konteks = {"ruang": ruang, "laporan": laporan, "form": form, "judul": "Kembalikan laporan", "simpan": "Kembalikan"}
    return render(request, "laporan/formulir.html", konteks)


@di_ruang
def revise(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """A new draft with the words of a signed report."""
    ruang.require(*PERAN_PENYUSUN)
    laporan = find_laporan_ruang(ruang, id_)
    form = open_form(request, AlasanRevisiForm)
    dibuat: list[LaporanKinerja] = []

    def tindakan(isi: Mapping[str, Any]) -> None:
        dibuat.append(revise_laporan(laporan, by=ruang.pengguna, alasan=isi["alasan"]))

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, f"{dibuat[0]} disusun dari yang ditandatangani. Ubah yang perlu, lalu ajukan.")
        return _kembali(ruang, dibuat[0])
    konteks = {"ruang": ruang, "laporan": laporan, "form": form, "judul": "Revisi laporan", "simpan": "Buat revisi"}
    return render(request, "laporan/formulir.html", konteks)


def _kembali(ruang: Ruang, laporan: LaporanKinerja) -> HttpResponse:
    return redirect("laporan_ruang", kode=ruang.satker.kode, tahun=ruang.tahun, id_=laporan.pk)
