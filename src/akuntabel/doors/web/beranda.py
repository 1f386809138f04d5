"""Beranda: the offices of a person; the year of one office as a track, and what the person has to do next."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from akuntabel.doors.web.pekerjaan import daftar_pekerjaan
from akuntabel.doors.web.ruang import Ruang, di_ruang, get_pengguna
from akuntabel.siklus.organisasi.querysets import daftar_penugasan_berlaku
from akuntabel.siklus.perencanaan.berlaku import find_renstra_berlaku
from akuntabel.siklus.perencanaan.models import RencanaKinerja, Renstra, StatusRencana
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja, RencanaAksi, StatusPerjanjian, StatusRencanaAksi
from akuntabel.siklus.tahap import Tahap


@dataclass(frozen=True, slots=True)
class Titik:
    """A stage on the track of the year. keadaan: sudah, sekarang, or belum."""

    tahap: Tahap
    keadaan: str
    keterangan: str
    alamat: str = ""


@login_required
def show_beranda(request: HttpRequest) -> HttpResponse:
    """The only office of a person, else the list to choose from."""
    daftar = daftar_penugasan_berlaku(get_pengguna(request))
    satker = {p.satker_id: p.satker for p in daftar}
    if len(satker) == 1:
        return redirect("ruang", kode=next(iter(satker.values())).kode, tahun=timezone.localdate().year)
    return render(request, "beranda/pilih.html", {"daftar_satker": satker.values(), "tahun": timezone.localdate().year})


@di_ruang
def show_ruang(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """The year of one office."""
    renstra = find_renstra_berlaku(ruang.satker, ruang.tahun)
    daftar_perjanjian = list(
        PerjanjianKinerja.objects.filter(satker=ruang.satker, tahun=ruang.tahun)
        .select_related("pihak_pertama", "pihak_kedua", "satker")
        .order_by("-revisi", "pihak_pertama__jabatan")
    )
    return render(
        request,
        "beranda/ruang.html",
        {
            "ruang": ruang,
            "lintasan": tuple(_lintasan(ruang, renstra, daftar_perjanjian)),
            "daftar_kerja": tuple(daftar_pekerjaan(ruang, renstra, daftar_perjanjian)),
            "renstra": renstra,
            "daftar_perjanjian": daftar_perjanjian,
        },
    )


def _lintasan(ruang: Ruang, renstra: Renstra | None, daftar: list[PerjanjianKinerja]) -> Iterator[Titik]:
    kode, tahun = ruang.satker.kode, ruang.tahun
    yield Titik(
        Tahap.RENSTRA,
        "sudah" if renstra else "sekarang",
        f"{renstra.mulai}–{renstra.selesai}" if renstra else "belum ada yang berlaku",
        reverse("renstra", args=(kode,)),
    )
    rkt = RencanaKinerja.objects.filter(satker=ruang.satker, tahun=tahun).order_by("revisi").last()
    yield _titik(
        Tahap.RENCANA, rkt, StatusRencana.DITETAPKAN.value, is_mulai=renstra is not None, alamat="rkt", ruang=ruang
    )
    tertanda = next((p for p in daftar if p.is_beku), None)
    terbaru = tertanda or (daftar[0] if daftar else None)
    yield _titik(
        Tahap.PERJANJIAN,
        terbaru,
        StatusPerjanjian.DITANDATANGANI.value,
        is_mulai=renstra is not None,
        alamat="perjanjian",
        ruang=ruang,
    )
    aksi = RencanaAksi.objects.filter(perjanjian__in=[p for p in daftar if p.is_beku]).order_by("-pk").first()
    yield _titik(
        Tahap.RENCANA_AKSI,
        aksi,
        StatusRencanaAksi.DISETUJUI.value,
        is_mulai=tertanda is not None,
        alamat="rencana_aksi",
        ruang=ruang,
    )


def _titik(
    tahap: Tahap,
    dokumen: RencanaKinerja | PerjanjianKinerja | RencanaAksi | None,
    akhir: str,
    *,
    is_mulai: bool,
    alamat: str,
    ruang: Ruang,
) -> Titik:
    """A stage that has one document: done when the document has reached its last state."""
    keadaan = "belum"
    if dokumen is not None and dokumen.status == akhir:
        keadaan = "sudah"
    elif dokumen is not None or is_mulai:
        keadaan = "sekarang"
    keterangan = dokumen.status if dokumen else "belum disusun"
    return Titik(tahap, keadaan, keterangan, reverse(alamat, args=(ruang.satker.kode, ruang.tahun)))
