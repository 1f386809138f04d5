"""Signing a report: the ways that are open to the head of the office, and each of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters

from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.publikasi.forms import LayananForm, PenetapanForm, PindaianForm, SertifikatForm
from akuntabel.doors.web.publikasi.halaman import find_laporan_ruang, konteks_rinci
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.platform.files.simpan import BerkasDitolakError
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.perjanjian.tanda_tangan.jarak_jauh import PenandatanganJarakJauh
from akuntabel.siklus.perjanjian.tanda_tangan.p12 import open_p12
from akuntabel.siklus.perjanjian.tanda_tangan.pengaturan import find_layanan, find_tsa
from akuntabel.siklus.perjanjian.tanda_tangan.porta import Penandatangan, PenandatanganGagalError
from akuntabel.siklus.publikasi.actions_penetapan import adopt_laporan, adopt_laporan_basah
from akuntabel.siklus.publikasi.keadaan import TahapPublikasi, find_keadaan
from akuntabel.siklus.publikasi.permissions import PERAN_PENETAP


@dataclass(frozen=True, slots=True)
class Cara:
    """A way of signing as the page offers it."""

    kode: str
    judul: str
    keterangan: str
    ikon: str
    form: type[PenetapanForm]


DAFTAR_CARA = (
    Cara(
        "sertifikat",
        "Sertifikat sendiri",
        "Berkas .p12 milik Anda atau satker beserta frasa sandinya.",
        "lock",
        SertifikatForm,
    ),
    Cara(
        "layanan",
        "Layanan tanda tangan",
        "NIK dan frasa sandi pada layanan yang menyimpan sertifikat Anda.",
        "signature",
        LayananForm,
    ),
    Cara(
        "pindaian",
        "Tanda tangan basah",
        "Cetak laporan, tandatangani di atas kertas, lalu unggah pindaiannya.",
        "upload",
        PindaianForm,
    ),
)


@di_ruang
def show_pilihan(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """How to sign."""
    ruang.require(*PERAN_PENETAP)
    konteks = konteks_rinci(ruang, find_keadaan(find_laporan_ruang(ruang, id_)))
    konteks["daftar_cara"] = _daftar_cara(konteks)
    return render(request, "publikasi/tanda_tangan.html", konteks)


@sensitive_post_parameters("frasa_sandi", "nik")
@di_ruang
def sign(request: HttpRequest, ruang: Ruang, id_: int, cara: str) -> HttpResponse:
    """Sign in one way."""
    ruang.require(*PERAN_PENETAP)
    laporan = find_laporan_ruang(ruang, id_)
    konteks = konteks_rinci(ruang, find_keadaan(laporan))
    pilihan = next((c for c in _daftar_cara(konteks) if c.kode == cara), None)
    if pilihan is None:
        if all(c.kode != cara for c in DAFTAR_CARA):
            raise Http404
        return redirect("publikasi_tanda", kode=ruang.satker.kode, tahun=ruang.tahun, id_=laporan.pk)
    form = open_form(request, pilihan.form)
    if request.method == "POST" and save_form(request, form, _tindakan(ruang, laporan, cara)):
        messages.success(request, f"{laporan} ditandatangani. Terbitkan bila sudah waktunya.")
        return redirect("publikasi_rinci", kode=ruang.satker.kode, tahun=ruang.tahun, id_=laporan.pk)
    return render(request, "publikasi/tanda_tangan_cara.html", konteks | {"form": form, "cara": pilihan})


def _daftar_cara(konteks: Mapping[str, Any]) -> list[Cara]:
    """The ways that are open to this person for this report now."""
    if konteks["keadaan"].tahap is not TahapPublikasi.SIAP_DITANDATANGANI:
        return []
    boleh = {
        "sertifikat": konteks["is_boleh_tanda"],
        "layanan": konteks["is_boleh_tanda"] and find_layanan() is not None,
        "pindaian": True,
    }
    return [c for c in DAFTAR_CARA if boleh[c.kode]]


def _tindakan(ruang: Ruang, laporan: LaporanKinerja, cara: str) -> Callable[[Mapping[str, Any]], object]:
    """The act behind a form, with what it refuses as errors of the form."""

    def tindakan(isi: Mapping[str, Any]) -> None:
        try:
            if cara == "pindaian":
                berkas = isi["berkas"]
                adopt_laporan_basah(laporan, by=ruang.pengguna, tanggal=isi["tanggal"], isi=berkas, nama=berkas.name)
            else:
                penandatangan = _build_penandatangan(cara, isi)
                adopt_laporan(laporan, by=ruang.pengguna, penandatangan=penandatangan, tanggal=isi["tanggal"])
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
