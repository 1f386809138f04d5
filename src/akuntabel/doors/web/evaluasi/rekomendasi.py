"""Recommendations to an office: what is to be mended, by whom until when, what was done and how it was judged."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from akuntabel.doors.web.evaluasi.cari import find_lke, find_rekomendasi
from akuntabel.doors.web.evaluasi.forms import (
    AlasanForm,
    PemilikForm,
    PenerimaanForm,
    RekomendasiForm,
    TindakLanjutForm,
)
from akuntabel.doors.web.formulir import FormDasar, open_form, save_form
from akuntabel.doors.web.kerja import perform
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.platform.files.kirim import send_berkas
from akuntabel.platform.files.simpan import BerkasDitolakError, BerkasHilangError
from akuntabel.siklus.evaluasi.actions_rekomendasi import (
    approve_tindak_lanjut,
    assign_rekomendasi,
    draft_rekomendasi,
    draft_tindak_lanjut,
    return_tindak_lanjut,
    revise_rekomendasi,
    withdraw_rekomendasi,
)
from akuntabel.siklus.evaluasi.berlaku import daftar_rekomendasi
from akuntabel.siklus.evaluasi.models import Rekomendasi, TindakLanjut
from akuntabel.siklus.evaluasi.permissions import (
    PERAN_PELAKSANA,
    PERAN_PENETAP,
    PERAN_PENYUSUN,
    is_pemeriksa,
    is_penilai,
    is_penyusun,
    require_pemeriksa,
    require_penyusun,
)

PER_HALAMAN = 50


@di_ruang
def show_daftar(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Those that bind: of the evaluated year, and what is still open of earlier ones."""
    semua = daftar_rekomendasi(ruang.satker, None)
    terpilih = [r for r in semua if r.tahun == ruang.tahun or (r.tahun < ruang.tahun and not r.is_selesai)]
    konteks = {
        "ruang": ruang,
        "halaman": Paginator(terpilih, PER_HALAMAN).get_page(request.GET.get("halaman")),
        "jumlah_terbuka": sum(not r.is_selesai for r in terpilih),
        "jumlah_terlambat": sum(r.is_terlambat for r in terpilih),
        "is_catat": ruang.is_perencana or is_penilai(ruang.pengguna, ruang.satker),
    }
    return render(request, "evaluasi/rekomendasi_daftar.html", konteks)


