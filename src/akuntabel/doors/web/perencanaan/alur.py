"""The way of a plan: submit, send back, adopt, the next version, throw a draft away."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.kerja import perform
from akuntabel.doors.web.perencanaan.cari import find_renstra_sendiri
from akuntabel.doors.web.perencanaan.forms import AlasanForm, PenetapanForm, VersiForm
from akuntabel.doors.web.permintaan import read_versi
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.perencanaan.actions.renstra import (
    adopt_renstra,
    return_renstra,
    revise_renstra,
    submit_renstra,
    withdraw_renstra,
)
from akuntabel.siklus.perencanaan.models import Renstra
from akuntabel.siklus.perencanaan.permissions import PERALIHAN_RENSTRA, PERAN_PENYUSUN


@require_POST
@di_ruang
def submit(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Hand the draft to the head of the office."""
    renstra = find_renstra_sendiri(ruang, id_)
    renstra.suntingan = read_versi(request, renstra.suntingan)
    perform(request, lambda: submit_renstra(renstra, by=ruang.pengguna), sukses="Renstra diajukan kepada pimpinan.")
    return _kembali(ruang, renstra)


@di_ruang
def return_(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Send it back, with the reason."""
    ruang.require(*PERALIHAN_RENSTRA["return"].peran)
    renstra = find_renstra_sendiri(ruang, id_)
    form = open_form(request, AlasanForm)
    if request.method == "POST" and save_form(
        request, form, lambda isi: return_renstra(renstra, by=ruang.pengguna, alasan=isi["alasan"])
    ):
        messages.success(request, "Renstra dikembalikan kepada perencana.")
        return _kembali(ruang, renstra)
    judul, simpan = "Kembalikan kepada perencana", "Kembalikan"
    return _formulir(request, ruang, renstra, form, judul, "Perencana membaca alasan ini.", simpan)


@di_ruang
def adopt(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Make it binding."""
    ruang.require(*PERALIHAN_RENSTRA["adopt"].peran)
    renstra = find_renstra_sendiri(ruang, id_)
    form = open_form(request, PenetapanForm, satker=ruang.satker, initial={"versi": renstra.suntingan})

    def tindakan(isi: Mapping[str, Any]) -> None:
        renstra.suntingan = renstra.suntingan if isi["versi"] is None else isi["versi"]
        adopt_renstra(renstra, by=ruang.pengguna, tanggal=isi["tanggal"], keputusan=isi["keputusan"])

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Renstra ditetapkan. Isinya kini beku; perubahan disusun sebagai versi berikutnya.")
        return _kembali(ruang, renstra)
    keterangan = "Setelah ditetapkan, isinya tidak dapat diubah; perubahan menjadi versi berikutnya."
    return _formulir(request, ruang, renstra, form, "Tetapkan Renstra", keterangan, "Tetapkan")


@di_ruang
def revise(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """The next version."""
    ruang.require(*PERAN_PENYUSUN)
    renstra = find_renstra_sendiri(ruang, id_)
    form = open_form(request, VersiForm)
    dibuat: list[Renstra] = []

    def tindakan(isi: Mapping[str, Any]) -> None:
        dibuat.append(
            revise_renstra(renstra, by=ruang.pengguna, alasan=isi["alasan"], berlaku_mulai=isi["berlaku_mulai"])
        )

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, f"Versi {dibuat[0].versi} disusun sebagai salinan. Ubah yang perlu, lalu ajukan.")
        return _kembali(ruang, dibuat[0])
    keterangan = "Seluruh isi disalin ke versi baru; versi yang lama tetap tersimpan."
    return _formulir(request, ruang, renstra, form, f"Susun versi {renstra.versi + 1}", keterangan, "Susun versi")


@di_ruang
def withdraw(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Throw a draft away."""
    ruang.require(*PERAN_PENYUSUN)
    renstra = find_renstra_sendiri(ruang, id_)
    form = open_form(request, AlasanForm)
    if request.method == "POST" and save_form(
        request, form, lambda isi: withdraw_renstra(renstra, by=ruang.pengguna, alasan=isi["alasan"])
    ):
        messages.success(request, "Naskah Renstra dihapus.")
        return redirect("renstra", kode=ruang.satker.kode)
    keterangan = "Tujuan, sasaran, indikator, target, dan pohon kinerja naskah ini ikut terhapus."
    return _formulir(request, ruang, renstra, form, "Hapus naskah Renstra", keterangan, "Hapus naskah")


def _formulir(
    request: HttpRequest, ruang: Ruang, renstra: Renstra, form: object, judul: str, keterangan: str, simpan: str
) -> HttpResponse:
    konteks = {
        "ruang": ruang,
        "renstra": renstra,
        "form": form,
        "judul": judul,
        "keterangan": keterangan,
        "simpan": simpan,
    }
    return render(request, "perencanaan/renstra_formulir.html", konteks)


def _kembali(ruang: Ruang, renstra: Renstra) -> HttpResponse:
    return redirect("renstra_rinci", kode=ruang.satker.kode, id_=renstra.pk)
