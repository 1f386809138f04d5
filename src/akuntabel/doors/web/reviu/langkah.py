"""The steps of the working paper."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.kerja import perform
from akuntabel.doors.web.reviu.cari import find_reviu, require_tim
from akuntabel.doors.web.reviu.forms import LangkahForm
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.reviu.actions import draft_langkah, revise_langkah, withdraw_langkah
from akuntabel.siklus.reviu.langkah_baku import draft_langkah_baku
from akuntabel.siklus.reviu.models import LangkahReviu


@di_ruang
def draft(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Write a new step."""
    laporan = find_reviu(ruang, id_)
    require_tim(ruang, laporan)
    form = open_form(request, LangkahForm)

    def tindakan(_: Mapping[str, Any]) -> None:
        draft_langkah(laporan, form.isian(), by=ruang.pengguna)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Langkah tersimpan.")
        return _kembali(ruang, laporan)
    konteks = {"ruang": ruang, "laporan": laporan, "form": form, "judul": "Tambah langkah reviu", "simpan": "Simpan"}
    return render(request, "reviu/formulir.html", konteks)


@di_ruang
def edit(request: HttpRequest, ruang: Ruang, id_: int, nomor: int) -> HttpResponse:
    """Write what came out of a step."""
    laporan = find_reviu(ruang, id_)
    require_tim(ruang, laporan)
    langkah = _find(laporan, nomor)
    awal = {n: getattr(langkah, n) for n in ("kelompok", "uraian", "hasil", "simpulan", "versi")}
    form = open_form(request, LangkahForm, initial=awal)

    def tindakan(isi: Mapping[str, Any]) -> None:
        revise_langkah(langkah, form.isian(), versi=isi["versi"] or 0, by=ruang.pengguna)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, f"Langkah {langkah.urut} tersimpan.")
        return _kembali(ruang, laporan)
    judul = f"Langkah reviu {langkah.urut}"
    konteks = {"ruang": ruang, "laporan": laporan, "form": form, "judul": judul, "simpan": "Simpan"}
    return render(request, "reviu/formulir.html", konteks)


@di_ruang
@require_POST
def draft_baku(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Write the standard steps, with what the evidence shows."""
    laporan = find_reviu(ruang, id_)
    perform(request, lambda: draft_langkah_baku(laporan, by=ruang.pengguna), sukses="Langkah baku tersusun.")
    return _kembali(ruang, laporan)


@di_ruang
@require_POST
def withdraw(request: HttpRequest, ruang: Ruang, id_: int, nomor: int) -> HttpResponse:
    """Take a step out."""
    laporan = find_reviu(ruang, id_)
    langkah = _find(laporan, nomor)
    perform(request, lambda: withdraw_langkah(langkah, by=ruang.pengguna), sukses="Langkah dihapus.")
    return _kembali(ruang, laporan)


def _find(laporan: LaporanKinerja, nomor: int) -> LangkahReviu:
    langkah: LangkahReviu = get_object_or_404(LangkahReviu, pk=nomor, laporan=laporan)
    langkah.laporan = laporan
    return langkah


def _kembali(ruang: Ruang, laporan: LaporanKinerja) -> HttpResponse:
    return redirect("reviu_rinci", kode=ruang.satker.kode, tahun=ruang.tahun, id_=laporan.pk)
