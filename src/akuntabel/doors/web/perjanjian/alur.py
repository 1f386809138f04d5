"""The way of an agreement: submit, approve, send back, revise, take a draft away. Signing has pages of its own."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.kerja import perform
from akuntabel.doors.web.perjanjian.cari import find_perjanjian
from akuntabel.doors.web.perjanjian.forms import AlasanForm, RevisiForm
from akuntabel.doors.web.permintaan import read_versi
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.perjanjian.actions import (
    approve_perjanjian,
    return_perjanjian,
    revise_perjanjian,
    submit_perjanjian,
)
from akuntabel.siklus.perjanjian.actions_tarik import withdraw_perjanjian
from akuntabel.siklus.perjanjian.models import AlasanRevisi, PerjanjianKinerja
from akuntabel.siklus.perjanjian.pemicu import daftar_pemicu_revisi
from akuntabel.siklus.perjanjian.permissions import PERALIHAN, PERAN_PENYUSUN


@require_POST
@di_ruang
def submit(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Hand the draft to the head of the office."""
    return _lakukan(
        request, ruang, id_, lambda p: submit_perjanjian(p, by=ruang.pengguna), "Perjanjian diajukan kepada pimpinan."
    )


@require_POST
@di_ruang
def approve(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Agree to it."""
    return _lakukan(
        request,
        ruang,
        id_,
        lambda p: approve_perjanjian(p, by=ruang.pengguna),
        "Perjanjian disetujui; tinggal ditandatangani.",
    )


@di_ruang
def return_(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Send it back, with the reason."""
    ruang.require(*PERALIHAN["return"].peran)
    perjanjian = find_perjanjian(ruang, id_)
    form = open_form(request, AlasanForm)
    if request.method == "POST" and save_form(
        request, form, lambda isi: return_perjanjian(perjanjian, by=ruang.pengguna, alasan=isi["alasan"])
    ):
        messages.success(request, "Perjanjian dikembalikan kepada perencana.")
        return _kembali(ruang, perjanjian)
    konteks = {"ruang": ruang, "perjanjian": perjanjian, "form": form}
    return render(
        request, "perjanjian/alasan.html", konteks | {"tindakan": "Kembalikan", "kepada": " kepada perencana"}
    )


@di_ruang
def withdraw(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Delete a draft that was begun by mistake, with the reason."""
    ruang.require(*PERAN_PENYUSUN)
    perjanjian = find_perjanjian(ruang, id_)
    form = open_form(request, AlasanForm)
    form.fields["alasan"].help_text = "Naskah ini beserta isinya dihapus; alasan dan isinya tersimpan di jejak."
    if request.method == "POST" and save_form(
        request, form, lambda isi: withdraw_perjanjian(perjanjian, by=ruang.pengguna, alasan=isi["alasan"])
    ):
        messages.success(request, f"Naskah {perjanjian} dihapus.")
        return redirect("perjanjian", kode=ruang.satker.kode, tahun=ruang.tahun)
    konteks = {"ruang": ruang, "perjanjian": perjanjian, "form": form}
    return render(request, "perjanjian/alasan.html", konteks | {"tindakan": "Hapus naskah", "kepada": ""})


@di_ruang
def revise(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """A new draft that revises a signed agreement, for a legal reason; what the system noticed is offered first."""
    ruang.require(*PERAN_PENYUSUN)
    perjanjian = find_perjanjian(ruang, id_)
    pemicu = daftar_pemicu_revisi(perjanjian)
    awal = {"alasan": pemicu[0].alasan.value, "uraian": pemicu[0].pesan} if pemicu else {}
    form = open_form(request, RevisiForm, ruang=ruang, perjanjian=perjanjian, initial=awal)
    dibuat: list[PerjanjianKinerja] = []

    def tindakan(isi: Mapping[str, Any]) -> None:
        dibuat.append(
            revise_perjanjian(
                perjanjian,
                alasan=AlasanRevisi(isi["alasan"]),
                uraian=isi["uraian"],
                pihak_pertama=isi["pihak_pertama"],
                pihak_kedua=isi["pihak_kedua"],
                by=ruang.pengguna,
            )
        )

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, f"Revisi {dibuat[0].revisi} disusun. Ubah yang perlu, lalu ajukan.")
        return _kembali(ruang, dibuat[0])
    konteks = {"ruang": ruang, "perjanjian": perjanjian, "form": form, "daftar_pemicu": pemicu}
    return render(request, "perjanjian/revisi.html", konteks)


def _lakukan(
    request: HttpRequest, ruang: Ruang, id_: int, tindakan: Callable[[PerjanjianKinerja], object], sukses: str
) -> HttpResponse:
    perjanjian = find_perjanjian(ruang, id_)
    perjanjian.versi = read_versi(request, perjanjian.versi)
    perform(request, lambda: tindakan(perjanjian), sukses=sukses)
    return _kembali(ruang, perjanjian)


def _kembali(ruang: Ruang, perjanjian: PerjanjianKinerja) -> HttpResponse:
    return redirect("perjanjian_rinci", kode=ruang.satker.kode, tahun=ruang.tahun, id_=perjanjian.pk)
