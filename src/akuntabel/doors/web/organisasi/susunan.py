"""The tree: found an office below, move one, appoint the first admin of one below."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from akuntabel.doors.web.formulir import FormDasar, open_form, save_form
from akuntabel.doors.web.organisasi.forms import PindahForm, SatkerBaruForm
from akuntabel.doors.web.organisasi.halaman import remah_satker, show_form
from akuntabel.doors.web.organisasi.tautan import invite
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.actions import SatkerBaru, draft_satker, move_satker
from akuntabel.siklus.organisasi.actions_orang import draft_orang
from akuntabel.siklus.organisasi.models import Peran, Satker


class AdminBawahanForm(FormDasar):
    """Who manages an office below."""

    satker = forms.CharField(label="Kode satker bawahan", max_length=20)
    email = forms.CharField(label="Surel", widget=forms.EmailInput)
    nama = forms.CharField(label="Nama", max_length=200)

    def __init__(self, *args: Any, ruang: Ruang, **kwargs: Any) -> None:
        self._atas = ruang.satker
        super().__init__(*args, **kwargs)

    def clean_satker(self) -> Satker:
        """An office below this one."""
        kode = self.cleaned_data["satker"]
        satker = Satker.objects.di_bawah(self._atas.path).exclude(pk=self._atas.pk).filter(kode=kode).first()
        if satker is None:
            raise ValidationError(f"Tidak ada satker berkode {kode} di bawah {self._atas}. Salin kodenya dari daftar.")
        return satker


@di_ruang
def draft(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Found an office below this one."""
    ruang.require(Peran.ADMIN)
    induk = ruang.satker
    awal = {"kementerian": induk.kementerian, "entitas": induk.entitas, "wilayah": induk.wilayah}
    form = open_form(request, SatkerBaruForm, initial=awal)
    if request.method == "POST" and save_form(
        request, form, lambda isi: draft_satker(SatkerBaru(**isi), induk=induk, by=ruang.pengguna)
    ):
        messages.success(request, f"{form.cleaned_data['nama']} dibuat. Tunjuk adminnya agar dapat mulai bekerja.")
        return redirect("satker", kode=form.cleaned_data["kode"])
    return show_form(
        request, ruang, form, "Tambah satker bawahan", keterangan=f"Di bawah {induk}.", remah=remah_satker(ruang)
    )


@di_ruang
def move(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Put the office under another parent."""
    ruang.require(Peran.ADMIN)
    form = open_form(request, PindahForm, ruang=ruang)
    if request.method == "POST" and save_form(
        request,
        form,
        lambda isi: move_satker(ruang.satker, induk=isi["induk"], alasan=isi["alasan"], by=ruang.pengguna),
    ):
        messages.success(request, "Satker dipindahkan beserta semua satker di bawahnya.")
        return redirect("satker", kode=ruang.satker.kode)
    keterangan = f"Sekarang di bawah {ruang.satker.induk}." if ruang.satker.induk else "Sekarang satker puncak."
    return show_form(
        request,
        ruang,
        form,
        "Pindahkan satker",
        keterangan=f"{keterangan} Semua satker di bawahnya ikut pindah.",
        remah=remah_satker(ruang),
        simpan="Pindahkan",
    )


@di_ruang
def assign_admin(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Appoint the admin of an office below, who then lets the others in."""
    ruang.require(Peran.ADMIN)
    form = open_form(request, AdminBawahanForm, ruang=ruang)
    masuk: list[Pengguna] = []

    def tindakan(isi: Mapping[str, Any]) -> None:
        masuk.append(draft_orang(**isi, daftar_peran=(Peran.ADMIN,), by=ruang.pengguna))

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, f"{masuk[0]} menjadi admin {form.cleaned_data['satker']}.")
        invite(request, masuk[0])
        return redirect("satker", kode=ruang.satker.kode)
    return show_form(
        request,
        ruang,
        form,
        "Tunjuk admin satker bawahan",
        keterangan="Admin satker bawahan menambahkan orang dan peran di satkernya sendiri.",
        remah=remah_satker(ruang),
        simpan="Tunjuk",
    )
