"""Tujuan and sasaran of a draft: one small form each."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.kerja import perform
from akuntabel.doors.web.perencanaan.cari import find_butir, find_indikator, find_renstra_sendiri
from akuntabel.doors.web.perencanaan.forms import SasaranForm, TujuanForm
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.perencanaan.actions.butir import (
    draft_sasaran,
    draft_tujuan,
    renstra_dari,
    withdraw_butir,
    write_sasaran,
    write_tujuan,
)
from akuntabel.siklus.perencanaan.models import Indikator, Renstra, Sasaran, Tujuan
from akuntabel.siklus.perencanaan.permissions import PERAN_PENYUSUN
from akuntabel.siklus.perencanaan.saran import daftar_saran_sasaran


@di_ruang
def draft_tujuan_baru(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """A new tujuan of a draft."""
    ruang.require(*PERAN_PENYUSUN)
    renstra = find_renstra_sendiri(ruang, id_)
    form = open_form(request, TujuanForm, initial={"kode": str(renstra.daftar_tujuan.count() + 1)})
    if request.method == "POST" and save_form(
        request, form, lambda isi: draft_tujuan(renstra, kode=isi["kode"], nama=isi["nama"], by=ruang.pengguna)
    ):
        messages.success(request, "Tujuan ditambahkan.")
        return _kembali(ruang, renstra)
    return _halaman(request, ruang, renstra, form, "Tambah tujuan")


@di_ruang
def edit_tujuan(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """A tujuan of a draft."""
    ruang.require(*PERAN_PENYUSUN)
    tujuan = find_butir(Tujuan, ruang, id_)
    awal = {"kode": tujuan.kode, "nama": tujuan.nama, "versi": tujuan.suntingan}
    form = open_form(request, TujuanForm, initial=awal)

    def tindakan(isi: Mapping[str, Any]) -> None:
        write_tujuan(tujuan, kode=isi["kode"], nama=isi["nama"], dilihat=isi["versi"] or 0, by=ruang.pengguna)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Tujuan tersimpan.")
        return _kembali(ruang, tujuan.renstra)
    return _halaman(request, ruang, tujuan.renstra, form, f"Tujuan {tujuan.kode}", butir=tujuan)


@di_ruang
def draft_sasaran_baru(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """A new sasaran of a draft."""
    ruang.require(*PERAN_PENYUSUN)
    renstra = find_renstra_sendiri(ruang, id_)
    awal = {"kode": str(renstra.daftar_sasaran.count() + 1), "tujuan": request.GET.get("tujuan")}
    form = open_form(request, SasaranForm, renstra=renstra, initial=awal)
    if request.method == "POST" and save_form(
        request, form, lambda isi: draft_sasaran(renstra, **_isi_sasaran(isi), by=ruang.pengguna)
    ):
        messages.success(request, "Sasaran ditambahkan.")
        return _kembali(ruang, renstra)
    return _halaman(request, ruang, renstra, form, "Tambah sasaran")


@di_ruang
def edit_sasaran(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """A sasaran of a draft, with advice on its wording."""
    ruang.require(*PERAN_PENYUSUN)
    sasaran = find_butir(Sasaran, ruang, id_)
    awal = {
        "kode": sasaran.kode,
        "nama": sasaran.nama,
        "tujuan": sasaran.tujuan_id,
        "versi": sasaran.suntingan,
    }
    form = open_form(request, SasaranForm, renstra=sasaran.renstra, initial=awal)

    def tindakan(isi: Mapping[str, Any]) -> None:
        write_sasaran(sasaran, **_isi_sasaran(isi), dilihat=isi["versi"] or 0, by=ruang.pengguna)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Sasaran tersimpan.")
        return _kembali(ruang, sasaran.renstra)
    return _halaman(request, ruang, sasaran.renstra, form, f"Sasaran {sasaran.kode}", butir=sasaran)


@require_POST
@di_ruang
def withdraw(request: HttpRequest, ruang: Ruang, jenis: str, id_: int) -> HttpResponse:
    """Take a tujuan, a sasaran or an indicator out of a draft."""
    butir: Tujuan | Sasaran | Indikator
    if jenis == "tujuan":
        butir = find_butir(Tujuan, ruang, id_)
    elif jenis == "sasaran":
        butir = find_butir(Sasaran, ruang, id_)
    elif jenis == "indikator":
        butir = find_indikator(ruang, id_, is_sendiri=True)
    else:
        raise Http404
    renstra = renstra_dari(butir)
    sukses = f"{jenis.capitalize()} {butir.kode} dihapus dari naskah."
    perform(request, lambda: withdraw_butir(butir, by=ruang.pengguna), sukses=sukses)
    return _kembali(ruang, renstra)


def _isi_sasaran(isi: Mapping[str, Any]) -> dict[str, Any]:
    return {"kode": isi["kode"], "nama": isi["nama"], "tujuan": isi["tujuan"]}


def _halaman(
    request: HttpRequest,
    ruang: Ruang,
    renstra: Renstra,
    form: TujuanForm | SasaranForm,
    judul: str,
    butir: Tujuan | Sasaran | None = None,
) -> HttpResponse:
    saran = daftar_saran_sasaran(str(form["nama"].value() or "")) if isinstance(form, SasaranForm) else []
    konteks = {
        "ruang": ruang,
        "renstra": renstra,
        "form": form,
        "judul": judul,
        "butir": butir,
        "jenis": butir._meta.model_name if butir else "",
        "daftar_saran": saran,
    }
    return render(request, "perencanaan/butir.html", konteks)


def _kembali(ruang: Ruang, renstra: Renstra) -> HttpResponse:
    return redirect("renstra_rinci", kode=ruang.satker.kode, id_=renstra.pk)
