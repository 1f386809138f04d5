"""Import of a list of offices below one's own."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from akuntabel.doors.web.formulir import FormDasar, open_form
from akuntabel.doors.web.organisasi.halaman import remah_satker
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.organisasi.impor_satker import (
    RencanaImpor,
    build_templat_satker,
    check_impor_satker,
    import_satker,
)
from akuntabel.siklus.organisasi.models import Peran

BATAS_BERKAS = 8 * 1024 * 1024
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class ImporForm(FormDasar):
    """A file or a pasted table."""

    berkas = forms.FileField(label="Berkas", required=False, help_text="XLSX, ODS, atau CSV; paling besar 8 MB.")
    tempelan = forms.CharField(
        label="Atau tempel tabelnya",
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Salin dari lembar kerja, beserta baris judul kolomnya.",
    )
    is_perbarui = forms.BooleanField(
        label="Perbarui yang sudah ada",
        required=False,
        help_text="Tanpa ini, baris yang berbeda dari satker yang sudah ada ditolak.",
    )
    is_periksa = forms.BooleanField(label="Hanya periksa, belum simpan", required=False, initial=True)

    def clean(self) -> dict[str, Any]:
        """One of the two, and not too large."""
        isi = super().clean() or {}
        berkas = isi.get("berkas")
        if not berkas and not isi.get("tempelan"):
            self.add_error("berkas", ValidationError("Pilih berkas, atau tempel tabelnya di bawah."))
        elif berkas and berkas.size > BATAS_BERKAS:
            self.add_error("berkas", ValidationError("Berkas lebih besar dari 8 MB; hapus lembar dan gambar lain."))
        return isi

    def baca(self) -> tuple[str, bytes]:
        """The name of what was handed in, and its bytes."""
        berkas = self.cleaned_data["berkas"]
        if berkas:
            return berkas.name or "berkas", berkas.read()
        return "Tabel yang ditempel", self.cleaned_data["tempelan"].encode()


@di_ruang
def import_daftar(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Check a list, and write it when nothing is wrong with it."""
    ruang.require(Peran.ADMIN)
    form = open_form(request, ImporForm)
    rencana: RencanaImpor | None = None
    if request.method == "POST" and form.is_valid():
        rencana = _jalankan(form, ruang)
        if rencana.is_sah and not form.cleaned_data["is_periksa"]:
            jumlah = f"{len(rencana.daftar_baru)} satker baru, {len(rencana.daftar_diperbarui)} diperbarui"
            messages.success(request, f"Impor selesai: {jumlah}.")
            return redirect("daftar_satker")
    return render(
        request,
        "organisasi/impor.html",
        {"ruang": ruang, "form": form, "rencana": rencana, "remah": remah_satker(ruang)},
    )


def _jalankan(form: ImporForm, ruang: Ruang) -> RencanaImpor:
    nama, isi = form.baca()
    is_perbarui = form.cleaned_data["is_perbarui"]
    if form.cleaned_data["is_periksa"]:
        return check_impor_satker(nama, isi, akar=ruang.satker, is_perbarui=is_perbarui)
    return import_satker(nama, isi, akar=ruang.satker, is_perbarui=is_perbarui, by=ruang.pengguna)


@di_ruang
def download_templat(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """The workbook to fill in."""
    ruang.require(Peran.ADMIN)
    return HttpResponse(
        build_templat_satker(),
        content_type=XLSX,
        headers={"Content-Disposition": 'attachment; filename="templat-satker.xlsx"'},
    )
