"""Signing: what waits for a signature, the three ways to give it, and the files that hold it."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters

from akuntabel.doors.web.formulir import open_form
from akuntabel.doors.web.perjanjian.forms_tanda_tangan import (
    LayananForm,
    PindaianForm,
    SertifikatForm,
    TandaTanganForm,
)
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
from akuntabel.siklus.perjanjian.models import (
    CaraTandaTangan,
    PerjanjianKinerja,
    PihakPerjanjian,
    StatusPerjanjian,
)
from akuntabel.siklus.perjanjian.permissions import PERAN_PENYETUJU
from akuntabel.siklus.perjanjian.tanda_tangan.actions import record_tanda_tangan_basah, sign_dokumen_perjanjian
from akuntabel.siklus.perjanjian.tanda_tangan.izin import find_giliran, find_pejabat, is_boleh
from akuntabel.siklus.perjanjian.tanda_tangan.menunggu import daftar_menunggu, saring_pihak_kedua
from akuntabel.siklus.perjanjian.tanda_tangan.porta import Penandatangan

PER_HALAMAN = 50
DAFTAR_CARA = (SERTIFIKAT, LAYANAN, PINDAIAN)
FORM: Mapping[str, type[TandaTanganForm]] = {
    SERTIFIKAT.kode: SertifikatForm,
    LAYANAN.kode: LayananForm,
    PINDAIAN.kode: PindaianForm,
}


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


@sensitive_post_parameters(*ISIAN_RAHASIA)
@di_ruang
def sign(request: HttpRequest, ruang: Ruang, id_: int, cara: str) -> HttpResponse:
    """Sign in one way."""
    ruang.require(*PERAN_PENYETUJU)
    perjanjian = find_perjanjian_tanda(ruang, id_)
    pihak = find_giliran(perjanjian)
    pilihan = find_cara(cara, _daftar_cara(ruang, perjanjian, pihak), DAFTAR_CARA)
    if pilihan is None or pihak is None:  # the page says why
        return redirect("perjanjian_tanda_tangan", kode=ruang.satker.kode, tahun=ruang.tahun, id_=perjanjian.pk)
    form = open_form(request, FORM[pilihan.kode], pihak=pihak, initial={"versi": perjanjian.versi})
    if request.method == "POST" and _save(request, ruang, perjanjian, pihak, form, pilihan):
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
    terbuka = saring_cara(DAFTAR_CARA, is_elektronik=is_elektronik, is_basah=is_sendiri)
    return [
        c
        for c in terbuka
        if sudah <= {(CaraTandaTangan.ELEKTRONIK if c.is_elektronik else CaraTandaTangan.BASAH).value}
    ]


def _read_jenis(cara: Cara) -> CaraTandaTangan:
    return CaraTandaTangan.ELEKTRONIK if cara.is_elektronik else CaraTandaTangan.BASAH


def _save(
    request: HttpRequest,
    ruang: Ruang,
    perjanjian: PerjanjianKinerja,
    pihak: PihakPerjanjian,
    form: TandaTanganForm,
    cara: Cara,
) -> bool:
    def elektronik(isi: Mapping[str, Any], penandatangan: Penandatangan) -> None:
        _set_versi(perjanjian, isi)
        sign_dokumen_perjanjian(
            perjanjian, by=ruang.pengguna, pihak=pihak, penandatangan=penandatangan, tanggal=isi.get("tanggal")
        )

    def basah(isi: Mapping[str, Any]) -> None:
        _set_versi(perjanjian, isi)
        record_tanda_tangan_basah(
            perjanjian,
            by=ruang.pengguna,
            pihak=[PihakPerjanjian(p) for p in isi["pihak"]],
            tanggal=isi["tanggal"],
            isi=isi["berkas"],
            nama=isi["berkas"].name,
        )

    return save_tanda_tangan(request, form, cara, elektronik=elektronik, basah=basah)


def _set_versi(perjanjian: PerjanjianKinerja, isi: Mapping[str, Any]) -> None:
    """The act is asked of what the person saw."""
    if isi["versi"] is not None:
        perjanjian.versi = isi["versi"]
