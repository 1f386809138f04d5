"""Signing: what waits for a signature, the three ways to give it, and the files that hold it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters

from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.perjanjian.forms_tanda_tangan import (
    LayananForm,
    PindaianForm,
    SertifikatForm,
    TandaTanganForm,
)
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.platform.files.kirim import send_berkas
from akuntabel.platform.files.simpan import BerkasDitolakError
from akuntabel.siklus.perjanjian.models import (
    CaraTandaTangan,
    PerjanjianKinerja,
    PihakPerjanjian,
    StatusPerjanjian,
)
from akuntabel.siklus.perjanjian.permissions import PERAN_PENYETUJU
from akuntabel.siklus.perjanjian.tanda_tangan.actions import record_tanda_tangan_basah, sign_dokumen_perjanjian
from akuntabel.siklus.perjanjian.tanda_tangan.izin import find_giliran, find_pejabat, is_boleh
from akuntabel.siklus.perjanjian.tanda_tangan.jarak_jauh import PenandatanganJarakJauh
from akuntabel.siklus.perjanjian.tanda_tangan.menunggu import daftar_menunggu, saring_pihak_kedua
from akuntabel.siklus.perjanjian.tanda_tangan.p12 import open_p12
from akuntabel.siklus.perjanjian.tanda_tangan.pengaturan import find_layanan, find_tsa
from akuntabel.siklus.perjanjian.tanda_tangan.porta import Penandatangan, PenandatanganGagalError

PER_HALAMAN = 50


@dataclass(frozen=True, slots=True)
class Cara:
    """A way of signing as the page offers it."""

    kode: str
    judul: str
    keterangan: str
    ikon: str
    form: type[TandaTanganForm]
    jenis: CaraTandaTangan


DAFTAR_CARA = (
    Cara(
        "sertifikat",
        "Sertifikat sendiri",
        "Berkas .p12 milik Anda atau satker beserta frasa sandinya.",
        "lock",
        SertifikatForm,
        CaraTandaTangan.ELEKTRONIK,
    ),
    Cara(
        "layanan",
        "Layanan tanda tangan",
        "NIK dan frasa sandi pada layanan yang menyimpan sertifikat Anda.",
        "signature",
        LayananForm,
        CaraTandaTangan.ELEKTRONIK,
    ),
    Cara(
        "pindaian",
        "Tanda tangan basah",
        "Unggah pindaian dokumen yang ditandatangani di atas kertas.",
        "upload",
        PindaianForm,
        CaraTandaTangan.BASAH,
    ),
)


@di_ruang
def show_menunggu(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """The agreements that this office is to sign: its own, and those of the offices below as pihak kedua."""
    daftar = daftar_menunggu(ruang.satker, ruang.tahun)
    halaman = Paginator(daftar, PER_HALAMAN).get_page(request.GET.get("halaman"))
    return render(request, "perjanjian/tanda_tangan/menunggu.html", {"ruang": ruang, "halaman": halaman})


@di_ruang
def show_pilihan(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Whose turn it is, and how to sign."""
    ruang.require(*PERAN_PENYETUJU)
    perjanjian = find_perjanjian_tanda(ruang, id_)
    pihak = find_giliran(perjanjian)
    konteks = _konteks(ruang, perjanjian, pihak) | {"daftar_cara": _daftar_cara(ruang, perjanjian, pihak)}
    return render(request, "perjanjian/tanda_tangan/pilihan.html", konteks)


@sensitive_post_parameters("frasa_sandi", "nik")
@di_ruang
def sign(request: HttpRequest, ruang: Ruang, id_: int, cara: str) -> HttpResponse:
    """Sign in one way."""
    ruang.require(*PERAN_PENYETUJU)
    perjanjian = find_perjanjian_tanda(ruang, id_)
    pihak = find_giliran(perjanjian)
    pilihan = next((c for c in _daftar_cara(ruang, perjanjian, pihak) if c.kode == cara), None)
    if pilihan is None or pihak is None:
        if any(c.kode == cara for c in DAFTAR_CARA):  # known, but not for this agreement now: the page says why
            return redirect("perjanjian_tanda_tangan", kode=ruang.satker.kode, tahun=ruang.tahun, id_=perjanjian.pk)
        raise Http404
    form = open_form(request, pilihan.form, pihak=pihak, initial={"versi": perjanjian.versi})
    if request.method == "POST" and save_form(request, form, _tindakan(request, ruang, perjanjian, pihak, cara)):
        messages.success(request, f"Tanda tangan {pihak.label} tercatat.")
        return redirect(build_kembali(ruang, perjanjian)[1])
    konteks = _konteks(ruang, perjanjian, pihak) | {"form": form, "cara": pilihan}
    return render(request, "perjanjian/tanda_tangan/cara.html", konteks)


