"""The templates of the public pages: no person, no token, no name of the host that was asked."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpResponse
from django.template import engines
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from jinja2 import Environment, StrictUndefined

from akuntabel.core.calc.angka import format_angka, format_persen, format_rupiah, format_tanggal
from akuntabel.core.calc.operan import format_operan
from akuntabel.siklus.publikasi.models import JenisTerbitan, Terbitan

KIB = 1024


def build_lingkungan(**opsi: Any) -> Environment:
    """Every value escaped; a name that is missing is an error."""
    lingkungan = Environment(**(opsi | {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}))  # noqa: S701 — Django sets autoescape
    lingkungan.globals |= {"static": static, "url": build_url, "alamat": build_alamat, "tautan": find_tautan}
    lingkungan.filters |= {
        "angka": show_angka,
        "persen": show_persen,
        "rupiah": show_rupiah,
        "tanggal": show_tanggal,
        "ukuran": show_ukuran,
        "operan": format_operan,
        "iso": datetime.isoformat,
    }
    return lingkungan


def tampilkan(templat: str, konteks: Mapping[str, Any], *, status: int = 200, jenis: str = "") -> HttpResponse:
    """A page from its template; without the request, so that nothing of who asks can get into it."""
    isi = engines["portal"].get_template(f"portal/{templat}").render(dict(konteks))
    return HttpResponse(isi, status=status, content_type=jenis or None)


def build_url(nama: str, *args: object, **kueri: object) -> str:
    """The address of a named page; keyword arguments become its query."""
    return reverse(nama, args=args) + (f"?{urlencode(kueri)}" if kueri else "")


def build_alamat(nama: str, *args: object, **kueri: object) -> str:
    """The same with the name of the site: for data, feeds and whoever reads elsewhere."""
    return settings.ALAMAT_SITUS.rstrip("/") + build_url(nama, *args, **kueri)


def find_tautan(terbitan: Terbitan) -> str:
    """The page of a report in its last revision."""
    if terbitan.is_utama and terbitan.jenis == JenisTerbitan.TAHUNAN:
        return build_url("publik_tahun", terbitan.kode_satker, terbitan.tahun)
    return build_url("publik_terbitan", terbitan.slug)


def show_angka(nilai: Decimal | int, desimal: int | None = None) -> str:
    """A figure in Indonesian notation."""
    return format_angka(Decimal(nilai), desimal)


def show_persen(nilai: Decimal, desimal: int = 2) -> str:
    """A percentage."""
    return format_persen(nilai, desimal)


def show_rupiah(nilai: int | None) -> str:
    """Whole rupiah; a dash where nothing is known."""
    return "–" if nilai is None else format_rupiah(nilai)


def show_tanggal(hari: date | datetime | None) -> str:
    """The day in words, as in a letter, in the office's time."""
    if isinstance(hari, datetime):
        hari = timezone.localtime(hari).date()
    return "–" if hari is None else format_tanggal(hari)


def show_ukuran(bita: int) -> str:
    """The size of a file, as a reader weighs it before loading."""
    if bita < KIB * KIB:
        return f"{max(1, round(bita / KIB))} KB"
    return f"{format_angka(Decimal(bita) / (KIB * KIB), 1)} MB"
