"""The offices below one: who is late, how much is measured, what was reached and spent; and what they are together."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import F, Q, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone

from akuntabel.core.calc.anggaran import compute_serapan
from akuntabel.core.calc.nilai import Nilai
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.doors.web.supervisi.berkas import Sel, send_tabel
from akuntabel.doors.web.supervisi.butir import ButirIndikator, pilih_silsilah, read_butir
from akuntabel.doors.web.supervisi.serapan import annotate_serapan, compute_rekap_serapan
from akuntabel.doors.web.supervisi.tampil import TANPA, build_capaian, show_capaian
from akuntabel.siklus.organisasi.models import JenisSatker, Satker
from akuntabel.siklus.organisasi.querysets import saring_jalur
from akuntabel.siklus.pelaporan.models import StatusLaporan
from akuntabel.siklus.pengukuran.models import SILSILAH_ORGANISASI
from akuntabel.siklus.pengukuran.rekap_baca import read_rekap
from akuntabel.siklus.pengukuran.rekap_hasil import HasilRekap, compute_hasil_rekap
from akuntabel.siklus.pengukuran.rekap_jumlah import KOSONG
from akuntabel.siklus.pengukuran.rekap_lingkup import Lingkup
from akuntabel.siklus.pengukuran.rekap_supervisi import annotate_nilai, annotate_triwulan, count_triwulan
from akuntabel.siklus.perjanjian.models import ROMAWI, TRIWULAN
from akuntabel.siklus.publikasi.models import StatusTerbitan
from akuntabel.siklus.publikasi.rekap_laporan import annotate_laporan, count_laporan

DaftarKeadaan = QuerySet[Any, dict[str, Any]]  # offices with the columns of LAJUR
SEBANYAK = 50
URUTAN = {  # the choices of the order, and the columns behind them
    "": ("susunan satker", ("path",)),
    "terlambat": ("paling terlambat", (F("jumlah_terlambat").desc(), "path")),
    "capaian": ("capaian tertinggi", (F("urut_capaian").desc(nulls_last=True), "path")),
    "capaian_naik": ("capaian terendah", (F("urut_capaian").asc(nulls_last=True), "path")),
    "serapan": ("serapan tertinggi", (F("urut_serapan").desc(nulls_last=True), "path")),
    "serapan_naik": ("serapan terendah", (F("urut_serapan").asc(nulls_last=True), "path")),
}
KEADAAN = {
    "terlambat": ("terlambat", Q(jumlah_terlambat__gt=0)),
    "belum": ("belum mempunyai capaian", Q(urut_capaian=None)),
    "anggaran": ("anggaran belum diambil", Q(pagu=None)),
    "laporan": ("laporan belum ditandatangani", ~Q(status_laporan=StatusLaporan.DITANDATANGANI.value)),
    "terbitan": ("laporan belum terbit", ~Q(status_terbitan=StatusTerbitan.TERBIT.value)),
}
LAJUR = (
    "kode",
    "nama",
    "path",
    "jenis",
    *(f"{nama}_{triwulan}" for triwulan in TRIWULAN for nama in ("status", "terlambat")),
    "jumlah_terlambat",
    "terukur",
    "dari",
    "urut_capaian",
    "kategori",
    "pagu",
    "terpakai",
    "status_laporan",
    "status_terbitan",
)


BELUM_ADA = "belum ada"
_REVIU = {  # what the state of a report says of its review
    StatusLaporan.DIAJUKAN.value: "berjalan",
    StatusLaporan.DIREVIU.value: "selesai",
    StatusLaporan.DITANDATANGANI.value: "selesai",
}


@dataclass(frozen=True, slots=True)
class Triwulan:
    """A quarter of an office: how far its measurement has come."""

    romawi: str
    status: str
    is_terlambat: bool


@dataclass(frozen=True, slots=True)
class BarisSatker:
    """An office as the table shows it."""

    kode: str
    nama: str
    tingkat: int
    daftar_triwulan: list[Triwulan]
    terukur: int
    dari: int
    capaian: str
    kategori: str
    pagu: int | None
    terpakai: int | None
    serapan: Nilai | None
    laporan: str
    reviu: str
    terbitan: str


@dataclass(frozen=True, slots=True)
class BarisRekap:
    """An indicator over all offices below."""

    butir: ButirIndikator
    hasil: HasilRekap


@di_ruang
def show(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Fifty a page, in the chosen order."""
    lingkup = Lingkup.of(ruang.satker, ruang.pengguna)
    bertriwulan = annotate_triwulan(lingkup.saring_satker(), ruang.satker, ruang.tahun, timezone.localdate())
    saringan = _read_saringan(request)
    daftar = _saring(_lengkapi(bertriwulan, ruang.tahun), saringan)
    anggaran = annotate_serapan(lingkup.saring_satker(), ruang.tahun).values_list("pagu", "terpakai")
    halaman = Paginator(daftar, SEBANYAK).get_page(request.GET.get("halaman"))
    rekap = read_rekap(lingkup, ruang.tahun)
    hasil = {silsilah: compute_hasil_rekap(jumlah) for silsilah, jumlah in rekap.items()}
    daftar_butir = read_butir(ruang.satker, pilih_silsilah({s: j.jumlah_satker for s, j in rekap.items()}))
    return render(
        request,
        "supervisi/daftar.html",
        {
            "ruang": ruang,
            "is_utuh": lingkup.is_utuh,
            "halaman": halaman,
            "baris": [_build_baris(b, ruang.satker) for b in halaman.object_list],
            "keadaan": count_triwulan(bertriwulan),
            "laporan": count_laporan(annotate_laporan(lingkup.saring_satker(), ruang.tahun)),
            "triwulan": {t: ROMAWI[t] for t in TRIWULAN},
            "serapan": compute_rekap_serapan(anggaran),
            "organisasi": hasil.get(SILSILAH_ORGANISASI, compute_hasil_rekap(KOSONG)),
            "rekap": [BarisRekap(b, hasil[b.silsilah]) for b in daftar_butir],
            "saringan": saringan,
            "kueri": _kueri(saringan),
            "pilihan_urut": {nama: teks for nama, (teks, _) in URUTAN.items()},
            "pilihan_keadaan": {nama: teks for nama, (teks, _) in KEADAAN.items()},
            "pilihan_jenis": [j.value for j in JenisSatker],
            "pilihan_provinsi": _daftar_provinsi(lingkup),
        },
    )


