"""A budget file from a browser: handed in, followed while it is read, mended or mapped, then looked at."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from akuntabel.doors.web.anggaran.impor_forms import ImporForm, PetaForm
from akuntabel.doors.web.formulir import drop_draf, open_form
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.platform.files.models import Berkas
from akuntabel.platform.tasks.models import StatusTugas, Tugas
from akuntabel.siklus.anggaran.berlaku import find_versi_berlaku
from akuntabel.siklus.anggaran.impor import (
    PilihanImpor,
    SudahDimuatError,
    import_laporan,
    submit_impor,
    submit_ulang,
    write_peta,
)
from akuntabel.siklus.anggaran.models import VersiAnggaran
from akuntabel.siklus.anggaran.permissions import PERAN_PER_TINDAKAN

BARIS_PER_HALAMAN = 50
_PERAN = PERAN_PER_TINDAKAN["versi.import"]
_ARGUMEN = ("satker", "tahun", "berkas", "nama", "pengguna", "pilihan")  # of the job, in their order


@di_ruang
def show_impor(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Hand in a report; below, those that came before."""
    ruang.require(*_PERAN)
    form = open_form(request, ImporForm)
    if request.method == "POST" and form.is_valid():
        try:
            return _submit(request, ruang, form)
        except ValidationError as galat:
            form.add_error("berkas", galat)
    semua = VersiAnggaran.objects.filter(satker=ruang.satker, tahun=ruang.tahun).select_related("pengunggah")
    berjalan = _daftar_tugas(ruang).filter(status__in=[StatusTugas.MENUNGGU, StatusTugas.BERJALAN])
    konteks = {
        "ruang": ruang,
        "form": form,
        "daftar_tugas": [(t, _argumen(t)["nama"]) for t in berjalan.order_by("-created_at")[:BARIS_PER_HALAMAN]],
        "halaman": Paginator(semua.order_by("-created_at", "-pk"), BARIS_PER_HALAMAN).get_page(
            request.GET.get("halaman")
        ),
        "berlaku": find_versi_berlaku(ruang.satker, ruang.tahun),
    }
    return render(request, "anggaran/impor.html", konteks)


@di_ruang
def show_tugas(request: HttpRequest, ruang: Ruang, id_: UUID) -> HttpResponse:
    """How far the reading is; then the version, the columns to map, or everything that is wrong."""
    ruang.require(*_PERAN)
    tugas = get_object_or_404(_daftar_tugas(ruang), pk=id_)
    if request.headers.get("HX-Request"):
        return _show_kemajuan(request, tugas)
    hasil = tugas.hasil or {}
    konteks = {"ruang": ruang, "tugas": tugas, "nama": _argumen(tugas)["nama"]}
    if tugas.status == StatusTugas.GAGAL:
        return render(request, "anggaran/impor_gagal.html", konteks | {"daftar_masalah": hasil.get("daftar_masalah")})
    if tugas.status != StatusTugas.SELESAI:
        return render(request, "anggaran/impor_tugas.html", konteks)
    if hasil["versi"] is not None:
        return redirect("anggaran_beda", kode=ruang.satker.kode, tahun=ruang.tahun, id_=hasil["versi"])
    return _map_kolom(request, ruang, tugas, konteks)


def _submit(request: HttpRequest, ruang: Ruang, form: ImporForm) -> HttpResponse:
    nama, isi = form.baca()
    try:
        _, tugas = submit_impor(ruang.satker, ruang.tahun, nama, isi, pilihan=form.pilihan(), by=ruang.pengguna)
    except SudahDimuatError as galat:
        return _show_sama(request, ruang, galat)
    drop_draf(request)
    return _redirect_tugas(ruang, tugas)


def _map_kolom(request: HttpRequest, ruang: Ruang, tugas: Tugas, konteks: Mapping[str, Any]) -> HttpResponse:
    """Ask once which column is what, then read the file again with it."""
    hasil = tugas.hasil or {}
    daftar_kolom = hasil["daftar_kolom"]
    form = open_form(request, PetaForm, initial=hasil["terkaan"], daftar_kolom=daftar_kolom)
    if request.method == "POST" and form.is_valid():
        argumen = _argumen(tugas)
        try:
            daftar_judul = [k["judul"] for k in daftar_kolom]
            write_peta(ruang.satker, daftar_judul, form.cleaned_data, by=ruang.pengguna)
            berkas, pilihan = Berkas.objects.get(pk=argumen["berkas"]), PilihanImpor(**argumen["pilihan"])
            baru = submit_ulang(ruang.satker, ruang.tahun, berkas, argumen["nama"], pilihan=pilihan, by=ruang.pengguna)
        except ValidationError as galat:
            form.add_galat(galat)
        except SudahDimuatError as galat:
            return _show_sama(request, ruang, galat)
        else:
            drop_draf(request)
            return _redirect_tugas(ruang, baru)
    return render(request, "anggaran/impor_peta.html", {**konteks, "form": form, "daftar_kolom": daftar_kolom})


def _show_kemajuan(request: HttpRequest, tugas: Tugas) -> HttpResponse:
    """The part that a script asks for; at the end it asks for the page."""
    jawaban = render(request, "anggaran/impor_kemajuan.html", {"tugas": tugas})
    if tugas.is_selesai:
        jawaban.headers["HX-Refresh"] = "true"
    return jawaban


def _show_sama(request: HttpRequest, ruang: Ruang, galat: SudahDimuatError) -> HttpResponse:
    messages.warning(request, str(galat))
    return redirect("anggaran_beda", kode=ruang.satker.kode, tahun=ruang.tahun, id_=galat.versi.pk)


def _daftar_tugas(ruang: Ruang) -> "QuerySet[Tugas]":
    """The jobs that read a budget of this office and year, whoever of the office asked for them."""
    return Tugas.objects.filter(
        nama=import_laporan.module_path, argumen__args__0=ruang.satker.pk, argumen__args__1=ruang.tahun
    )


def _argumen(tugas: Tugas) -> dict[str, Any]:
    return dict(zip(_ARGUMEN, tugas.argumen["args"], strict=True))


def _redirect_tugas(ruang: Ruang, tugas: Tugas) -> HttpResponse:
    return redirect("anggaran_impor_tugas", kode=ruang.satker.kode, tahun=ruang.tahun, id_=tugas.pk)
