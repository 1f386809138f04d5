"""What a report is, and its two small tables: main problems and steps ahead."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.masalah import PaketTidakSahError
from akuntabel.core.regulasi import daftar_peraturan
from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.laporan.cari import find_laporan_ruang
from akuntabel.doors.web.laporan.forms import IdentitasForm, IsuForm, LangkahForm
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.pelaporan.actions import IsiIdentitas, revise_identitas, set_isu, set_langkah
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.pelaporan.permissions import PERAN_PENYUSUN
from akuntabel.siklus.pelaporan.snapshot import build_fakta_laporan


@di_ruang
def edit_identitas(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Theme, day, place, people, regulations."""
    ruang.require(*PERAN_PENYUSUN)
    laporan = find_laporan_ruang(ruang, id_)
    fakta = _find_fakta(laporan)
    awal = {nama: getattr(laporan, nama) for nama in IsiIdentitas.__slots__}
    awal |= {"dasar": "\n".join(laporan.dasar), "versi": laporan.versi}
    form = open_form(request, IdentitasForm, fakta=fakta, initial=awal)
    if request.method == "POST" and save_form(
        request,
        form,
        lambda isi: revise_identitas(laporan, form.build_isi(), versi=isi["versi"], by=ruang.pengguna),
    ):
        messages.success(request, "Identitas laporan tersimpan.")
        return _kembali(ruang, laporan)
    konteks = {"ruang": ruang, "laporan": laporan, "form": form, "daftar_peraturan": daftar_peraturan()}
    return render(request, "laporan/identitas.html", konteks)


@di_ruang
def edit_isu(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """The main problems of Bab I."""
    ruang.require(*PERAN_PENYUSUN)
    laporan = find_laporan_ruang(ruang, id_)
    sasaran = [(s.kode, f"{s.kode} {s.nama}") for s in _find_fakta(laporan).daftar_sasaran]
    form = open_form(request, IsuForm, laporan=laporan, sasaran=sasaran)
    if request.method == "POST" and save_form(
        request, form, lambda isi: set_isu(laporan, form.build_daftar(), versi=isi["versi"], by=ruang.pengguna)
    ):
        messages.success(request, "Permasalahan utama tersimpan.")
        return _kembali(ruang, laporan)
    judul, kepala = "Permasalahan utama", ("Isu dalam satu kalimat", "Uraian", "Sasaran yang terkait")
    return render(request, "laporan/tabel.html", _konteks(ruang, laporan, form, judul, kepala))


@di_ruang
def edit_langkah(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """The steps ahead of Bab IV."""
    ruang.require(*PERAN_PENYUSUN)
    laporan = find_laporan_ruang(ruang, id_)
    fakta = _find_fakta(laporan)
    unit = [(u.kode, u.nama) for u in fakta.daftar_unit]
    indikator = [(i.kode, f"{i.kode} {i.nama}") for i in fakta.daftar_indikator]
    form = open_form(request, LangkahForm, laporan=laporan, unit=unit, indikator=indikator)
    if request.method == "POST" and save_form(
        request, form, lambda isi: set_langkah(laporan, form.build_daftar(), versi=isi["versi"], by=ruang.pengguna)
    ):
        messages.success(request, "Langkah ke depan tersimpan.")
        return _kembali(ruang, laporan)
    judul, kepala = "Langkah ke depan", ("Langkah", "Penanggung jawab", "Tenggat", "Indikator yang diperbaiki")
    return render(request, "laporan/tabel.html", _konteks(ruang, laporan, form, judul, kepala))


def _konteks(
    ruang: Ruang, laporan: LaporanKinerja, form: IsuForm | LangkahForm, judul: str, kepala: tuple[str, ...]
) -> dict[str, object]:
    return {"ruang": ruang, "laporan": laporan, "form": form, "judul": judul, "kepala_kolom": kepala}


def _find_fakta(laporan: LaporanKinerja) -> FaktaTahun:
    try:
        return build_fakta_laporan(laporan)
    except PaketTidakSahError as galat:
        raise Http404 from galat


def _kembali(ruang: Ruang, laporan: LaporanKinerja) -> HttpResponse:
    return redirect("laporan_ruang", kode=ruang.satker.kode, tahun=ruang.tahun, id_=laporan.pk)