@di_ruang
def draft(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Write down a recommendation that somebody has made without a worksheet here."""
    if not (ruang.is_perencana or is_penilai(ruang.pengguna, ruang.satker)):
        raise PermissionDenied(f"Rekomendasi {ruang.satker} dicatat oleh perencananya atau evaluator di atasnya.")
    form = open_form(request, RekomendasiForm, satker=ruang.satker, tahun=ruang.tahun, daftar_sub=None)
    if request.method == "POST" and save_form(
        request, form, lambda _: draft_rekomendasi(ruang.satker, ruang.tahun, form.isi(), by=ruang.pengguna)
    ):
        messages.success(request, "Rekomendasi dicatat.")
        return redirect("rekomendasi", kode=ruang.satker.kode, tahun=ruang.tahun)
    return _formulir(request, ruang, form, "Catat rekomendasi", ("rekomendasi",))


@di_ruang
def draft_lke(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Add a recommendation to a worksheet."""
    lke = find_lke(ruang, id_)
    require_penyusun(ruang.pengguna, lke, "rekomendasi.draft")
    form = open_form(
        request,
        RekomendasiForm,
        satker=ruang.satker,
        tahun=ruang.tahun,
        daftar_sub=list(lke.templat.daftar_sub()),
        initial={"sub": request.GET.get("sub", "")},
    )
    if request.method == "POST" and save_form(
        request, form, lambda _: draft_rekomendasi(ruang.satker, ruang.tahun, form.isi(), lke=lke, by=ruang.pengguna)
    ):
        messages.success(request, "Rekomendasi ditambahkan.")
        return redirect("evaluasi_lke", kode=ruang.satker.kode, tahun=ruang.tahun, id_=lke.pk)
    return _formulir(request, ruang, form, "Tambah rekomendasi", ("evaluasi_lke", lke.pk))


@di_ruang
def edit(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Change a recommendation while its worksheet is written."""
    r = find_rekomendasi(ruang, id_)
    if r.lke is None:
        raise PermissionDenied("Isi rekomendasi yang sudah berlaku tidak diubah.")
    require_penyusun(ruang.pengguna, r.lke, "rekomendasi.revise")
    form = open_form(
        request,
        RekomendasiForm,
        satker=ruang.satker,
        tahun=ruang.tahun,
        daftar_sub=list(r.lke.templat.daftar_sub()),
        initial=RekomendasiForm.awal(r),
    )
    if request.method == "POST" and save_form(
        request, form, lambda isi: revise_rekomendasi(r, form.isi(), versi=isi["versi"], by=ruang.pengguna)
    ):
        messages.success(request, "Rekomendasi tersimpan.")
        return redirect("evaluasi_lke", kode=ruang.satker.kode, tahun=ruang.tahun, id_=r.lke.pk)
    return _formulir(request, ruang, form, f"Rekomendasi {r.nomor}", ("evaluasi_lke", r.lke.pk))


@require_POST
@di_ruang
def withdraw(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Take it out of a worksheet that is written."""
    r = find_rekomendasi(ruang, id_)
    lke = r.lke
    if lke is None:
        raise PermissionDenied("Rekomendasi yang sudah berlaku tidak dihapus.")
    perform(request, lambda: withdraw_rekomendasi(r, by=ruang.pengguna), sukses="Rekomendasi dihapus dari naskah.")
    return redirect("evaluasi_lke", kode=ruang.satker.kode, tahun=ruang.tahun, id_=lke.pk)


@di_ruang
def show_rinci(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """One recommendation with everything that was done about it."""
    return _rinci(request, ruang, find_rekomendasi(ruang, id_), TindakLanjutForm())


@di_ruang
def assign(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Who answers for it, and until when."""
    r = find_rekomendasi(ruang, id_)
    ruang.require(*(PERAN_PENYUSUN | PERAN_PENETAP))
    form = open_form(request, PemilikForm, satker=ruang.satker, initial=PemilikForm.awal(r))

    def tindakan(isi: Mapping[str, Any]) -> None:
        assign_rekomendasi(r, by=ruang.pengguna, **{n: isi[n] for n in ("unit", "pejabat", "tenggat", "versi")})

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Penanggung jawab dan tenggat tersimpan.")
        return _kembali(ruang, r)
    return _formulir(request, ruang, form, "Penanggung jawab dan tenggat", ("rekomendasi_rinci", r.pk))


@require_POST
@di_ruang
def respond(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Say what was done, with the evidence."""
    r = find_rekomendasi(ruang, id_)
    form = open_form(request, TindakLanjutForm)
    if not _is_pelaksana(ruang, r):
        raise PermissionDenied(f"Tindak lanjut ditulis oleh yang bertugas di {ruang.satker}.")
    if save_form(request, form, lambda isi: _respond(ruang, r, isi)):
        messages.success(request, "Tindak lanjut terkirim; evaluator diberi tahu.")
        return _kembali(ruang, r)
    return _rinci(request, ruang, r, form)


@require_POST
@di_ruang
def approve(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Accept what was done."""
    r = find_rekomendasi(ruang, id_)
    catatan = request.POST.get("catatan", "")
    sukses = "Tindak lanjut diterima; rekomendasi selesai."
    perform(request, lambda: approve_tindak_lanjut(r, catatan=catatan, by=ruang.pengguna), sukses=sukses)
    return _kembali(ruang, r)


@di_ruang
def return_(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Say what is still missing."""
    r = find_rekomendasi(ruang, id_)
    require_pemeriksa(ruang.pengguna, r, "rekomendasi.return")
    form = open_form(request, AlasanForm)
    if request.method == "POST" and save_form(
        request, form, lambda isi: return_tindak_lanjut(r, alasan=isi["alasan"], by=ruang.pengguna)
    ):
        messages.success(request, "Tindak lanjut dikembalikan.")
        return _kembali(ruang, r)
    return _formulir(request, ruang, form, "Kembalikan tindak lanjut", ("rekomendasi_rinci", r.pk))


@di_ruang
def download(request: HttpRequest, ruang: Ruang, id_: int, bukti: int) -> HttpResponseBase:
    """The evidence of a follow-up."""
    r = find_rekomendasi(ruang, id_)
    baris = get_object_or_404(TindakLanjut.objects.select_related("berkas"), pk=bukti, rekomendasi=r)
    if baris.berkas is None:
        raise Http404
    try:
        return send_berkas(baris.berkas, nama=baris.nama_berkas)
    except BerkasHilangError as galat:
        raise Http404(str(galat)) from galat


def _respond(ruang: Ruang, r: Rekomendasi, isi: Mapping[str, Any]) -> None:
    berkas = isi["berkas"]
    nama = berkas.name if berkas else ""
    try:
        draft_tindak_lanjut(r, isi["uraian"], isi=berkas or None, nama_berkas=nama, by=ruang.pengguna)
    except BerkasDitolakError as galat:
        raise ValidationError({"berkas": [str(m) for m in galat.daftar_masalah]}) from galat


def _is_pelaksana(ruang: Ruang, r: Rekomendasi) -> bool:
    is_pemilik = r.pejabat is not None and r.pejabat.pengguna_id == ruang.pengguna.pk
    return is_pemilik or ruang.is_boleh(*PERAN_PELAKSANA)


def _rinci(request: HttpRequest, ruang: Ruang, r: Rekomendasi, form: FormDasar) -> HttpResponse:
    is_berlaku = r.lke is None or r.lke.is_beku
    konteks = {
        "ruang": ruang,
        "r": r,
        "sub": r.lke.templat.find_sub(r.sub) if r.lke and r.sub else None,
        "daftar": list(r.daftar_tindak_lanjut.select_related("oleh", "berkas")),
        "form": form,
        "form_terima": PenerimaanForm(),
        "is_berlaku": is_berlaku,
        "is_atur": is_berlaku and not r.is_selesai and (ruang.is_perencana or ruang.is_pimpinan),
        "is_tindak": is_berlaku and not r.is_selesai and _is_pelaksana(ruang, r),
        "is_nilai": r.status == "ditindaklanjuti" and is_pemeriksa(ruang.pengguna, r),
        "is_ubah": r.lke is not None and r.lke.status == "disusun" and is_penyusun(ruang.pengguna, r.lke),
    }
    return render(request, "evaluasi/rekomendasi.html", konteks)


def _formulir(
    request: HttpRequest, ruang: Ruang, form: FormDasar, judul: str, batal: tuple[str, *tuple[int, ...]]
) -> HttpResponse:
    konteks = {"ruang": ruang, "form": form, "judul": judul, "batal": batal}
    return render(request, "evaluasi/rekomendasi_formulir.html", konteks)


def _kembali(ruang: Ruang, r: Rekomendasi) -> HttpResponse:
    return redirect("rekomendasi_rinci", kode=ruang.satker.kode, tahun=ruang.tahun, id_=r.pk)
