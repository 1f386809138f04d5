"""Plenaries: the list, one of them, signing, the document."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.views.decorators.http import require_POST

from akuntabel.core.render.berkas import Format, render_berkas
from akuntabel.doors.web.kerja import perform
from akuntabel.doors.web.organisasi.kaitan import daftar_kaitan
from akuntabel.doors.web.permintaan import read_nomor
from akuntabel.doors.web.riwayat import daftar_riwayat
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.organisasi.actions_pleno import (
    daftar_halangan,
    find_kuorum_rapat,
    sign_berita_acara,
)
from akuntabel.siklus.organisasi.dokumen import build_naskah_berita_acara
from akuntabel.siklus.organisasi.models import BeritaAcara, Peran, PesertaPleno

PENYUSUN = (Peran.PERENCANA, Peran.PIMPINAN)
SEBANYAK = 50
JENIS_MEDIA = {
    Format.PDF: "application/pdf",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@dataclass(frozen=True, slots=True)
class BarisPeserta:
    """A participant, and whether this person may record the signature."""

    peserta: PesertaPleno
    is_boleh: bool


@di_ruang
def show_daftar(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """The plenaries of the office, the newest first."""
    daftar = BeritaAcara.objects.filter(satker=ruang.satker).annotate(
        jumlah_keputusan=Count("daftar_keputusan", distinct=True),
        jumlah_hadir=Count("daftar_peserta", filter=Q(daftar_peserta__hadir=True), distinct=True),
        jumlah_tanda=Count("daftar_peserta", filter=Q(daftar_peserta__waktu_tanda_tangan__isnull=False), distinct=True),
    )
    halaman = Paginator(daftar.order_by("-tanggal", "-pk"), SEBANYAK).get_page(request.GET.get("halaman"))
    konteks = {"ruang": ruang, "halaman": halaman, "is_penyusun": ruang.is_boleh(*PENYUSUN)}
    return render(request, "organisasi/pleno_daftar.html", konteks)


@di_ruang
def show_rinci(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """One plenary: what was decided, who has signed, what is in the way."""
    berita_acara = find_berita_acara(ruang, id_)
    daftar_peserta = list(berita_acara.daftar_peserta.select_related("pejabat"))
    is_beku = berita_acara.is_beku
    baris = [
        BarisPeserta(p, not is_beku and p.hadir and p.waktu_tanda_tangan is None and _may_sign(ruang, p))
        for p in daftar_peserta
    ]
    halangan = [] if is_beku else daftar_halangan(berita_acara, daftar_peserta)
    konteks = {
        "ruang": ruang,
        "berita_acara": berita_acara,
        "daftar_peserta": baris,
        "daftar_keputusan": berita_acara.daftar_keputusan.all(),
        "kaitan": daftar_kaitan(berita_acara),
        "halangan": halangan,
        "kuorum": find_kuorum_rapat(berita_acara, len(daftar_peserta)),
        "is_penyusun": ruang.is_boleh(*PENYUSUN) and not is_beku,
        "is_tanda_tangan": not halangan and any(b.is_boleh for b in baris),
        "riwayat": daftar_riwayat(berita_acara),
    }
    return render(request, "organisasi/pleno_rinci.html", konteks)


@require_POST
@di_ruang
def sign(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """Record the signatures that were ticked."""
    berita_acara = find_berita_acara(ruang, id_)
    semua = list(berita_acara.daftar_peserta.select_related("pejabat"))
    if not ruang.is_pimpinan and not any(_may_sign(ruang, p) for p in semua):
        raise PermissionDenied("Berita acara ditandatangani peserta yang hadir, atau dicatat pimpinan satker.")
    dipilih = set(request.POST.getlist("peserta"))
    daftar = [p for p in semua if str(p.pk) in dipilih]
    versi = read_nomor(request.POST.get("versi"))
    if not daftar or versi is None:
        messages.error(request, "Belum ada peserta yang dipilih. Beri tanda pada peserta yang menandatangani.")
    else:
        perform(
            request,
            lambda: sign_berita_acara(berita_acara, daftar, versi=versi, by=ruang.pengguna),
            sukses="Tanda tangan tercatat.",
        )
    return redirect("pleno_rinci", kode=ruang.satker.kode, id_=berita_acara.pk)


@di_ruang
def download(request: HttpRequest, ruang: Ruang, id_: int, format_: str) -> HttpResponse:
    """The minutes as a document."""
    berita_acara = find_berita_acara(ruang, id_)
    pilihan = next((f for f in JENIS_MEDIA if f.value == format_), None)
    if pilihan is None:
        raise Http404
    jadi = render_berkas(build_naskah_berita_acara(berita_acara), (pilihan,))[pilihan]
    nama = f"{slugify(str(berita_acara))}.{format_}"
    return HttpResponse(
        jadi.isi,
        content_type=JENIS_MEDIA[pilihan],
        headers={"Content-Disposition": f'attachment; filename="{nama}"', "Content-Security-Policy": "sandbox"},
    )


def find_berita_acara(ruang: Ruang, id_: int) -> BeritaAcara:
    """The minutes of that number, of this office; 404 otherwise."""
    return get_object_or_404(BeritaAcara.objects.select_related("satker"), pk=id_, satker=ruang.satker)


def _may_sign(ruang: Ruang, peserta: PesertaPleno) -> bool:
    """What decides which boxes are shown; the act asks the database again."""
    if peserta.pejabat.pengguna_id is not None:
        return peserta.pejabat.pengguna_id == ruang.pengguna.pk
    return ruang.is_pimpinan
