"""Draft sentences: beside the text that they are for, and into all that are empty."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from akuntabel.core.compose.usulan import draft_narasi
from akuntabel.core.fakta.hasil import HasilTahun
from akuntabel.core.fakta.narasi import judul_narasi
from akuntabel.doors.web.laporan.cari import find_laporan_ruang
from akuntabel.doors.web.laporan.cetak import show_slot
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.pelaporan.permissions import PERAN_PENULIS
from akuntabel.siklus.pelaporan.usulan import draft_usulan


def build_usulan_blok(ruang: Ruang, laporan: LaporanKinerja, nama: str, hasil: HasilTahun) -> dict[str, Any]:
    """What bagian_usulan.html shows: the draft of an empty text, with the button that fills it in."""
    blok = laporan.daftar_blok.filter(nama=nama).first()
    isi = "" if not laporan.is_tahunan or (blok and blok.isi and not blok.is_usulan) else draft_narasi(hasil, nama)
    is_sama = blok is not None and blok.isi.strip() == isi.strip()
    return {
        "usulan_isi": "" if is_sama else show_slot(hasil, isi),
        "usulan_boleh": laporan.is_disusun and ruang.is_boleh(*PERAN_PENULIS),
    }


@require_POST
@di_ruang
def draft(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Fill what is empty; ``teks`` names one text."""
    laporan = find_laporan_ruang(ruang, id_)
    nama = request.GET.get("teks") or None
    try:
        terisi = draft_usulan(laporan, by=ruang.pengguna, nama=nama)
    except ValidationError as galat:
        for pesan in galat.messages:
            messages.error(request, pesan)
    else:
        messages.success(request, _kabar(terisi))
    if nama is not None:
        return redirect("laporan_blok", kode=ruang.satker.kode, tahun=ruang.tahun, id_=laporan.pk, nama=nama)
    return redirect("laporan_ruang", kode=ruang.satker.kode, tahun=ruang.tahun, id_=laporan.pk)


def _kabar(terisi: list[str]) -> str:
    if not terisi:
        return "Tidak ada teks kosong yang dapat diisi dari fakta."
    apa = judul_narasi(terisi[0]) if len(terisi) == 1 else f"{len(terisi)} teks"
    return f"{apa} diisi usulan. Usulan belum menjadi bagian laporan; baca, lalu terima atau tulis ulang."
