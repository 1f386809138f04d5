"""A recap of voters from a workbook: all mistakes at once, a preview, all or nothing."""

import json

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from akuntabel.core.readers.pemilih.baca import HasilRekap, read_rekap_pemilih
from akuntabel.doors.web.formulir import drop_draf, open_form
from akuntabel.doors.web.impor.titipan import JENIS_ISIAN, Titipan, keep_titipan, open_titipan
from akuntabel.doors.web.kepemiluan.cari import find_pemilihan
from akuntabel.doors.web.kepemiluan.daftar_pemilih import kembali
from akuntabel.doors.web.kepemiluan.forms_pemilih import RekapForm
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.kepemiluan.impor_pemilih import (
    PratinjauRekap,
    build_templat_pemilih,
    check_rekap,
    import_rekap,
)
from akuntabel.siklus.kepemiluan.models import Pemilihan
from akuntabel.siklus.kepemiluan.permissions import PERAN_PENCATAT

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BARIS_DITAMPILKAN = 50
_KETERANGAN = ("sumber", "alasan", "is_gantikan")


@di_ruang
def import_pemilih(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Hand in, look, take."""
    ruang.require(*PERAN_PENCATAT)
    pemilihan = find_pemilihan(ruang, id_)
    if request.method == "POST" and "titipan" in request.POST:
        return _take(request, ruang, pemilihan)
    form = open_form(request, RekapForm)
    if request.method == "POST" and form.is_valid():
        try:
            return _look(request, ruang, pemilihan, form)
        except ValidationError as galat:
            form.add_error("berkas", galat)
    return _show(request, ruang, pemilihan, form)


@di_ruang
def download_templat(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """The workbook to fill in, with the counts that are there."""
    ruang.require(*PERAN_PENCATAT)
    pemilihan = find_pemilihan(ruang, id_)
    nama = f"pemilih-{pemilihan.kode}-{ruang.satker.kode}.xlsx"
    return HttpResponse(
        build_templat_pemilih(ruang.satker, pemilihan),
        content_type=XLSX,
        headers={"Content-Disposition": f'attachment; filename="{nama}"'},
    )


def _look(request: HttpRequest, ruang: Ruang, pemilihan: Pemilihan, form: RekapForm) -> HttpResponse:
    isi = form.cleaned_data
    nama, bita = isi["berkas"].name or "rekap.xlsx", isi["berkas"].read()
    pratinjau = check_rekap(ruang.satker, pemilihan, _baca(pemilihan, nama, bita), is_gantikan=isi["is_gantikan"])
    if pratinjau.is_sah and pratinjau.is_beralasan and not isi["alasan"].strip():
        form.add_error("alasan", "Ada angka tercatat yang berubah; tulis alasannya, lalu periksa lagi.")
        return _show(request, ruang, pemilihan, form, pratinjau)
    catatan = ""
    if pratinjau.is_sah:
        berkas = keep_titipan(ruang, nama, bita, jenis=JENIS_ISIAN)
        keterangan = json.dumps({n: isi[n] for n in _KETERANGAN})
        tempat = _tempat(ruang, pemilihan)
        catatan = Titipan(berkas, ruang.pengguna.pk, tempat, nama, keterangan, pratinjau.sidik).sign()
    return _show(request, ruang, pemilihan, form, pratinjau, catatan)


def _take(request: HttpRequest, ruang: Ruang, pemilihan: Pemilihan) -> HttpResponse:
    try:
        titipan = open_titipan(ruang, _tempat(ruang, pemilihan), request.POST["titipan"])
        hasil = _baca(pemilihan, titipan.nama, titipan.read())
        keterangan = json.loads(titipan.lembar)
        baru = import_rekap(ruang.satker, pemilihan, hasil, sidik=titipan.sidik, by=ruang.pengguna, **keterangan)
    except ValidationError as galat:
        for pesan in galat.messages:
            messages.error(request, pesan)
    except SudahBerubahError as galat:
        messages.warning(request, f"{galat} Unggah berkasnya sekali lagi.")
    else:
        drop_draf(request)
        messages.success(request, f"Rekapitulasi sudah diambil: {len(baru)} angka.")
        return kembali(ruang, pemilihan)
    return _show(request, ruang, pemilihan, RekapForm())


def _baca(pemilihan: Pemilihan, nama: str, isi: bytes) -> HasilRekap:
    return read_rekap_pemilih(pemilihan.label, nama, isi)


def _tempat(ruang: Ruang, pemilihan: Pemilihan) -> str:
    return f"{ruang.satker.kode}/{ruang.tahun}/pemilih/{pemilihan.pk}"


def _show(
    request: HttpRequest,
    ruang: Ruang,
    pemilihan: Pemilihan,
    form: RekapForm,
    pratinjau: PratinjauRekap | None = None,
    titipan: str = "",
) -> HttpResponse:
    konteks = {
        "ruang": ruang,
        "pemilihan": pemilihan,
        "form": form,
        "pratinjau": pratinjau,
        "titipan": titipan,
        "label": pemilihan.label,
        "batas": BARIS_DITAMPILKAN,
    }
    return render(request, "kepemiluan/pemilih_impor.html", konteks)
