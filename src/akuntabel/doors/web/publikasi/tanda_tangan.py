"""Signing a report: the ways that are open to the head of the office, and each of them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters

from akuntabel.doors.web.formulir import open_form
from akuntabel.doors.web.publikasi.forms import LayananForm, PenetapanForm, PindaianForm, SertifikatForm
from akuntabel.doors.web.publikasi.halaman import build_kembali, find_laporan_tanda, konteks_rinci
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.doors.web.tanda_tangan import (
    ISIAN_RAHASIA,
    LAYANAN,
    PINDAIAN,
    SERTIFIKAT,
    Cara,
    find_cara,
    saring_cara,
    save_tanda_tangan,
)
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.perjanjian.tanda_tangan.porta import Penandatangan
from akuntabel.siklus.publikasi.actions_penetapan import adopt_laporan, adopt_laporan_basah
from akuntabel.siklus.publikasi.keadaan import TahapPublikasi, find_keadaan
from akuntabel.siklus.publikasi.penetapan_triwulan import is_terverifikasi
from akuntabel.siklus.publikasi.permissions import PERAN_PENETAP

DAFTAR_CARA = (
    SERTIFIKAT,
    LAYANAN,
    replace(PINDAIAN, keterangan="Cetak laporan, tandatangani di atas kertas, lalu unggah pindaiannya."),
)
FORM: Mapping[str, type[PenetapanForm]] = {
    SERTIFIKAT.kode: SertifikatForm,
    LAYANAN.kode: LayananForm,
    PINDAIAN.kode: PindaianForm,
}


@di_ruang
def show_pilihan(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """How to sign."""
    ruang.require(*PERAN_PENETAP)
    laporan = find_laporan_tanda(ruang, id_)
    konteks = konteks_rinci(ruang, find_keadaan(laporan))
    konteks |= {"daftar_cara": _daftar_cara(konteks), "is_terverifikasi": _is_terverifikasi(laporan)}
    return render(request, "publikasi/tanda_tangan.html", konteks)


@sensitive_post_parameters(*ISIAN_RAHASIA)
@di_ruang
def sign(request: HttpRequest, ruang: Ruang, id_: int, cara: str) -> HttpResponse:
    """Sign in one way."""
    ruang.require(*PERAN_PENETAP)
    laporan = find_laporan_tanda(ruang, id_)
    konteks = konteks_rinci(ruang, find_keadaan(laporan))
    pilihan = find_cara(cara, _daftar_cara(konteks), DAFTAR_CARA)
    if pilihan is None:
        return redirect("publikasi_tanda", kode=ruang.satker.kode, tahun=ruang.tahun, id_=laporan.pk)
    form = open_form(request, FORM[pilihan.kode], is_tahunan=laporan.is_tahunan)
    if request.method == "POST" and _save(request, ruang, laporan, form, pilihan):
        lanjut = " Terbitkan bila sudah waktunya." if laporan.is_tahunan else ""
        messages.success(request, f"{laporan} ditandatangani.{lanjut}")
        return redirect(build_kembali(ruang, laporan))
    return render(request, "publikasi/tanda_tangan_cara.html", konteks | {"form": form, "cara": pilihan})


def _daftar_cara(konteks: Mapping[str, Any]) -> list[Cara]:
    """The ways that are open to this person for this report now."""
    is_siap = konteks["keadaan"].tahap is TahapPublikasi.SIAP_DITANDATANGANI
    if not is_siap or not _is_terverifikasi(konteks["laporan"]):
        return []
    return saring_cara(DAFTAR_CARA, is_elektronik=konteks["is_boleh_tanda"])


def _is_terverifikasi(laporan: LaporanKinerja) -> bool:
    """What is not verified is no report to be signed; of a year the review has asked for it."""
    return laporan.is_tahunan or is_terverifikasi(laporan)


def _save(request: HttpRequest, ruang: Ruang, laporan: LaporanKinerja, form: PenetapanForm, cara: Cara) -> bool:
    def elektronik(isi: Mapping[str, Any], penandatangan: Penandatangan) -> None:
        adopt_laporan(laporan, by=ruang.pengguna, penandatangan=penandatangan, tanggal=isi["tanggal"])

    def basah(isi: Mapping[str, Any]) -> None:
        berkas = isi["berkas"]
        adopt_laporan_basah(laporan, by=ruang.pengguna, tanggal=isi["tanggal"], isi=berkas, nama=berkas.name)

    return save_tanda_tangan(request, form, cara, elektronik=elektronik, basah=basah)
