"""What a version of the budget changes, and taking it or putting it aside."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from akuntabel.doors.web.kerja import perform
from akuntabel.doors.web.permintaan import read_versi
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.anggaran.actions_versi import adopt_versi, return_versi
from akuntabel.siklus.anggaran.beda import JenisBeda, compute_beda
from akuntabel.siklus.anggaran.berlaku import find_versi_berlaku
from akuntabel.siklus.anggaran.models import StatusVersi, VersiAnggaran
from akuntabel.siklus.anggaran.permissions import PERAN_PER_TINDAKAN

BARIS_PER_HALAMAN = 100


def find_versi(ruang: Ruang, id_: int) -> VersiAnggaran:
    """The version of this office and year; 404 for any other."""
    semua = VersiAnggaran.objects.select_related("satker", "pengunggah", "pengambil", "berkas")
    return get_object_or_404(semua, pk=id_, satker=ruang.satker, tahun=ruang.tahun)


@di_ruang
def show_beda(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """What is different from the version that holds, or, of a taken one, from the one before it."""
    versi = find_versi(ruang, id_)
    lama = find_pembanding(versi)
    is_rinci = request.GET.get("rinci") == "ya"
    beda = compute_beda(lama, versi, is_rinci=is_rinci)
    konteks = {
        "ruang": ruang,
        "versi": versi,
        "lama": lama,
        "beda": beda,
        "jumlah": {j.value: beda.count(j) for j in JenisBeda},
        "halaman": Paginator(beda.daftar_baris, BARIS_PER_HALAMAN).get_page(request.GET.get("halaman")),
        "is_boleh": versi.status == StatusVersi.PRATINJAU and ruang.is_boleh(*PERAN_PER_TINDAKAN["versi.adopt"]),
        "nomor_lama": lama.nomor if lama else 0,
        "berlaku": find_versi_berlaku(ruang.satker, ruang.tahun),
    }
    return render(request, "anggaran/beda.html", konteks)


@require_POST
@di_ruang
def adopt(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Let it hold, if it still replaces what the person compared it with."""
    ruang.require(*PERAN_PER_TINDAKAN["versi.adopt"])
    versi = find_versi(ruang, id_)
    lama = find_pembanding(versi)
    terhadap = read_versi(request, lama.nomor if lama and lama.nomor else 0)
    is_jadi = perform(
        request,
        lambda: adopt_versi(versi, by=ruang.pengguna, terhadap=terhadap),
        sukses="Versi diambil. Anggaran dan realisasi sekarang menurut berkas ini.",
    )
    if is_jadi:
        return redirect("anggaran", kode=ruang.satker.kode, tahun=ruang.tahun)
    return redirect("anggaran_beda", kode=ruang.satker.kode, tahun=ruang.tahun, id_=versi.pk)


@require_POST
@di_ruang
def return_(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Put it aside."""
    ruang.require(*PERAN_PER_TINDAKAN["versi.return"])
    versi = find_versi(ruang, id_)
    perform(
        request,
        lambda: return_versi(versi, by=ruang.pengguna),
        sukses="Versi dikesampingkan. Anggaran yang berlaku tidak berubah.",
    )
    return redirect("anggaran", kode=ruang.satker.kode, tahun=ruang.tahun)


def find_pembanding(versi: VersiAnggaran) -> VersiAnggaran | None:
    """The version that it would replace, or did."""
    diambil = VersiAnggaran.objects.filter(satker=versi.satker, tahun=versi.tahun).diambil()
    if versi.nomor is not None:
        diambil = diambil.filter(nomor__lt=versi.nomor)
    return diambil.select_related("satker").first()
