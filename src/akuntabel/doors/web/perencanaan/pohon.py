"""Pohon kinerja: the drawing with its nested lists, and the forms of its conditions and lines."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST
from markupsafe import Markup

from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.kerja import perform
from akuntabel.doors.web.perencanaan.cari import find_kondisi
from akuntabel.doors.web.perencanaan.forms_pohon import HubunganForm, KondisiForm
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.perencanaan.actions.pohon import (
    draft_hubungan,
    draft_kondisi,
    draft_pohon,
    withdraw_hubungan,
    withdraw_kondisi,
    write_kondisi,
)
from akuntabel.siklus.perencanaan.bagan_pohon import build_daftar, render_pohon
from akuntabel.siklus.perencanaan.berlaku import daftar_indikator_berlaku, find_renstra_berlaku
from akuntabel.siklus.perencanaan.models import (
    HubunganKinerja,
    Indikator,
    JenisHubungan,
    KondisiKinerja,
    Renstra,
)
from akuntabel.siklus.perencanaan.permissions import PERAN_PENYUSUN
from akuntabel.siklus.perencanaan.querysets import IndikatorQuerySet
from akuntabel.siklus.perencanaan.tata_letak_pohon import GarisPohon, KotakPohon


@di_ruang
def show_pohon(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """The tree under the plan of the year: the one in force, else the draft."""
    renstra = find_renstra_pohon(ruang)
    kotak, garis = _gambar(ruang, renstra) if renstra else ([], [])
    judul = f"Pohon kinerja {ruang.satker}"
    konteks = {
        "ruang": ruang,
        "renstra": renstra,
        "gambar": Markup(render_pohon(kotak, garis, judul=judul)) if kotak else "",  # noqa: S704 — made by lxml
        "daftar_cabang": build_daftar(kotak, garis),
        "jumlah": len(kotak),
        "is_dapat_ditulis": ruang.is_perencana,
    }
    return render(request, "perencanaan/pohon.html", konteks)


@require_POST
@di_ruang
def draft(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """The first tree, from the plan."""
    ruang.require(*PERAN_PENYUSUN)
    renstra = find_renstra_pohon(ruang)
    if renstra is None:
        messages.error(
            request, f"Belum ada Renstra untuk tahun {ruang.tahun}. Susun Renstra, atau ikuti Renstra induk."
        )
    else:
        daftar = _daftar_indikator(ruang, renstra).select_related("sasaran__tujuan", "pengampu")
        sukses = "Pohon kinerja disusun dari tujuan, sasaran, dan indikator. Lengkapi kondisi di antaranya."
        perform(request, lambda: draft_pohon(ruang.satker, renstra, daftar, by=ruang.pengguna), sukses=sukses)
    return _kembali(ruang)


@di_ruang
def draft_kondisi_baru(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """A new condition."""
    ruang.require(*PERAN_PENYUSUN)
    renstra = find_renstra_pohon(ruang)
    if renstra is None:
        return _kembali(ruang)
    awal = {"atas": request.GET.get("atas"), "tingkat": "hasil_antara"}
    form = open_form(request, KondisiForm, satker=ruang.satker, renstra=renstra, is_baru=True, initial=awal)

    def tindakan(isi: Mapping[str, Any]) -> None:
        draft_kondisi(ruang.satker, renstra, form.isi(), atas=isi["atas"], by=ruang.pengguna)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Kondisi ditambahkan.")
        return _kembali(ruang)
    return render(request, "perencanaan/kondisi_baru.html", {"ruang": ruang, "form": form, "renstra": renstra})


@di_ruang
def edit_kondisi(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """A condition with its lines."""
    ruang.require(*PERAN_PENYUSUN)
    kondisi = find_kondisi(ruang, id_)
    form = open_form(
        request,
        KondisiForm,
        satker=ruang.satker,
        renstra=kondisi.renstra,
        is_baru=False,
        initial=KondisiForm.awal(kondisi),
    )

    def tindakan(isi: Mapping[str, Any]) -> None:
        write_kondisi(kondisi, form.isi(), dilihat=isi["versi"] or 0, by=ruang.pengguna)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, f"Kondisi {kondisi.kode} tersimpan.")
        return _kembali(ruang)
    konteks = {
        "ruang": ruang,
        "kondisi": kondisi,
        "form": form,
        "daftar_atas": kondisi.daftar_hubungan_atas.select_related("atas"),
        "daftar_bawah": kondisi.daftar_hubungan_bawah.select_related("bawah"),
    }
    return render(request, "perencanaan/kondisi.html", konteks)


@require_POST
@di_ruang
def withdraw(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Take a condition out of the tree."""
    kondisi = find_kondisi(ruang, id_)
    sukses = f"Kondisi {kondisi.kode} dihapus; yang di bawahnya tetap ada."
    perform(request, lambda: withdraw_kondisi(kondisi, by=ruang.pengguna), sukses=sukses)
    return _kembali(ruang)


