"""The ledger of revisions: what is booked and whether it fits, the entry that is open, and its acts."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from akuntabel.doors.web.anggaran.forms import AlasanForm, RevisiForm, TetapkanForm
from akuntabel.doors.web.formulir import FormDasar, open_form, save_form
from akuntabel.doors.web.kerja import perform
from akuntabel.doors.web.permintaan import read_versi
from akuntabel.doors.web.riwayat import daftar_riwayat
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.anggaran.actions_revisi import (
    adopt_revisi,
    draft_revisi,
    return_revisi,
    set_revisi,
    submit_revisi,
    withdraw_revisi,
)
from akuntabel.siklus.anggaran.buku_revisi import check_revisi
from akuntabel.siklus.anggaran.hitung import compute_anggaran_tahun
from akuntabel.siklus.anggaran.models import RevisiDipa, StatusRevisi
from akuntabel.siklus.anggaran.permissions import PERALIHAN_REVISI, PERAN_PENYUSUN
from akuntabel.siklus.perencanaan.berlaku import daftar_kode_berlaku


def find_revisi(ruang: Ruang, id_: int) -> RevisiDipa:
    """The entry of this office and year; 404 for any other."""
    semua = RevisiDipa.objects.select_related("satker")
    return get_object_or_404(semua, pk=id_, satker=ruang.satker, tahun=ruang.tahun)


@di_ruang
def show_buku(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """All entries in their order, the open one last, and every place where the ledger does not fit."""
    hasil = compute_anggaran_tahun(ruang.satker, ruang.tahun)
    semua = RevisiDipa.objects.filter(satker=ruang.satker, tahun=ruang.tahun).prefetch_related("daftar_rincian")
    daftar = list(semua.order_by("nomor"))
    per_nomor: dict[int, list[str]] = {}
    for k in hasil.ketidakcocokan:
        per_nomor.setdefault(k.nomor, []).append(k.pesan)
    konteks = {
        "ruang": ruang,
        "daftar": daftar,
        "per_nomor": per_nomor,
        "hasil": hasil,
        "is_terbuka": any(not r.is_beku for r in daftar),
    }
    return render(request, "anggaran/revisi.html", konteks)


@di_ruang
def show_revisi(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """One entry with its details, what stands in its way, and its history."""
    revisi = find_revisi(ruang, id_)
    katalog = daftar_kode_berlaku(ruang.satker, ruang.tahun)
    konteks = {
        "ruang": ruang,
        "revisi": revisi,
        "daftar_rincian": [
            (r, katalog[r.kode].uraian if r.kode in katalog else "") for r in revisi.daftar_rincian.all()
        ],
        "daftar_masalah": [] if revisi.is_beku else check_revisi(revisi),
        "riwayat": daftar_riwayat(revisi),
    }
    return render(request, "anggaran/revisi_rinci.html", konteks)


@di_ruang
def draft(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """The next entry; the first one of a year is the DIPA itself."""
    ruang.require(*PERAN_PENYUSUN)
    terakhir = RevisiDipa.objects.filter(satker=ruang.satker, tahun=ruang.tahun).order_by("nomor").last()
    form = open_form(request, RevisiForm, is_awal=terakhir is None)
    baru: list[RevisiDipa] = []

    def tindakan(_: Mapping[str, Any]) -> None:
        baru.append(draft_revisi(ruang.satker, ruang.tahun, *form.isian(), by=ruang.pengguna))

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, f"{baru[0]} tersimpan sebagai rancangan. Periksa, lalu ajukan.")
        return _ke_rinci(ruang, baru[0])
    return _isian(request, ruang, form, judul="Catat DIPA awal" if terakhir is None else "Catat revisi", revisi=None)


@di_ruang
def edit(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """The whole open entry on one page."""
    ruang.require(*PERAN_PENYUSUN)
    revisi = find_revisi(ruang, id_)
    ada = list(revisi.daftar_rincian.values("kode", "sumber_dana", "selisih"))
    awal = {n: getattr(revisi, n) for n in ("jenis", "kewenangan", "tanggal", "alasan", "sumber", "menjadi", "versi")}
    form = open_form(request, RevisiForm, initial=awal, ada=ada, is_awal=not revisi.nomor)

    def tindakan(isi: Mapping[str, Any]) -> None:
        set_revisi(revisi, *form.isian(), by=ruang.pengguna, versi=isi["versi"])

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, f"{revisi} tersimpan.")
        return _ke_rinci(ruang, revisi)
    return _isian(request, ruang, form, judul=f"Ubah {revisi}", revisi=revisi)


@require_POST
@di_ruang
def submit(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Hand it to the head of the office."""
    sukses = "Revisi diajukan kepada pimpinan."
    return _lakukan(request, ruang, id_, "submit", lambda r: submit_revisi(r, by=ruang.pengguna), sukses)


