"""The year after the one of the address: what this year teaches for it, and the button that opens it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from akuntabel.doors.web.kerja import perform
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.evaluasi.pembukaan import BagianPembukaan, BagianTahun, KeadaanBagian
from akuntabel.siklus.evaluasi.rencana_lanjut import read_rencana_lanjut
from akuntabel.siklus.evaluasi.saran_lanjut import daftar_saran_lanjut
from akuntabel.siklus.evaluasi.tahun_berikut import PERAN_PEMBUKA, daftar_pembukaan, open_tahun
from akuntabel.siklus.evaluasi.tinjauan import BarisTinjauan, read_tinjauan
from akuntabel.siklus.perencanaan.target import show_target_tersimpan

_HALAMAN = {  # where a matter is looked at; the plan of five years has no year in its address
    BagianTahun.RENSTRA: ("renstra", False),
    BagianTahun.RENCANA: ("rkt", True),
    BagianTahun.ELEMEN: ("elemen", True),
    BagianTahun.JADWAL: ("pengukuran", True),
    BagianTahun.PERJANJIAN: ("perjanjian", True),
    BagianTahun.PAGU: ("pagu", True),
}


@dataclass(frozen=True, slots=True)
class ButirPembukaan:
    """A matter with the page where it is looked at."""

    bagian: str
    teks: str
    alamat: str


@dataclass(frozen=True, slots=True)
class BarisLanjut:
    """An indicator as the table shows it: targets as people write them."""

    isi: BarisTinjauan
    target: str
    target_renstra: str
    target_rencana: str
    daftar_acuan: Sequence[tuple[str, str]]
    daftar_saran: Sequence[str]


@di_ruang
def show(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Both years beside each other, and what the button would do."""
    rencana = read_rencana_lanjut(ruang.satker, ruang.tahun + 1)
    tinjauan = read_tinjauan(ruang.satker, ruang.tahun, rencana=rencana)
    daftar = daftar_pembukaan(ruang.satker, ruang.tahun, rencana=rencana)
    return render(
        request,
        "tahun_berikut/halaman.html",
        {
            "ruang": ruang,
            "lanjut": ruang.tahun + 1,
            "tinjauan": tinjauan,
            "daftar_baris": [_build_baris(b, ruang.tahun + 1) for b in tinjauan.daftar_baris],
            "siap": _pilih(daftar, KeadaanBagian.SIAP, ruang),
            "ada": _pilih(daftar, KeadaanBagian.ADA, ruang),
            "orang": _pilih(daftar, KeadaanBagian.ORANG, ruang),
            "is_boleh": ruang.is_boleh(*PERAN_PEMBUKA),
        },
    )


@require_POST
@di_ruang
def open_(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Open it, and show what is there then."""
    sukses = f"Tahun {ruang.tahun + 1} terbuka. Periksa naskahnya, lalu putuskan yang masih tersisa."
    perform(request, lambda: open_tahun(ruang.satker, ruang.tahun, by=ruang.pengguna), sukses=sukses)
    return redirect("tahun_berikut", kode=ruang.satker.kode, tahun=ruang.tahun)


def _pilih(daftar: Sequence[BagianPembukaan], keadaan: KeadaanBagian, ruang: Ruang) -> list[ButirPembukaan]:
    return [ButirPembukaan(b.bagian, b.teks, _alamat(b.bagian, ruang)) for b in daftar if b.keadaan is keadaan]


def _alamat(bagian: BagianTahun, ruang: Ruang) -> str:
    halaman, is_bertahun = _HALAMAN[bagian]
    return reverse(halaman, args=(ruang.satker.kode, ruang.tahun + 1) if is_bertahun else (ruang.satker.kode,))


def _build_baris(b: BarisTinjauan, lanjut: int) -> BarisLanjut:
    berikut = b.berikut
    return BarisLanjut(
        isi=b,
        target=show_target_tersimpan(b.hasil.target_teks, b.hasil.indikator) if b.hasil else "",
        target_renstra=show_target_tersimpan(b.target_renstra, berikut) if berikut else "",
        target_rencana=show_target_tersimpan(b.target_rencana, berikut) if berikut else "",
        daftar_acuan=[(a.asal, show_target_tersimpan(a.target, berikut)) for a in b.daftar_acuan] if berikut else (),
        daftar_saran=list(daftar_saran_lanjut(b, lanjut)),
    )