@di_ruang
def draft_hubungan_baru(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """A new line from a condition down."""
    ruang.require(*PERAN_PENYUSUN)
    kondisi = find_kondisi(ruang, id_)
    form = open_form(request, HubunganForm, kondisi=kondisi)

    def tindakan(isi: Mapping[str, Any]) -> None:
        draft_hubungan(
            kondisi,
            isi["bawah"],
            jenis=JenisHubungan(isi["jenis"]),
            mitra=isi["mitra"],
            peran_mitra=isi["peran_mitra"],
            by=ruang.pengguna,
        )

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Hubungan ditambahkan.")
        return redirect("kondisi", kode=ruang.satker.kode, tahun=ruang.tahun, id_=kondisi.pk)
    return render(request, "perencanaan/hubungan_baru.html", {"ruang": ruang, "kondisi": kondisi, "form": form})


@require_POST
@di_ruang
def withdraw_garis(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Take a line out of the tree."""
    daftar = HubunganKinerja.objects.select_related("atas__satker", "bawah")
    hubungan = get_object_or_404(daftar, pk=id_, atas__satker=ruang.satker)
    perform(request, lambda: withdraw_hubungan(hubungan, by=ruang.pengguna), sukses="Hubungan dilepas.")
    return redirect("kondisi", kode=ruang.satker.kode, tahun=ruang.tahun, id_=hubungan.atas_id)


def find_renstra_pohon(ruang: Ruang) -> Renstra | None:
    """The plan whose tree is shown: the one in force in the year, else the draft of the period."""
    berlaku = find_renstra_berlaku(ruang.satker, ruang.tahun)
    if berlaku is not None:
        return berlaku
    daftar = Renstra.objects.filter(satker=ruang.satker, mulai__lte=ruang.tahun, selesai__gte=ruang.tahun)
    return daftar.select_related("satker").order_by("-versi").first()


def _daftar_indikator(ruang: Ruang, renstra: Renstra) -> IndikatorQuerySet[Indikator]:
    if renstra.is_beku:
        return daftar_indikator_berlaku(ruang.satker, ruang.tahun)
    return Indikator.objects.filter(sasaran__renstra=renstra).berurut()


def _gambar(ruang: Ruang, renstra: Renstra) -> tuple[Sequence[KotakPohon], Sequence[GarisPohon]]:
    """The boxes and lines of the tree; three queries however large it is."""
    daftar = list(
        KondisiKinerja.objects.filter(satker=ruang.satker, renstra=renstra).select_related("unit", "indikator")
    )
    hubungan = HubunganKinerja.objects.filter(atas__satker=ruang.satker, atas__renstra=renstra)
    kotak = [
        KotakPohon(
            k.pk,
            k.kode,
            k.nama,
            k.tingkat,
            (k.unit.nama,) if k.unit else (),
            reverse("kondisi", args=(ruang.satker.kode, ruang.tahun, k.pk)) if ruang.is_perencana else "",
        )
        for k in daftar
    ]
    garis = [GarisPohon(h.atas_id, h.bawah_id, h.jenis == JenisHubungan.CROSSCUTTING, h.mitra) for h in hubungan]
    return kotak, garis


def _kembali(ruang: Ruang) -> HttpResponse:
    return redirect("pohon_kinerja", kode=ruang.satker.kode, tahun=ruang.tahun)
