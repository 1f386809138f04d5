"""Units of an office and what is laid upon them."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.organisasi.forms import TugasForm, UnitForm
from akuntabel.doors.web.organisasi.halaman import remah_satker, show_form
from akuntabel.doors.web.organisasi.profil import PENGURUS
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.organisasi.actions_unit import draft_unit, revise_unit, revise_uraian_tugas
from akuntabel.siklus.organisasi.kode import pick_kode
from akuntabel.siklus.organisasi.models import Unit

BIDANG = ("nama", "jenis", "induk", "dasar", "sumber")


@di_ruang
def draft(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Write a unit down."""
    ruang.require(*PENGURUS)
    form = open_form(request, UnitForm, ruang=ruang)

    def tindakan(isi: Mapping[str, Any]) -> None:
        kode = pick_kode(isi["nama"], ruang.satker.daftar_unit.values_list("kode", flat=True))
        draft_unit(ruang.satker, kode=kode, **{n: isi[n] for n in BIDANG}, by=ruang.pengguna)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Unit ditambahkan.")
        return redirect("satker", kode=ruang.satker.kode)
    return show_form(request, ruang, form, "Tambah unit", remah=remah_satker(ruang))


@di_ruang
def edit(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Change what is known of a unit."""
    ruang.require(*PENGURUS)
    unit = _find(ruang, id_)
    awal = {n: getattr(unit, n) for n in (*BIDANG, "versi")} | {"induk": unit.induk.kode if unit.induk else None}
    form = open_form(request, UnitForm, ruang=ruang, unit=unit, initial=awal)
    if request.method == "POST" and save_form(
        request,
        form,
        lambda isi: revise_unit(unit, {n: isi[n] for n in BIDANG}, versi=isi["versi"], by=ruang.pengguna),
    ):
        messages.success(request, "Unit tersimpan.")
        return redirect("satker", kode=ruang.satker.kode)
    return show_form(request, ruang, form, f"Ubah {unit}", remah=remah_satker(ruang))


@di_ruang
def edit_tugas_unit(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """The duties of a unit."""
    ruang.require(*PENGURUS)
    return _edit_tugas(request, ruang, _find(ruang, id_))


@di_ruang
def edit_tugas_satker(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """The duties, powers and obligations of the office itself."""
    ruang.require(*PENGURUS)
    return _edit_tugas(request, ruang, None)


def _edit_tugas(request: HttpRequest, ruang: Ruang, unit: Unit | None) -> HttpResponse:
    form = open_form(request, TugasForm, daftar=list(ruang.satker.daftar_tugas.filter(unit=unit)))

    def tindakan(isi: Mapping[str, Any]) -> None:
        try:
            revise_uraian_tugas(ruang.satker, unit, form.daftar_uraian(), versi=isi["versi"], by=ruang.pengguna)
        except SudahBerubahError as galat:
            galat.sekarang = {f"teks_{n}": teks for n, teks in galat.sekarang.items()}
            raise

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Uraian tugas tersimpan.")
        return redirect("satker", kode=ruang.satker.kode)
    konteks = {"ruang": ruang, "form": form, "nama": str(unit or ruang.satker), "remah": remah_satker(ruang)}
    return render(request, "organisasi/tugas.html", konteks)


def _find(ruang: Ruang, id_: int) -> Unit:
    return get_object_or_404(Unit.objects.select_related("induk", "satker"), pk=id_, satker=ruang.satker)
