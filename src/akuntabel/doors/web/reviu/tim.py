"""Who reviews a report."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.reviu.cari import find_reviu
from akuntabel.doors.web.reviu.forms import AlasanForm, TimForm
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.reviu.actions import assign_auditor, withdraw_auditor
from akuntabel.siklus.reviu.calon import daftar_calon
from akuntabel.siklus.reviu.models import PenugasanReviu
from akuntabel.siklus.reviu.permissions import require_penunjuk


@di_ruang
def assign(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Put an auditor on the team."""
    laporan = find_reviu(ruang, id_)
    require_penunjuk(ruang.pengguna, laporan)
    di_atas, sendiri = daftar_calon(laporan)
    form = open_form(request, TimForm, pilihan=di_atas, pilihan_sendiri=sendiri)

    def tindakan(isi: Mapping[str, Any]) -> None:
        assign_auditor(
            laporan,
            Pengguna.objects.get(pk=isi["auditor"]),
            by=ruang.pengguna,
            is_ketua=isi["is_ketua"],
            is_satker_sendiri=form.is_satker_sendiri(),
            dasar=isi["dasar"],
        )

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Penugasan tersimpan; yang ditugaskan diberi tahu.")
        return redirect("reviu_rinci", kode=ruang.satker.kode, tahun=ruang.tahun, id_=laporan.pk)
    konteks = {"ruang": ruang, "laporan": laporan, "form": form, "judul": "Tugaskan auditor", "simpan": "Tugaskan"}
    return render(request, "reviu/formulir.html", konteks)


@di_ruang
def withdraw(request: HttpRequest, ruang: Ruang, id_: int, nomor: int) -> HttpResponse:
    """Take an auditor off the team."""
    laporan = find_reviu(ruang, id_)
    require_penunjuk(ruang.pengguna, laporan)
    penugasan = get_object_or_404(
        PenugasanReviu.objects.select_related("auditor"), pk=nomor, laporan=laporan, selesai_pada__isnull=True
    )
    penugasan.laporan = laporan
    form = open_form(request, AlasanForm)

    def tindakan(isi: Mapping[str, Any]) -> None:
        withdraw_auditor(penugasan, by=ruang.pengguna, alasan=isi["alasan"])

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, f"{penugasan.auditor} tidak lagi mereviu laporan ini.")
        return redirect("reviu_rinci", kode=ruang.satker.kode, tahun=ruang.tahun, id_=laporan.pk)
    judul = f"Akhiri penugasan {penugasan.auditor}"
    konteks = {"ruang": ruang, "laporan": laporan, "form": form, "judul": judul, "simpan": "Akhiri penugasan"}
    return render(request, "reviu/formulir.html", konteks)
