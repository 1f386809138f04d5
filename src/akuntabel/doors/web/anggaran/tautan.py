"""Which money serves which sasaran, and which indicators it pays for."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from akuntabel.core.calc.nilai import Nilai
from akuntabel.core.fakta.perencanaan import HubunganAnggaran
from akuntabel.core.fakta.perencanaan import SasaranAnggaran as IsiTautan
from akuntabel.doors.web.anggaran.forms import FormBerbaris
from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.anggaran.actions_tautan import TautanIndikator, write_indikator_anggaran
from akuntabel.siklus.anggaran.hitung import compute_anggaran_sasaran, compute_anggaran_tahun, daftar_tanpa_sasaran
from akuntabel.siklus.anggaran.models import IndikatorAnggaran
from akuntabel.siklus.anggaran.permissions import PERAN_PER_TINDAKAN
from akuntabel.siklus.pengukuran.hitung import compute_capaian_tahun
from akuntabel.siklus.perencanaan.actions.anggaran import write_sasaran_anggaran
from akuntabel.siklus.perencanaan.berlaku import daftar_indikator_berlaku
from akuntabel.siklus.perencanaan.models import Indikator, SasaranAnggaran

_HUBUNGAN = (("utama", "utama"), ("pendukung", "pendukung"))
_KODE = {"list": "daftar-kode", "autocomplete": "off"}


class TautanForm(FormBerbaris):
    """A line: what is served, by which code, from which source. tujuan: a sasaran or an indicator, by its code."""

    def __init__(self, *args: Any, pilihan: list[tuple[str, str]], ada: list[dict[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pilihan = [("", "pilih"), *pilihan]
        self.build_baris(ada)

    def build_bidang(self, nama: str, n: int) -> forms.Field:
        """The fields of a line."""
        if nama == "tujuan":
            return forms.ChoiceField(label=f"Untuk, baris {n + 1}", required=False, choices=self.pilihan)
        if nama == "hubungan":
            return forms.ChoiceField(label=f"Hubungan, baris {n + 1}", required=False, choices=_HUBUNGAN)
        label = {"kode": "Kode", "sumber_dana": "Sumber dana", "alasan": "Alasan"}[nama]
        widget = forms.TextInput(attrs=_KODE if nama == "kode" else {})
        return forms.CharField(label=f"{label}, baris {n + 1}", required=False, max_length=300, widget=widget)


class SasaranForm(TautanForm):
    """Links to the sasaran, with how they serve it and why."""

    KOLOM = ("tujuan", "kode", "sumber_dana", "hubungan", "alasan")
    WAJIB = ("tujuan", "kode")


class IndikatorForm(TautanForm):
    """Links to the indicators."""

    KOLOM = ("tujuan", "kode", "sumber_dana")
    WAJIB = ("tujuan", "kode")


@di_ruang
def show_tautan(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """The money of each sasaran and of each indicator."""
    hasil = compute_anggaran_tahun(ruang.satker, ruang.tahun)
    indikator = IndikatorAnggaran.objects.filter(satker=ruang.satker, tahun=ruang.tahun)
    per_kode = {(b.kode.kode, b.baris.sumber_dana): b for b in hasil.baris}
    konteks = {
        "ruang": ruang,
        "daftar": compute_anggaran_sasaran(ruang.satker, ruang.tahun, hasil, _capaian(ruang)),
        "daftar_indikator": [
            (t, [b for (kode, sumber), b in per_kode.items() if kode == t.kode and t.sumber_dana in ("", sumber)])
            for t in indikator.select_related("indikator")
        ],
        "tanpa_tautan": daftar_tanpa_sasaran(ruang.satker, ruang.tahun, hasil),
        "is_penyusun": ruang.is_boleh(*PERAN_PER_TINDAKAN["tautan.write"]),
    }
    return render(request, "anggaran/tautan.html", konteks)


@di_ruang
def edit_sasaran(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """All links to the sasaran on one page."""
    ruang.require(*PERAN_PER_TINDAKAN["tautan.write"])
    sasaran = {i.sasaran.kode: i.sasaran for i in _daftar_indikator(ruang)}
    semua = SasaranAnggaran.objects.filter(satker=ruang.satker, tahun=ruang.tahun).select_related("sasaran")
    ada = [
        {"tujuan": s.sasaran.kode, "kode": s.kode, "sumber_dana": s.sumber_dana, "hubungan": s.hubungan}
        | {"alasan": s.alasan}
        for s in semua.order_by("urut", "pk")
    ]
    form = open_form(request, SasaranForm, pilihan=[(k, f"{k} {s.nama}") for k, s in sasaran.items()], ada=ada)

    def tindakan(_: Mapping[str, Any]) -> None:
        daftar = [
            IsiTautan(
                b["tujuan"],
                b["kode"].strip(),
                HubunganAnggaran(b["hubungan"] or "utama"),
                b["sumber_dana"].strip().upper() or None,
                b["alasan"].strip(),
            )
            for b in form.daftar_baris()
        ]
        write_sasaran_anggaran(ruang.satker, ruang.tahun, daftar, sasaran=sasaran, by=ruang.pengguna)

    return _simpan(request, ruang, form, tindakan, judul="Anggaran untuk sasaran")


@di_ruang
def edit_indikator(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """All links to the indicators on one page."""
    ruang.require(*PERAN_PER_TINDAKAN["tautan.write"])
    indikator = {i.kode: i for i in _daftar_indikator(ruang)}
    semua = IndikatorAnggaran.objects.filter(satker=ruang.satker, tahun=ruang.tahun).select_related("indikator")
    ada = [{"tujuan": t.indikator.kode, "kode": t.kode, "sumber_dana": t.sumber_dana} for t in semua]
    form = open_form(request, IndikatorForm, pilihan=[(k, f"{k} {i.nama}") for k, i in indikator.items()], ada=ada)
    dikenal = {b.kode.kode for b in compute_anggaran_tahun(ruang.satker, ruang.tahun).baris}

    def tindakan(_: Mapping[str, Any]) -> None:
        daftar = [
            TautanIndikator(indikator[b["tujuan"]], b["kode"].strip(), b["sumber_dana"].strip().upper())
            for b in form.daftar_baris()
        ]
        write_indikator_anggaran(ruang.satker, ruang.tahun, daftar, dikenal=dikenal, by=ruang.pengguna)

    return _simpan(request, ruang, form, tindakan, judul="Anggaran untuk indikator")


def _simpan(request: HttpRequest, ruang: Ruang, form: TautanForm, tindakan: Any, *, judul: str) -> HttpResponse:
    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Tautan anggaran tersimpan.")
        return redirect("anggaran_tautan", kode=ruang.satker.kode, tahun=ruang.tahun)
    kode = [b.kode for b in compute_anggaran_tahun(ruang.satker, ruang.tahun).baris]
    konteks = {"ruang": ruang, "form": form, "judul": judul, "daftar_kode": {k.kode: k for k in kode}.values()}
    return render(request, "anggaran/tautan_isian.html", konteks)


def _daftar_indikator(ruang: Ruang) -> list[Indikator]:
    return list(daftar_indikator_berlaku(ruang.satker, ruang.tahun).select_related("sasaran"))


def _capaian(ruang: Ruang) -> dict[int, Nilai]:
    """What the sasaran of the agreement reached, by primary key."""
    hasil = compute_capaian_tahun(ruang.satker, ruang.tahun)
    return {s.sasaran.pk: s.rekap.nilai for s in hasil.sasaran}
