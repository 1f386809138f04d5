"""The elements of a year: what is counted, in which parts, and who brings the figures."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.kerja import perform
from akuntabel.doors.web.pengukuran.elemen_forms import ElemenForm
from akuntabel.doors.web.permintaan import read_nomor
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.pengukuran.actions_elemen import (
    draft_elemen,
    draft_elemen_rumus,
    revise_elemen,
    set_bagian,
    withdraw_elemen,
)
from akuntabel.siklus.pengukuran.berlaku import daftar_elemen_berlaku
from akuntabel.siklus.pengukuran.hitung import daftar_nama_rumus
from akuntabel.siklus.pengukuran.models import NAMA_TERHITUNG, Elemen, Fakta
from akuntabel.siklus.pengukuran.permissions import PERAN_PENYUSUN
from akuntabel.siklus.pengukuran.target import read_daftar_target

BARIS_SEHALAMAN = 50


@di_ruang
def show_daftar(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Every element that holds here, also those that an office above has named, and what formulas still lack."""
    pemakai = _daftar_pemakai(ruang)
    semua = list(daftar_elemen_berlaku(ruang.satker, ruang.tahun).values())
    halaman = Paginator(semua, BARIS_SEHALAMAN).get_page(read_nomor(request.GET.get("halaman")) or 1)
    lengkap = Elemen.objects.filter(pk__in=[e.pk for e in halaman]).select_related("satker", "unit", "pejabat")
    per_pk = {e.pk: e for e in lengkap.prefetch_related("daftar_rincian")}
    konteks = {
        "ruang": ruang,
        "is_penyusun": ruang.is_boleh(*PERAN_PENYUSUN),
        "halaman": halaman,
        "daftar": [(per_pk[e.pk], pemakai.get(e.kode, [])) for e in halaman],
        "daftar_kurang": sorted(pemakai.keys() - {e.kode for e in semua}),
    }
    return render(request, "pengukuran/elemen.html", konteks)


@require_POST
@di_ruang
def draft_rumus(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Draft what the formulas name."""
    jumlah = len(_daftar_pemakai(ruang).keys() - daftar_elemen_berlaku(ruang.satker, ruang.tahun).keys())
    perform(
        request,
        lambda: draft_elemen_rumus(ruang.satker, ruang.tahun, by=ruang.pengguna),
        sukses=f"{jumlah} elemen disusun dari rumus. Periksa nama dan satuannya." if jumlah else "Sudah lengkap.",
    )
    return _kembali(ruang)


@di_ruang
def draft(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Name another thing that is counted."""
    ruang.require(*PERAN_PENYUSUN)
    form = open_form(request, ElemenForm, satker=ruang.satker)

    def tindakan(_isi: Mapping[str, Any]) -> None:
        draft_elemen(ruang.satker, ruang.tahun, form.isi(), daftar_bagian=form.bagian(), by=ruang.pengguna)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Elemen tersimpan.")
        return _kembali(ruang)
    return _show_form(request, ruang, form, "Tambah elemen", None)


@di_ruang
def edit(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Say better what it is, who brings it, and in which parts."""
    ruang.require(*PERAN_PENYUSUN)
    elemen = _find(ruang, id_)
    form = open_form(request, ElemenForm, satker=ruang.satker, initial=ElemenForm.awal(elemen))

    @transaction.atomic
    def tindakan(isi: Mapping[str, Any]) -> None:
        revise_elemen(elemen, form.isi(), versi=isi["versi"], by=ruang.pengguna)
        set_bagian(elemen, form.bagian(), by=ruang.pengguna)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Elemen tersimpan.")
        return _kembali(ruang)
    return _show_form(request, ruang, form, f"Ubah {elemen.kode}", elemen)


@require_POST
@di_ruang
def withdraw(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Take an element without facts out of the year."""
    elemen = _find(ruang, id_)
    perform(request, lambda: withdraw_elemen(elemen, by=ruang.pengguna), sukses=f"Elemen {elemen.kode} dihapus.")
    return _kembali(ruang)


def _show_form(request: HttpRequest, ruang: Ruang, form: ElemenForm, judul: str, elemen: Elemen | None) -> HttpResponse:
    konteks = {
        "ruang": ruang,
        "form": form,
        "judul": judul,
        "elemen": elemen,
        "has_fakta": elemen is not None and Fakta.objects.filter(elemen=elemen).exists(),
        "batal": reverse("elemen", args=(ruang.satker.kode, ruang.tahun)),
    }
    return render(request, "pengukuran/elemen_formulir.html", konteks)


def _daftar_pemakai(ruang: Ruang) -> dict[str, list[str]]:
    """Which indicators use an element, by its code; what is counted by itself is left out."""
    pemakai: dict[str, list[str]] = {}
    for b in read_daftar_target(ruang.satker, ruang.tahun).baris:
        for kode in {nama.partition(".")[0] for nama in daftar_nama_rumus(b.indikator)} - set(NAMA_TERHITUNG):
            pemakai.setdefault(kode, []).append(b.indikator.kode)
    return pemakai


def _find(ruang: Ruang, id_: int) -> Elemen:
    daftar = Elemen.objects.filter(satker=ruang.satker, tahun=ruang.tahun).select_related("satker", "unit", "pejabat")
    return get_object_or_404(daftar, pk=id_)


def _kembali(ruang: Ruang) -> HttpResponse:
    return redirect("elemen", kode=ruang.satker.kode, tahun=ruang.tahun)
