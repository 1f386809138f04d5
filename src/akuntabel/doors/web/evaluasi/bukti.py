"""Evidence of a kriteria: what the application found, what people attached."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from akuntabel.doors.web.evaluasi.cari import find_bukti, find_kriteria, find_lke
from akuntabel.doors.web.evaluasi.forms import BuktiForm
from akuntabel.doors.web.evaluasi.tampil import build_bukti
from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.kerja import perform
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.platform.files.kirim import send_berkas
from akuntabel.platform.files.simpan import BerkasDitolakError, BerkasHilangError
from akuntabel.siklus.evaluasi.actions_bukti import attach_bukti, withdraw_bukti
from akuntabel.siklus.evaluasi.models import Lke, StatusLke
from akuntabel.siklus.evaluasi.permissions import is_penyusun, require_penyusun


@di_ruang
def show_kriteria(request: HttpRequest, ruang: Ruang, id_: int, kriteria: str) -> HttpResponse:
    """One kriteria with its evidence; a document is attached here."""
    lke = find_lke(ruang, id_)
    acuan = find_kriteria(lke, kriteria)
    form = open_form(request, BuktiForm)
    if request.method == "POST":
        require_penyusun(ruang.pengguna, lke, "lke.attach_bukti")
        if save_form(request, form, lambda isi: _attach(ruang, lke, kriteria, isi)):
            messages.success(request, f"Bukti terlampir pada kriteria {kriteria}.")
            return redirect("evaluasi_kriteria", ruang.satker.kode, ruang.tahun, lke.pk, kriteria)
    sub = lke.templat.find_sub_kriteria(kriteria)
    konteks = {
        "ruang": ruang,
        "lke": lke,
        "k": acuan,
        "sub": sub,
        "komponen": next(n for n in lke.templat.komponen if sub in n.sub),
        "baris": lke.daftar_kriteria.filter(kode=kriteria).first(),
        "bukti": build_bukti(lke, list(lke.daftar_bukti.filter(kode=kriteria).select_related("berkas", "oleh"))),
        "form": form,
        "is_tulis": lke.status == StatusLke.DISUSUN.value and is_penyusun(ruang.pengguna, lke),
    }
    return render(request, "evaluasi/kriteria.html", konteks)


@require_POST
@di_ruang
def detach(request: HttpRequest, ruang: Ruang, id_: int, bukti: int) -> HttpResponse:
    """Take a document off again."""
    lke = find_lke(ruang, id_)
    baris = find_bukti(lke, bukti)
    perform(request, lambda: withdraw_bukti(baris, by=ruang.pengguna), sukses="Bukti dilepas dari kriteria.")
    return redirect("evaluasi_kriteria", ruang.satker.kode, ruang.tahun, lke.pk, baris.kode)


@di_ruang
def download(request: HttpRequest, ruang: Ruang, id_: int, bukti: int) -> HttpResponseBase:
    """The file of a piece of evidence."""
    berkas = find_bukti(find_lke(ruang, id_), bukti).berkas
    if berkas is None:
        raise Http404
    try:
        return send_berkas(berkas)
    except BerkasHilangError as galat:
        raise Http404(str(galat)) from galat


def _attach(ruang: Ruang, lke: Lke, kriteria: str, isi: Mapping[str, Any]) -> None:
    berkas = isi["berkas"]
    try:
        attach_bukti(lke, kriteria, uraian=isi["uraian"], isi=berkas, nama_berkas=berkas.name, by=ruang.pengguna)
    except BerkasDitolakError as galat:
        raise ValidationError({"berkas": [str(m) for m in galat.daftar_masalah]}) from galat
