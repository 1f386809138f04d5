"""The grid of a quarter as a page; without script it is one form with one button."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from akuntabel.core.calc.angka import format_tanggal
from akuntabel.core.calc.nilai import StatusNilai
from akuntabel.core.fakta.slot import show_capaian
from akuntabel.doors.web.lingkungan import show_waktu
from akuntabel.doors.web.permintaan import read_nomor
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.pengukuran.berlaku import Jendela, find_jendela
from akuntabel.siklus.pengukuran.kisi import BarisKisi, Kisi, read_kisi
from akuntabel.siklus.pengukuran.kisi_sel import SelTertulis, show_fakta
from akuntabel.siklus.pengukuran.kisi_simpan import SelDitolakError, save_kisi
from akuntabel.siklus.pengukuran.models import Fakta, StatusPengukuran
from akuntabel.siklus.pengukuran.permissions import PERAN_PER_TINDAKAN
from akuntabel.siklus.perjanjian.models import ROMAWI, TRIWULAN

DAFTAR_STATUS = (
    ("", "belum diisi"),
    *((s.value, s.label) for s in StatusNilai if s is not StatusNilai.NOL),
)
KOLOM = ("nilai", "status", "alasan", "sumber", "perubahan")
TANPA_GALAT = dict.fromkeys(KOLOM, "")


@dataclass(frozen=True, slots=True)
class Keadaan:
    """How far the quarter is, and what this person may do with it."""

    status: str
    teks: str
    catatan: str
    versi: int
    is_tulis: bool
    is_periksa: bool
    is_buka_lagi: bool


@di_ruang
def show_kisi(request: HttpRequest, ruang: Ruang, tw: int) -> HttpResponse:
    """The grid; sent as a form, every changed row is stored or none."""
    require_triwulan(tw)
    kisi = read_kisi(ruang.satker, ruang.tahun, tw)
    tertulis: dict[str, SelTertulis] = {}
    galat_sel: dict[str, Mapping[str, str]] = {}
    if request.method == "POST":
        ruang.require(*PERAN_PER_TINDAKAN["fakta.measure"])
        daftar = _read_perubahan(request.POST, kisi)
        try:
            if daftar:
                save_kisi(ruang.satker, ruang.tahun, tw, {b.kunci: t for b, t in daftar}, by=ruang.pengguna)
            messages.success(request, f"{len(daftar)} baris tersimpan." if daftar else "Tidak ada yang berubah.")
            return redirect("pengukuran_kisi", kode=ruang.satker.kode, tahun=ruang.tahun, tw=tw)
        except SelDitolakError as galat:
            tertulis = {b.nama_kunci: t for b, t in daftar}
            galat_sel = {
                b.nama_kunci: TANPA_GALAT | galat.per_sel[b.kunci].semua for b, _ in daftar if b.kunci in galat.per_sel
            }
        except ValidationError as galat:
            for pesan in galat.messages:
                messages.error(request, pesan)
            tertulis = {b.nama_kunci: t for b, t in daftar}
    return render(request, "pengukuran/kisi.html", build_konteks(ruang, kisi, tertulis, galat_sel))


@di_ruang
def show_ringkasan(request: HttpRequest, ruang: Ruang, tw: int) -> HttpResponse:
    """The line above the grid, asked for again after something was saved."""
    require_triwulan(tw)
    kisi = read_kisi(ruang.satker, ruang.tahun, tw)
    return render(request, "pengukuran/ringkasan.html", {"ringkasan": _ringkasan(kisi)})


def require_triwulan(tw: int) -> None:
    """Raises Http404 for a quarter that no year has."""
    if tw not in TRIWULAN:
        raise Http404


def build_konteks(
    ruang: Ruang, kisi: Kisi, tertulis: Mapping[str, SelTertulis], galat_sel: Mapping[str, Mapping[str, str]]
) -> dict[str, Any]:
    """What the page shows. tertulis, galat_sel: what was written and not taken, by key."""
    tw, tahun = kisi.triwulan, ruang.tahun
    keadaan = build_keadaan(ruang, find_jendela(ruang.satker, tahun, tw))
    return {
        "ruang": ruang,
        "kisi": kisi,
        "romawi": ROMAWI,
        "judul_lalu": f"TW {ROMAWI[tw - 1]} {tahun}" if tw > 1 else f"TW {ROMAWI[max(TRIWULAN)]} {tahun - 1}",
        "judul_tahun_lalu": f"TW {ROMAWI[tw]} {tahun - 1}",
        "keadaan": keadaan,
        "is_tulis": keadaan.is_tulis,
        "ringkasan": _ringkasan(kisi),
        "daftar_status": DAFTAR_STATUS,
        "tampil": tampil,
        "tertulis": tertulis,
        "galat_sel": galat_sel,
        "tanpa_galat": TANPA_GALAT,
    }


def build_keadaan(ruang: Ruang, jendela: Jendela) -> Keadaan:
    """State, dates and acts of a quarter."""
    p = jendela.pengukuran
    status = p.status if p else StatusPengukuran.DISUSUN.value
    is_diajukan, is_beku = status == StatusPengukuran.DIAJUKAN, status == StatusPengukuran.DIVERIFIKASI
    is_terkunci = not jendela.is_terbuka and not is_diajukan
    return Keadaan(
        status="terlambat" if jendela.is_terlambat and not is_diajukan else status,
        teks=_teks(jendela),
        catatan=p.catatan if p and not is_beku else "",
        versi=p.versi if p else 0,
        is_tulis=jendela.is_terbuka and ruang.is_boleh(*PERAN_PER_TINDAKAN["fakta.measure"]),
        is_periksa=is_diajukan and ruang.is_boleh(*PERAN_PER_TINDAKAN["pengukuran.approve"]),
        is_buka_lagi=is_terkunci and ruang.is_boleh(*PERAN_PER_TINDAKAN["pengukuran.reopen"]),
    )


def _teks(jendela: Jendela) -> str:
    """One line: until when, by whom, or why not."""
    p, jadwal = jendela.pengukuran, jendela.jadwal
    if p and p.status == StatusPengukuran.DIVERIFIKASI and jendela.sampai is None:
        sendiri = " (diverifikasi sendiri)" if p.is_diverifikasi_sendiri else ""
        return f"oleh {p.pemeriksa}, {show_waktu(p.diverifikasi_pada)}{sendiri}"
    if p and p.status == StatusPengukuran.DIAJUKAN:
        return f"oleh {p.pengaju}, {show_waktu(p.diajukan_pada)}"
    if jendela.sampai is not None:
        return f"dibuka kembali sampai {show_waktu(jendela.sampai)}"
    if not jendela.is_terbuka:
        return jendela.alasan
    return f"tenggat {format_tanggal(jadwal.tenggat)}" if jadwal else "tenggat belum ditetapkan"


def tampil(fakta: Fakta | None) -> str:
    """A figure to compare with; a dash where nothing was written down."""
    return show_fakta(fakta) if fakta else "–"


def _ringkasan(kisi: Kisi) -> dict[str, Any]:
    capaian = show_capaian(kisi.hasil, kisi.hasil.organisasi.nilai).teks
    return {"terisi": kisi.jumlah_terisi, "semua": len(kisi.daftar_baris), "capaian": capaian}


def _read_perubahan(kiriman: QueryDict, kisi: Kisi) -> list[tuple[BarisKisi, SelTertulis]]:
    """The rows that the form says differently from what the person was shown."""
    daftar = []
    for b in kisi.daftar_baris:
        kunci = b.nama_kunci
        if not b.is_isian or f"nilai-{kunci}" not in kiriman:
            continue
        teks = {nama: " ".join(kiriman.get(f"{nama}-{kunci}", "").replace("\x00", "").split()) for nama in KOLOM}
        t = SelTertulis(**teks, lama=read_nomor(kiriman.get(f"lama-{kunci}")))
        if t.nilai and t.status == "":
            t = replace(t, status=StatusNilai.TERUKUR.value)
        if {nama: getattr(t, nama) for nama in b.isi} != b.isi:
            daftar.append((b, t))
    return daftar
