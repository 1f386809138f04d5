"""The public page behind the QR of a signed agreement: what it is, who signed it, and whether a file is the same."""

import hashlib
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from akuntabel.doors.web.formulir import open_form
from akuntabel.doors.web.perjanjian.forms_tanda_tangan import PeriksaForm
from akuntabel.doors.web.publikasi.verifikasi import show_penetapan
from akuntabel.doors.web.reviu.verifikasi import show_pernyataan
from akuntabel.siklus.perjanjian.isi import is_utuh
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja, StatusPerjanjian, TandaTangan
from akuntabel.siklus.perjanjian.tanda_tangan.izin import find_giliran
from akuntabel.siklus.perjanjian.tanda_tangan.verifikasi import (
    DokumenDitolakError,
    HasilVerifikasi,
    verify_kiriman,
)

BATAS_BITA = 10 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Pemeriksaan:
    """What can be said of a file that somebody brought. is_sama: byte for byte one that was recorded here."""

    nama: str
    hasil: HasilVerifikasi | None
    is_sama: bool
    is_terakhir: bool
    tanda: TandaTangan | None


def show_verifikasi(request: HttpRequest, sidik: str = "") -> HttpResponse:
    """Without sign-in: the agreement of that hash, and the check of a file. Unsigned ones have no hash, so no page."""
    perjanjian = _find(sidik) if sidik else None
    if sidik and perjanjian is None:
        dokumen_lain = show_pernyataan(request, sidik) or show_penetapan(request, sidik)
        return dokumen_lain or render(
            request, "perjanjian/tanda_tangan/tidak_dikenal.html", {"sidik": sidik}, status=404
        )
    form = open_form(request, PeriksaForm)
    pemeriksaan = _periksa(form, perjanjian) if request.method == "POST" and form.is_valid() else None
    if perjanjian is None and pemeriksaan is not None and pemeriksaan.tanda is not None:
        perjanjian = pemeriksaan.tanda.perjanjian
    konteks: dict[str, Any] = {"form": form, "pemeriksaan": pemeriksaan, "perjanjian": perjanjian}
    if perjanjian is not None:
        konteks |= {
            "daftar_tanda": perjanjian.daftar_tanda_tangan.all(),
            "pengganti": _find_pengganti(perjanjian),
            "is_utuh": is_utuh(perjanjian),
            "menunggu": find_giliran(perjanjian),
        }
    return render(request, "perjanjian/tanda_tangan/verifikasi.html", konteks)


def _find(sidik: str) -> PerjanjianKinerja | None:
    return (
        PerjanjianKinerja.objects.filter(sidik=sidik, status=StatusPerjanjian.DITANDATANGANI.value)
        .select_related("satker", "entitas", "pihak_pertama", "pihak_kedua")
        .first()
    )


def _find_pengganti(perjanjian: PerjanjianKinerja) -> PerjanjianKinerja | None:
    """The signed revision that took its place."""
    return PerjanjianKinerja.objects.filter(sebelumnya=perjanjian, status=StatusPerjanjian.DITANDATANGANI.value).first()


def _periksa(form: PeriksaForm, perjanjian: PerjanjianKinerja | None) -> Pemeriksaan | None:
    """Compare the file with what was recorded, and read its signatures. None: it is refused, the form says why."""
    berkas: UploadedFile[bytes] = form.cleaned_data["berkas"]
    if berkas.size is None or berkas.size > BATAS_BITA:
        form.add_error("berkas", ValidationError("Berkas lebih dari 10 MB, diharapkan paling banyak 10 MB."))
        return None
    isi = berkas.read()
    sidik = hashlib.sha256(isi).hexdigest()
    daftar = TandaTangan.objects.filter(sidik=sidik).select_related("perjanjian__satker", "perjanjian__entitas")
    if perjanjian is not None:
        daftar = daftar.filter(perjanjian=perjanjian)
    tanda = daftar.first()
    try:
        hasil = verify_kiriman(isi)
    except DokumenDitolakError as galat:
        if tanda is None:
            form.add_error("berkas", ValidationError(str(galat)))
            return None
        hasil = None  # a scan that is a picture
    is_terakhir = tanda is not None and not _is_diteruskan(tanda)
    return Pemeriksaan(berkas.name or "berkas", hasil, tanda is not None, is_terakhir, tanda)


def _is_diteruskan(tanda: TandaTangan) -> bool:
    """Whether somebody signed after this file was made."""
    sesudah = TandaTangan.objects.filter(perjanjian=tanda.perjanjian_id, pk__gt=tanda.pk)
    return sesudah.exclude(sidik=tanda.sidik).exists()
