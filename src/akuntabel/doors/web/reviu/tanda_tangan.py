"""The statement: what stands in the way, the ways to sign it, the file that holds it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters

from akuntabel.doors.web.formulir import open_form
from akuntabel.doors.web.reviu.cari import find_reviu, read_hak, require_tim
from akuntabel.doors.web.reviu.forms_tanda import LayananForm, PernyataanForm, PindaianForm, SertifikatForm
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
from akuntabel.platform.files.kirim import send_berkas
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.perjanjian.tanda_tangan.porta import Penandatangan
from akuntabel.siklus.reviu.actions_tanda import (
    find_pejabat_pereviu,
    record_reviu_basah,
    render_formulir,
    sign_reviu,
)
from akuntabel.siklus.reviu.berlaku import daftar_halangan, daftar_penjelasan, find_hasil_reviu
from akuntabel.siklus.reviu.kertas_kerja import build_nama_berkas

FORMULIR = Cara(
    "formulir",
    "Formulir untuk dicetak",
    "Unduh pernyataan untuk ditandatangani di atas kertas.",
    "printer",
    "Unduh formulir",
)
DAFTAR_CARA = (
    replace(SERTIFIKAT, keterangan="Berkas .p12 Anda beserta frasa sandinya."),
    LAYANAN,
    FORMULIR,
    replace(PINDAIAN, keterangan="Unggah pindaian pernyataan yang ditandatangani di atas kertas."),
)
FORM: Mapping[str, type[PernyataanForm]] = {
    SERTIFIKAT.kode: SertifikatForm,
    LAYANAN.kode: LayananForm,
    FORMULIR.kode: PernyataanForm,
    PINDAIAN.kode: PindaianForm,
}


@di_ruang
def show_pilihan(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """The statement once signed; else what stands in the way, or how to sign."""
    laporan = find_reviu(ruang, id_)
    halangan = daftar_halangan(laporan)
    hak = read_hak(ruang, laporan)
    konteks = {
        "ruang": ruang,
        "laporan": laporan,
        "hak": hak,
        "hasil": find_hasil_reviu(laporan),
        "daftar_halangan": halangan,
        "daftar_cara": saring_cara(DAFTAR_CARA) if hak.is_ketua and not halangan else [],
    }
    return render(request, "reviu/pernyataan.html", konteks)


@sensitive_post_parameters(*ISIAN_RAHASIA)
@di_ruang
def sign(request: HttpRequest, ruang: Ruang, id_: int, cara: str) -> HttpResponse:
    """Sign in one way, or take the form away to sign it on paper."""
    laporan = find_reviu(ruang, id_)
    pilihan = find_cara(cara, saring_cara(DAFTAR_CARA), DAFTAR_CARA)
    require_tim(ruang, laporan, is_ketua=True)
    if pilihan is None or daftar_halangan(laporan):  # the page says what it is
        return redirect("reviu_pernyataan", kode=ruang.satker.kode, tahun=ruang.tahun, id_=laporan.pk)
    nama_akun = ruang.pengguna.nama if pilihan.is_elektronik else None
    form = open_form(request, FORM[pilihan.kode], nama_akun=nama_akun, initial=_awal(ruang, laporan))
    if request.method == "POST" and pilihan is FORMULIR and form.is_valid():
        return _send_formulir(laporan, form)
    if request.method == "POST" and _save(request, ruang, laporan, form, pilihan):
        messages.success(request, "Pernyataan telah direviu ditandatangani; laporan menunggu tanda tangan pimpinan.")
        return redirect("reviu_rinci", kode=ruang.satker.kode, tahun=ruang.tahun, id_=laporan.pk)
    return render(request, "reviu/cara.html", {"ruang": ruang, "laporan": laporan, "form": form, "cara": pilihan})


@di_ruang
def download_berkas(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponseBase:
    """The signed statement, or its scan."""
    hasil = find_hasil_reviu(find_reviu(ruang, id_))
    if hasil is None:
        raise Http404
    return send_berkas(hasil.berkas)


def _awal(ruang: Ruang, laporan: LaporanKinerja) -> dict[str, str]:
    """What is known already: the post of the account, and what findings left to be explained."""
    pejabat = find_pejabat_pereviu(ruang.pengguna)
    return {
        "nama": ruang.pengguna.nama,
        "jabatan": pejabat.sebutan if pejabat else "",
        "nip": pejabat.nip if pejabat else "",
        "tempat": pejabat.satker.kota if pejabat else laporan.tempat,
        "paragraf_penjelas": "\n\n".join(daftar_penjelasan(laporan)),
    }


def _send_formulir(laporan: LaporanKinerja, form: PernyataanForm) -> HttpResponse:
    nama = build_nama_berkas(laporan, "formulir-pernyataan-reviu", "pdf")
    kepala = {"Content-Disposition": f'attachment; filename="{nama}"'}
    return HttpResponse(render_formulir(laporan, form.isian()), content_type="application/pdf", headers=kepala)


def _save(request: HttpRequest, ruang: Ruang, laporan: LaporanKinerja, form: PernyataanForm, cara: Cara) -> bool:
    def elektronik(_isi: Mapping[str, Any], penandatangan: Penandatangan) -> None:
        sign_reviu(laporan, form.isian(), by=ruang.pengguna, penandatangan=penandatangan)

    def basah(isi: Mapping[str, Any]) -> None:
        berkas = isi["berkas"]
        record_reviu_basah(laporan, form.isian(), by=ruang.pengguna, pindaian=berkas, nama_berkas=berkas.name)

    return save_tanda_tangan(request, form, cara, elektronik=elektronik, basah=basah)
