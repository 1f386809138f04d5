"""The quarters of a year, and their way: submit, verify, send back, open again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from akuntabel.doors.web.formulir import FormDasar, open_form, save_form
from akuntabel.doors.web.kerja import perform
from akuntabel.doors.web.pengukuran.forms import BukaForm, KembalikanForm
from akuntabel.doors.web.pengukuran.kisi import build_keadaan, require_triwulan
from akuntabel.doors.web.permintaan import read_nomor, read_versi
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.pengukuran.actions_triwulan import (
    approve_pengukuran,
    return_pengukuran,
    revise_pengukuran,
    submit_pengukuran,
)
from akuntabel.siklus.pengukuran.berlaku import daftar_jendela
from akuntabel.siklus.pengukuran.dokumen import JenisDokumen
from akuntabel.siklus.pengukuran.models import PengukuranTriwulan
from akuntabel.siklus.pengukuran.permissions import PERAN_PER_TINDAKAN
from akuntabel.siklus.perjanjian.models import ROMAWI


@di_ruang
def show_pengukuran(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """The four quarters with their state, their deadline, and who did what."""
    jendela = daftar_jendela(ruang.satker, ruang.tahun)
    hari = timezone.localdate()
    kini = (hari.month + 2) // 3 if hari.year == ruang.tahun else None
    konteks = {
        "ruang": ruang,
        "daftar": [(tw, ROMAWI[tw], j, build_keadaan(ruang, j)) for tw, j in jendela.items()],
        "kini": kini,
        "daftar_dokumen": [(j.value, j.sebutan) for j in JenisDokumen],
    }
    return render(request, "pengukuran/daftar.html", konteks)


@require_POST
@di_ruang
def submit(request: HttpRequest, ruang: Ruang, tw: int) -> HttpResponse:
    """Hand the quarter in for verification."""
    require_triwulan(tw)
    versi = read_nomor(request.POST.get("versi"))

    def tindakan() -> object:
        return submit_pengukuran(ruang.satker, ruang.tahun, tw, versi=versi, by=ruang.pengguna)

    perform(request, tindakan, sukses=f"Triwulan {ROMAWI[tw]} diajukan untuk diverifikasi.")
    return _kembali(ruang, tw)


@require_POST
@di_ruang
def approve(request: HttpRequest, ruang: Ruang, tw: int) -> HttpResponse:
    """Verify it."""
    pengukuran = _find_pengukuran(ruang, tw)
    pengukuran.versi = read_versi(request, pengukuran.versi)
    sukses = f"Triwulan {ROMAWI[tw]} terverifikasi."
    perform(request, lambda: approve_pengukuran(pengukuran, by=ruang.pengguna), sukses=sukses)
    return _kembali(ruang, tw)


@di_ruang
def return_(request: HttpRequest, ruang: Ruang, tw: int) -> HttpResponse:
    """Send it back, with what must be mended."""
    ruang.require(*PERAN_PER_TINDAKAN["pengukuran.return"])
    pengukuran = _find_pengukuran(ruang, tw)
    form = open_form(request, KembalikanForm)
    if request.method == "POST" and save_form(
        request, form, lambda isi: return_pengukuran(pengukuran, alasan=isi["alasan"], by=ruang.pengguna)
    ):
        messages.success(request, f"Triwulan {ROMAWI[tw]} dikembalikan kepada pengelola data.")
        return _kembali(ruang, tw)
    return _show_form(request, ruang, tw, form, "Kembalikan", "Pengelola data membaca alasan ini.")


@di_ruang
def revise(request: HttpRequest, ruang: Ruang, tw: int) -> HttpResponse:
    """Open a verified or locked quarter again for a while."""
    ruang.require(*PERAN_PER_TINDAKAN["pengukuran.reopen"])
    require_triwulan(tw)
    form = open_form(request, BukaForm, initial=BukaForm.awal())
    if request.method == "POST" and save_form(
        request,
        form,
        lambda isi: revise_pengukuran(
            ruang.satker, ruang.tahun, tw, alasan=isi["alasan"], sampai=form.saat, by=ruang.pengguna
        ),
    ):
        messages.success(request, f"Triwulan {ROMAWI[tw]} dibuka kembali.")
        return _kembali(ruang, tw)
    keterangan = "Pembukaan tercatat beserta alasannya, dan berakhir sendiri. Yang berubah diverifikasi lagi."
    return _show_form(request, ruang, tw, form, "Buka kembali", keterangan)


def _find_pengukuran(ruang: Ruang, tw: int) -> PengukuranTriwulan:
    require_triwulan(tw)
    daftar = PengukuranTriwulan.objects.select_related("satker")
    return get_object_or_404(daftar, satker=ruang.satker, tahun=ruang.tahun, triwulan=tw)


def _show_form(
    request: HttpRequest, ruang: Ruang, tw: int, form: FormDasar, judul: str, keterangan: str
) -> HttpResponse:
    konteks = {"ruang": ruang, "tw": tw, "romawi": ROMAWI, "form": form, "judul": judul, "keterangan": keterangan}
    return render(request, "pengukuran/formulir.html", konteks)


def _kembali(ruang: Ruang, tw: int) -> HttpResponse:
    return redirect("pengukuran_kisi", kode=ruang.satker.kode, tahun=ruang.tahun, tw=tw)
