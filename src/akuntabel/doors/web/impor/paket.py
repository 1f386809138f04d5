"""A data package from a browser: all mistakes at once, a preview, all or nothing."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.masalah import Masalah, PaketTidakSahError
from akuntabel.doors.web.formulir import open_form
from akuntabel.doors.web.impor.forms import PaketForm
from akuntabel.doors.web.impor.titipan import JENIS_PAKET, Titipan, keep_titipan, open_titipan
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.pelaporan.impor_paket import PERAN_PENGIMPOR, import_paket
from akuntabel.siklus.pelaporan.pratinjau_paket import PratinjauPaket, check_impor_paket
from akuntabel.siklus.pelaporan.zip_paket import unpack_paket


@di_ruang
def import_paket_data(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Look at a package, then take it: into this office, for the year that the package is of."""
    ruang.require(*PERAN_PENGIMPOR)
    if request.method == "POST" and "titipan" in request.POST:
        return _take(request, ruang)
    form = open_form(request, PaketForm)
    if request.method == "POST" and form.is_valid():
        try:
            return _look(request, ruang, form)
        except PaketTidakSahError as galat:
            return _show(request, ruang, form, daftar_masalah=galat.daftar_masalah)
        except ValidationError as galat:
            form.add_error("berkas", galat)
    return _show(request, ruang, form)


def _look(request: HttpRequest, ruang: Ruang, form: PaketForm) -> HttpResponse:
    berkas = form.cleaned_data["berkas"]
    nama, isi = berkas.name or "paket.zip", berkas.read()
    paket = _open(ruang, nama, isi)
    pratinjau = check_impor_paket(paket, by=ruang.pengguna, satker=ruang.satker)
    id_ = keep_titipan(ruang, nama, isi, jenis=JENIS_PAKET)
    titipan = Titipan(id_, ruang.pengguna.pk, _tempat(ruang), nama, "", paket.sidik)
    return _show(request, ruang, form, paket=paket, pratinjau=pratinjau, titipan=titipan.sign())


def _open(ruang: Ruang, nama: str, isi: bytes) -> FaktaTahun:
    """The package, if it is one of this office. Raises PaketTidakSahError."""
    paket = unpack_paket(nama, isi)
    if paket.satker.kode != ruang.satker.kode:
        tertulis = f"{paket.satker.kode} ({paket.satker.nama})"
        harap = f"{ruang.satker.kode} ({ruang.satker.nama})"
        perbaikan = "Buka satker yang benar, atau betulkan kode satker di dalam paket."
        raise PaketTidakSahError([Masalah("satker.yaml", 0, "kode", tertulis, harap, perbaikan)])
    return paket


def _take(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    try:
        titipan = open_titipan(ruang, _tempat(ruang), request.POST["titipan"])
        paket = _open(ruang, titipan.nama, titipan.read())
        hasil = import_paket(paket, by=ruang.pengguna, satker=ruang.satker)
    except PaketTidakSahError as galat:
        return _show(request, ruang, PaketForm(), daftar_masalah=galat.daftar_masalah)
    except ValidationError as galat:
        for pesan in galat.messages:
            messages.error(request, pesan)
        return _show(request, ruang, PaketForm())
    for catatan in hasil.catatan:
        messages.warning(request, catatan)
    messages.success(request, f"Paket data tahun {hasil.tahun} sudah diambil.")
    return redirect("impor", kode=ruang.satker.kode, tahun=hasil.tahun)


def _tempat(ruang: Ruang) -> str:
    return f"{ruang.satker.kode}/paket"


def _show(
    request: HttpRequest,
    ruang: Ruang,
    form: PaketForm,
    *,
    daftar_masalah: tuple[Masalah, ...] = (),
    paket: FaktaTahun | None = None,
    pratinjau: PratinjauPaket | None = None,
    titipan: str = "",
) -> HttpResponse:
    konteks = {
        "ruang": ruang,
        "form": form,
        "daftar_masalah": daftar_masalah,
        "paket": paket,
        "pratinjau": pratinjau,
        "titipan": titipan,
    }
    return render(request, "impor/paket.html", konteks)
