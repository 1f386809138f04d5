"""Elections of the year with their stages, plan against real."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from akuntabel.core.regulasi.pemilihan import daftar_pemilihan_acuan, sebut_tanda
from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.kepemiluan.cari import find_pemilihan, find_pemilihan_sendiri
from akuntabel.doors.web.kepemiluan.forms import AlasanForm, PemilihanForm
from akuntabel.doors.web.kepemiluan.garis_waktu import LEBAR, TEBAL, GarisWaktu, build_garis
from akuntabel.doors.web.kerja import perform
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.kepemiluan.actions.pemilihan import (
    build_isi_acuan,
    draft_pemilihan,
    import_pemilihan_acuan,
    revise_pemilihan,
    withdraw_pemilihan,
)
from akuntabel.siklus.kepemiluan.actions.tahapan import import_tahapan_acuan
from akuntabel.siklus.kepemiluan.berlaku import daftar_pemilihan_berlaku, daftar_tahapan_tahun
from akuntabel.siklus.kepemiluan.catatan import count_catatan
from akuntabel.siklus.kepemiluan.models import Pemilihan, Tahapan
from akuntabel.siklus.kepemiluan.pengertian import daftar_indikator_tahapan
from akuntabel.siklus.kepemiluan.permissions import PERAN_PENCATAT


@dataclass(frozen=True, slots=True)
class PemilihanTampil:
    """An election with its stages and their drawing."""

    pemilihan: Pemilihan
    daftar_tahapan: tuple[Tahapan, ...]
    garis: GarisWaktu | None
    is_sendiri: bool


@di_ruang
def show_kepemiluan(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Every election of the year: what it is, its stages, how many went in time."""
    tahapan = list(daftar_tahapan_tahun(ruang.satker, ruang.tahun))
    hari_ini = timezone.localdate()
    daftar = []
    for p in daftar_pemilihan_berlaku(ruang.satker, ruang.tahun):
        milik = tuple(t for t in tahapan if t.pemilihan.kode == p.kode)
        daftar.append(PemilihanTampil(p, milik, build_garis(milik, hari_ini), p.satker_id == ruang.satker.pk))
    konteks = {
        "ruang": ruang,
        "daftar": daftar,
        "cacah": count_catatan(ruang.satker, ruang.tahun),
        "daftar_indikator": daftar_indikator_tahapan(ruang.satker, ruang.tahun),
        "is_pencatat": ruang.is_boleh(*PERAN_PENCATAT),
        "lebar": LEBAR,
        "tebal": TEBAL,
    }
    return render(request, "kepemiluan/kepemiluan.html", konteks)


@di_ruang
def draft(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Write an election down; ``?acuan=`` fills in a known one, the page offers them all."""
    ruang.require(*PERAN_PENCATAT)
    acuan = daftar_pemilihan_acuan().get(request.GET.get("acuan", ""))
    awal: dict[str, Any] = {"tahun": ruang.tahun}
    if acuan is not None:
        isi = build_isi_acuan(acuan)
        awal = {nama: getattr(isi, nama) for nama in PemilihanForm.base_fields if nama != "versi"}
    form = open_form(request, PemilihanForm, initial=awal)

    def tindakan(bersih: Mapping[str, Any]) -> None:
        draft_pemilihan(ruang.satker, ruang.tahun, PemilihanForm.isi(bersih), by=ruang.pengguna)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Pemilihan tersimpan. Susun tahapannya.")
        return kembali(ruang)
    konteks = {
        "ruang": ruang,
        "form": form,
        "acuan": acuan,
        "sebut_tanda": sebut_tanda,
        "daftar_acuan": list(daftar_pemilihan_acuan().values())[::-1],
        "ada": {p.kode for p in daftar_pemilihan_berlaku(ruang.satker, ruang.tahun)},
    }
    return render(request, "kepemiluan/pemilihan_baru.html", konteks)


@require_POST
@di_ruang
def import_acuan(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Take a known election over as it is."""
    id_ = request.POST.get("acuan", "")
    perform(
        request,
        lambda: import_pemilihan_acuan(ruang.satker, ruang.tahun, id_, by=ruang.pengguna),
        sukses="Pemilihan ditambahkan. Susun tahapannya.",
    )
    return kembali(ruang)


@di_ruang
def edit(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Change an election that the office has written down."""
    ruang.require(*PERAN_PENCATAT)
    pemilihan = find_pemilihan_sendiri(ruang, id_)
    form = open_form(request, PemilihanForm, initial=PemilihanForm.awal(pemilihan))
    form.fields["kode"].disabled = True

    def tindakan(bersih: Mapping[str, Any]) -> None:
        revise_pemilihan(pemilihan, PemilihanForm.isi(bersih), versi=bersih["versi"], by=ruang.pengguna)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Pemilihan tersimpan.")
        return kembali(ruang)
    return show_formulir(request, ruang, form, "Ubah pemilihan", str(pemilihan), "Simpan")


@di_ruang
def withdraw(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Take an election back that nothing hangs from."""
    ruang.require(*PERAN_PENCATAT)
    pemilihan = find_pemilihan_sendiri(ruang, id_)
    form = open_form(request, AlasanForm)
    if request.method == "POST" and save_form(
        request, form, lambda isi: withdraw_pemilihan(pemilihan, by=ruang.pengguna, alasan=isi["alasan"])
    ):
        messages.success(request, "Pemilihan dihapus; jejaknya tersimpan.")
        return kembali(ruang)
    return show_formulir(request, ruang, form, "Hapus pemilihan", str(pemilihan), "Hapus")


@require_POST
@di_ruang
def import_tahapan(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Begin with the schedule that is known."""
    pemilihan = find_pemilihan(ruang, id_)
    perform(
        request,
        lambda: import_tahapan_acuan(ruang.satker, pemilihan, by=ruang.pengguna),
        sukses="Tahapan disusun dari jadwal yang diketahui. Periksa, lalu catat pelaksanaannya.",
    )
    return kembali(ruang)


def kembali(ruang: Ruang) -> HttpResponse:
    """To the page of the elections."""
    return redirect("kepemiluan", kode=ruang.satker.kode, tahun=ruang.tahun)


def show_formulir(
    request: HttpRequest, ruang: Ruang, form: Any, judul: str, keterangan: str, simpan: str
) -> HttpResponse:
    """A page with one form of this stage."""
    konteks = {"ruang": ruang, "form": form, "judul": judul, "keterangan": keterangan, "simpan": simpan}
    return render(request, "kepemiluan/formulir.html", konteks)
