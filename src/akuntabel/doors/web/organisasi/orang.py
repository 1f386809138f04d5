"""People of an office and their roles."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from allauth.mfa.models import Authenticator
from django import forms
from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from akuntabel.doors.web.formulir import FormDasar, open_form, save_form
from akuntabel.doors.web.organisasi.halaman import Remah, remah_ke, show_form
from akuntabel.doors.web.organisasi.tautan import invite
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.actions import withdraw_peran
from akuntabel.siklus.organisasi.actions_orang import (
    draft_orang,
    return_orang,
    withdraw_dua_langkah_orang,
    withdraw_orang,
)
from akuntabel.siklus.organisasi.models import Penugasan, Peran

GUNA_PERAN: Mapping[Peran, str] = {
    Peran.PERENCANA: "perencana: menyusun rencana dan perjanjian",
    Peran.PENGELOLA_DATA: "pengelola data: mengisi capaian dan bukti",
    Peran.PIMPINAN: "pimpinan: menyetujui dan menandatangani",
    Peran.AUDITOR: "auditor: mereviu satker ini dan satker di bawahnya",
    Peran.EVALUATOR: "evaluator: mengevaluasi satker ini dan satker di bawahnya",
    Peran.SUPERVISOR: "supervisor: melihat satker ini dan satker di bawahnya",
    Peran.ADMIN: "admin: mengurus satker, orang, dan peran",
}


@dataclass(frozen=True, slots=True)
class Orang:
    """A person with the roles here. is_dua_langkah: signing in asks for a code."""

    pengguna: Pengguna
    is_dua_langkah: bool
    daftar_penugasan: list[Penugasan]

    @property
    def is_menunggu_sandi(self) -> bool:
        """Let in, and has not made a password yet."""
        return self.pengguna.is_active and not self.pengguna.has_usable_password()


class OrangForm(FormDasar):
    """Somebody who is let in."""

    email = forms.CharField(label="Surel", widget=forms.EmailInput, help_text="Dipakai untuk masuk.")
    nama = forms.CharField(label="Nama", max_length=200)
    nip = forms.CharField(label="NIP", max_length=18, required=False, help_text="18 angka; dapat dipakai untuk masuk.")
    daftar_peran = forms.TypedMultipleChoiceField(
        label="Peran", coerce=Peran, choices=list(GUNA_PERAN.items()), widget=forms.CheckboxSelectMultiple
    )


class AlasanForm(FormDasar):
    """Why."""

    alasan = forms.CharField(label="Alasan", max_length=500)


@di_ruang
def show_daftar(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Who works here as what."""
    per_orang: dict[int, Orang] = {}
    dua_langkah = Exists(Authenticator.objects.filter(user=OuterRef("pengguna")))
    semua = ruang.satker.daftar_penugasan.select_related("pengguna").annotate(is_dua_langkah=dua_langkah)
    for p in semua.order_by("pengguna__nama", "pengguna_id", "peran"):
        if p.is_berlaku():
            orang = per_orang.setdefault(p.pengguna_id, Orang(p.pengguna, p.is_dua_langkah, []))
            orang.daftar_penugasan.append(p)
    return render(request, "organisasi/orang.html", {"ruang": ruang, "daftar": list(per_orang.values())})


