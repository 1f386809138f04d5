"""The way of a rencana aksi: submit, approve, send back, revise."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.kerja import perform
from akuntabel.doors.web.permintaan import read_versi
from akuntabel.doors.web.rencana_aksi.cari import find_rencana_aksi
from akuntabel.doors.web.rencana_aksi.forms import AlasanForm, RevisiForm
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.perjanjian.actions_rencana_aksi import (
    approve_rencana_aksi,
    return_rencana_aksi,
    revise_rencana_aksi,
    submit_rencana_aksi,
)
from akuntabel.siklus.perjanjian.models import RencanaAksi
from akuntabel.siklus.perjanjian.permissions import PERAN_PENYETUJU, PERAN_PENYUSUN


@require_POST
@di_ruang
def submit(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Hand the draft to the head of the office."""
    sukses = "Rencana aksi diajukan kepada pimpinan."
    return _lakukan(request, ruang, id_, lambda r: submit_rencana_aksi(r, by=ruang.pengguna), sukses)


@require_POST
@di_ruang
def approve(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Agree to it."""
    sukses = "Rencana aksi disetujui. Perubahan berikutnya lewat revisi."
    return _lakukan(request, ruang, id_, lambda r: approve_rencana_aksi(r, by=ruang.pengguna), sukses)


@di_ruang
def return_(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Send it back, with the reason."""
    ruang.require(*PERAN_PENYETUJU)
    rencana_aksi = find_rencana_aksi(ruang, id_)
    form = open_form(request, AlasanForm)

    def tindakan(isi: Mapping[str, Any]) -> None:
        return_rencana_aksi(rencana_aksi, by=ruang.pengguna, alasan=isi["alasan"])

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Rencana aksi dikembalikan kepada perencana.")
        return _kembali(ruang, rencana_aksi)
    return render(request, "rencana_aksi/kembalikan.html", {"ruang": ruang, "rencana_aksi": rencana_aksi, "form": form})


@di_ruang
def revise(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """A new draft beside the approved one."""
    ruang.require(*PERAN_PENYUSUN)
    rencana_aksi = find_rencana_aksi(ruang, id_)
    form = open_form(request, RevisiForm)
    dibuat: list[RencanaAksi] = []

    def tindakan(isi: Mapping[str, Any]) -> None:
        dibuat.append(revise_rencana_aksi(rencana_aksi, uraian=isi["uraian"], by=ruang.pengguna))

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, f"Revisi {dibuat[0].revisi} disusun. Ubah yang perlu, lalu ajukan.")
        return _kembali(ruang, dibuat[0])
    return render(request, "rencana_aksi/revisi.html", {"ruang": ruang, "rencana_aksi": rencana_aksi, "form": form})


def _lakukan(
    request: HttpRequest, ruang: Ruang, id_: int, tindakan: Callable[[RencanaAksi], object], sukses: str
) -> HttpResponse:
    rencana_aksi = find_rencana_aksi(ruang, id_)
    rencana_aksi.versi = read_versi(request, rencana_aksi.versi)
    perform(request, lambda: tindakan(rencana_aksi), sukses=sukses)
    return _kembali(ruang, rencana_aksi)


def _kembali(ruang: Ruang, rencana_aksi: RencanaAksi) -> HttpResponse:
    return redirect("rencana_aksi_rinci", kode=ruang.satker.kode, tahun=ruang.tahun, id_=rencana_aksi.pk)
