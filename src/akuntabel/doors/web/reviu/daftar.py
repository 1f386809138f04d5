"""The reviews that a person looks at: of this office, and those of offices below that are theirs or wait for a team."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.reviu.berlaku import find_keadaan
from akuntabel.siklus.reviu.permissions import PENUNJUK_DI_ATAS
from akuntabel.siklus.reviu.querysets import daftar_reviu

PER_HALAMAN = 50


@di_ruang
def show_daftar(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """One row per report: who reviews it, how far it is, how many findings are open."""
    is_menunjuk = ruang.is_boleh(*PENUNJUK_DI_ATAS)
    semua = daftar_reviu(ruang.satker, ruang.tahun, ruang.pengguna, is_menunjuk_bawahan=is_menunjuk)
    halaman = Paginator(semua, PER_HALAMAN).get_page(request.GET.get("halaman"))
    baris = [
        (n, find_keadaan(n.status, is_bertim=n.is_bertim).value)  # type: ignore[attr-defined]  # annotated by the query
        for n in halaman
    ]
    return render(request, "reviu/daftar.html", {"ruang": ruang, "halaman": halaman, "baris": baris})
