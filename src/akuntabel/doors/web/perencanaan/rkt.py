"""Rencana Kinerja Tahunan: the plan of the year of the address, its targets and its way."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from akuntabel.doors.web.evaluasi.terbuka import read_terbuka
from akuntabel.doors.web.formulir import FormDasar, open_form, save_form
from akuntabel.doors.web.kerja import perform
from akuntabel.doors.web.perencanaan.cari import find_rencana
from akuntabel.doors.web.perencanaan.forms import AlasanForm, PenetapanForm
from akuntabel.doors.web.perencanaan.forms_angka import TargetRencanaForm
from akuntabel.doors.web.permintaan import read_versi
from akuntabel.doors.web.riwayat import daftar_riwayat
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.perencanaan.actions.rencana import (
    adopt_rencana,
    approve_rencana,
    draft_rencana,
    return_rencana,
    revise_rencana,
    submit_rencana,
    write_target_rencana,
)
from akuntabel.siklus.perencanaan.berlaku import find_renstra_berlaku
from akuntabel.siklus.perencanaan.models import RencanaKinerja, RencanaTarget
from akuntabel.siklus.perencanaan.permissions import PERALIHAN_RENCANA, PERAN_PENYUSUN
from akuntabel.siklus.perencanaan.target import show_target_tersimpan


@dataclass(frozen=True, slots=True)
class BarisRencana:
    """A line as it is read."""

    baris: RencanaTarget
    target: str
    target_renstra: str


@di_ruang
def show_rkt(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """The RKT of the year; the newest revision first, older ones by ``?revisi=``."""
    daftar = list(
        RencanaKinerja.objects.filter(satker=ruang.satker, tahun=ruang.tahun)
        .select_related("renstra__satker", "satker", "keputusan")
        .order_by("-revisi")
    )
    revisi = request.GET.get("revisi", "")
    rencana = next((r for r in daftar if str(r.revisi) == revisi), daftar[0] if daftar else None)
    konteks = {
        "ruang": ruang,
        "daftar": daftar,
        "rencana": rencana,
        "daftar_baris": _daftar_baris(rencana) if rencana else [],
        "is_terbaru": rencana is not None and rencana == daftar[0],
        "renstra": find_renstra_berlaku(ruang.satker, ruang.tahun) if rencana is None else rencana.renstra,
        "riwayat": daftar_riwayat(rencana) if rencana else (),
        "terbuka": read_terbuka(ruang),
    }
    return render(request, "perencanaan/rkt.html", konteks)


@require_POST
@di_ruang
def draft(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Begin with the targets of the plan in force."""
    perform(
        request,
        lambda: draft_rencana(ruang.satker, ruang.tahun, by=ruang.pengguna),
        sukses="RKT disusun dengan target dari Renstra. Periksa, lalu ajukan.",
    )
    return _kembali(ruang)


@di_ruang
def edit_target(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """All targets on one page, saved together."""
    ruang.require(*PERAN_PENYUSUN)
    rencana = find_rencana(ruang, id_)
    daftar_baris = _daftar_baris(rencana)
    form = open_form(request, TargetRencanaForm, daftar=[b.baris for b in daftar_baris])

    def tindakan(_: Mapping[str, Any]) -> None:
        write_target_rencana(rencana, form.isian(), by=ruang.pengguna)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Target RKT tersimpan.")
        return _kembali(ruang)
    konteks = {"ruang": ruang, "rencana": rencana, "form": form, "daftar_baris": daftar_baris}
    konteks["terbuka"] = read_terbuka(ruang)
    return render(request, "perencanaan/rkt_target.html", konteks)


@require_POST
@di_ruang
def submit(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Hand the draft to the head of the office."""
    sukses = "RKT diajukan kepada pimpinan."
    return _lakukan(request, ruang, id_, lambda r: submit_rencana(r, by=ruang.pengguna), sukses)


@require_POST
@di_ruang
def approve(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Agree to it."""
    sukses = "RKT disetujui; tinggal ditetapkan."
    return _lakukan(request, ruang, id_, lambda r: approve_rencana(r, by=ruang.pengguna), sukses)


@di_ruang
def return_(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Send it back, with the reason."""
    ruang.require(*PERALIHAN_RENCANA["return"].peran)
    rencana = find_rencana(ruang, id_)
    form = open_form(request, AlasanForm)
    if request.method == "POST" and save_form(
        request, form, lambda isi: return_rencana(rencana, by=ruang.pengguna, alasan=isi["alasan"])
    ):
        messages.success(request, "RKT dikembalikan kepada perencana.")
        return _kembali(ruang)
    return _formulir(request, ruang, rencana, form, "Kembalikan kepada perencana", "Kembalikan")


@di_ruang
def adopt(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Make it binding."""
    ruang.require(*PERALIHAN_RENCANA["adopt"].peran)
    rencana = find_rencana(ruang, id_)
    form = open_form(request, PenetapanForm, satker=ruang.satker, initial={"versi": rencana.suntingan})

    def tindakan(isi: Mapping[str, Any]) -> None:
        rencana.suntingan = rencana.suntingan if isi["versi"] is None else isi["versi"]
        adopt_rencana(rencana, by=ruang.pengguna, tanggal=isi["tanggal"], keputusan=isi["keputusan"])

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "RKT ditetapkan. Perubahan disusun sebagai revisi.")
        return _kembali(ruang)
    return _formulir(request, ruang, rencana, form, "Tetapkan RKT", "Tetapkan")


@di_ruang
def revise(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """A new draft with the targets of the adopted one."""
    ruang.require(*PERAN_PENYUSUN)
    rencana = find_rencana(ruang, id_)
    form = open_form(request, AlasanForm)
    if request.method == "POST" and save_form(
        request, form, lambda isi: revise_rencana(rencana, by=ruang.pengguna, alasan=isi["alasan"])
    ):
        messages.success(request, "Revisi RKT disusun. Ubah yang perlu, lalu ajukan.")
        return _kembali(ruang)
    return _formulir(request, ruang, rencana, form, f"Susun revisi {rencana.revisi + 1}", "Susun revisi")


def _daftar_baris(rencana: RencanaKinerja) -> Sequence[BarisRencana]:
    daftar = rencana.daftar_target.select_related("indikator__sasaran").order_by(
        "indikator__sasaran__urut", "indikator__sasaran__kode", "indikator__urut", "indikator__kode"
    )
    return [
        BarisRencana(
            b, show_target_tersimpan(b.target, b.indikator), show_target_tersimpan(b.target_renstra, b.indikator)
        )
        for b in daftar
    ]


def _lakukan(
    request: HttpRequest, ruang: Ruang, id_: int, tindakan: Callable[[RencanaKinerja], object], sukses: str
) -> HttpResponse:
    rencana = find_rencana(ruang, id_)
    rencana.suntingan = read_versi(request, rencana.suntingan)
    perform(request, lambda: tindakan(rencana), sukses=sukses)
    return _kembali(ruang)


def _formulir(
    request: HttpRequest, ruang: Ruang, rencana: RencanaKinerja, form: FormDasar, judul: str, simpan: str
) -> HttpResponse:
    konteks = {"ruang": ruang, "rencana": rencana, "form": form, "judul": judul, "simpan": simpan}
    return render(request, "perencanaan/rkt_formulir.html", konteks)


def _kembali(ruang: Ruang) -> HttpResponse:
    return redirect("rkt", kode=ruang.satker.kode, tahun=ruang.tahun)
