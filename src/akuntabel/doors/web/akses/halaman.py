"""The tokens of a person: which programs act in their name, for what, until when."""

from allauth.account.decorators import reauthentication_required
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from akuntabel.doors.web.akses.forms import TokenForm
from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.kerja import perform
from akuntabel.doors.web.ruang import get_pengguna
from akuntabel.platform.akses.actions import draft_token, withdraw_token
from akuntabel.platform.akses.models import TokenAkses
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.querysets import daftar_penugasan_berlaku

PER_HALAMAN = 50


@login_required
def show_token(request: HttpRequest) -> HttpResponse:
    """All of them, newest first, also those that open nothing any more."""
    daftar = TokenAkses.objects.filter(pengguna=get_pengguna(request))
    halaman = Paginator(daftar, PER_HALAMAN).get_page(request.GET.get("halaman"))
    return render(request, "akses/daftar.html", {"halaman": halaman})


@login_required
@reauthentication_required
def make_token(request: HttpRequest) -> HttpResponse:
    """Make one, and show it: now and never again, so the answer is the page itself and nothing keeps it."""
    pengguna = get_pengguna(request)
    daftar_satker: dict[str, Satker] = {p.satker.kode: p.satker for p in daftar_penugasan_berlaku(pengguna)}
    form = open_form(request, TokenForm, daftar_satker=daftar_satker.values())
    dibuat: list[tuple[TokenAkses, str]] = []
    if request.method == "POST" and save_form(
        request,
        form,
        lambda isi: dibuat.append(
            draft_token(nama=isi["nama"], hak=isi["hak"], hari=isi["hari"], batas=isi["satker"], by=pengguna)
        ),
    ):
        token, teks = dibuat[0]
        return render(request, "akses/dibuat.html", {"token": token, "teks": teks})
    return render(request, "akses/baru.html", {"form": form})


@login_required
@require_POST
def end_token(request: HttpRequest, id_: int) -> HttpResponse:
    """Take one back. It needs no password: whoever finds a program gone wild must be quick."""
    pengguna = get_pengguna(request)
    token = get_object_or_404(TokenAkses, pk=id_, pengguna=pengguna)
    perform(request, lambda: withdraw_token(token, by=pengguna), sukses=f"Token {token} dicabut.")
    return redirect("akses")
