"""What became of the actions of the rencana aksi: done with evidence, or an obstacle and its follow-up."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.pengukuran.aksi_forms import RealisasiAksiForm
from akuntabel.doors.web.permintaan import read_nomor
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.platform.files.simpan import BerkasDitolakError
from akuntabel.siklus.pengukuran.actions_aksi import IsiRealisasiAksi, measure_aksi
from akuntabel.siklus.pengukuran.actions_bukti import draft_bukti
from akuntabel.siklus.pengukuran.aksi import daftar_aksi_tahun
from akuntabel.siklus.pengukuran.models import Bukti, RealisasiAksi, StatusAksi
from akuntabel.siklus.pengukuran.permissions import PERAN_PENYUSUN
from akuntabel.siklus.perjanjian.models import ROMAWI, Aksi

BARIS_SEHALAMAN = 50


@di_ruang
def show_daftar(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """The actions of the year by quarter, with what became of each."""
    semua = daftar_aksi_tahun(ruang.satker, ruang.tahun)
    status = [a.realisasi.status if a.realisasi else "" for a in semua]
    konteks = {
        "ruang": ruang,
        "is_pengukur": ruang.is_boleh(*PERAN_PENYUSUN),
        "halaman": Paginator(semua, BARIS_SEHALAMAN).get_page(read_nomor(request.GET.get("halaman")) or 1),
        "jumlah": len(semua),
        "jumlah_selesai": status.count(StatusAksi.SELESAI.value),
        "jumlah_terlambat": sum(a.is_terlambat for a in semua),
        "romawi": ROMAWI,
    }
    return render(request, "pengukuran/aksi.html", konteks)


@di_ruang
def record(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Say how far an action is."""
    ruang.require(*PERAN_PENYUSUN)
    aksi = _find(ruang, id_)
    ada = RealisasiAksi.objects.filter(aksi=aksi).select_related("bukti").first()
    form = open_form(request, RealisasiAksiForm, initial=RealisasiAksiForm.awal(ada), daftar_bukti=_daftar_bukti(ruang))

    def tindakan(isi: Mapping[str, Any]) -> None:
        _measure(ruang, aksi, isi)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Realisasi aksi tersimpan.")
        return redirect("realisasi_aksi", kode=ruang.satker.kode, tahun=ruang.tahun)
    konteks = {
        "ruang": ruang,
        "form": form,
        "aksi": aksi,
        "romawi": ROMAWI,
        "batal": reverse("realisasi_aksi", args=(ruang.satker.kode, ruang.tahun)),
    }
    return render(request, "pengukuran/aksi_formulir.html", konteks)


@transaction.atomic
def _measure(ruang: Ruang, aksi: Aksi, isi: Mapping[str, Any]) -> None:
    """The state, with a file that came along as new evidence. Raises ValidationError."""
    bukti = isi["bukti"]
    if isi["berkas"] is not None:
        try:
            bukti = draft_bukti(
                ruang.satker,
                ruang.tahun,
                nama=isi["berkas"].name,
                isi=isi["berkas"],
                nama_berkas=isi["berkas"].name,
                by=ruang.pengguna,
            )
        except BerkasDitolakError as galat:
            raise ValidationError({"berkas": [str(m) for m in galat.daftar_masalah]}) from galat
    kolom = {n: isi[n] for n in ("uraian", "tanggal", "hambatan", "tindak_lanjut", "tenggat")}
    baru = IsiRealisasiAksi(status=StatusAksi(isi["status"]), bukti=bukti, **kolom)
    measure_aksi(aksi, baru, versi=isi["versi"] or 0, by=ruang.pengguna)


def _find(ruang: Ruang, id_: int) -> Aksi:
    daftar = Aksi.objects.filter(rencana_aksi__satker=ruang.satker, rencana_aksi__perjanjian__tahun=ruang.tahun)
    return get_object_or_404(daftar.select_related("rencana_aksi__satker", "perjanjian_target__indikator"), pk=id_)


def _daftar_bukti(ruang: Ruang) -> Any:
    return Bukti.objects.filter(satker=ruang.satker, tahun=ruang.tahun).order_by("-pk")
