"""One or more rows of the grid, saved as they are left: a small question, a small answer."""

import json
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from akuntabel.doors.web.pengukuran.kisi import require_triwulan
from akuntabel.doors.web.permintaan import read_nomor
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.pengukuran.actions import HasilUkur
from akuntabel.siklus.pengukuran.berlaku import daftar_elemen_berlaku
from akuntabel.siklus.pengukuran.kisi_hasil import build_indikator_kisi
from akuntabel.siklus.pengukuran.kisi_sel import SelTertulis, read_kunci, show_isi, write_kunci
from akuntabel.siklus.pengukuran.kisi_simpan import GalatBaris, SelDitolakError, save_kisi
from akuntabel.siklus.pengukuran.models import Fakta
from akuntabel.siklus.pengukuran.permissions import PERAN_PER_TINDAKAN
from akuntabel.siklus.pengukuran.sel import KunciSel

BATAS_BADAN = 500_000  # bytes; a grid has some hundred rows
BATAS_SEL = 500
TAK_TERBACA = "Permintaan ini tidak terbaca. Muat ulang halamannya."


@require_POST
@di_ruang
def save_sel(request: HttpRequest, ruang: Ruang, tw: int) -> HttpResponse:
    """Store the rows of the question: all, or none with the reasons beside each."""
    try:
        ruang.require(*PERAN_PER_TINDAKAN["fakta.measure"])
        require_triwulan(tw)
        daftar = read_daftar(request)
    except PermissionDenied as galat:
        return JsonResponse({"pesan": str(galat)}, status=403)
    except ValidationError as galat:
        return JsonResponse({"pesan": " ".join(galat.messages)}, status=400)
    try:
        hasil = save_kisi(ruang.satker, ruang.tahun, tw, daftar, by=ruang.pengguna)
    except SelDitolakError as galat:
        is_bentrok = any(g.is_bentrok for g in galat.per_sel.values())
        sel = [_show_galat(kunci, g) for kunci, g in galat.per_sel.items()]
        return JsonResponse({"sel": sel, "pesan": galat.pesan}, status=409 if is_bentrok else 422)
    except ValidationError as galat:
        return JsonResponse({"pesan": " ".join(galat.messages)}, status=422)
    return JsonResponse(show_hasil(daftar, hasil))


def read_daftar(request: HttpRequest) -> dict[KunciSel, SelTertulis]:
    """The rows of the question. Raises ValidationError where it is none."""
    if len(request.body) > BATAS_BADAN:
        raise ValidationError(f"Paling banyak {BATAS_SEL} baris sekali simpan.")
    try:
        daftar = json.loads(request.body)["sel"]
        if not isinstance(daftar, list) or not 0 < len(daftar) <= BATAS_SEL:
            raise ValidationError(TAK_TERBACA)
        return {read_kunci(_teks(s, "kunci")): _read_sel(s) for s in daftar}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise ValidationError(TAK_TERBACA) from None


def _read_sel(sel: Mapping[str, Any]) -> SelTertulis:
    tertulis = _teks(sel, "lama")
    lama = read_nomor(tertulis)
    if tertulis and lama is None:
        raise ValueError(tertulis)
    kolom = {nama: _teks(sel, nama) for nama in ("nilai", "status", "alasan", "sumber", "perubahan")}
    return SelTertulis(**kolom, lama=lama)


def _teks(sel: Mapping[str, Any], nama: str) -> str:
    """Only words are taken; a number of JSON would be a float."""
    nilai = sel.get(nama, "")
    if not isinstance(nilai, str) or "\x00" in nilai:
        raise TypeError(nama)
    return " ".join(nilai.split())


def show_hasil(daftar: Mapping[KunciSel, SelTertulis], hasil: HasilUkur) -> dict[str, Any]:
    """The rows as they are stored now, and the indicators that they changed.

    nomor grows with every change, so that a page tells an answer that was overtaken by a later one.
    """
    daftar_hasil = hasil.triwulan.daftar_indikator
    nama: dict[str, str] = {}
    if any(not h.capaian.mentah.is_counted for h in daftar_hasil):  # then it says which data are missing
        berlaku = daftar_elemen_berlaku(hasil.triwulan.satker, hasil.triwulan.tahun)
        nama = {kode: e.nama for kode, e in berlaku.items()}
    baru = {KunciSel(f.elemen.kode, f.jenis_kelamin, f.rincian): f for f in hasil.daftar_fakta}
    return {
        "sel": [_show_sel(kunci, tertulis, baru.get(kunci)) for kunci, tertulis in daftar.items()],
        "nomor": max((f.pk for f in hasil.daftar_fakta), default=0),
        "indikator": [build_indikator_kisi(hasil.triwulan, h, nama).angka for h in daftar_hasil],
    }


def _show_sel(kunci: KunciSel, tertulis: SelTertulis, fakta: Fakta | None) -> dict[str, Any]:
    """A row that was stored; one that says what was there already keeps its fact."""
    if fakta is None:
        tetap = {nama: getattr(tertulis, nama) for nama in ("nilai", "status", "alasan", "sumber")}
        return {"kunci": write_kunci(kunci), "lama": str(tertulis.lama or ""), **tetap}
    lama = "" if fakta.is_ditarik else str(fakta.pk)
    return {"kunci": write_kunci(kunci), "lama": lama, **show_isi(None if fakta.is_ditarik else fakta)}


def _show_galat(kunci: KunciSel, galat: GalatBaris) -> dict[str, Any]:
    jawaban: dict[str, Any] = {"kunci": write_kunci(kunci)}
    if not galat.is_bentrok:
        return jawaban | {"galat": galat.galat, "perlu": galat.perlu or None}
    isi = show_isi(galat.kini)
    bentrok = {
        "pesan": galat.pesan,
        "lama": str(galat.kini.pk) if galat.kini else "",
        "sekarang": isi,
        "teks": isi["nilai"] or isi["status"].replace("_", " ") or "kosong",
    }
    return jawaban | {"bentrok": bentrok}