@require_POST
@di_ruang
def withdraw(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Take the open entry out again."""
    ruang.require(*PERAN_PENYUSUN)
    revisi = find_revisi(ruang, id_)
    perform(request, lambda: withdraw_revisi(revisi, by=ruang.pengguna), sukses="Rancangan revisi dihapus.")
    return _ke_buku(ruang)


@di_ruang
def return_(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Send it back, with the reason."""
    ruang.require(*PERALIHAN_REVISI["return"].peran)
    revisi = find_revisi(ruang, id_)
    form = open_form(request, AlasanForm)
    if request.method == "POST" and save_form(
        request, form, lambda isi: return_revisi(revisi, by=ruang.pengguna, alasan=isi["alasan"])
    ):
        messages.success(request, "Revisi dikembalikan kepada perencana.")
        return _ke_rinci(ruang, revisi)
    return _formulir(request, ruang, revisi, form, judul="Kembalikan kepada perencana", simpan="Kembalikan")


@di_ruang
def adopt(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Book it."""
    ruang.require(*PERALIHAN_REVISI["adopt"].peran)
    revisi = find_revisi(ruang, id_)
    form = open_form(request, TetapkanForm, initial={"versi": revisi.versi, "tanggal": revisi.tanggal})

    def tindakan(isi: Mapping[str, Any]) -> None:
        revisi.versi = revisi.versi if isi["versi"] is None else isi["versi"]
        adopt_revisi(revisi, by=ruang.pengguna, tanggal=isi["tanggal"])

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, f"{revisi} ditetapkan. Isinya tidak berubah lagi.")
        return _ke_buku(ruang)
    return _formulir(request, ruang, revisi, form, judul=f"Tetapkan {revisi}", simpan="Tetapkan")


def _lakukan(
    request: HttpRequest, ruang: Ruang, id_: int, nama: str, tindakan: Callable[[RevisiDipa], object], sukses: str
) -> HttpResponse:
    ruang.require(*PERALIHAN_REVISI[nama].peran)
    revisi = find_revisi(ruang, id_)
    revisi.versi = read_versi(request, revisi.versi)
    perform(request, lambda: tindakan(revisi), sukses=sukses)
    return _ke_rinci(ruang, revisi)


def _isian(
    request: HttpRequest, ruang: Ruang, form: RevisiForm, *, judul: str, revisi: RevisiDipa | None
) -> HttpResponse:
    konteks = {
        "ruang": ruang,
        "form": form,
        "judul": judul,
        "revisi": revisi,
        "daftar_kode": daftar_kode_berlaku(ruang.satker, ruang.tahun).values(),
        "status_terbuka": StatusRevisi.DISUSUN,
    }
    return render(request, "anggaran/revisi_isian.html", konteks)


def _formulir(
    request: HttpRequest, ruang: Ruang, revisi: RevisiDipa, form: FormDasar, *, judul: str, simpan: str
) -> HttpResponse:
    konteks = {"ruang": ruang, "revisi": revisi, "form": form, "judul": judul, "simpan": simpan}
    return render(request, "anggaran/revisi_formulir.html", konteks)


def _ke_buku(ruang: Ruang) -> HttpResponse:
    return redirect("anggaran_revisi", kode=ruang.satker.kode, tahun=ruang.tahun)


def _ke_rinci(ruang: Ruang, revisi: RevisiDipa) -> HttpResponse:
    return redirect("anggaran_revisi_rinci", kode=ruang.satker.kode, tahun=ruang.tahun, id_=revisi.pk)
