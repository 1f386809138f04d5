"""The pages that people read: front, offices, years, regions."""

from decimal import Decimal
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from markupsafe import Markup

from akuntabel.doors.portal.gambar import Batang, draw_batang
from akuntabel.doors.portal.kalimat import SERATUS, build_batang, build_kalimat, show_capaian
from akuntabel.doors.portal.lingkungan import tampilkan
from akuntabel.doors.portal.simpanan import halaman
from akuntabel.siklus.publikasi.baca_portal import (
    daftar_leluhur,
    daftar_milik,
    daftar_tahun_per_satker,
    daftar_terbaru,
    find_pengganti,
    find_satker,
    find_terbitan,
    find_utama,
    read_terbitan,
    search_satker,
)
from akuntabel.siklus.publikasi.baca_wilayah import Kelompok, Wilayah, read_wilayah
from akuntabel.siklus.publikasi.models import IndikatorTerbit, JenisTerbitan, SasaranTerbit, SatkerTerbit, Terbitan

PER_HALAMAN = 50
SELAJUR = 10  # bars that stand in one column
TERBARU = 10


@halaman
def show_depan(request: HttpRequest) -> HttpResponse:
    """How many offices have published, by region; what came last; the search."""
    return tampilkan("depan.html", {"wilayah": read_wilayah(None), "daftar_terbaru": daftar_terbaru(TERBARU)})


@halaman
def search(request: HttpRequest) -> HttpResponse:
    """Offices by words, with the years that they have published."""
    kata = request.GET.get("q", "").replace("\x00", "").strip()[:100]
    hal = turn_halaman(request, search_satker(kata))
    tahun = daftar_tahun_per_satker(s.kode for s in hal)
    return tampilkan("cari.html", {"kata": kata, "hal": hal, "daftar_tahun": tahun})


@halaman
def show_satker(request: HttpRequest, kode: str) -> HttpResponse:
    """An office: its years, newest first."""
    satker = find_satker(kode)
    if satker is None:
        return tidak_ada(f"Satker dengan kode {kode} tidak dikenal.")
    daftar = daftar_milik(kode)
    utama = [t for t in daftar if t.is_utama and t.jenis == JenisTerbitan.TAHUNAN]
    konteks: dict[str, Any] = {
        "satker": satker,
        "daftar_leluhur": daftar_leluhur(satker),
        "daftar_utama": utama,
        "daftar_lain": [t for t in daftar if t not in utama],
        "gambar": _gambar_tahun([t for t in reversed(utama) if not t.is_ditarik]),
        "capaian": show_nilai,
        "is_berbawahan": SatkerTerbit.objects.filter(kode_induk=kode).exists(),
    }
    return tampilkan("satker.html", konteks)


