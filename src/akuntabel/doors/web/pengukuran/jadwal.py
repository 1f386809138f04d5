"""When a quarter is measured, and by which rules; what an office says holds for those below it too."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from akuntabel.core.regulasi import daftar_kebijakan, load_kebijakan
from akuntabel.doors.web.formulir import FormDasar, open_form, save_form
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.pengukuran.actions_triwulan import revise_aturan, revise_jadwal
from akuntabel.siklus.pengukuran.berlaku import akhir_triwulan, find_aturan, find_jendela
from akuntabel.siklus.pengukuran.permissions import PERAN_PER_TINDAKAN
from akuntabel.siklus.perjanjian.models import ROMAWI

PENJADWAL = tuple(sorted(PERAN_PER_TINDAKAN["jadwal_pengukuran.revise"]))


class TanggalField(forms.DateField):
    """A day, in the browser's own field."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class JadwalForm(FormDasar):
    """The window of one quarter."""

    buka = TanggalField(label="Dibuka")
    tenggat = TanggalField(label="Tenggat", help_text="Sesudah hari ini pengukuran tercatat terlambat.")
    kunci = TanggalField(
        label="Dikunci sesudah", required=False, help_text="Kosongkan bila keterlambatan tidak menutup pengisian."
    )
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)


class AturanForm(FormDasar):
    """The policy of capaian, and what counts as unusual."""

    kebijakan = forms.ChoiceField(label="Kebijakan hitung")
    ambang = forms.IntegerField(
        label="Ambang perubahan (%)",
        min_value=1,
        max_value=1000,
        help_text="Data yang berubah lebih dari ini terhadap triwulan lalu, atau triwulan yang sama tahun lalu, "
        "meminta alasan.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bidang = self.fields["kebijakan"]
        assert isinstance(bidang, forms.ChoiceField)  # noqa: S101 — declared above
        bidang.choices = [(nama, load_kebijakan(nama).nama) for nama in daftar_kebijakan()]


@di_ruang
def edit_jadwal(request: HttpRequest, ruang: Ruang, tw: int) -> HttpResponse:
    """Set the days of a quarter."""
    ruang.require(*PENJADWAL)
    if tw not in ROMAWI:
        raise Http404
    berlaku = find_jendela(ruang.satker, ruang.tahun, tw).jadwal
    awal: dict[str, Any] = {"tenggat": akhir_triwulan(ruang.tahun, tw)}
    if berlaku is not None:
        milik = berlaku.satker_id == ruang.satker.pk
        awal = {"buka": berlaku.buka, "tenggat": berlaku.tenggat, "kunci": berlaku.kunci}
        awal["versi"] = berlaku.versi if milik else None
    form = open_form(request, JadwalForm, initial=awal)

    def tindakan(isi: Mapping[str, Any]) -> None:
        hari = {nama: isi[nama] for nama in ("buka", "tenggat", "kunci")}
        revise_jadwal(ruang.satker, ruang.tahun, tw, versi=isi["versi"], by=ruang.pengguna, **hari)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, f"Jadwal triwulan {ROMAWI[tw]} tersimpan.")
        return redirect("pengukuran", kode=ruang.satker.kode, tahun=ruang.tahun)
    judul = f"Jadwal pengukuran triwulan {ROMAWI[tw]} {ruang.tahun}"
    return _show(request, ruang, form, judul, "Berlaku juga bagi satker di bawah yang tidak menetapkan jadwal sendiri.")


@di_ruang
def edit_aturan(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Set the rules from this year on."""
    ruang.require(*PENJADWAL)
    berlaku = find_aturan(ruang.satker, ruang.tahun)
    form = open_form(request, AturanForm, initial={"kebijakan": berlaku.kebijakan, "ambang": berlaku.ambang})

    def tindakan(isi: Mapping[str, Any]) -> None:
        revise_aturan(ruang.satker, ruang.tahun, kebijakan=isi["kebijakan"], ambang=isi["ambang"], by=ruang.pengguna)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Aturan pengukuran tersimpan.")
        return redirect("pengukuran", kode=ruang.satker.kode, tahun=ruang.tahun)
    keterangan = f"Berlaku mulai {ruang.tahun}, juga bagi satker di bawah. Capaian yang sudah ada dihitung ulang."
    return _show(request, ruang, form, f"Aturan pengukuran {ruang.tahun}", keterangan)


def _show(request: HttpRequest, ruang: Ruang, form: FormDasar, judul: str, keterangan: str) -> HttpResponse:
    konteks = {"ruang": ruang, "form": form, "judul": judul, "keterangan": keterangan}
    return render(request, "pengukuran/jadwal.html", konteks)
