"""The page from which everything comes in and goes out."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from akuntabel.core.fakta.masalah import PaketTidakSahError
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.organisasi.models import EntitasPelapor
from akuntabel.siklus.pelaporan.isian_renstra import find_naskah_renstra
from akuntabel.siklus.pelaporan.snapshot import build_fakta_tahun
from akuntabel.siklus.pelaporan.zip_paket import pack_paket
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja, StatusPerjanjian


def daftar_naskah_perjanjian(ruang: Ruang) -> QuerySet[PerjanjianKinerja]:
    """The agreements of the year that are being drafted."""
    daftar = PerjanjianKinerja.objects.filter(
        satker=ruang.satker, tahun=ruang.tahun, status=StatusPerjanjian.DISUSUN.value
    )
    return daftar.select_related("satker", "pihak_pertama").order_by("pk")


@di_ruang
def show_impor(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """What can be handed in and taken away."""
    return render(
        request,
        "impor/awal.html",
        {
            "ruang": ruang,
            "renstra": find_naskah_renstra(ruang.satker),
            "daftar_entitas": list(EntitasPelapor.objects.filter(satker=ruang.satker).order_by("pk")),
            "daftar_perjanjian": list(daftar_naskah_perjanjian(ruang)) if ruang.is_perencana else [],
        },
    )


@di_ruang
def download_paket(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """The data package of the office and year as one file; what is missing for it, where something is.

    ?entitas=: of that entity of the office, otherwise of the main one.
    """
    kode = request.GET.get("entitas")
    entitas = get_object_or_404(EntitasPelapor, satker=ruang.satker, kode=kode) if kode else None
    try:
        isi = pack_paket(build_fakta_tahun(ruang.satker, ruang.tahun, entitas=entitas))
    except PaketTidakSahError as galat:
        konteks = {"ruang": ruang, "daftar_masalah": galat.daftar_masalah}
        return render(request, "impor/belum_lengkap.html", konteks)
    nama = "-".join(["paket", ruang.satker.kode, str(ruang.tahun), *([entitas.kode] if entitas else [])]) + ".zip"
    return HttpResponse(
        isi, content_type="application/zip", headers={"Content-Disposition": f'attachment; filename="{nama}"'}
    )
