"""What the QR of a signed quarterly or interim report leads to, without sign-in: which report, who signed it, when."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from akuntabel.siklus.publikasi.penetapan_triwulan import find_penetapan_sidik


def show_penetapan(request: HttpRequest, sidik: str) -> HttpResponse | None:
    """The signature under the report of that hash; None where there is none."""
    penetapan = find_penetapan_sidik(sidik)
    return render(request, "publikasi/verifikasi.html", {"penetapan": penetapan}) if penetapan else None
