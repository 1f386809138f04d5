"""Pages for what went wrong: one sentence each, and a way on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


def tidak_boleh(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: the person may not do this here; the act's own message says who may."""
    pesan = str(exception) if exception and str(exception) else "Anda tidak berwenang melakukan ini."
    return _tampilkan(request, "Tidak diizinkan", pesan, 403)


def tidak_ada(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: nothing there, or nothing that this person sees."""
    return _tampilkan(request, "Halaman tidak ditemukan", "Alamat ini tidak ada, atau bukan milik satker Anda.", 404)


def permintaan_salah(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400."""
    return _tampilkan(request, "Permintaan tidak terbaca", "Muat ulang halamannya, lalu ulangi.", 400)


def csrf_gagal(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose token no longer holds: signed out elsewhere, or left open for long."""
    pesan = (
        "Halaman ini sudah terlalu lama terbuka. Kembali, muat ulang, lalu kirim lagi; draf isian Anda masih tersimpan."
    )
    return _tampilkan(request, "Formulir kedaluwarsa", pesan, 403)


def rusak(request: HttpRequest) -> HttpResponse:
    """500: our fault; the trail of it is in the server's log."""
    pesan = (
        "Ada kesalahan pada sistem, dan sudah dicatat. Yang sudah tersimpan tetap aman. "
        "Coba lagi; bila berulang, beri tahu admin."
    )
    konteks = {"judul_galat": "Kesalahan sistem", "pesan": pesan, "daftar_pesan": ()}
    # Without the request: what a page asks of it (session, messages) may be the very thing that is broken.
    return HttpResponse(render_to_string("galat/halaman.html", konteks), status=500)


def _tampilkan(request: HttpRequest, judul: str, pesan: str, kode: int) -> HttpResponse:
    return render(request, "galat/halaman.html", {"judul_galat": judul, "pesan": pesan}, status=kode)
