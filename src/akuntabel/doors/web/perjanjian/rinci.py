"""The agreements of a year, and one of them with all that can be said about it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify

from akuntabel.core.render.berkas import Format
from akuntabel.doors.web.perjanjian.cari import find_perjanjian
from akuntabel.doors.web.riwayat import daftar_riwayat
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.perencanaan.models import Sasaran
from akuntabel.siklus.perjanjian.baris import daftar_baris_target
from akuntabel.siklus.perjanjian.dokumen import render_perjanjian
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja, PerjanjianTarget
from akuntabel.siklus.perjanjian.pemeriksaan import check_perjanjian
from akuntabel.siklus.perjanjian.pemicu import daftar_pemicu_revisi
from akuntabel.siklus.perjanjian.target import show_teks_target

JENIS_MEDIA = {
    Format.PDF: "application/pdf",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.HTML: "text/html; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class BarisTarget:
    """A line of the agreement as a reader sees it."""

    sasaran: Sasaran
    is_sasaran_baru: bool
    target: PerjanjianTarget
    teks: str


@di_ruang
def show_daftar(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """All agreements of the office in the year, newest revision first."""
    daftar = (
        PerjanjianKinerja.objects.filter(satker=ruang.satker, tahun=ruang.tahun)
        .select_related("entitas", "pihak_pertama", "pihak_kedua", "satker")
        .order_by("entitas__kode", "pihak_pertama__jabatan", "-revisi")
    )
    return render(request, "perjanjian/daftar.html", {"ruang": ruang, "daftar": daftar})


@di_ruang
def show_rinci(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """One agreement: what it promises, what stands in its way, what can be done next."""
    perjanjian = find_perjanjian(ruang, id_)
    # Who looks from above asks for the check; whoever works here sees it at once.
    is_diperiksa = bool(ruang.daftar_peran) or "periksa" in request.GET
    is_revisi_boleh = perjanjian.is_beku and not PerjanjianKinerja.objects.filter(sebelumnya=perjanjian).exists()
    return render(
        request,
        "perjanjian/rinci.html",
        {
            "ruang": ruang,
            "perjanjian": perjanjian,
            "baris": tuple(daftar_baris(perjanjian)),
            "daftar_anggaran": perjanjian.daftar_anggaran.all(),
            "daftar_catatan": check_perjanjian(perjanjian) if is_diperiksa and not perjanjian.is_beku else (),
            "is_diperiksa": is_diperiksa,
            "daftar_pemicu": daftar_pemicu_revisi(perjanjian) if is_revisi_boleh else (),
            "is_revisi_boleh": is_revisi_boleh,
            "riwayat": daftar_riwayat(perjanjian),
        },
    )


def daftar_baris(perjanjian: PerjanjianKinerja) -> Iterator[BarisTarget]:
    """The lines in order of the plan, each knowing whether a new sasaran begins with it."""
    sebelum = None
    for t in daftar_baris_target(perjanjian):
        sasaran = t.indikator.sasaran
        yield BarisTarget(sasaran, sasaran.pk != sebelum, t, show_teks_target(t.target, t.indikator))
        sebelum = sasaran.pk


@di_ruang
def download(request: HttpRequest, ruang: Ruang, id_: int, format_: str) -> HttpResponse:
    """The document, made from the facts at this moment (of a signed one: from what was signed)."""
    perjanjian = find_perjanjian(ruang, id_)
    pilihan = next((f for f in JENIS_MEDIA if f.value == format_), None)
    if pilihan is None:
        raise Http404
    nama = f"{slugify(str(perjanjian))}.{format_}"
    isi = render_perjanjian(perjanjian, pilihan)
    return HttpResponse(
        isi,
        content_type=JENIS_MEDIA[pilihan],
        headers={"Content-Disposition": f'attachment; filename="{nama}"', "Content-Security-Policy": "sandbox"},
    )
