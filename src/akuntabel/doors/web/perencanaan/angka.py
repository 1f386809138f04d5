"""The grids of a draft: targets of five years, funding."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.perencanaan.cari import find_renstra_sendiri
from akuntabel.doors.web.perencanaan.forms_angka import PendanaanForm, TargetForm
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.perencanaan.actions.angka_renstra import write_pendanaan, write_target
from akuntabel.siklus.perencanaan.models import Indikator, TargetRenstra
from akuntabel.siklus.perencanaan.permissions import PERAN_PENYUSUN


@di_ruang
def edit_target(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """All targets of the plan on one page, saved together."""
    ruang.require(*PERAN_PENYUSUN)
    renstra = find_renstra_sendiri(ruang, id_)
    daftar = list(Indikator.objects.filter(sasaran__renstra=renstra).select_related("sasaran").berurut())
    ada = list(TargetRenstra.objects.filter(indikator__in=daftar))
    form = open_form(request, TargetForm, renstra=renstra, daftar_indikator=daftar, ada=ada)

    def tindakan(_: Mapping[str, Any]) -> None:
        write_target(renstra, form.isian(), by=ruang.pengguna)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Target tersimpan.")
        return redirect("renstra_rinci", kode=ruang.satker.kode, id_=renstra.pk)
    konteks = {"ruang": ruang, "renstra": renstra, "form": form, "daftar_indikator": daftar}
    return render(request, "perencanaan/target.html", konteks)


@di_ruang
def edit_pendanaan(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """The funding of the plan on one page, saved together."""
    ruang.require(*PERAN_PENYUSUN)
    renstra = find_renstra_sendiri(ruang, id_)
    form = open_form(request, PendanaanForm, renstra=renstra, ada=list(renstra.daftar_pendanaan.all()))

    def tindakan(_: Mapping[str, Any]) -> None:
        write_pendanaan(renstra, form.isian(), by=ruang.pengguna)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Pendanaan tersimpan.")
        return redirect("renstra_rinci", kode=ruang.satker.kode, id_=renstra.pk)
    return render(request, "perencanaan/pendanaan.html", {"ruang": ruang, "renstra": renstra, "form": form})