@di_ruang
def draft(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Let somebody in, or give further roles to who is in."""
    ruang.require(Peran.ADMIN)
    pengguna = Pengguna.objects.filter(
        pk=_angka(request.GET.get("orang", "")), daftar_penugasan__satker=ruang.satker
    ).first()
    awal = {"email": pengguna.email, "nama": pengguna.nama, "nip": pengguna.nip} if pengguna else {}
    form = open_form(request, OrangForm, initial=awal)
    masuk: list[Pengguna] = []

    def tindakan(isi: Mapping[str, Any]) -> None:
        masuk.append(draft_orang(ruang.satker, **isi, by=ruang.pengguna))

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, f"{masuk[0]} dapat bekerja di {ruang.satker}.")
        invite(request, masuk[0])
        return redirect("orang", kode=ruang.satker.kode)
    return show_form(
        request,
        ruang,
        form,
        "Tambah orang atau peran",
        keterangan="Orang baru mendapat surel berisi tautan untuk membuat kata sandinya. "
        "Orang yang sudah punya akun mendapat peran tambahan.",
        remah=_remah(ruang),
    )


@require_POST
@di_ruang
def invite_again(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Send the link once more: the mail was lost, or is older than a day."""
    ruang.require(Peran.ADMIN)
    pengguna = _find(ruang, id_)
    if pengguna.is_active and not pengguna.has_usable_password():
        invite(request, pengguna)
    else:
        messages.info(request, f"{pengguna} tidak menunggu tautan: akunnya ditutup, atau kata sandinya sudah ada.")
    return redirect("orang", kode=ruang.satker.kode)


@di_ruang
def withdraw(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Take a role back."""
    ruang.require(Peran.ADMIN)
    penugasan = get_object_or_404(Penugasan.objects.select_related("pengguna", "satker"), pk=id_, satker=ruang.satker)
    peran = penugasan.peran_enum.sebutan
    return _ask_alasan(
        request,
        ruang,
        lambda alasan: withdraw_peran(penugasan, by=ruang.pengguna, alasan=alasan),
        judul=f"Cabut peran {peran}",
        keterangan=f"{penugasan.pengguna} tidak lagi menjadi {peran} di {ruang.satker}.",
        simpan="Cabut peran",
        sukses=f"Peran {peran} {penugasan.pengguna} dicabut.",
        lanjut="orang" if penugasan.pengguna != ruang.pengguna else "satker",
    )


@di_ruang
def close(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Close the account of somebody who no longer works here."""
    ruang.require(Peran.ADMIN)
    pengguna = _find(ruang, id_)
    return _ask_alasan(
        request,
        ruang,
        lambda alasan: withdraw_orang(pengguna, ruang.satker, by=ruang.pengguna, alasan=alasan),
        judul=f"Tutup akun {pengguna}",
        keterangan="Orang ini tidak dapat masuk lagi. Yang pernah dikerjakannya tetap tercatat atas namanya.",
        simpan="Tutup akun",
        sukses=f"Akun {pengguna} ditutup; semua sesinya berakhir.",
    )


@di_ruang
def reopen(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Open the account again of somebody who came back."""
    ruang.require(Peran.ADMIN)
    pengguna = _find(ruang, id_)

    def tindakan(alasan: str) -> None:
        return_orang(pengguna, ruang.satker, by=ruang.pengguna, alasan=alasan)
        invite(request, pengguna)

    return _ask_alasan(
        request,
        ruang,
        tindakan,
        judul=f"Buka kembali akun {pengguna}",
        keterangan=f"Orang ini dapat masuk lagi dengan perannya yang masih berlaku. Kata sandi lama tidak berlaku; "
        f"tautan untuk membuat yang baru dikirim ke {pengguna.email}.",
        simpan="Buka kembali akun",
        sukses=f"Akun {pengguna} dibuka kembali.",
    )


@di_ruang
def withdraw_dua_langkah(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Take the second step away from somebody who lost the telephone and the recovery codes."""
    ruang.require(Peran.ADMIN)
    pengguna = _find(ruang, id_)
    return _ask_alasan(
        request,
        ruang,
        lambda alasan: withdraw_dua_langkah_orang(pengguna, ruang.satker, by=ruang.pengguna, alasan=alasan),
        judul=f"Matikan verifikasi dua langkah {pengguna}",
        keterangan="Hanya bila ponsel dan kode pemulihannya hilang, dan Anda sudah memastikan sendiri siapa yang "
        "meminta. Sesudahnya orang ini masuk dengan kata sandi saja.",
        simpan="Matikan verifikasi",
        sukses=f"Verifikasi dua langkah {pengguna} dimatikan. Mintalah orangnya memasangnya lagi di halaman akun.",
    )


def _ask_alasan(
    request: HttpRequest,
    ruang: Ruang,
    tindakan: Callable[[str], None],
    *,
    judul: str,
    keterangan: str,
    simpan: str,
    sukses: str,
    lanjut: str = "orang",
) -> HttpResponse:
    """Acts that ask for nothing but a reason: the page that asks, and the act. lanjut: the page shown afterwards."""
    form = open_form(request, AlasanForm)
    if request.method == "POST" and save_form(request, form, lambda isi: tindakan(isi["alasan"])):
        messages.success(request, sukses)
        return redirect(lanjut, kode=ruang.satker.kode)
    return show_form(request, ruang, form, judul, keterangan=keterangan, remah=_remah(ruang), simpan=simpan)


def _find(ruang: Ruang, id_: int) -> Pengguna:
    return get_object_or_404(Pengguna.objects.filter(daftar_penugasan__satker=ruang.satker).distinct(), pk=id_)


def _remah(ruang: Ruang) -> list[Remah]:
    return remah_ke(ruang, "Orang dan peran", "orang")


def _angka(teks: str) -> int:
    return int(teks) if teks.isdecimal() and len(teks) < 19 else 0  # 19 digits may be more than an id can be
