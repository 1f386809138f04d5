"""The way of a worksheet: handed in, returned, adopted, revised, thrown away; its conclusion and its document."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from akuntabel.doors.web.evaluasi.cari import find_lke
from akuntabel.doors.web.evaluasi.forms import AlasanForm, PenetapanForm, SimpulanForm
from akuntabel.doors.web.formulir import FormDasar, open_form, save_form
from akuntabel.doors.web.kerja import perform
from akuntabel.doors.web.permintaan import read_versi
from akuntabel.doors.web.rencana_aksi.rinci import JENIS_MEDIA
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.evaluasi.actions import (
    adopt_lke,
    return_lke,
    revise_lke,
    revise_simpulan,
    submit_lke,
    withdraw_lke,
)
from akuntabel.siklus.evaluasi.dokumen import build_nama_berkas, render_lhe
from akuntabel.siklus.evaluasi.models import Lke
from akuntabel.siklus.evaluasi.permissions import require_penetap, require_penyusun


@require_POST
@di_ruang
def submit(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Hand it in."""
    lke = find_lke(ruang, id_)
    lke.versi = read_versi(request, lke.versi)
    perform(request, lambda: submit_lke(lke, by=ruang.pengguna), sukses="Lembar kerja evaluasi diajukan.")
    return _kembali(ruang, lke)


@di_ruang
def return_(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Send it back, with what must be mended."""
    lke = find_lke(ruang, id_)
    require_penetap(ruang.pengguna, lke, "lke.return")
    form = open_form(request, AlasanForm)

    def tindakan(isi: Mapping[str, Any]) -> None:
        return_lke(lke, alasan=isi["alasan"], by=ruang.pengguna)

    return _isi(request, ruang, lke, form, tindakan, "Kembalikan", "Lembar kerja evaluasi dikembalikan.")


@di_ruang
def adopt(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Make the score final."""
    lke = find_lke(ruang, id_)
    require_penetap(ruang.pengguna, lke, "lke.adopt")
    awal = {"tanggal": timezone.localdate(), "nomor_lhe": lke.nomor_lhe, "versi": lke.versi}
    form = open_form(request, PenetapanForm, initial=awal)

    def tindakan(isi: Mapping[str, Any]) -> None:
        lke.versi = lke.versi if isi["versi"] is None else isi["versi"]
        adopt_lke(lke, tanggal=isi["tanggal"], nomor_lhe=isi["nomor_lhe"], by=ruang.pengguna)

    return _isi(request, ruang, lke, form, tindakan, "Tetapkan", "Nilai ditetapkan; perubahannya lewat revisi.")


@di_ruang
def revise(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """A new draft of an adopted worksheet."""
    lke = find_lke(ruang, id_)
    require_penyusun(ruang.pengguna, lke, "lke.revise")
    form = open_form(request, AlasanForm)
    dibuat: list[Lke] = []
    if request.method == "POST" and save_form(
        request, form, lambda isi: dibuat.append(revise_lke(lke, alasan=isi["alasan"], by=ruang.pengguna))
    ):
        messages.success(request, f"Revisi {dibuat[0].revisi} disusun.")
        return _kembali(ruang, dibuat[0])
    return _formulir(request, ruang, lke, form, "Susun revisi")


@di_ruang
def withdraw(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Throw a draft away."""
    lke = find_lke(ruang, id_)
    require_penyusun(ruang.pengguna, lke, "lke.withdraw")
    form = open_form(request, AlasanForm)
    if request.method == "POST" and save_form(
        request, form, lambda isi: withdraw_lke(lke, alasan=isi["alasan"], by=ruang.pengguna)
    ):
        messages.success(request, "Lembar kerja evaluasi dibuang.")
        return redirect("evaluasi", kode=ruang.satker.kode, tahun=ruang.tahun)
    return _formulir(request, ruang, lke, form, "Buang lembar kerja")


@di_ruang
def edit_simpulan(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """The conclusion, as the report prints it."""
    lke = find_lke(ruang, id_)
    require_penyusun(ruang.pengguna, lke, "lke.evaluate")
    form = open_form(request, SimpulanForm, initial={"simpulan": lke.simpulan, "nomor_lhe": lke.nomor_lhe})

    def tindakan(isi: Mapping[str, Any]) -> None:
        revise_simpulan(lke, isi["simpulan"], nomor_lhe=isi["nomor_lhe"], by=ruang.pengguna)

    return _isi(request, ruang, lke, form, tindakan, "Simpulan", "Simpulan tersimpan.")


@di_ruang
def download(request: HttpRequest, ruang: Ruang, id_: int, format_: str) -> HttpResponse:
    """The report of the evaluation; before it is adopted it says that it is a draft."""
    lke = find_lke(ruang, id_)
    pilihan = next((f for f in JENIS_MEDIA if f.value == format_), None)
    if pilihan is None:
        raise Http404
    return HttpResponse(
        render_lhe(lke, pilihan),
        content_type=JENIS_MEDIA[pilihan],
        headers={
            "Content-Disposition": f'attachment; filename="{build_nama_berkas(lke, format_)}"',
            "Content-Security-Policy": "sandbox",
        },
    )


def _isi(
    request: HttpRequest,
    ruang: Ruang,
    lke: Lke,
    form: FormDasar,
    tindakan: Callable[[Mapping[str, Any]], object],
    judul: str,
    sukses: str,
) -> HttpResponse:
    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, sukses)
        return _kembali(ruang, lke)
    return _formulir(request, ruang, lke, form, judul)


def _formulir(request: HttpRequest, ruang: Ruang, lke: Lke, form: FormDasar, judul: str) -> HttpResponse:
    return render(request, "evaluasi/formulir.html", {"ruang": ruang, "lke": lke, "form": form, "judul": judul})


def _kembali(ruang: Ruang, lke: Lke) -> HttpResponse:
    return redirect("evaluasi_lke", kode=ruang.satker.kode, tahun=ruang.tahun, id_=lke.pk)
