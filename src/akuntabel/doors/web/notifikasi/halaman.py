"""The messages of a person: what is new, what was read, and how often a mail may say so."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.notifikasi.forms import PilihanForm
from akuntabel.doors.web.ruang import get_pengguna
from akuntabel.platform.notifikasi.baca import count_belum_dibaca, find_jadwal, mark_dibaca, set_jadwal
from akuntabel.platform.notifikasi.models import JadwalRingkasan, Notifikasi

PER_HALAMAN = 50


@login_required
def show_notifikasi(request: HttpRequest) -> HttpResponse:
    """All of them, newest first; those that were not read stand out."""
    pengguna = get_pengguna(request)
    daftar = Notifikasi.objects.filter(pengguna=pengguna).order_by("-created_at", "-pk")
    return render(
        request,
        "notifikasi/daftar.html",
        {
            "halaman": Paginator(daftar, PER_HALAMAN).get_page(request.GET.get("halaman")),
            "jumlah_baru": count_belum_dibaca(pengguna),
            "jadwal": find_jadwal(pengguna),
        },
    )


@login_required
@require_POST
def open_notifikasi(request: HttpRequest, id_: int) -> HttpResponse:
    """Go to where it leads; so it is read."""
    pengguna = get_pengguna(request)
    notifikasi = get_object_or_404(Notifikasi, pk=id_, pengguna=pengguna)
    mark_dibaca(pengguna, pk=id_)
    return redirect(notifikasi.alamat)  # of this site: notify takes no other


@login_required
@require_POST
def read_notifikasi(request: HttpRequest, id_: int) -> HttpResponse:
    """Read without going there."""
    get_object_or_404(Notifikasi, pk=id_, pengguna=get_pengguna(request))
    mark_dibaca(get_pengguna(request), pk=id_)
    return redirect("notifikasi")


@login_required
@require_POST
def read_semua(request: HttpRequest) -> HttpResponse:
    """All of them are read."""
    mark_dibaca(get_pengguna(request))
    messages.success(request, "Semua notifikasi ditandai sudah dibaca.")
    return redirect("notifikasi")


@login_required
def edit_pilihan(request: HttpRequest) -> HttpResponse:
    """How often a mail may come."""
    pengguna = get_pengguna(request)
    form = open_form(request, PilihanForm, initial={"ringkasan": find_jadwal(pengguna).value})
    if request.method == "POST" and save_form(
        request, form, lambda isi: set_jadwal(pengguna, JadwalRingkasan(isi["ringkasan"]))
    ):
        messages.success(request, "Pilihan notifikasi tersimpan.")
        return redirect("notifikasi")
    return render(request, "notifikasi/pilihan.html", {"form": form, "surel": pengguna.email})
