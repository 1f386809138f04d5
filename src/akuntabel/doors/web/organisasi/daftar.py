"""The offices that a person sees, as a tree: found by name, code, kind and province."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import F, Q
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone

from akuntabel.doors.web.ruang import get_pengguna
from akuntabel.siklus.organisasi.models import JenisSatker, Satker
from akuntabel.siklus.organisasi.querysets import SatkerQuerySet

SEBANYAK = 50


@login_required
def show_daftar(request: HttpRequest) -> HttpResponse:
    """Fifty a page in the order of the tree."""
    terlihat = Satker.objects.visible_to(get_pengguna(request))
    daftar_provinsi = list(terlihat.filter(jenis=JenisSatker.PROVINSI.value).values_list("kode", "nama", "path"))
    saringan = {nama: request.GET.get(nama, "").strip() for nama in ("q", "jenis", "provinsi")}
    jalur = next((jalur for kode, _, jalur in daftar_provinsi if kode == saringan["provinsi"]), "")
    daftar = _saring(terlihat, saringan["q"], saringan["jenis"], jalur)
    baris = daftar.annotate(nama_induk=F("induk__nama")).only("kode", "nama", "jenis", "path", "is_aktif")
    halaman = Paginator(baris, SEBANYAK).get_page(request.GET.get("halaman"))
    return render(
        request,
        "organisasi/daftar.html",
        {
            "halaman": halaman,
            "saringan": saringan,
            "kueri": _kueri(saringan),
            "daftar_jenis": [j.value for j in JenisSatker],
            "daftar_provinsi": daftar_provinsi,
            "tahun": timezone.localdate().year,
        },
    )


def _saring(daftar: SatkerQuerySet[Satker], cari: str, jenis: str, jalur: str) -> SatkerQuerySet[Satker]:
    if jalur:
        daftar = daftar.di_bawah(jalur)
    if jenis:
        daftar = daftar.filter(jenis=jenis)
    for kata in cari.split():
        daftar = daftar.filter(Q(nama__icontains=kata) | Q(kode__istartswith=kata))
    return daftar


def _kueri(saringan: dict[str, str]) -> str:
    """The filters as the beginning of another page's address."""
    kueri = QueryDict(mutable=True)
    kueri.update({nama: nilai for nama, nilai in saringan.items() if nilai})
    return f"{kueri.urlencode()}&" if kueri else ""
