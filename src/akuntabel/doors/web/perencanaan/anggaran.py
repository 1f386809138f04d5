"""Codes of the budget by year, and the budget of the office."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from akuntabel.core.readers.galat import BerkasTidakTerbacaError
from akuntabel.core.readers.isian.buku import read_daftar_lembar
from akuntabel.core.readers.isian.tempel import split_tempelan
from akuntabel.core.readers.lembar.lembar import Lembar
from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.perencanaan.forms import FormRencana
from akuntabel.doors.web.perencanaan.forms_angka import PaguForm
from akuntabel.doors.web.permintaan import read_kata
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.perencanaan.actions.anggaran import import_kode, write_pagu
from akuntabel.siklus.perencanaan.berlaku import daftar_kode_berlaku, daftar_pagu_berlaku
from akuntabel.siklus.perencanaan.katalog import KOLOM_KATALOG, parse_katalog
from akuntabel.siklus.perencanaan.models import Pagu
from akuntabel.siklus.perencanaan.permissions import PERAN_PENYUSUN

BARIS_PER_HALAMAN = 50


class KatalogForm(FormRencana):
    """A catalogue as a file or a pasted table."""

    berkas = forms.FileField(label="Berkas CSV atau XLSX", required=False)
    tempelan = forms.CharField(
        label="Atau tempel tabel",
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Salin dari lembar kerja, termasuk baris kepalanya.",
    )

    def clean(self) -> dict[str, Any]:
        """One of the two, read as a table."""
        isi = super().clean() or {}
        berkas, tempelan = isi.get("berkas"), isi.get("tempelan", "").strip()
        if bool(berkas) == bool(tempelan):
            raise ValidationError("Pilih satu: unggah berkas, atau tempel tabelnya.")
        try:
            lembar = read_daftar_lembar(berkas.name, berkas.read())[0] if berkas else split_tempelan(tempelan)
        except BerkasTidakTerbacaError as galat:
            raise ValidationError(str(galat)) from galat
        isi["tabel"] = _tabel(lembar)
        return isi


def _tabel(lembar: Lembar) -> list[list[str]]:
    """All rows from the first to the last, blank ones included, so that rows are counted as in the file."""
    lebar = max((max(baris) for baris in lembar.sel.values()), default=0)
    return [
        [lembar.sel[n][k].teks if n in lembar.sel and k in lembar.sel[n] else "" for k in range(1, lebar + 1)]
        for n in range(1, max(lembar.sel, default=0) + 1)
    ]


@di_ruang
def show_kode(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """The codes that hold for the office in the year."""
    cari = read_kata(request).lower()
    semua = [
        k
        for k in daftar_kode_berlaku(ruang.satker, ruang.tahun).values()
        if cari in k.kode.lower() or cari in k.uraian.lower()
    ]
    halaman = Paginator(semua, BARIS_PER_HALAMAN).get_page(request.GET.get("halaman"))
    prefetch_related_objects(list(halaman), "satker")  # whose catalogue a code is of
    return render(request, "perencanaan/kode.html", {"ruang": ruang, "halaman": halaman, "cari": cari})


@di_ruang
def import_katalog(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Take over a catalogue, all or nothing."""
    ruang.require(*PERAN_PENYUSUN)
    form = open_form(request, KatalogForm)
    jumlah: list[int] = []

    def tindakan(isi: Mapping[str, Any]) -> None:
        jumlah.append(import_kode(ruang.satker, ruang.tahun, parse_katalog(isi["tabel"]), by=ruang.pengguna))

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, f"{jumlah[0]} kode baru atau berubah diambil ke katalog {ruang.tahun}.")
        return redirect("kode_anggaran", kode=ruang.satker.kode, tahun=ruang.tahun)
    konteks = {"ruang": ruang, "form": form, "daftar_kolom": KOLOM_KATALOG}
    return render(request, "perencanaan/kode_impor.html", konteks)


@di_ruang
def show_pagu(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """The budget in force, and every line that was ever written down."""
    kode = daftar_kode_berlaku(ruang.satker, ruang.tahun)
    berlaku = list(daftar_pagu_berlaku(ruang.satker, ruang.tahun))
    semua = Pagu.objects.filter(satker=ruang.satker, tahun=ruang.tahun).select_related("pencatat").order_by("-pk")
    konteks = {
        "ruang": ruang,
        "daftar": [(p, kode[p.kode].uraian if p.kode in kode else "") for p in berlaku],
        "jumlah": sum(p.pagu for p in berlaku),
        "halaman": Paginator(semua, BARIS_PER_HALAMAN).get_page(request.GET.get("halaman")),
    }
    return render(request, "perencanaan/pagu.html", konteks)


@di_ruang
def write(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """New lines from one document; lines that stay as they are need not be written again."""
    ruang.require(*PERAN_PENYUSUN)
    ada = [(p.kode, p.sumber_dana, p.pagu) for p in daftar_pagu_berlaku(ruang.satker, ruang.tahun)]
    form = open_form(request, PaguForm, ada=ada)

    def tindakan(isi: Mapping[str, Any]) -> None:
        daftar = form.isian()
        if not daftar:
            raise ValidationError("Belum ada baris yang berubah.")
        write_pagu(ruang.satker, ruang.tahun, daftar, sejak=isi["sejak"], sumber=isi["sumber"], by=ruang.pengguna)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Pagu tercatat. Baris yang lama tetap tersimpan.")
        return redirect("pagu", kode=ruang.satker.kode, tahun=ruang.tahun)
    konteks = {"ruang": ruang, "form": form, "daftar_kode": daftar_kode_berlaku(ruang.satker, ruang.tahun).values()}
    return render(request, "perencanaan/pagu_tulis.html", konteks)
