"""Writing an agreement while it is a draft: parties, targets, budget."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.perjanjian.cari import find_perjanjian
from akuntabel.doors.web.perjanjian.forms import AnggaranGridForm, PerjanjianForm, TargetGridForm
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.perjanjian.actions import draft_perjanjian, set_anggaran, set_target
from akuntabel.siklus.perjanjian.asal import daftar_target_asal
from akuntabel.siklus.perjanjian.baris import daftar_baris_target
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja, PerjanjianTarget
from akuntabel.siklus.perjanjian.permissions import PERAN_PENYUSUN
from akuntabel.siklus.perjanjian.target import show_teks_target


@di_ruang
def draft(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """A new agreement: who promises whom, and which indicators."""
    ruang.require(*PERAN_PENYUSUN)
    asal = daftar_target_asal(ruang.satker, ruang.tahun)
    form = open_form(request, PerjanjianForm, ruang=ruang, asal=asal)
    dibuat: list[PerjanjianKinerja] = []

    def tindakan(isi: Mapping[str, Any]) -> None:
        dibuat.append(
            draft_perjanjian(
                ruang.satker,
                ruang.tahun,
                entitas=isi["entitas"],
                pihak_pertama=isi["pihak_pertama"],
                pihak_kedua=isi["pihak_kedua"],
                daftar_indikator=isi["daftar_indikator"],
                by=ruang.pengguna,
            )
        )

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Perjanjian disusun dengan target dari rencana. Periksa, lalu ajukan.")
        return redirect("perjanjian_rinci", kode=ruang.satker.kode, tahun=ruang.tahun, id_=dibuat[0].pk)
    return render(request, "perjanjian/baru.html", {"ruang": ruang, "form": form, "jumlah_indikator": len(asal)})


@di_ruang
def edit_target(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """All targets on one page, saved together."""
    ruang.require(*PERAN_PENYUSUN)
    perjanjian = find_perjanjian(ruang, id_)
    daftar = daftar_baris_target(perjanjian)
    form = open_form(request, TargetGridForm, daftar=daftar)

    def tindakan(isi: Mapping[str, Any]) -> None:
        berubah = [t for t in daftar if {f"target_{t.pk}", f"alasan_{t.pk}"} & set(form.changed_data)]
        _simpan_target(perjanjian, berubah, isi, ruang)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Target tersimpan.")
        return redirect("perjanjian_rinci", kode=ruang.satker.kode, tahun=ruang.tahun, id_=perjanjian.pk)
    rencana = {
        a.indikator.pk: show_teks_target(a.target, a.indikator) for a in daftar_target_asal(ruang.satker, ruang.tahun)
    }
    konteks = {"ruang": ruang, "perjanjian": perjanjian, "form": form, "daftar": daftar, "rencana": rencana}
    return render(request, "perjanjian/target.html", konteks)


@transaction.atomic
def _simpan_target(
    perjanjian: PerjanjianKinerja, berubah: list[PerjanjianTarget], isi: Mapping[str, Any], ruang: Ruang
) -> None:
    """Every changed line, or none; each complaint beside its line."""
    galat: dict[str, list[ValidationError]] = {}
    for t in berubah:
        target, alasan = isi[f"target_{t.pk}"], isi[f"alasan_{t.pk}"]
        try:
            set_target(perjanjian, t.indikator, target, alasan=alasan, versi=isi[f"versi_{t.pk}"], by=ruang.pengguna)
        except ValidationError as e:
            galat.setdefault(f"target_{t.pk}", []).append(e)
        except SudahBerubahError as e:
            e.sekarang = {f"{nama}_{t.pk}": nilai for nama, nilai in (e.sekarang | {"versi": e.versi}).items()}
            e.versi = None
            raise
    if galat:
        raise ValidationError(galat)


@di_ruang
def edit_anggaran(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """The budget lines of the annex."""
    ruang.require(*PERAN_PENYUSUN)
    perjanjian = find_perjanjian(ruang, id_)
    form = open_form(request, AnggaranGridForm, perjanjian=perjanjian)

    def tindakan(isi: Mapping[str, Any]) -> None:
        set_anggaran(perjanjian, form.baris(), versi=isi["versi"], by=ruang.pengguna)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Anggaran tersimpan.")
        return redirect("perjanjian_rinci", kode=ruang.satker.kode, tahun=ruang.tahun, id_=perjanjian.pk)
    return render(request, "perjanjian/anggaran.html", {"ruang": ruang, "perjanjian": perjanjian, "form": form})
