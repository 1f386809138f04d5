"""Publishing a report and withdrawing it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.kerja import perform
from akuntabel.doors.web.publikasi.forms import PenarikanForm
from akuntabel.doors.web.publikasi.halaman import find_laporan_ruang, konteks_rinci
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.publikasi.actions import withdraw_terbitan
from akuntabel.siklus.publikasi.keadaan import find_keadaan
from akuntabel.siklus.publikasi.permissions import PERAN_PENETAP
from akuntabel.siklus.publikasi.tugas import submit_terbitan


@require_POST
@di_ruang
def publish(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Ask for the publication; the page of the report shows how far it is."""
    laporan = find_laporan_ruang(ruang, id_)
    perform(
        request,
        lambda: submit_terbitan(laporan, by=ruang.pengguna),
        sukses=f"{laporan} sedang diterbitkan. Halaman ini boleh ditinggalkan.",
    )
    return redirect("publikasi_rinci", kode=ruang.satker.kode, tahun=ruang.tahun, id_=laporan.pk)


@di_ruang
def withdraw(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Take it back, with the reason that the public reads."""
    ruang.require(*PERAN_PENETAP)
    keadaan = find_keadaan(find_laporan_ruang(ruang, id_))
    terbitan = keadaan.terbitan
    if terbitan is None:
        raise Http404
    form = open_form(request, PenarikanForm)
    if request.method == "POST" and save_form(
        request, form, lambda isi: withdraw_terbitan(terbitan, by=ruang.pengguna, alasan=isi["alasan"])
    ):
        messages.success(request, f"{terbitan} ditarik.")
        return redirect("publikasi_rinci", kode=ruang.satker.kode, tahun=ruang.tahun, id_=keadaan.laporan.pk)
    return render(request, "publikasi/tarik.html", konteks_rinci(ruang, keadaan) | {"form": form})
