"""Writing one text of a report, with the list of its slots beside it and what people say about it below."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from akuntabel.core.fakta.daftar_slot import SlotTersedia, daftar_slot
from akuntabel.core.fakta.hasil import HasilTahun
from akuntabel.core.fakta.narasi import judul_narasi
from akuntabel.doors.web.formulir import FormDasar, open_form, save_form
from akuntabel.doors.web.kerja import perform
from akuntabel.doors.web.laporan.cari import find_laporan_ruang
from akuntabel.doors.web.laporan.forms import KomentarForm, TeksForm
from akuntabel.doors.web.laporan.temuan import build_temuan
from akuntabel.doors.web.laporan.usulan import build_usulan_blok
from akuntabel.doors.web.permintaan import read_versi
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.pelaporan.actions import adopt_usulan, revise_blok
from akuntabel.siklus.pelaporan.actions_blok import compute_hasil_laporan
from akuntabel.siklus.pelaporan.blok import daftar_judul_rujukan, daftar_nama_blok
from akuntabel.siklus.pelaporan.models import BlokLaporan, KomentarBlok, LaporanKinerja
from akuntabel.siklus.pelaporan.permissions import PERAN_PENGOMENTAR, PERAN_PENULIS


@di_ruang
def edit_teks(request: HttpRequest, ruang: Ruang, id_: int, nama: str) -> HttpResponse:
    """The text as somebody writes it; who may not write reads it here, with its comments."""
    laporan = find_laporan_ruang(ruang, id_)
    blok = laporan.daftar_blok.select_related("pengubah").filter(nama=nama).first()
    if request.method == "POST":
        ruang.require(*PERAN_PENULIS)
    awal = {"isi": blok.isi if blok else "", "versi": blok.versi if blok else 0}
    form = open_form(request, TeksForm, initial=awal)
    hasil = find_hasil(laporan, nama)
    if request.method == "POST" and save_form(
        request,
        form,
        lambda isi: revise_blok(laporan, nama, isi=isi["isi"], versi=isi["versi"], by=ruang.pengguna, hasil=hasil),
    ):
        messages.success(request, f"{judul_narasi(nama)} tersimpan.")
        return redirect_teks(ruang, laporan, nama)
    return render_teks(request, ruang, laporan, nama, blok, hasil, form=form)


@require_POST
@di_ruang
def adopt(request: HttpRequest, ruang: Ruang, id_: int, nama: str) -> HttpResponse:
    """The draft sentence becomes the report's own."""
    laporan = find_laporan_ruang(ruang, id_)
    blok = find_blok(laporan, nama)
    versi = read_versi(request, blok.versi)
    perform(
        request,
        lambda: adopt_usulan(blok, versi=versi, by=ruang.pengguna),
        sukses=f"{judul_narasi(nama)} diterima; sekarang bagian dari laporan.",
    )
    return redirect_teks(ruang, laporan, nama)


def render_teks(
    request: HttpRequest,
    ruang: Ruang,
    laporan: LaporanKinerja,
    nama: str,
    blok: BlokLaporan | None,
    hasil: HasilTahun,
    *,
    form: FormDasar,
    form_komentar: KomentarForm | None = None,
) -> HttpResponse:
    """The page of one text."""
    komentar = KomentarBlok.objects.filter(blok=blok).select_related("oleh", "ditugaskan_kepada", "selesai_oleh")
    boleh_ubah = laporan.is_disusun and ruang.is_boleh(*PERAN_PENULIS)
    konteks: dict[str, Any] = {
        "ruang": ruang,
        "laporan": laporan,
        "blok_nama": nama,
        "judul": judul_narasi(nama),
        "blok": blok,
        "form": form,
        "boleh_ubah": boleh_ubah,
        "boleh_komentar": ruang.is_boleh(*PERAN_PENGOMENTAR),
        "daftar_slot": build_daftar_slot(laporan, hasil) if boleh_ubah else (),
        "utas": build_utas(list(komentar)),
        "form_komentar": form_komentar or KomentarForm(laporan=laporan),
        **build_usulan_blok(ruang, laporan, nama, hasil),
        **build_temuan(ruang, laporan, nama, hasil=hasil),
    }
    return render(request, "laporan/teks.html", konteks)


def build_daftar_slot(laporan: LaporanKinerja, hasil: HasilTahun) -> tuple[SlotTersedia, ...]:
    """Every slot that the text may use, with what it stands for now; none in the report of a quarter."""
    if not laporan.is_tahunan:
        return ()
    rujukan = (SlotTersedia(slot, judul, "rujukan") for slot, judul in daftar_judul_rujukan(hasil))
    return (*daftar_slot(hasil), *rujukan)


def build_utas(daftar: list[KomentarBlok]) -> list[tuple[KomentarBlok, list[KomentarBlok]]]:
    """Each comment with the answers to it; an answer to an answer stands below the first."""
    per_pk = {k.pk: k for k in daftar}
    utas: dict[int, list[KomentarBlok]] = {k.pk: [] for k in daftar if k.menanggapi_id is None}
    for k in daftar:
        asal = k
        while asal.menanggapi_id is not None:
            asal = per_pk[asal.menanggapi_id]
        if asal is not k:
            utas[asal.pk].append(k)
    return [(per_pk[pk], jawaban) for pk, jawaban in utas.items()]


def find_hasil(laporan: LaporanKinerja, nama: str) -> HasilTahun:
    """What follows from the facts of the report, once for the page; 404 where it has no text of that name."""
    try:
        hasil = compute_hasil_laporan(laporan)
    except ValidationError as galat:
        raise Http404 from galat
    if nama not in daftar_nama_blok(laporan, hasil.fakta) and not laporan.daftar_blok.filter(nama=nama).exists():
        raise Http404
    return hasil


def find_blok(laporan: LaporanKinerja, nama: str) -> BlokLaporan:
    """The row of a text; 404 where nobody has written or said anything yet."""
    blok = laporan.daftar_blok.select_related("pengubah").filter(nama=nama).first()
    if blok is None:
        raise Http404
    blok.laporan = laporan
    return blok


def redirect_teks(ruang: Ruang, laporan: LaporanKinerja, nama: str) -> HttpResponse:
    """Back to where the text stands in the report."""
    jawaban = redirect("laporan_ruang", kode=ruang.satker.kode, tahun=ruang.tahun, id_=laporan.pk)
    jawaban["Location"] += f"?teks={nama}#teks-{nama}"
    return jawaban
