"""Beranda: the offices of a person; the year of one office as a track, what to do next, and what came out so far."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from akuntabel.doors.web.beranda_bacaan import read_tahun_kerja
from akuntabel.doors.web.beranda_capaian import build_capaian, build_serapan
from akuntabel.doors.web.beranda_lintasan import build_lintasan
from akuntabel.doors.web.beranda_perhatian import build_perhatian
from akuntabel.doors.web.pekerjaan import daftar_pekerjaan_rencana
from akuntabel.doors.web.pekerjaan_lapor import daftar_pekerjaan_lapor
from akuntabel.doors.web.pekerjaan_ukur import daftar_pekerjaan_fakta
from akuntabel.doors.web.ruang import Ruang, di_ruang, get_pengguna
from akuntabel.siklus.organisasi.querysets import daftar_penugasan_berlaku


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
    kerja = read_tahun_kerja(ruang)
    capaian = build_capaian(kerja)
    return render(
        request,
        "beranda/ruang.html",
        {
            "ruang": ruang,
            "lintasan": build_lintasan(kerja),
            "daftar_kerja": (
                *daftar_pekerjaan_rencana(kerja),
                *daftar_pekerjaan_fakta(kerja),
                *daftar_pekerjaan_lapor(kerja),
            ),
            "daftar_perhatian": build_perhatian(kerja, capaian),
            "capaian": capaian,
            "serapan": build_serapan(kerja),
            "daftar_perjanjian": kerja.daftar_perjanjian,
        },
    )
