"""The checklist on one page: each line with its evidence, answered by keyboard, saved together."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.reviu.cari import find_reviu, require_tim
from akuntabel.doors.web.reviu.forms import ChecklistForm
from akuntabel.doors.web.reviu.rinci import build_baris_butir
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.reviu.actions import review_checklist
from akuntabel.siklus.reviu.models import ButirReviu


@di_ruang
def edit(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Answer the lines; those that depend on others are asked when they must be."""
    laporan = find_reviu(ruang, id_)
    require_tim(ruang, laporan)
    form = open_form(request, ChecklistForm, ada=list(ButirReviu.objects.filter(laporan=laporan)))

    def tindakan(_: Mapping[str, Any]) -> None:
        review_checklist(laporan, list(form.isian()), by=ruang.pengguna)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Checklist tersimpan.")
        return redirect("reviu_checklist", kode=ruang.satker.kode, tahun=ruang.tahun, id_=laporan.pk)
    konteks = {"ruang": ruang, "laporan": laporan, "form": form, "daftar_butir": list(build_baris_butir(laporan))}
    return render(request, "reviu/checklist.html", konteks)
