"""Voters and turnout: the matrix by area, both bases, one area typed in, counts taken over into the measurement."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from akuntabel.core.calc.partisipasi import JumlahPemilih, KategoriPemilih, find_singkatan
from akuntabel.core.fakta.kepemiluan import Disabilitas
from akuntabel.core.fakta.pengukuran import JenisKelamin
from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.kepemiluan.cari import find_baris_pemilih, find_pemilihan, find_pilihan
from akuntabel.doors.web.kepemiluan.forms import AlasanForm
from akuntabel.doors.web.kepemiluan.forms_pemilih import UKURAN, FaktaForm, PemilihForm
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.kepemiluan.actions.daftar_pemilih import withdraw_daftar_pemilih, write_daftar_pemilih
from akuntabel.siklus.kepemiluan.actions.fakta import daftar_sel_fakta, measure_pemilih
from akuntabel.siklus.kepemiluan.berlaku import daftar_pemilih
from akuntabel.siklus.kepemiluan.hitung import BarisWilayah, HasilPemilih, compute_pemilih
from akuntabel.siklus.kepemiluan.models import Pemilihan
from akuntabel.siklus.kepemiluan.permissions import PERAN_PENCATAT
from akuntabel.siklus.pengukuran.permissions import PERAN_PENGUKUR
from akuntabel.siklus.perjanjian.models import ROMAWI

BARIS_RIWAYAT = 50
BARIS_TERBANYAK = 80  # beyond, the page shows kecamatan, and one of them in full
_KELAMIN: tuple[JenisKelamin | None, ...] = (*JenisKelamin, None)


@di_ruang
def show_daftar_pemilih(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """The counts of an election by area, and the turnout that follows."""
    daftar, pemilihan = find_pilihan(ruang, request.GET.get("pemilihan", ""))
    hasil = compute_pemilih(ruang.satker, pemilihan) if pemilihan else None
    kecamatan = request.GET.get("kecamatan", "")
    konteks = {
        "ruang": ruang,
        "daftar_pemilihan": daftar,
        "pemilihan": pemilihan,
        "hasil": hasil,
        "daftar_baris": _daftar_baris(hasil, kecamatan) if hasil else (),
        "is_ringkas": hasil is not None and _is_ringkas(hasil) and not kecamatan,
        "kecamatan": kecamatan,
        "singkatan": {k: find_singkatan(nama) for k, nama in pemilihan.label.items()} if pemilihan else {},
        "kolom": [(u, k, j) for u in UKURAN for k in KategoriPemilih for j in _KELAMIN],
        "is_pencatat": ruang.is_boleh(*PERAN_PENCATAT),
        "is_pengukur": ruang.is_boleh(*PERAN_PENGUKUR),
    }
    return render(request, "kepemiluan/daftar_pemilih.html", konteks)


@di_ruang
def write(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """The counts of one area; ``?kecamatan=&kelurahan=&disabilitas=`` says which."""
    ruang.require(*PERAN_PENCATAT)
    pemilihan = find_pemilihan(ruang, id_)
    wilayah = {nama: request.GET.get(nama, "") for nama in ("kecamatan", "kelurahan", "disabilitas")}
    ada = _read_ada(ruang, pemilihan, wilayah)
    form = open_form(request, PemilihForm, initial=wilayah, label=pemilihan.label, ada=ada)

    def tindakan(isi: Mapping[str, Any]) -> None:
        write_daftar_pemilih(
            ruang.satker,
            pemilihan,
            form.isian(),
            sumber=isi["sumber"],
            alasan=isi["alasan"],
            is_gantikan=isi["is_gantikan"],
            by=ruang.pengguna,
        )

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Daftar pemilih tersimpan.")
        return kembali(ruang, pemilihan)
    konteks = {
        "ruang": ruang,
        "form": form,
        "pemilihan": pemilihan,
        "label": pemilihan.label,
        "daftar_kecamatan": _daftar_kecamatan(ruang, pemilihan),
    }
    return render(request, "kepemiluan/pemilih_tulis.html", konteks)


@di_ruang
def measure(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Take the counts over as facts of the measurement, so that nobody types them twice."""
    ruang.require(*PERAN_PENGUKUR)
    pemilihan = find_pemilihan(ruang, id_)
    triwulan = _read_triwulan(request.POST.get("triwulan", request.GET.get("triwulan", "")))
    form = open_form(request, FaktaForm, initial={"triwulan": "" if triwulan is None else str(triwulan)})

    def tindakan(isi: Mapping[str, Any]) -> None:
        measure_pemilih(ruang.satker, pemilihan, triwulan=triwulan, alasan=isi["alasan"], by=ruang.pengguna)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Angka daftar pemilih sudah masuk ke pengukuran.")
        return kembali(ruang, pemilihan)
    konteks = {
        "ruang": ruang,
        "form": form,
        "pemilihan": pemilihan,
        "triwulan": triwulan,
        "daftar_sel": daftar_sel_fakta(ruang.satker, pemilihan, triwulan=triwulan),
        "daftar_triwulan": ROMAWI,
    }
    return render(request, "kepemiluan/pemilih_fakta.html", konteks)


