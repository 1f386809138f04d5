"""Grants: agreement, budget, cash and recorded spending side by side, never added to each other."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from akuntabel.doors.web.anggaran.forms import HibahForm
from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.riwayat import daftar_riwayat
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.anggaran.actions_hibah import IsianHibah, write_hibah
from akuntabel.siklus.anggaran.models import Hibah
from akuntabel.siklus.anggaran.permissions import PERAN_PER_TINDAKAN


@di_ruang
def show_daftar(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """The grants of the year with their numbers."""
    daftar = Hibah.objects.filter(satker=ruang.satker, tahun=ruang.tahun).prefetch_related("daftar_termin")
    konteks = {"ruang": ruang, "daftar": daftar, "is_pencatat": ruang.is_boleh(*PERAN_PER_TINDAKAN["hibah.write"])}
    return render(request, "anggaran/hibah.html", konteks)


@di_ruang
def draft(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """A new grant."""
    ruang.require(*PERAN_PER_TINDAKAN["hibah.write"])
    form = open_form(request, HibahForm)

    def tindakan(_: Mapping[str, Any]) -> None:
        write_hibah(ruang.satker, ruang.tahun, *form.isian(), by=ruang.pengguna)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Hibah tercatat.")
        return redirect("hibah", kode=ruang.satker.kode, tahun=ruang.tahun)
    return render(request, "anggaran/hibah_isian.html", {"ruang": ruang, "form": form, "hibah": None, "riwayat": ()})


@di_ruang
def edit(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Another text of a grant, with all its termin."""
    ruang.require(*PERAN_PER_TINDAKAN["hibah.write"])
    hibah = get_object_or_404(Hibah, pk=id_, satker=ruang.satker, tahun=ruang.tahun)
    awal = {nama: getattr(hibah, nama) for nama in (*IsianHibah.__dataclass_fields__, "suntingan")}
    ada = list(hibah.daftar_termin.values("tahun", "nilai", "tanggal", "keterangan"))
    form = open_form(request, HibahForm, initial=awal, ada=ada)

    def tindakan(isi: Mapping[str, Any]) -> None:
        write_hibah(
            ruang.satker,
            ruang.tahun,
            *form.isian(),
            by=ruang.pengguna,
            hibah=hibah,
            suntingan=isi["suntingan"],
        )

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Hibah tersimpan.")
        return redirect("hibah", kode=ruang.satker.kode, tahun=ruang.tahun)
    konteks = {"ruang": ruang, "form": form, "hibah": hibah, "riwayat": daftar_riwayat(hibah)}
    return render(request, "anggaran/hibah_isian.html", konteks)