@di_ruang
def download_berkas(request: HttpRequest, ruang: Ruang, id_: int, nomor: int) -> HttpResponseBase:
    """The file of a signature: the signed PDF as it was then, or the scan."""
    perjanjian = find_perjanjian_tanda(ruang, id_)
    tanda = get_object_or_404(perjanjian.daftar_tanda_tangan.select_related("berkas"), pk=nomor)
    return send_berkas(tanda.berkas)


def find_perjanjian_tanda(ruang: Ruang, id_: int) -> PerjanjianKinerja:
    """An agreement of this office, or one in which it is pihak kedua and that was signed by pihak pertama; else 404."""
    return get_object_or_404(
        PerjanjianKinerja.objects.select_related(
            "satker__induk", "entitas", "pihak_pertama__satker__induk", "pihak_kedua__satker__induk"
        ),
        Q(satker=ruang.satker) | (saring_pihak_kedua(ruang.satker) & Q(status=StatusPerjanjian.DITANDATANGANI.value)),
        pk=id_,
        tahun=ruang.tahun,
    )


def build_kembali(ruang: Ruang, perjanjian: PerjanjianKinerja) -> tuple[str, str]:
    """Where to go from a page of signing: words and address. Pihak kedua does not see the office below."""
    awal = {"kode": ruang.satker.kode, "tahun": ruang.tahun}
    if perjanjian.satker_id == ruang.satker.pk:
        return str(perjanjian), reverse("perjanjian_rinci", kwargs=awal | {"id_": perjanjian.pk})
    return "Menunggu tanda tangan", reverse("tanda_tangan_menunggu", kwargs=awal)


def _konteks(ruang: Ruang, perjanjian: PerjanjianKinerja, pihak: PihakPerjanjian | None) -> dict[str, Any]:
    return {
        "ruang": ruang,
        "perjanjian": perjanjian,
        "pihak": pihak,
        "pejabat": find_pejabat(perjanjian, pihak) if pihak else None,
        "is_boleh": pihak is not None and is_boleh(ruang.pengguna, perjanjian, pihak),
        "kembali": build_kembali(ruang, perjanjian),
        "daftar_tanda": perjanjian.daftar_tanda_tangan.all(),
    }


def _daftar_cara(ruang: Ruang, perjanjian: PerjanjianKinerja, pihak: PihakPerjanjian | None) -> list[Cara]:
    """The ways that are open to this person for this agreement now."""
    if pihak is None:
        return []
    sudah = {t.cara for t in perjanjian.daftar_tanda_tangan.all()}
    is_sudah_beku = perjanjian.is_beku and pihak is PihakPerjanjian.PERTAMA  # signed elsewhere: only its scan is left
    is_elektronik = is_boleh(ruang.pengguna, perjanjian, pihak) and not is_sudah_beku
    is_sendiri = perjanjian.satker_id == ruang.satker.pk
    boleh = {
        "sertifikat": is_elektronik,
        "layanan": is_elektronik and find_layanan() is not None,
        "pindaian": is_sendiri,
    }
    return [c for c in DAFTAR_CARA if boleh[c.kode] and sudah <= {c.jenis.value}]


def _tindakan(
    request: HttpRequest, ruang: Ruang, perjanjian: PerjanjianKinerja, pihak: PihakPerjanjian, cara: str
) -> Callable[[Mapping[str, Any]], object]:
    """The act behind a form, with what it refuses as errors of the form."""

    def tindakan(isi: Mapping[str, Any]) -> None:
        if isi.get("versi") is not None:
            perjanjian.versi = isi["versi"]  # what the person saw
        try:
            if cara == "pindaian":
                record_tanda_tangan_basah(
                    perjanjian,
                    by=ruang.pengguna,
                    pihak=[PihakPerjanjian(p) for p in isi["pihak"]],
                    tanggal=isi["tanggal"],
                    isi=isi["berkas"],
                    nama=isi["berkas"].name,
                )
            else:
                sign_dokumen_perjanjian(
                    perjanjian,
                    by=ruang.pengguna,
                    pihak=pihak,
                    penandatangan=_build_penandatangan(cara, isi),
                    tanggal=isi.get("tanggal"),
                )
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
