"""The manual of an indicator: written with advice on its wording, live where there is script, on request without."""

from collections.abc import Mapping
from typing import Any, TypeVar

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.perencanaan.cari import find_butir, find_indikator, find_renstra_sendiri
from akuntabel.doors.web.perencanaan.forms_indikator import KELOMPOK, IndikatorForm
from akuntabel.doors.web.permintaan import read_nomor
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.perencanaan.actions.indikator import draft_indikator, write_indikator
from akuntabel.siklus.perencanaan.kamus import daftar_lanjutan
from akuntabel.siklus.perencanaan.models import Indikator, Sasaran
from akuntabel.siklus.perencanaan.permissions import PERAN_PENYUSUN
from akuntabel.siklus.perencanaan.rumusan import Rumusan, Saran
from akuntabel.siklus.perencanaan.saran import daftar_saran

M = TypeVar("M", Indikator, Sasaran)


@di_ruang
def draft(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """A new indicator of a sasaran."""
    ruang.require(*PERAN_PENYUSUN)
    sasaran = find_butir(Sasaran, ruang, id_)
    awal = {"kode": f"{sasaran.kode}.{sasaran.daftar_indikator.count() + 1}"}
    lanjutan = daftar_lanjutan(sasaran.renstra)
    form = open_form(request, IndikatorForm, satker=ruang.satker, lanjutan=lanjutan, initial=awal)

    def tindakan(isi: Mapping[str, Any]) -> None:
        asal = isi["lanjutan_dari"]
        draft_indikator(sasaran, form.isi(), pengampu=isi["pengampu"], lanjutan_dari=asal, by=ruang.pengguna)

    if _is_simpan(request) and save_form(request, form, tindakan):
        messages.success(request, "Indikator ditambahkan. Isi target lima tahunnya pada halaman Renstra.")
        return redirect("renstra_rinci", kode=ruang.satker.kode, id_=sasaran.renstra_id)
    return _halaman(request, ruang, form, sasaran, None)


@di_ruang
def edit(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """An indicator of a draft."""
    ruang.require(*PERAN_PENYUSUN)
    indikator = find_indikator(ruang, id_, is_sendiri=True)
    form = open_form(request, IndikatorForm, satker=ruang.satker, initial=IndikatorForm.awal(indikator))

    def tindakan(isi: Mapping[str, Any]) -> None:
        write_indikator(indikator, form.isi(), pengampu=isi["pengampu"], dilihat=isi["versi"] or 0, by=ruang.pengguna)

    if _is_simpan(request) and save_form(request, form, tindakan):
        messages.success(request, f"Indikator {indikator.kode} tersimpan.")
        return redirect("renstra_rinci", kode=ruang.satker.kode, id_=indikator.sasaran.renstra_id)
    return _halaman(request, ruang, form, indikator.sasaran, indikator)


@require_POST
@di_ruang
def show_saran(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """The advice on what stands in the form now, as a part of its page. Stores nothing."""
    ruang.require(*PERAN_PENYUSUN)
    renstra = find_renstra_sendiri(ruang, id_)
    form = IndikatorForm(request.POST, satker=ruang.satker)
    indikator = _find(Indikator.objects.filter(sasaran__renstra=renstra), request.POST.get("indikator"))
    sasaran = _find(renstra.daftar_sasaran.all(), request.POST.get("sasaran"))
    saran = _saran(form, sasaran.nama if sasaran else "", indikator)
    return render(request, "perencanaan/saran.html", {"daftar_saran": saran, "form": form})


def _is_simpan(request: HttpRequest) -> bool:
    """Saved by its button; the button “Periksa rumusan” only asks for advice."""
    return request.method == "POST" and "periksa" not in request.POST


def _find(daftar: QuerySet[M], teks: str | None) -> M | None:
    """The row whose number stands in the form, if it is one of these."""
    nomor = read_nomor(teks)
    return None if nomor is None else daftar.filter(pk=nomor).first()


def _saran(form: IndikatorForm, sasaran: str, indikator: Indikator | None) -> list[Saran]:
    target = dict(indikator.daftar_target.values_list("tahun", "target")) if indikator else {}
    isi = form.isi_sementara()
    is_kosong = not (isi.nama or isi.definisi)
    return [] if is_kosong else daftar_saran(Rumusan(isi, target, sasaran))


def _halaman(
    request: HttpRequest, ruang: Ruang, form: IndikatorForm, sasaran: Sasaran, indikator: Indikator | None
) -> HttpResponse:
    konteks = {
        "ruang": ruang,
        "form": form,
        "sasaran": sasaran,
        "renstra": sasaran.renstra,
        "indikator": indikator,
        "daftar_kelompok": KELOMPOK,
        "daftar_saran": _saran(form, sasaran.nama, indikator),
    }
    return render(request, "perencanaan/indikator_ubah.html", konteks)
