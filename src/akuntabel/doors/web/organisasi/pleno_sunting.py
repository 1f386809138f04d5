"""Plenaries: write the minutes, change them, throw a draft away."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.organisasi.forms_pleno import AlasanForm, PlenoForm
from akuntabel.doors.web.organisasi.halaman import remah_ke, show_form
from akuntabel.doors.web.organisasi.pleno import PENYUSUN, find_berita_acara
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.organisasi.actions_pleno import (
    draft_berita_acara,
    revise_berita_acara,
    withdraw_berita_acara,
)
from akuntabel.siklus.organisasi.models import BeritaAcara

BIDANG = ("nomor", "tanggal", "tempat", "agenda", "pembahasan", "versi")


@di_ruang
def draft(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Write minutes down."""
    ruang.require(*PENYUSUN)
    form = open_form(request, PlenoForm, ruang=ruang, initial={"tanggal": timezone.localdate()})
    dibuat: list[BeritaAcara] = []

    def tindakan(isi: Mapping[str, Any]) -> None:
        dibuat.append(draft_berita_acara(ruang.satker, form.isi_rapat(), by=ruang.pengguna))

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Berita acara tersimpan. Periksa, lalu mintakan tanda tangan peserta yang hadir.")
        return redirect("pleno_rinci", kode=ruang.satker.kode, id_=dibuat[0].pk)
    remah = remah_ke(ruang, "Rapat pleno", "pleno")
    konteks = {"ruang": ruang, "form": form, "judul": "Susun berita acara", "remah": remah}
    return render(request, "organisasi/pleno_isian.html", konteks)


@di_ruang
def edit(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Change minutes that not everybody has signed."""
    ruang.require(*PENYUSUN)
    berita_acara = find_berita_acara(ruang, id_)
    if berita_acara.is_beku:
        messages.warning(request, "Berita acara sudah ditandatangani; isinya tidak dapat diubah.")
        return redirect("pleno_rinci", kode=ruang.satker.kode, id_=id_)
    awal = {n: getattr(berita_acara, n) for n in BIDANG}
    form = open_form(request, PlenoForm, ruang=ruang, berita_acara=berita_acara, initial=awal)

    def tindakan(isi: Mapping[str, Any]) -> None:
        revise_berita_acara(berita_acara, form.isi_rapat(), versi=isi["versi"] or 0, by=ruang.pengguna)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Berita acara tersimpan. Tanda tangan atas naskah sebelumnya gugur.")
        return redirect("pleno_rinci", kode=ruang.satker.kode, id_=id_)
    remah = remah_ke(ruang, "Rapat pleno", "pleno") + remah_ke(ruang, berita_acara.nomor, "pleno_rinci", id_)
    konteks = {"ruang": ruang, "form": form, "judul": f"Ubah {berita_acara}", "remah": remah}
    return render(request, "organisasi/pleno_isian.html", konteks)


@di_ruang
def withdraw(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Throw a draft away."""
    ruang.require(*PENYUSUN)
    berita_acara = find_berita_acara(ruang, id_)
    form = open_form(request, AlasanForm, initial={"versi": berita_acara.versi})
    if request.method == "POST" and save_form(
        request,
        form,
        lambda isi: withdraw_berita_acara(berita_acara, versi=isi["versi"], by=ruang.pengguna, alasan=isi["alasan"]),
    ):
        messages.success(request, "Rancangan berita acara dibuang.")
        return redirect("pleno", kode=ruang.satker.kode)
    remah = remah_ke(ruang, "Rapat pleno", "pleno") + remah_ke(ruang, berita_acara.nomor, "pleno_rinci", id_)
    return show_form(request, ruang, form, f"Buang {berita_acara}", remah=remah, simpan="Buang rancangan")