@halaman
def show_tahun(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """An office-year on one page."""
    terbitan = find_utama(kode, tahun)
    if terbitan is None:
        return tidak_ada(f"Belum ada laporan tahun {tahun} yang diterbitkan satker dengan kode {kode}.")
    return show_laporan(terbitan)


@halaman
def show_terbitan(request: HttpRequest, slug: str) -> HttpResponse:
    """One report by its stable name, earlier revisions and quarterly reports too."""
    terbitan = find_terbitan(slug)
    return tidak_ada("Laporan ini tidak dikenal.") if terbitan is None else show_laporan(terbitan)


@halaman
def show_wilayah(request: HttpRequest, kode: str) -> HttpResponse:
    """An office with all below it."""
    satker = find_satker(kode)
    if satker is None:
        return tidak_ada(f"Satker dengan kode {kode} tidak dikenal.")
    return _wilayah(request, satker)


@halaman
def show_nasional(request: HttpRequest) -> HttpResponse:
    """Everybody."""
    return _wilayah(request, None)


@halaman
def show_tentang(request: HttpRequest) -> HttpResponse:
    """What this is, how to read and verify it, under which licence it is."""
    return tampilkan("tentang.html", {})


def show_laporan(terbitan: Terbitan) -> HttpResponse:
    """A report whole, or the notice of its withdrawal."""
    if terbitan.is_ditarik:
        lain = [t for t in daftar_milik(terbitan.kode_satker) if not t.is_ditarik]
        tarikan = {"terbitan": terbitan, "pengganti": find_pengganti(terbitan), "daftar_lain": lain}
        return tampilkan("ditarik.html", tarikan, status=410)
    isi = read_terbitan(terbitan)
    konteks = {
        "isi": isi,
        "terbitan": terbitan,
        "daftar_kalimat": build_kalimat(isi),
        "gambar": draw_batang([build_batang(s.isi) for s in isi.daftar_sasaran], "Capaian tiap sasaran dalam persen")
        if isi.daftar_sasaran
        else "",
        "gambar_anggaran": _gambar_anggaran(terbitan),
        "capaian": show_nilai,
    }
    return tampilkan("laporan.html", konteks)


def tidak_ada(pesan: str) -> HttpResponse:
    """404, with the way on."""
    return tampilkan("tidak_ada.html", {"pesan": pesan}, status=404)


def read_angka(request: HttpRequest, nama: str) -> int | None:
    """A whole number of the query; None where it is none."""
    tulisan = request.GET.get(nama, "")
    return int(tulisan) if tulisan.isascii() and tulisan.isdigit() and len(tulisan) < 6 else None


def _wilayah(request: HttpRequest, satker: SatkerTerbit | None) -> HttpResponse:
    wilayah = read_wilayah(satker, read_angka(request, "tahun"))
    if wilayah is None:
        return tidak_ada("Belum ada laporan tahunan yang diterbitkan di sini untuk tahun itu.")
    konteks: dict[str, Any] = {
        "satker": satker,
        "daftar_leluhur": daftar_leluhur(satker) if satker else [],
        "wilayah": wilayah,
        "hal": turn_halaman(request, wilayah.daftar_peringkat),
        "daftar_gambar": _gambar_wilayah(wilayah),
        "capaian": show_nilai,
    }
    return tampilkan("wilayah.html", konteks)


def turn_halaman(request: HttpRequest, daftar: Any, jumlah: int = PER_HALAMAN) -> Page[Any]:
    """The page of a list that the query asks for; the nearest where there is no such page."""
    return Paginator(daftar, jumlah).get_page(read_angka(request, "hal") or 1)


def show_nilai(t: Terbitan | SasaranTerbit | IndikatorTerbit) -> str:
    """What a cell says of a report, sasaran or indicator."""
    return show_capaian(t.capaian_tercetak, t.status_capaian if isinstance(t, Terbitan) else t.status)


def _gambar_tahun(daftar: list[Terbitan]) -> str:
    """The capaian of an office from year to year."""
    batang = [
        Batang(str(t.tahun), nilai, show_nilai(t), "baik" if nilai and nilai >= SERATUS else "kurang")
        for t in daftar
        for nilai in [Decimal(t.capaian) if t.capaian else None]
    ]
    return draw_batang(batang, "Capaian tiap tahun dalam persen") if len(batang) > 1 else ""


def _gambar_anggaran(t: Terbitan) -> str:
    if not t.serapan:
        return ""
    batang = Batang("Terpakai", Decimal(t.serapan), t.serapan_tercetak, "netral")
    return draw_batang([batang], "Serapan anggaran", garis=None, batas=100)


def _gambar_wilayah(wilayah: Wilayah) -> list[Markup]:
    """How many offices of each branch have published; a long list in two columns."""
    batang = [_batang_cakupan(k) for k in wilayah.daftar_kelompok if k.satker]
    tengah = len(batang) if len(batang) <= SELAJUR else (len(batang) + 1) // 2
    judul = f"Satker yang menerbitkan laporan tahun {wilayah.tahun}, dalam persen"
    return [draw_batang(b, judul, garis=None, batas=100) for b in (batang[:tengah], batang[tengah:]) if b]


def _batang_cakupan(k: Kelompok) -> Batang:
    persen = Decimal(k.cakupan.terukur * 100) / k.cakupan.dari if k.cakupan.dari else None
    return Batang(k.satker.nama if k.satker else "", persen, f"{k.cakupan}", "netral")
