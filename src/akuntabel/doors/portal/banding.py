"""Two years of an office side by side: what was promised in other words, what was reached."""

from django.http import HttpRequest, HttpResponse

from akuntabel.doors.portal.halaman import read_angka, show_nilai, tidak_ada
from akuntabel.doors.portal.lingkungan import tampilkan
from akuntabel.doors.portal.simpanan import halaman
from akuntabel.siklus.publikasi.baca_banding import read_banding
from akuntabel.siklus.publikasi.baca_portal import daftar_leluhur, find_satker


@halaman
def show_banding(request: HttpRequest, kode: str) -> HttpResponse:
    """The years of the query, else the last two."""
    satker = find_satker(kode)
    if satker is None:
        return tidak_ada(f"Satker dengan kode {kode} tidak dikenal.")
    konteks = {
        "satker": satker,
        "daftar_leluhur": daftar_leluhur(satker),
        "banding": read_banding(kode, read_angka(request, "dari"), read_angka(request, "ke")),
        "capaian": show_nilai,
    }
    return tampilkan("banding.html", konteks)
