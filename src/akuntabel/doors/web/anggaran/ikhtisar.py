"""The budget of the year at a glance: totals, tree, absorption month by month, versions; and the lines of a file."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from akuntabel.core.calc.angka import BULAN
from akuntabel.doors.web.anggaran.gambar import daftar_titik
from akuntabel.doors.web.anggaran.pohon import build_pohon
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.anggaran.berlaku import find_versi_berlaku
from akuntabel.siklus.anggaran.hitung import compute_anggaran_tahun
from akuntabel.siklus.anggaran.models import BarisAnggaran, VersiAnggaran
from akuntabel.siklus.anggaran.pelaksanaan import compute_pelaksanaan
from akuntabel.siklus.anggaran.permissions import PERAN_PER_TINDAKAN

BARIS_PER_HALAMAN = 50
VERSI_TERBANYAK = 20


@di_ruang
def show_anggaran(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """What there is, what was spent, and which file says so."""
    hasil = compute_anggaran_tahun(ruang.satker, ruang.tahun)
    pelaksanaan = compute_pelaksanaan(ruang.satker, ruang.tahun)
    versi = VersiAnggaran.objects.filter(satker=ruang.satker, tahun=ruang.tahun)
    konteks = {
        "ruang": ruang,
        "hasil": hasil,
        "pohon": build_pohon(hasil),
        "pelaksanaan": pelaksanaan,
        "is_bergambar": bool(daftar_titik(pelaksanaan)),
        "berlaku": find_versi_berlaku(ruang.satker, ruang.tahun),
        "daftar_versi": versi.select_related("pengunggah", "pengambil").order_by("-pk")[:VERSI_TERBANYAK],
        "nama_bulan": BULAN,
        "is_pencatat": ruang.is_boleh(*PERAN_PER_TINDAKAN["versi.adopt"]),
    }
    return render(request, "anggaran/ikhtisar.html", konteks)


@di_ruang
def show_rincian(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """The lines of a version below one code, down to the item."""
    versi = get_object_or_404(VersiAnggaran, pk=id_, satker=ruang.satker, tahun=ruang.tahun)
    semua = BarisAnggaran.objects.filter(versi=versi).order_by("urut")
    kode = request.GET.get("kode", "").replace("\x00", "")
    bawah = semua.filter(induk=kode)
    if not kode and not bawah.exists():  # a version of leaves alone, as a data package has them
        bawah = semua
    konteks = {
        "ruang": ruang,
        "versi": versi,
        "induk": semua.filter(kode=kode, is_daun=False).first() if kode else None,
        "halaman": Paginator(bawah, BARIS_PER_HALAMAN).get_page(request.GET.get("halaman")),
    }
    return render(request, "anggaran/rincian.html", konteks)
