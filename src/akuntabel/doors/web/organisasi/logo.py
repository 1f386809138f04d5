"""The mark of the letterhead."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.organisasi.forms import LogoForm
from akuntabel.doors.web.organisasi.halaman import remah_satker, show_form
from akuntabel.doors.web.organisasi.profil import PENGURUS
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.platform.files.retensi import Retensi
from akuntabel.platform.files.simpan import BerkasDitolakError, BerkasHilangError, open_berkas, store_berkas
from akuntabel.siklus.organisasi.actions import revise_logo


@di_ruang
def edit_logo(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Upload another picture."""
    ruang.require(*PENGURUS)
    form = open_form(request, LogoForm, initial={"versi": ruang.satker.versi})
    if request.method == "POST" and save_form(request, form, lambda isi: _simpan(ruang, isi["berkas"], isi["versi"])):
        messages.success(request, "Logo tersimpan dan tercetak pada kop surat.")
        return redirect("satker", kode=ruang.satker.kode)
    return show_form(request, ruang, form, "Ganti logo", remah=remah_satker(ruang), is_berkas=True)


@di_ruang
def show_gambar(request: HttpRequest, ruang: Ruang) -> HttpResponseBase:
    """The picture itself: shown inside our page only; opened by itself it is a download."""
    logo = ruang.satker.logo
    if logo is None:
        raise Http404
    try:
        isi = open_berkas(logo)
    except BerkasHilangError as galat:
        raise Http404(str(galat)) from galat
    return FileResponse(
        isi,
        as_attachment=True,
        filename=logo.nama,
        content_type=logo.jenis,
        headers={"Content-Security-Policy": "sandbox", "X-Content-Type-Options": "nosniff"},
    )


def _simpan(ruang: Ruang, berkas: File[bytes], versi: int) -> None:
    try:
        logo = store_berkas(berkas, berkas.name or "logo", by=ruang.pengguna, retensi=Retensi.PERMANEN)
    except BerkasDitolakError as galat:
        raise ValidationError({"berkas": [str(m) for m in galat.daftar_masalah]}) from galat
    try:
        revise_logo(ruang.satker, logo, versi=versi, by=ruang.pengguna)
    except ValidationError as galat:
        raise ValidationError({"berkas": galat.messages}) from galat
