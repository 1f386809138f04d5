"""What the QR of a signed statement leads to, without sign-in: whose report was reviewed, by whom, when."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from akuntabel.siklus.reviu.berlaku import find_hasil_sidik


def show_pernyataan(request: HttpRequest, sidik: str) -> HttpResponse | None:
    """The statement over the facts of that hash; None where there is none that still holds."""
    hasil = find_hasil_sidik(sidik)
    return render(request, "reviu/verifikasi.html", {"hasil": hasil}) if hasil else None
