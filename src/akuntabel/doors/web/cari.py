"""Search: offices, indicators, agreements, reports and pages, as far as the person sees them; the palette asks too."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone

from akuntabel.doors.web.menu import menu_tahapan
from akuntabel.doors.web.permintaan import read_kata, read_nomor
from akuntabel.doors.web.ruang import get_pengguna
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.querysets import saring_terlihat
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.perencanaan.models import Indikator
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja

PALING_BANYAK = 8  # of each kind


@dataclass(frozen=True, slots=True)
class HasilCari:
    """Something found: what it is called, what it is, where it stands."""

    judul: str
    keterangan: str
    alamat: str
    ikon: str


@login_required
def cari(request: HttpRequest) -> HttpResponse:
    """What was found; the bare list for the palette (``HX-Request``), else a page."""
    kata = read_kata(request, "q")
    hasil = list(_cari_semua(get_pengguna(request), kata, request.GET.get("dari", "")))
    is_palet = request.headers.get("HX-Request") == "true"
    return render(request, "cari/daftar.html" if is_palet else "cari/halaman.html", {"kata": kata, "hasil": hasil})


def _cari_semua(pengguna: Pengguna, kata: str, dari: str) -> Iterator[HasilCari]:
    yield from _halaman(kata, dari)
    if not kata:
        return
    tahun = timezone.localdate().year
    for s in Satker.objects.visible_to(pengguna).filter(Q(nama__icontains=kata) | Q(kode__startswith=kata))[
        :PALING_BANYAK
    ]:
        yield HasilCari(s.nama, f"Satker {s.kode}", reverse("ruang", args=(s.kode, tahun)), "building")
    indikator = (
        Indikator.objects.filter(saring_terlihat(pengguna, "sasaran__renstra__satker__"))
        .filter(Q(nama__icontains=kata) | Q(kode=kata) | Q(definisi__icontains=kata))
        .select_related("sasaran__renstra__satker")
    )
    for i in indikator[:PALING_BANYAK]:
        renstra = i.sasaran.renstra
        yield HasilCari(
            i.nama, f"Indikator {i.kode}, {renstra}", reverse("indikator", args=(renstra.satker.kode, i.pk)), "target"
        )
    perjanjian = PerjanjianKinerja.objects.visible_to(pengguna).select_related("satker", "pihak_pertama")
    saring = (
        Q(satker__nama__icontains=kata)
        | Q(pihak_pertama__nama__icontains=kata)
        | Q(pihak_pertama__jabatan__icontains=kata)
    )
    if (nomor := read_nomor(kata)) is not None:
        saring |= Q(tahun=nomor)
    for p in perjanjian.filter(saring).order_by("-tahun", "-revisi")[:PALING_BANYAK]:
        yield HasilCari(
            str(p),
            f"{p.pihak_pertama.jabatan}, {p.status}",
            reverse("perjanjian_rinci", args=(p.satker.kode, p.tahun, p.pk)),
            "writing-sign",
        )
    yield from _laporan(pengguna, kata, nomor)


def _laporan(pengguna: Pengguna, kata: str, nomor: int | None) -> Iterator[HasilCari]:
    """Reports by office or year."""
    saring = Q(satker__nama__icontains=kata)
    if nomor is not None:
        saring |= Q(tahun=nomor)
    daftar = LaporanKinerja.objects.visible_to(pengguna).filter(saring).select_related("satker", "entitas")
    for n in daftar.order_by("-tahun", "-revisi")[:PALING_BANYAK]:
        alamat = reverse("laporan_ruang", args=(n.satker.kode, n.tahun, n.pk))
        yield HasilCari(f"{n.nama_jenis} {n.tahun}, {n.satker}", f"{n.entitas}, {n.status}", alamat, "file-text")


def _halaman(kata: str, dari: str) -> Iterator[HasilCari]:
    """The pages of the office from whose page the palette was opened."""
    try:
        letak = resolve(dari).kwargs
    except Resolver404:
        return
    if "kode" not in letak:
        return
    tahun = letak.get("tahun", timezone.localdate().year)
    for kelompok in menu_tahapan():
        for b in kelompok.butir:
            if kata.lower() in b.teks.lower():
                args = (letak["kode"], tahun) if b.is_bertahun else (letak["kode"],)
                yield HasilCari(b.teks, kelompok.judul, reverse(b.url, args=args), b.ikon)
