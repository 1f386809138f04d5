"""What a text said before: every version, the words that changed, and the way back."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from akuntabel.core.fakta.narasi import judul_narasi
from akuntabel.doors.web.kerja import perform
from akuntabel.doors.web.laporan.beda import build_beda
from akuntabel.doors.web.laporan.cari import find_laporan_ruang
from akuntabel.doors.web.laporan.teks import find_blok, redirect_teks
from akuntabel.doors.web.permintaan import read_nomor, read_versi
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.pelaporan.actions import restore_versi
from akuntabel.siklus.pelaporan.models import VersiBlok
from akuntabel.siklus.pelaporan.permissions import PERAN_PENULIS


@di_ruang
def show_versi(request: HttpRequest, ruang: Ruang, id_: int, nama: str) -> HttpResponse:
    """All versions; one of them against another: ``?versi=3&dengan=2``, without ``dengan`` the one before it."""
    laporan = find_laporan_ruang(ruang, id_)
    blok = find_blok(laporan, nama)
    daftar = list(blok.daftar_versi.select_related("oleh").order_by("-versi"))
    if not daftar:
        raise Http404
    per_nomor = {v.versi: v for v in daftar}
    terpilih = per_nomor.get(read_nomor(request.GET.get("versi")) or blok.versi, daftar[0])
    pembanding = per_nomor.get(read_nomor(request.GET.get("dengan")) or terpilih.versi - 1)
    konteks = {
        "ruang": ruang,
        "laporan": laporan,
        "blok": blok,
        "judul": judul_narasi(nama),
        "daftar": daftar,
        "terpilih": terpilih,
        "pembanding": pembanding,
        "beda": build_beda(pembanding.isi if pembanding else "", terpilih.isi),
        "boleh_pulihkan": laporan.is_disusun and ruang.is_boleh(*PERAN_PENULIS) and terpilih.versi != blok.versi,
    }
    return render(request, "laporan/versi.html", konteks)


@require_POST
@di_ruang
def restore(request: HttpRequest, ruang: Ruang, id_: int, nama: str, nomor: int) -> HttpResponse:
    """An older version becomes the newest."""
    laporan = find_laporan_ruang(ruang, id_)
    blok = find_blok(laporan, nama)
    lama = VersiBlok.objects.filter(blok=blok, versi=nomor).first()
    if lama is None:
        raise Http404
    lama.blok = blok
    versi = read_versi(request, blok.versi)
    if perform(
        request,
        lambda: restore_versi(lama, versi=versi, by=ruang.pengguna),
        sukses=f"{judul_narasi(nama)} kembali seperti versi {nomor}.",
    ):
        return redirect_teks(ruang, laporan, nama)
    return redirect("laporan_versi", kode=ruang.satker.kode, tahun=ruang.tahun, id_=laporan.pk, nama=nama)