@di_ruang
def download(request: HttpRequest, ruang: Ruang, format_: str) -> HttpResponse:
    """The same offices, all of them, with what is behind each figure."""
    satker = Lingkup.of(ruang.satker, ruang.pengguna).saring_satker()
    bertriwulan = annotate_triwulan(satker, ruang.satker, ruang.tahun, timezone.localdate())
    daftar = _saring(_lengkapi(bertriwulan, ruang.tahun), _read_saringan(request))
    kepala = [
        *("Kode satker", "Satker", "Jenis"),
        *(f"TW {ROMAWI[t]}" for t in TRIWULAN),
        *("Triwulan terlambat", "Indikator terukur", "Dari indikator", "Capaian (%)", "Kategori"),
        *("Pagu (Rp)", "Realisasi anggaran (Rp)", "Serapan (%)"),
        *("Laporan Kinerja", "Reviu", "Publikasi"),
    ]
    return send_tabel(format_, f"supervisi-{ruang.satker.kode}-{ruang.tahun}", kepala, map(_build_sel, daftar))


def _lengkapi(bertriwulan: QuerySet[Any], tahun: int) -> DaftarKeadaan:
    berlaporan = annotate_laporan(annotate_serapan(annotate_nilai(bertriwulan, tahun), tahun), tahun)
    return berlaporan.values(*LAJUR)


def _read_saringan(request: HttpRequest) -> dict[str, str]:
    saringan = {n: request.GET.get(n, "").strip() for n in ("q", "jenis", "provinsi", "keadaan", "urut")}
    if saringan["urut"] not in URUTAN:
        saringan["urut"] = ""
    return saringan


def _saring(daftar: DaftarKeadaan, saringan: Mapping[str, str]) -> DaftarKeadaan:
    if saringan["jenis"]:
        daftar = daftar.filter(jenis=saringan["jenis"])
    if saringan["keadaan"] in KEADAAN:
        daftar = daftar.filter(KEADAAN[saringan["keadaan"]][1])
    if saringan["provinsi"]:
        provinsi = Satker.objects.filter(kode=saringan["provinsi"]).first()
        daftar = daftar.filter(saring_jalur(provinsi.path)) if provinsi else daftar.none()
    for kata in saringan["q"].split():
        daftar = daftar.filter(Q(nama__icontains=kata) | Q(kode__istartswith=kata))
    return daftar.order_by(*URUTAN[saringan["urut"]][1])


def _daftar_provinsi(lingkup: Lingkup) -> list[tuple[str, str]]:
    daftar = lingkup.saring_satker().filter(jenis=JenisSatker.PROVINSI.value).order_by("path")
    return list(daftar.values_list("kode", "nama"))


def _build_baris(b: Mapping[str, Any], simpul: Satker) -> BarisSatker:
    serapan = None if b["pagu"] is None else compute_serapan(b["pagu"], b["terpakai"])
    return BarisSatker(
        kode=b["kode"],
        nama=b["nama"],
        tingkat=b["path"].count("/") - simpul.path.count("/"),
        daftar_triwulan=[Triwulan(ROMAWI[t], b[f"status_{t}"] or BELUM_ADA, b[f"terlambat_{t}"]) for t in TRIWULAN],
        terukur=b["terukur"],
        dari=b["dari"],
        capaian=TANPA if b["urut_capaian"] is None else show_capaian(b["urut_capaian"]),
        kategori=b["kategori"],
        pagu=b["pagu"],
        terpakai=b["terpakai"],
        serapan=serapan,
        laporan=b["status_laporan"] or BELUM_ADA,
        reviu=_REVIU.get(b["status_laporan"], BELUM_ADA),
        terbitan=b["status_terbitan"] or BELUM_ADA,
    )


def _build_sel(b: Mapping[str, Any]) -> list[Sel]:
    serapan = None if b["pagu"] is None else compute_serapan(b["pagu"], b["terpakai"]).angka
    return [
        *(b["kode"], b["nama"], b["jenis"]),
        *(_tulis_status(b[f"status_{t}"], b[f"terlambat_{t}"]) for t in TRIWULAN),
        *(b["jumlah_terlambat"], b["terukur"], b["dari"], build_capaian(b["urut_capaian"]), b["kategori"]),
        *(b["pagu"], b["terpakai"], serapan),
        *(b["status_laporan"] or BELUM_ADA, _REVIU.get(b["status_laporan"], BELUM_ADA)),
        b["status_terbitan"] or BELUM_ADA,
    ]


def _tulis_status(status: str, is_terlambat: bool) -> str:
    return f"{status or BELUM_ADA}{', terlambat' if is_terlambat else ''}"


def _kueri(saringan: Mapping[str, str]) -> str:
    """The filters as the beginning of another page's address."""
    kueri = QueryDict(mutable=True)
    kueri.update({nama: nilai for nama, nilai in saringan.items() if nilai})
    return f"{kueri.urlencode()}&" if kueri else ""