@di_ruang
def show_riwayat(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Every count that was ever written in an election, the newest first: from which document, by whom, and why."""
    pemilihan = find_pemilihan(ruang, id_)
    semua = daftar_pemilih(ruang.satker, pemilihan).select_related("pencatat", "pengganti").order_by("-pk")
    konteks = {
        "ruang": ruang,
        "pemilihan": pemilihan,
        "halaman": Paginator(semua, BARIS_RIWAYAT).get_page(request.GET.get("halaman")),
        "label": {k.value: find_singkatan(nama) for k, nama in pemilihan.label.items()},
        "kata_disabilitas": {d.value: d.label for d in Disabilitas},
        "is_pencatat": ruang.is_boleh(*PERAN_PENCATAT),
    }
    return render(request, "kepemiluan/pemilih_riwayat.html", konteks)


@di_ruang
def withdraw(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Take one count back that should not be there; the row stays."""
    ruang.require(*PERAN_PENCATAT)
    baris = find_baris_pemilih(ruang, id_)
    form = open_form(request, AlasanForm)

    def tindakan(isi: Mapping[str, Any]) -> None:
        withdraw_daftar_pemilih(ruang.satker, baris.pemilihan, [baris], by=ruang.pengguna, alasan=isi["alasan"])

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Angka ditarik; barisnya tetap ada dalam riwayat.")
        return kembali(ruang, baris.pemilihan)
    konteks = {"ruang": ruang, "form": form, "baris": baris}
    return render(request, "kepemiluan/pemilih_tarik.html", konteks)


def kembali(ruang: Ruang, pemilihan: Pemilihan) -> HttpResponse:
    """To the counts of the election."""
    jawaban = redirect("daftar_pemilih", kode=ruang.satker.kode, tahun=ruang.tahun)
    jawaban["Location"] += f"?pemilihan={pemilihan.kode}"
    return jawaban


def _read_triwulan(teks: str) -> int | None:
    """The quarter of the address, None for the year; 404 for what is none."""
    if not teks:
        return None
    if not teks.isdecimal() or int(teks) not in ROMAWI:
        raise Http404
    return int(teks)


def _is_ringkas(hasil: HasilPemilih) -> bool:
    return bool(hasil.kecamatan) and len(hasil.wilayah) > BARIS_TERBANYAK


def _daftar_baris(hasil: HasilPemilih, kecamatan: str) -> tuple[BarisWilayah, ...]:
    if kecamatan:
        return tuple(b for b in hasil.wilayah if b.kecamatan == kecamatan)
    if not _is_ringkas(hasil):
        return hasil.wilayah
    tanpa_rincian = (b for b in hasil.wilayah if not b.kelurahan)
    return tuple(sorted((*tanpa_rincian, *hasil.kecamatan), key=lambda b: (b.kecamatan, b.disabilitas.value)))


def _read_ada(
    ruang: Ruang, pemilihan: Pemilihan, wilayah: Mapping[str, str]
) -> dict[tuple[KategoriPemilih, JenisKelamin], JumlahPemilih]:
    baris = daftar_pemilih(ruang.satker, pemilihan).terkini().filter(**wilayah)
    return {
        (KategoriPemilih(b.kategori), JenisKelamin(b.jenis_kelamin)): JumlahPemilih(b.pemilih, b.pengguna)
        for b in baris
    }


def _daftar_kecamatan(ruang: Ruang, pemilihan: Pemilihan) -> list[str]:
    baris = daftar_pemilih(ruang.satker, pemilihan).terkini().order_by("kecamatan")
    return [k for k in baris.values_list("kecamatan", flat=True).distinct() if k]
