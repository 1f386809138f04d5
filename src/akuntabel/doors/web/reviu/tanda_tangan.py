"""The statement: what stands in the way, the ways to sign it, the file that holds it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters

from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.reviu.cari import find_reviu, read_hak, require_tim
from akuntabel.doors.web.reviu.forms_tanda import LayananForm, PernyataanForm, PindaianForm, SertifikatForm
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.platform.files.kirim import send_berkas
from akuntabel.platform.files.simpan import BerkasDitolakError
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.perjanjian.tanda_tangan.jarak_jauh import PenandatanganJarakJauh
from akuntabel.siklus.perjanjian.tanda_tangan.p12 import open_p12
from akuntabel.siklus.perjanjian.tanda_tangan.pengaturan import find_layanan, find_tsa
from akuntabel.siklus.perjanjian.tanda_tangan.porta import Penandatangan, PenandatanganGagalError
from akuntabel.siklus.reviu.actions_tanda import (
    find_pejabat_pereviu,
    record_reviu_basah,
    render_formulir,
    sign_reviu,
)
from akuntabel.siklus.reviu.berlaku import daftar_halangan, daftar_penjelasan, find_hasil_reviu
from akuntabel.siklus.reviu.kertas_kerja import build_nama_berkas


@dataclass(frozen=True, slots=True)
class Cara:
    """A way of signing as the page offers it."""

    kode: str
    judul: str
    keterangan: str
    ikon: str
    form: type[PernyataanForm]
    tombol: str


FORMULIR = Cara(
    "formulir", "Formulir untuk dicetak", "Unduh pernyataan untuk ditandatangani di atas kertas.", "printer",
    PernyataanForm, "Unduh formulir",
)  # fmt: skip
DAFTAR_CARA = (
    Cara(
        "sertifikat", "Sertifikat sendiri", "Berkas .p12 Anda beserta frasa sandinya.", "lock", SertifikatForm,
        "Tandatangani",
    ),
    Cara(
        "layanan", "Layanan tanda tangan", "NIK dan frasa sandi pada layanan yang menyimpan sertifikat Anda.",
        "signature", LayananForm, "Tandatangani",
    ),
    FORMULIR,
    Cara(
        "pindaian", "Tanda tangan basah", "Unggah pindaian pernyataan yang ditandatangani di atas kertas.", "upload",
        PindaianForm, "Simpan pindaian",
    ),
)  # fmt: skip


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
        "daftar_cara": _daftar_cara() if hak.is_ketua and not halangan else [],
    }
    return render(request, "reviu/pernyataan.html", konteks)


@sensitive_post_parameters("frasa_sandi", "nik")
@di_ruang
def sign(request: HttpRequest, ruang: Ruang, id_: int, cara: str) -> HttpResponse:
    """Sign in one way, or take the form away to sign it on paper."""
    laporan = find_reviu(ruang, id_)
    pilihan = next((c for c in _daftar_cara() if c.kode == cara), None)
    if pilihan is None:
        raise Http404
    require_tim(ruang, laporan, is_ketua=True)
    if daftar_halangan(laporan):  # the page says what it is
        return redirect("reviu_pernyataan", kode=ruang.satker.kode, tahun=ruang.tahun, id_=laporan.pk)
    nama_akun = ruang.pengguna.nama if issubclass(pilihan.form, SertifikatForm | LayananForm) else None
    form = open_form(request, pilihan.form, nama_akun=nama_akun, initial=_awal(ruang, laporan))
    if request.method == "POST" and pilihan is FORMULIR and form.is_valid():
        return _send_formulir(laporan, form)
    if request.method == "POST" and save_form(request, form, _tindakan(ruang, laporan, form, cara)):
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


def _daftar_cara() -> list[Cara]:
    return [c for c in DAFTAR_CARA if c.kode != "layanan" or find_layanan() is not None]


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


def _tindakan(
    ruang: Ruang, laporan: LaporanKinerja, form: PernyataanForm, cara: str
) -> Callable[[Mapping[str, Any]], object]:
    """The act behind a form, with what it refuses as errors of the form."""

    def tindakan(isi: Mapping[str, Any]) -> None:
        try:
            if cara == "pindaian":
                berkas = isi["berkas"]
                record_reviu_basah(laporan, form.isian(), by=ruang.pengguna, pindaian=berkas, nama_berkas=berkas.name)
            else:
                sign_reviu(laporan, form.isian(), by=ruang.pengguna, penandatangan=_build_penandatangan(cara, isi))
        except PenandatanganGagalError as galat:
            raise ValidationError({galat.bidang or NON_FIELD_ERRORS: [str(galat)]}) from galat
        except BerkasDitolakError as galat:
            raise ValidationError({"berkas": [str(m) for m in galat.daftar_masalah]}) from galat

    return tindakan


def _build_penandatangan(cara: str, isi: Mapping[str, Any]) -> Penandatangan:
    layanan = find_layanan()
    if cara == "layanan" and layanan is not None:
        return PenandatanganJarakJauh(layanan, isi["nik"], isi["frasa_sandi"])
    return open_p12(isi["berkas"].read(), isi["frasa_sandi"], pada=timezone.now(), tsa=find_tsa())
