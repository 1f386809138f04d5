"""The files of a report: which there are, asking for those of now, following them, taking them along."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from akuntabel.core.render.berkas import Format
from akuntabel.doors.web.laporan.cari import find_laporan_ruang
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.platform.files.kirim import send_berkas
from akuntabel.platform.files.simpan import BerkasHilangError
from akuntabel.platform.tasks.models import StatusTugas, Tugas
from akuntabel.siklus.pelaporan.dokumen import (
    build_nama_berkas,
    daftar_dokumen,
    find_tugas_berjalan,
    submit_dokumen,
)
from akuntabel.siklus.pelaporan.models import LaporanKinerja

SEBUTAN = {
    Format.PDF: "PDF, untuk dibaca dan dicetak",
    Format.DOCX: "Word, untuk disunting di luar aplikasi lalu diunggah kembali",
    Format.HTML: "HTML, satu berkas untuk peramban",
    Format.JSON: "JSON, untuk mesin: setiap angka dengan nilainya yang tepat",
}


@di_ruang
def show_dokumen(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """The list of formats; a POST asks for the files of the report as it is now."""
    laporan = find_laporan_ruang(ruang, id_)
    if request.method == "POST":
        return _submit(request, ruang, laporan)
    tugas = find_tugas_berjalan(laporan)
    if request.headers.get("HX-Request"):
        return _show_kemajuan(request, tugas)
    konteks: dict[str, Any] = {"ruang": ruang, "laporan": laporan, "tugas": tugas, "sebutan": SEBUTAN}
    try:
        daftar = daftar_dokumen(laporan)
    except ValidationError as galat:
        return render(request, "laporan/belum_lengkap.html", konteks | {"daftar_galat": galat.messages})
    konteks |= {
        "daftar": daftar,
        "is_lengkap": all(k.is_terkini for k in daftar),
        "gagal": None if tugas else _find_gagal(laporan),
    }
    return render(request, "laporan/dokumen.html", konteks)


@di_ruang
def download(request: HttpRequest, ruang: Ruang, id_: int, format_: str) -> HttpResponseBase:
    """The newest file of a format."""
    laporan = find_laporan_ruang(ruang, id_)
    if format_ not in Format.__members__.values():
        raise Http404
    bentuk = Format(format_)
    try:
        dokumen = next((k.dokumen for k in daftar_dokumen(laporan) if k.format is bentuk), None)
        if dokumen is None or dokumen.berkas is None:
            raise Http404
        return send_berkas(dokumen.berkas, nama=build_nama_berkas(laporan, bentuk))
    except (BerkasHilangError, ValidationError) as galat:
        raise Http404(str(galat)) from galat


def _submit(request: HttpRequest, ruang: Ruang, laporan: LaporanKinerja) -> HttpResponse:
    try:
        tugas = submit_dokumen(laporan, by=ruang.pengguna)
    except ValidationError as galat:
        for pesan in galat.messages:
            messages.error(request, pesan)
    else:
        if tugas is None:
            messages.success(request, "Berkas laporan ini sudah yang terbaru.")
    return redirect("laporan_dokumen", kode=ruang.satker.kode, tahun=ruang.tahun, id_=laporan.pk)


def _show_kemajuan(request: HttpRequest, tugas: Tugas | None) -> HttpResponse:
    """The part that a script asks for; at the end it asks for the page."""
    if tugas is None:
        return HttpResponse(headers={"HX-Refresh": "true"})
    return render(request, "laporan/dokumen_kemajuan.html", {"tugas": tugas})


def _find_gagal(laporan: LaporanKinerja) -> Tugas | None:
    """The last job, where it came to nothing."""
    dokumen = laporan.daftar_dokumen.filter(tugas__isnull=False).select_related("tugas").first()
    tugas = dokumen.tugas if dokumen else None
    return tugas if tugas is not None and tugas.status == StatusTugas.GAGAL else None
