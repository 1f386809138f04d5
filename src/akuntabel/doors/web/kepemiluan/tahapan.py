"""Stages: their schedule one by one, how they went all on one page."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.kepemiluan.cari import find_pemilihan, find_tahapan
from akuntabel.doors.web.kepemiluan.forms import AlasanForm, RealisasiForm, TahapanForm
from akuntabel.doors.web.kepemiluan.pemilihan import kembali, show_formulir
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.kepemiluan.actions.tahapan import (
    draft_tahapan,
    measure_tahapan,
    revise_tahapan,
    withdraw_tahapan,
)
from akuntabel.siklus.kepemiluan.berlaku import daftar_tahapan
from akuntabel.siklus.kepemiluan.permissions import PERAN_PENCATAT


@di_ruang
def draft(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Add a stage to an election."""
    ruang.require(*PERAN_PENCATAT)
    pemilihan = find_pemilihan(ruang, id_)
    terakhir = daftar_tahapan(ruang.satker, pemilihan).order_by().aggregate(n=Max("urut"))["n"] or 0
    form = open_form(request, TahapanForm, initial={"urut": terakhir + 1, "kelompok": "penyelenggaraan"})

    def tindakan(bersih: Mapping[str, Any]) -> None:
        draft_tahapan(ruang.satker, pemilihan, TahapanForm.isi(bersih), by=ruang.pengguna)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Tahapan ditambahkan.")
        return kembali(ruang)
    return show_formulir(request, ruang, form, "Tambah tahapan", str(pemilihan), "Tambah")


@di_ruang
def edit(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Change a stage and its schedule."""
    ruang.require(*PERAN_PENCATAT)
    tahapan = find_tahapan(ruang, id_)
    form = open_form(request, TahapanForm, initial=TahapanForm.awal(tahapan))

    def tindakan(bersih: Mapping[str, Any]) -> None:
        revise_tahapan(tahapan, TahapanForm.isi(bersih), versi=bersih["versi"], by=ruang.pengguna)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Tahapan tersimpan.")
        return kembali(ruang)
    return show_formulir(request, ruang, form, "Ubah tahapan", str(tahapan.pemilihan), "Simpan")


@di_ruang
def withdraw(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Take a stage back that was none of this office."""
    ruang.require(*PERAN_PENCATAT)
    tahapan = find_tahapan(ruang, id_)
    form = open_form(request, AlasanForm)
    if request.method == "POST" and save_form(
        request, form, lambda isi: withdraw_tahapan(tahapan, by=ruang.pengguna, alasan=isi["alasan"])
    ):
        messages.success(request, "Tahapan dihapus; jejaknya tersimpan.")
        return kembali(ruang)
    return show_formulir(request, ruang, form, "Hapus tahapan", str(tahapan), "Hapus")


@di_ruang
def measure(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """How all stages went, typed from the top down and saved together."""
    ruang.require(*PERAN_PENCATAT)
    pemilihan = find_pemilihan(ruang, id_)
    daftar = list(daftar_tahapan(ruang.satker, pemilihan))
    form = open_form(request, RealisasiForm, daftar=daftar)

    def tindakan(_: Mapping[str, Any]) -> None:
        measure_tahapan(ruang.satker, form.isian(), by=ruang.pengguna)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Pelaksanaan tahapan tersimpan. Tepat waktu dihitung dari tanggalnya.")
        return kembali(ruang)
    konteks = {"ruang": ruang, "form": form, "pemilihan": pemilihan, "daftar": daftar}
    return render(request, "kepemiluan/tahapan_catat.html", konteks)
