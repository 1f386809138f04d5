"""For readers that are programs: feeds of what is new, the map of the pages, and that all of it may be read."""

from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed

from akuntabel.doors.portal.halaman import tidak_ada
from akuntabel.doors.portal.kalimat import build_ringkas
from akuntabel.doors.portal.lingkungan import build_alamat, tampilkan
from akuntabel.doors.portal.simpanan import halaman
from akuntabel.siklus.publikasi.baca_portal import daftar_peta, daftar_terbaru, find_satker
from akuntabel.siklus.publikasi.models import Terbitan

TERBARU = 50
XML = "application/xml; charset=utf-8"


@halaman
def send_umpan(request: HttpRequest) -> HttpResponse:
    """What was published last, by anybody."""
    return _umpan(
        "Laporan Kinerja terbaru", build_alamat("publik"), build_alamat("publik_umpan"), daftar_terbaru(TERBARU)
    )


@halaman
def send_umpan_satker(request: HttpRequest, kode: str) -> HttpResponse:
    """The same of one office."""
    satker = find_satker(kode)
    if satker is None:
        return tidak_ada(f"Satker dengan kode {kode} tidak dikenal.")
    return _umpan(
        f"Laporan Kinerja {satker.nama}",
        build_alamat("publik_satker", kode),
        build_alamat("publik_umpan_satker", kode),
        daftar_terbaru(TERBARU, kode),
    )


@halaman
def send_peta(request: HttpRequest) -> HttpResponse:
    """Every page that stands."""
    return tampilkan("peta.xml", {"peta": daftar_peta()}, jenis=XML)


def send_robots(request: HttpRequest) -> HttpResponse:
    """Whoever searches may read everything public; the rest of the site asks for a log-in anyway."""
    peta = f"Sitemap: {build_alamat('publik_peta')}"
    baris = ("User-agent: *", "Allow: /publik/", "Allow: /statis/", "Disallow: /", "", peta, "")
    return HttpResponse(
        "\n".join(baris),
        content_type="text/plain; charset=utf-8",
        headers={"Cache-Control": "public, max-age=86400"},
    )


def _umpan(judul: str, halaman_: str, alamat: str, daftar: list[Terbitan]) -> HttpResponse:
    umpan = _Umpan(
        title=judul,
        link=halaman_,
        description="",
        language="id",
        feed_url=alamat,
        feed_copyright="CC BY 4.0",
    )
    for t in daftar:
        tautan = build_alamat("publik_terbitan", t.slug)
        umpan.add_item(
            title=str(t),
            link=tautan,
            description=build_ringkas(t),
            unique_id=tautan,
            pubdate=t.terbit_pada,
            updateddate=t.terbit_pada,
            author_name=t.nama_satker,
        )
    return HttpResponse(umpan.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


class _Umpan(Atom1Feed):
    """A feed without entries has a date of its own, not that of the question: the same page for the same content."""

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else datetime(2000, 1, 1, tzinfo=UTC)
