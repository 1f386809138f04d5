"""Writing a rencana aksi while it is a draft: the quarters on one page, the actions one by one."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from akuntabel.core.calc.konsolidasi import Konsolidasi
from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.kerja import perform
from akuntabel.doors.web.permintaan import read_nomor
from akuntabel.doors.web.rencana_aksi.cari import find_aksi, find_baris, find_perjanjian_induk, find_rencana_aksi
from akuntabel.doors.web.rencana_aksi.forms import (
    AksiForm,
    TriwulanGridForm,
    build_awal_aksi,
    build_kunci,
    read_triwulan,
    show_ketikan,
)
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.perjanjian.actions_rencana_aksi import (
    AksiBaris,
    draft_rencana_aksi,
    set_aksi,
    set_target_triwulan,
    withdraw_aksi,
)
from akuntabel.siklus.perjanjian.models import ROMAWI, TRIWULAN, Aksi, PerjanjianTarget, RencanaAksi
from akuntabel.siklus.perjanjian.pemeriksaan_rencana_aksi import CARA
from akuntabel.siklus.perjanjian.permissions import PERAN_PENYUSUN
from akuntabel.siklus.perjanjian.target import show_teks_target


@require_POST
@di_ruang
def draft(request: HttpRequest, ruang: Ruang, perjanjian_id: int) -> HttpResponse:
    """The rencana aksi of a signed agreement."""
    perjanjian = find_perjanjian_induk(ruang, perjanjian_id)
    dibuat: list[RencanaAksi] = []

    def tindakan() -> None:
        dibuat.append(draft_rencana_aksi(perjanjian, by=ruang.pengguna))

    if perform(request, tindakan, sukses="Rencana aksi disusun dari perjanjian. Isi triwulan dan aksinya."):
        return _kembali(ruang, dibuat[0])
    return redirect("rencana_aksi", kode=ruang.satker.kode, tahun=ruang.tahun)


@di_ruang
def edit_triwulan(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """All quarters on one page, saved together."""
    ruang.require(*PERAN_PENYUSUN)
    rencana_aksi = find_rencana_aksi(ruang, id_)
    daftar = list(rencana_aksi.perjanjian.daftar_target.select_related("indikator"))
    form = open_form(request, TriwulanGridForm, daftar=daftar, triwulan=read_triwulan(rencana_aksi))

    def tindakan(isi: Mapping[str, Any]) -> None:
        _simpan_triwulan(rencana_aksi, daftar, form, ruang)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Target triwulan tersimpan.")
        return _kembali(ruang, rencana_aksi)
    konteks = {
        "ruang": ruang,
        "rencana_aksi": rencana_aksi,
        "form": form,
        "triwulan": ROMAWI,
        "daftar": [
            (t, show_teks_target(t.target, t.indikator), CARA[Konsolidasi(t.indikator.konsolidasi)]) for t in daftar
        ],
    }
    return render(request, "rencana_aksi/triwulan.html", konteks)


@transaction.atomic
def _simpan_triwulan(
    rencana_aksi: RencanaAksi, daftar: list[PerjanjianTarget], form: TriwulanGridForm, ruang: Ruang
) -> None:
    """Every cell that the person changed, or none; each complaint beside its cell."""
    galat: dict[str, list[ValidationError]] = {}
    for baris, n in ((t, n) for t in daftar for n in TRIWULAN):
        kunci = build_kunci(baris, n)
        if not form.is_berubah(kunci):
            continue
        isi = form.cleaned_data
        try:
            set_target_triwulan(
                rencana_aksi, baris, n, isi[f"target_{kunci}"], versi=isi[f"versi_{kunci}"], by=ruang.pengguna
            )
        except ValidationError as e:
            galat.setdefault(f"target_{kunci}", []).append(e)
        except SudahBerubahError as e:
            e.sekarang = {
                f"target_{kunci}": show_ketikan(str(e.sekarang["target"]), baris),
                f"versi_{kunci}": e.versi or 0,
            }
            raise
    if galat:
        raise ValidationError(galat)


@di_ruang
def draft_aksi(request: HttpRequest, ruang: Ruang, id_: int, baris_id: int) -> HttpResponse:
    """A new action of an indicator."""
    ruang.require(*PERAN_PENYUSUN)
    rencana_aksi = find_rencana_aksi(ruang, id_)
    return _edit_aksi(request, ruang, rencana_aksi, find_baris(rencana_aksi, baris_id), None)


@di_ruang
def edit_aksi(request: HttpRequest, ruang: Ruang, id_: int, aksi_id: int) -> HttpResponse:
    """An action that is there."""
    ruang.require(*PERAN_PENYUSUN)
    rencana_aksi = find_rencana_aksi(ruang, id_)
    aksi = find_aksi(rencana_aksi, aksi_id)
    return _edit_aksi(request, ruang, rencana_aksi, aksi.perjanjian_target, aksi)


def _edit_aksi(
    request: HttpRequest, ruang: Ruang, rencana_aksi: RencanaAksi, baris: PerjanjianTarget, aksi: Aksi | None
) -> HttpResponse:
    form = open_form(
        request,
        AksiForm,
        initial=build_awal_aksi(aksi) if aksi else None,
        satker=ruang.satker,
        lampiran=list(rencana_aksi.perjanjian.daftar_anggaran.all()),
    )

    def tindakan(isi: Mapping[str, Any]) -> None:
        tulisan = AksiBaris(**{nama: nilai for nama, nilai in isi.items() if nama != "versi"})
        try:
            set_aksi(rencana_aksi, baris, tulisan, aksi=aksi, versi=isi["versi"], by=ruang.pengguna)
        except SudahBerubahError as e:
            if aksi is not None:
                aksi.refresh_from_db()
                e.sekarang = build_awal_aksi(aksi)
            raise

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Aksi tersimpan.")
        return _kembali(ruang, rencana_aksi)
    konteks = {"ruang": ruang, "rencana_aksi": rencana_aksi, "baris": baris, "aksi": aksi, "form": form}
    return render(request, "rencana_aksi/aksi.html", konteks)


@require_POST
@di_ruang
def withdraw(request: HttpRequest, ruang: Ruang, id_: int, aksi_id: int) -> HttpResponse:
    """Take an action out of the draft."""
    rencana_aksi = find_rencana_aksi(ruang, id_)
    aksi = find_aksi(rencana_aksi, aksi_id)
    versi = read_nomor(request.POST.get("versi"))
    perform(
        request,
        lambda: withdraw_aksi(rencana_aksi, aksi, versi=versi, by=ruang.pengguna),
        sukses="Aksi dihapus.",
    )
    return _kembali(ruang, rencana_aksi)


def _kembali(ruang: Ruang, rencana_aksi: RencanaAksi) -> HttpResponse:
    return redirect("rencana_aksi_rinci", kode=ruang.satker.kode, tahun=ruang.tahun, id_=rencana_aksi.pk)
