"""Officials of an office, those who went before among them."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.organisasi.forms import AkhiriForm, GantiForm, PejabatForm, PejabatUbahForm
from akuntabel.doors.web.organisasi.halaman import Remah, remah_ke, show_form
from akuntabel.doors.web.organisasi.profil import PENGURUS
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.organisasi.actions_pejabat import (
    PejabatBaru,
    draft_pejabat,
    revise_isi_pejabat,
    revise_pejabat,
    withdraw_pejabat,
)
from akuntabel.siklus.organisasi.kode import pick_kode
from akuntabel.siklus.organisasi.models import Pejabat

BIDANG_BARU = ("peran", "jabatan", "nama", "nip", "sifat", "mulai", "selesai", "sumber")
BIDANG_UBAH = ("jabatan", "nama", "nip", "mulai", "selesai", "pengguna", "sumber")


@di_ruang
def show_daftar(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Who holds which post now, and who held it before."""
    hari = timezone.localdate()
    semua = list(ruang.satker.daftar_pejabat.select_related("pengguna"))
    konteks = {
        "ruang": ruang,
        "is_pengurus": ruang.is_boleh(*PENGURUS),
        "daftar_berlaku": [p for p in semua if p.is_berlaku(hari)],
        "daftar_lalu": [p for p in semua if not p.is_berlaku(hari)],
    }
    return render(request, "organisasi/pejabat.html", konteks)


@di_ruang
def draft(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Write down who holds a post."""
    ruang.require(*PENGURUS)
    form = open_form(request, PejabatForm, ruang=ruang)

    def tindakan(isi: Mapping[str, Any]) -> None:
        baru = PejabatBaru(kode=_kode(ruang, isi["jabatan"]), **{n: isi[n] for n in BIDANG_BARU})
        pejabat = draft_pejabat(ruang.satker, baru, by=ruang.pengguna)
        if isi["pengguna"]:
            revise_isi_pejabat(pejabat, {"pengguna": isi["pengguna"]}, versi=None, by=ruang.pengguna)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Pejabat ditambahkan.")
        return redirect("pejabat", kode=ruang.satker.kode)
    return show_form(request, ruang, form, "Tambah pejabat", remah=_remah(ruang))


@di_ruang
def edit(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Correct what is known of the same person in the same post."""
    ruang.require(*PENGURUS)
    pejabat = _find(ruang, id_)
    awal = {n: getattr(pejabat, n) for n in (*BIDANG_UBAH, "versi")}
    form = open_form(request, PejabatUbahForm, ruang=ruang, initial=awal)
    if request.method == "POST" and save_form(
        request,
        form,
        lambda isi: revise_isi_pejabat(
            pejabat, {n: isi[n] for n in BIDANG_UBAH}, versi=isi["versi"], by=ruang.pengguna
        ),
    ):
        messages.success(request, "Keterangan pejabat tersimpan.")
        return redirect("pejabat", kode=ruang.satker.kode)
    keterangan = "Untuk membetulkan keterangan orang yang sama. Bila orangnya berganti, pakai “Ganti pejabat”."
    return show_form(request, ruang, form, f"Ubah {pejabat.sebutan}", keterangan=keterangan, remah=_remah(ruang))


@di_ruang
def replace(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Let a successor follow; the term of the holder ends the day before."""
    ruang.require(*PENGURUS)
    pejabat = _find(ruang, id_)
    form = open_form(request, GantiForm, initial={"versi": pejabat.versi, "sifat": "tetap"})

    def tindakan(isi: Mapping[str, Any]) -> None:
        pengganti = PejabatBaru(
            kode=_kode(ruang, pejabat.jabatan),
            peran=pejabat.peran,
            jabatan=pejabat.jabatan,
            **{n: isi[n] for n in ("nama", "nip", "sifat", "mulai", "selesai")},
        )
        revise_pejabat(pejabat, pengganti, versi=isi["versi"], by=ruang.pengguna, alasan=isi["alasan"])

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, f"{pejabat.jabatan} berganti. Keterangan pejabat lama tetap tersimpan.")
        return redirect("pejabat", kode=ruang.satker.kode)
    return show_form(
        request,
        ruang,
        form,
        f"Ganti {pejabat.jabatan}",
        keterangan=f"Sekarang: {pejabat.nama or 'nama belum diisi'}.",
        remah=_remah(ruang),
        simpan="Ganti pejabat",
    )


@di_ruang
def end(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """End a term without a successor."""
    ruang.require(*PENGURUS)
    pejabat = _find(ruang, id_)
    form = open_form(request, AkhiriForm, initial={"versi": pejabat.versi})
    if request.method == "POST" and save_form(
        request,
        form,
        lambda isi: withdraw_pejabat(
            pejabat, selesai=isi["selesai"], versi=isi["versi"], by=ruang.pengguna, alasan=isi["alasan"]
        ),
    ):
        messages.success(request, f"Masa jabatan {pejabat.sebutan} diakhiri.")
        return redirect("pejabat", kode=ruang.satker.kode)
    return show_form(
        request,
        ruang,
        form,
        f"Akhiri masa jabatan {pejabat.sebutan}",
        keterangan="Tanpa pengganti. Bila penggantinya sudah ada, pakai “Ganti pejabat”.",
        remah=_remah(ruang),
        simpan="Akhiri",
    )


def _find(ruang: Ruang, id_: int) -> Pejabat:
    return get_object_or_404(Pejabat.objects.select_related("satker"), pk=id_, satker=ruang.satker)


def _kode(ruang: Ruang, jabatan: str) -> str:
    return pick_kode(jabatan, ruang.satker.daftar_pejabat.values_list("kode", flat=True))


def _remah(ruang: Ruang) -> list[Remah]:
    return remah_ke(ruang, "Pejabat", "pejabat")
