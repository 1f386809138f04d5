"""Cases and incidents: the list with what counts, one case with its verdict and documents."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from akuntabel.core.regulasi.pemilihan import sebut_tanda
from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.kepemiluan.cari import find_dokumen, find_perkara
from akuntabel.doors.web.kepemiluan.forms import KATA_PERKARA, AlasanForm, DokumenForm, PerkaraForm
from akuntabel.doors.web.riwayat import daftar_riwayat
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.platform.files.kirim import send_berkas
from akuntabel.siklus.kepemiluan.actions.perkara import (
    draft_perkara,
    revise_perkara,
    withdraw_dokumen_perkara,
    withdraw_perkara,
    write_dokumen_perkara,
)
from akuntabel.siklus.kepemiluan.berlaku import (
    daftar_pemilihan_berlaku,
    daftar_perkara_tahun,
    find_pemilihan_berlaku,
)
from akuntabel.siklus.kepemiluan.catatan import count_catatan
from akuntabel.siklus.kepemiluan.models import Perkara
from akuntabel.siklus.kepemiluan.pengertian import daftar_pemakaian
from akuntabel.siklus.kepemiluan.permissions import PERAN_PENCATAT


@di_ruang
def show_daftar(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """The cases of the year, what counts of them, and which indicators they move."""
    konteks = {
        "ruang": ruang,
        "daftar": list(daftar_perkara_tahun(ruang.satker, ruang.tahun).prefetch_related("daftar_dokumen")),
        "daftar_pemakaian": daftar_pemakaian(ruang.satker, ruang.tahun),
        "cacah": count_catatan(ruang.satker, ruang.tahun),
        "sebut_tanda": sebut_tanda,
        "has_pemilihan": bool(daftar_pemilihan_berlaku(ruang.satker, ruang.tahun)),
        "kata": KATA_PERKARA,
        "is_pencatat": ruang.is_boleh(*PERAN_PENCATAT),
    }
    return render(request, "kepemiluan/perkara.html", konteks)


@di_ruang
def show_rinci(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """One case, and a document for it."""
    perkara = find_perkara(ruang, id_)
    return _show_rinci(request, ruang, perkara, open_form(request, DokumenForm))


@di_ruang
def draft(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Record a case."""
    ruang.require(*PERAN_PENCATAT)
    daftar = daftar_pemilihan_berlaku(ruang.satker, ruang.tahun)
    form = open_form(request, PerkaraForm, daftar_pemilihan=daftar)

    def tindakan(bersih: Mapping[str, Any]) -> None:
        pemilihan = find_pemilihan_berlaku(ruang.satker, ruang.tahun, bersih["pemilihan"])
        if pemilihan is not None:  # the choices of the form are those that hold
            draft_perkara(ruang.satker, pemilihan, PerkaraForm.isi(bersih), by=ruang.pengguna)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Perkara tercatat.")
        return _kembali(ruang)
    return _formulir(request, ruang, form, "Catat perkara atau kejadian", "")


@di_ruang
def edit(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Change what is recorded, the verdict too."""
    ruang.require(*PERAN_PENCATAT)
    perkara = find_perkara(ruang, id_)
    form = open_form(
        request,
        PerkaraForm,
        initial=PerkaraForm.awal(perkara),
        daftar_pemilihan=[perkara.pemilihan],
        is_ubah=True,
    )

    def tindakan(bersih: Mapping[str, Any]) -> None:
        revise_perkara(perkara, PerkaraForm.isi(bersih), versi=bersih["versi"], by=ruang.pengguna)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Perkara tersimpan.")
        return _rinci(ruang, perkara)
    return _formulir(request, ruang, form, "Ubah perkara", str(perkara))


@di_ruang
def withdraw(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Take back what was no case of this office."""
    ruang.require(*PERAN_PENCATAT)
    perkara = find_perkara(ruang, id_)
    form = open_form(request, AlasanForm)
    if request.method == "POST" and save_form(
        request, form, lambda isi: withdraw_perkara(perkara, by=ruang.pengguna, alasan=isi["alasan"])
    ):
        messages.success(request, "Perkara dihapus; jejaknya tersimpan.")
        return _kembali(ruang)
    return _formulir(request, ruang, form, "Hapus perkara", str(perkara), simpan="Hapus")


@di_ruang
def attach(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Add a document to a case."""
    ruang.require(*PERAN_PENCATAT)
    perkara = find_perkara(ruang, id_)
    form = open_form(request, DokumenForm)

    def tindakan(isi: Mapping[str, Any]) -> None:
        berkas = isi["berkas"]
        nama = berkas.name or "dokumen"
        write_dokumen_perkara(perkara, berkas.read(), nama, nama=isi["nama"], by=ruang.pengguna)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Dokumen ditambahkan.")
        return _rinci(ruang, perkara)
    return _show_rinci(request, ruang, perkara, form)


@di_ruang
def download(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponseBase:
    """The file of a document."""
    return send_berkas(find_dokumen(ruang, id_).berkas)


@di_ruang
def detach(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Take a document off its case."""
    ruang.require(*PERAN_PENCATAT)
    dokumen = find_dokumen(ruang, id_)
    form = open_form(request, AlasanForm)
    if request.method == "POST" and save_form(
        request, form, lambda isi: withdraw_dokumen_perkara(dokumen, by=ruang.pengguna, alasan=isi["alasan"])
    ):
        messages.success(request, "Dokumen dilepas; berkas dan jejaknya tersimpan.")
        return _rinci(ruang, dokumen.perkara)
    return _formulir(request, ruang, form, "Lepas dokumen", dokumen.nama, simpan="Lepas")


def _show_rinci(request: HttpRequest, ruang: Ruang, perkara: Perkara, form: DokumenForm) -> HttpResponse:
    elemen = [f"perkara.{perkara.jenis}", f"perkara.{perkara.jenis}.terbukti"]
    konteks = {
        "ruang": ruang,
        "perkara": perkara,
        "form": form,
        "daftar_dokumen": list(perkara.daftar_dokumen.select_related("berkas", "pengunggah")),
        "daftar_pemakaian": [p for p in daftar_pemakaian(ruang.satker, ruang.tahun) if p.pengertian.elemen in elemen],
        "kata": KATA_PERKARA,
        "riwayat": daftar_riwayat(perkara),
        "is_pencatat": ruang.is_boleh(*PERAN_PENCATAT),
    }
    return render(request, "kepemiluan/perkara_rinci.html", konteks)


def _kembali(ruang: Ruang) -> HttpResponse:
    return redirect("perkara", kode=ruang.satker.kode, tahun=ruang.tahun)


def _rinci(ruang: Ruang, perkara: Perkara) -> HttpResponse:
    return redirect("perkara_rinci", kode=ruang.satker.kode, tahun=ruang.tahun, id_=perkara.pk)


def _formulir(
    request: HttpRequest, ruang: Ruang, form: Any, judul: str, keterangan: str, *, simpan: str = "Simpan"
) -> HttpResponse:
    konteks = {"ruang": ruang, "form": form, "judul": judul, "keterangan": keterangan, "simpan": simpan}
    return render(request, "kepemiluan/perkara_ubah.html", konteks)
