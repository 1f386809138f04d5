"""Published files: what they are, whether one that somebody has is the same, and their bytes."""

from threading import BoundedSemaphore
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotModified
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from akuntabel.doors.portal.halaman import show_laporan, tidak_ada
from akuntabel.doors.portal.lingkungan import tampilkan
from akuntabel.doors.portal.simpanan import halaman
from akuntabel.platform.files.kirim import send_berkas
from akuntabel.platform.files.simpan import BerkasHilangError
from akuntabel.siklus.publikasi.baca_portal import find_pengganti, find_sidik, find_unduhan
from akuntabel.siklus.publikasi.verifikasi import BATAS_BITA, check_kiriman

# In the browser of who loaded it for ever, for the bytes of a hash never change; not in caches of others, which would
# go on giving it out after it was withdrawn.
SELAMANYA = "private, max-age=31536000, immutable"
TUNGGU = 5  # seconds in which a check may wait for the one before
_GILIRAN = BoundedSemaphore(1)  # a check takes a process of its own; the pages must go on meanwhile


@halaman
def show_dokumen(request: HttpRequest, sidik: str) -> HttpResponse:
    """The page behind the QR: what bears this hash, who signed it, whether it still stands."""
    terbitan, daftar = find_sidik(sidik.lower())
    if terbitan is None:
        return tampilkan("dokumen_tidak_dikenal.html", {"sidik": sidik}, status=404)
    konteks = {
        "sidik": sidik.lower(),
        "terbitan": terbitan,
        "daftar_dokumen": [d for d in daftar if d.terbitan_id == terbitan.pk] or list(terbitan.daftar_dokumen.all()),
        "is_berkas": bool(daftar),
        "pengganti": find_pengganti(terbitan),
    }
    return tampilkan("dokumen.html", konteks, status=410 if terbitan.is_ditarik else 200)


@csrf_exempt  # changes nothing, knows nobody; and the page carries no token, so it is kept like the others
def check_dokumen(request: HttpRequest) -> HttpResponse:
    """Bring a file: its hash against everything published, its signatures."""
    return _periksa(request) if request.method == "POST" else _formulir(request)


@require_safe
def send_dokumen(request: HttpRequest, sidik: str, nama: str) -> HttpResponseBase:
    """The bytes, as a download."""
    daftar = find_unduhan(sidik, nama)
    if not daftar:
        return tidak_ada("Berkas ini tidak diterbitkan di sini.")
    dokumen = daftar[0]
    if dokumen.terbitan.is_ditarik:
        return show_laporan(dokumen.terbitan)
    etag = f'"{sidik}"'
    if etag in request.META.get("HTTP_IF_NONE_MATCH", ""):
        jawaban: HttpResponseBase = HttpResponseNotModified()
    else:
        try:
            jawaban = send_berkas(dokumen.berkas, nama=dokumen.nama)
        except BerkasHilangError:
            return tidak_ada("Isi berkas ini sedang tidak tersedia. Coba lagi nanti, atau hubungi satkernya.")
    jawaban["Cache-Control"], jawaban["ETag"] = SELAMANYA, etag
    return jawaban


@halaman
def _formulir(request: HttpRequest) -> HttpResponse:
    return _tampilkan()


def _periksa(request: HttpRequest) -> HttpResponse:
    if int(request.META.get("CONTENT_LENGTH") or 0) > BATAS_BITA + 100_000:  # the form around the file
        return _tampilkan("Berkas lebih dari 50 MiB, diharapkan paling banyak 50 MiB.")
    berkas: UploadedFile[bytes] | None = request.FILES.get("berkas")
    if berkas is None or not berkas.size:
        return _tampilkan("Belum ada berkas yang dipilih. Pilih berkas yang hendak diperiksa.")
    if not _GILIRAN.acquire(timeout=TUNGGU):
        return _tampilkan("Sedang ada pemeriksaan lain. Coba lagi sebentar lagi.", status=503)
    try:
        pemeriksaan = check_kiriman(berkas.read(), berkas.name or "berkas")
    finally:
        _GILIRAN.release()
    return _tampilkan(pemeriksaan=pemeriksaan)


def _tampilkan(galat: str = "", *, pemeriksaan: Any = None, status: int = 200) -> HttpResponse:
    return tampilkan("periksa.html", {"galat": galat, "pemeriksaan": pemeriksaan}, status=status)
