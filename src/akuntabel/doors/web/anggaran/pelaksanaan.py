"""The months of the year: halaman III against what was spent, targets of the quarters, IKPA."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from akuntabel.core.calc.angka import BULAN
from akuntabel.core.regulasi.ikpa import find_aturan_ikpa
from akuntabel.doors.web.anggaran.forms import IkpaForm, PenarikanForm, RealisasiForm
from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.anggaran.actions_pelaksanaan import (
    JENIS_BELANJA,
    write_nilai_ikpa,
    write_penarikan,
    write_realisasi_bulanan,
)
from akuntabel.siklus.anggaran.berlaku import find_versi_berlaku
from akuntabel.siklus.anggaran.models import NilaiIkpa, RealisasiBulanan, RencanaPenarikan
from akuntabel.siklus.anggaran.pelaksanaan import compute_pelaksanaan
from akuntabel.siklus.anggaran.permissions import PERAN_PER_TINDAKAN
from akuntabel.siklus.perencanaan.berlaku import daftar_kode_berlaku

ROMAWI = ("I", "II", "III", "IV")


@di_ruang
def show_penarikan(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Plan and spending by month and kind, with the deviation of each month."""
    konteks = {
        "ruang": ruang,
        "pelaksanaan": compute_pelaksanaan(ruang.satker, ruang.tahun),
        "nama_bulan": BULAN,
        "jenis_belanja": JENIS_BELANJA,
        "is_penyusun": ruang.is_boleh(*PERAN_PER_TINDAKAN["penarikan.write"]),
        "is_pencatat": ruang.is_boleh(*PERAN_PER_TINDAKAN["realisasi.write"]),
    }
    return render(request, "anggaran/penarikan.html", konteks)


@di_ruang
def edit_penarikan(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """All of halaman III on one page."""
    ruang.require(*PERAN_PER_TINDAKAN["penarikan.write"])
    rencana = RencanaPenarikan.objects.filter(satker=ruang.satker, tahun=ruang.tahun)
    form = open_form(request, PenarikanForm, ada={(r.bulan, r.jenis_belanja): r.jumlah for r in rencana})

    def tindakan(_: Mapping[str, Any]) -> None:
        write_penarikan(ruang.satker, ruang.tahun, form.isian(), by=ruang.pengguna)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Rencana penarikan tersimpan.")
        return redirect("penarikan", kode=ruang.satker.kode, tahun=ruang.tahun)
    konteks = {"ruang": ruang, "form": form, "nama_bulan": BULAN, "jenis_belanja": JENIS_BELANJA}
    return render(request, "anggaran/penarikan_isian.html", konteks)


@di_ruang
def edit_realisasi(request: HttpRequest, ruang: Ruang, bulan: int) -> HttpResponse:
    """What was spent in one month; begins with the codes of the budget."""
    ruang.require(*PERAN_PER_TINDAKAN["realisasi.write"])
    if not 1 <= bulan <= 12:
        raise Http404
    ada, sumber = _realisasi(ruang, bulan)
    form = open_form(request, RealisasiForm, ada=ada, initial={"sumber": sumber})

    def tindakan(isi: Mapping[str, Any]) -> None:
        write_realisasi_bulanan(ruang.satker, ruang.tahun, bulan, form.isian(), sumber=isi["sumber"], by=ruang.pengguna)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, f"Realisasi {BULAN[bulan - 1]} tersimpan.")
        return redirect("penarikan", kode=ruang.satker.kode, tahun=ruang.tahun)
    konteks = {
        "ruang": ruang,
        "form": form,
        "bulan": BULAN[bulan - 1],
        "daftar_kode": daftar_kode_berlaku(ruang.satker, ruang.tahun).values(),
    }
    return render(request, "anggaran/realisasi_isian.html", konteks)


def _realisasi(ruang: Ruang, bulan: int) -> tuple[list[dict[str, Any]], str]:
    """The lines of the month, else the codes of the budget without figures; and the document they are from."""
    baris = list(RealisasiBulanan.objects.filter(satker=ruang.satker, tahun=ruang.tahun, bulan=bulan))
    kolom = ("kode", "sumber_dana", "jenis_belanja")
    if baris:
        return [{n: getattr(b, n) for n in (*kolom, "jumlah")} for b in baris], baris[0].sumber
    versi = find_versi_berlaku(ruang.satker, ruang.tahun)
    return (list(versi.daftar_pos.values(*kolom)) if versi else []), ""


@di_ruang
def show_ikpa(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Targets of the quarters, the indicators with their weights, and the total."""
    konteks = {
        "ruang": ruang,
        "pelaksanaan": compute_pelaksanaan(ruang.satker, ruang.tahun),
        "nama_bulan": BULAN,
        "romawi": ROMAWI,
        "is_pencatat": ruang.is_boleh(*PERAN_PER_TINDAKAN["ikpa.write"]),
    }
    return render(request, "anggaran/ikpa.html", konteks)


@di_ruang
def edit_ikpa(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """What the treasury says of the indicators."""
    ruang.require(*PERAN_PER_TINDAKAN["ikpa.write"])
    aturan = find_aturan_ikpa(ruang.tahun)
    if aturan is None:
        raise Http404
    semua = NilaiIkpa.objects.filter(satker=ruang.satker, tahun=ruang.tahun).order_by("bulan")
    ada = {n.indikator: n.nilai.normalize() for n in semua}
    terakhir = max((n.bulan for n in semua), default=1)
    form = open_form(request, IkpaForm, aturan=aturan, ada=ada, initial={"bulan": terakhir})

    def tindakan(isi: Mapping[str, Any]) -> None:
        write_nilai_ikpa(ruang.satker, ruang.tahun, isi["bulan"], form.isian(), sumber=isi["sumber"], by=ruang.pengguna)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Nilai IKPA tersimpan.")
        return redirect("ikpa", kode=ruang.satker.kode, tahun=ruang.tahun)
    return render(request, "anggaran/ikpa_isian.html", {"ruang": ruang, "form": form, "aturan": aturan})
