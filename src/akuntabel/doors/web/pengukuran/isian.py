"""The grid as a workbook: download, upload, a preview with every problem, all or nothing."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from akuntabel.core.readers.isian.baca import read_isian
from akuntabel.core.readers.isian.pengukuran import FORMULIR_PENGUKURAN
from akuntabel.doors.web.formulir import open_form
from akuntabel.doors.web.impor.isian import XLSX
from akuntabel.doors.web.impor.titipan import JENIS_ISIAN, Titipan, keep_titipan, open_titipan
from akuntabel.doors.web.pengukuran.forms import UnggahForm
from akuntabel.doors.web.pengukuran.kisi import require_triwulan
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.pengukuran.isian import PratinjauKisi, build_templat, check_isian_kisi, import_isian_kisi
from akuntabel.siklus.pengukuran.kisi import read_kisi
from akuntabel.siklus.pengukuran.kisi_simpan import SelDitolakError
from akuntabel.siklus.pengukuran.permissions import PERAN_PER_TINDAKAN
from akuntabel.siklus.perjanjian.models import ROMAWI


@di_ruang
def download_templat(request: HttpRequest, ruang: Ruang, tw: int) -> HttpResponse:
    """The grid as it stands."""
    require_triwulan(tw)
    nama = f"pengukuran-{ruang.satker.kode}-{ruang.tahun}-tw{tw}.xlsx"
    return HttpResponse(
        build_templat(read_kisi(ruang.satker, ruang.tahun, tw)),
        content_type=XLSX,
        headers={"Content-Disposition": f'attachment; filename="{nama}"'},
    )


@di_ruang
def import_kisi(request: HttpRequest, ruang: Ruang, tw: int) -> HttpResponse:
    """Hand in, look, take."""
    ruang.require(*PERAN_PER_TINDAKAN["fakta.measure"])
    require_triwulan(tw)
    if request.method == "POST" and "titipan" in request.POST:
        return _take(request, ruang, tw)
    form = open_form(request, UnggahForm)
    if request.method == "POST" and form.is_valid():
        berkas = form.cleaned_data["berkas"]
        nama, isi = berkas.name or "berkas", berkas.read()
        try:
            return _look(request, ruang, tw, form, nama, isi)
        except ValidationError as galat:
            form.add_error("berkas", galat)
    return _show(request, ruang, tw, form)


def _look(request: HttpRequest, ruang: Ruang, tw: int, form: UnggahForm, nama: str, isi: bytes) -> HttpResponse:
    kisi = read_kisi(ruang.satker, ruang.tahun, tw)
    pratinjau = check_isian_kisi(kisi, read_isian(FORMULIR_PENGUKURAN, nama, isi), by=ruang.pengguna)
    catatan = ""
    if pratinjau.is_sah:
        berkas = keep_titipan(ruang, nama, isi, jenis=JENIS_ISIAN)
        catatan = Titipan(berkas, ruang.pengguna.pk, _tempat(ruang, tw), nama, "", pratinjau.sidik).sign()
    return _show(request, ruang, tw, form, pratinjau, catatan)


def _take(request: HttpRequest, ruang: Ruang, tw: int) -> HttpResponse:
    try:
        titipan = open_titipan(ruang, _tempat(ruang, tw), request.POST["titipan"])
        hasil = read_isian(FORMULIR_PENGUKURAN, titipan.nama, titipan.read())
        kisi = read_kisi(ruang.satker, ruang.tahun, tw)
        baru = import_isian_kisi(kisi, hasil, sidik=titipan.sidik, by=ruang.pengguna).daftar_fakta
    except ValidationError as galat:
        for pesan in galat.messages:
            messages.error(request, pesan)
    except (SudahBerubahError, SelDitolakError) as galat:
        messages.warning(request, f"{galat} Unggah berkasnya sekali lagi.")
    else:
        messages.success(request, f"{len(baru)} data diambil dari berkas.")
        return redirect("pengukuran_kisi", kode=ruang.satker.kode, tahun=ruang.tahun, tw=tw)
    return _show(request, ruang, tw, UnggahForm())


def _tempat(ruang: Ruang, tw: int) -> str:
    return f"{ruang.satker.kode}/{ruang.tahun}/pengukuran-{tw}"


def _show(
    request: HttpRequest,
    ruang: Ruang,
    tw: int,
    form: UnggahForm,
    pratinjau: PratinjauKisi | None = None,
    titipan: str = "",
) -> HttpResponse:
    berubah = pratinjau.perubahan.daftar_berubah if pratinjau and pratinjau.perubahan else ()
    konteks = {
        "ruang": ruang,
        "tw": tw,
        "romawi": ROMAWI,
        "form": form,
        "pratinjau": pratinjau,
        "berubah": [(b.kunci, s.kolom.label, s.lama, s.baru) for b in berubah for s in b.daftar_sel],
        "titipan": titipan,
    }
    return render(request, "pengukuran/unggah.html", konteks)
