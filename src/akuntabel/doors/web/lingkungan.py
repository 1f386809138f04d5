"""What every template can use: addresses, icons, and the one way in which figures, money and days are shown."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup, escape

from akuntabel.core.calc.angka import format_angka, format_rupiah, format_tanggal
from akuntabel.core.calc.operan import format_operan
from akuntabel.doors.web.menu import build_menu
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.notifikasi.baca import TERBANYAK, count_belum_dibaca

_PISAH = "\x00"  # stands in no text
_IKON = Markup('<svg class="ikon" aria-hidden="true" focusable="false"><use href="{}#ti-{}"></use></svg>')


def build_lingkungan(**opsi: Any) -> Environment:
    """The Jinja2 environment of the screens; a name that a view forgot is an error, never an empty string."""
    lingkungan = Environment(**(opsi | {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}))  # noqa: S701 — Django sets autoescape
    lingkungan.globals |= {
        "static": static,
        "url": build_url,
        "ikon": show_ikon,
        "build_menu": build_menu,
        "deret": show_deret,
    }
    lingkungan.globals["count_kabar"] = count_kabar
    lingkungan.filters |= {
        "angka": show_angka,
        "rupiah": show_rupiah,
        "tanggal": show_tanggal,
        "tanggal_ringkas": show_tanggal_ringkas,
        "waktu": show_waktu,
        "operan": format_operan,
    }
    return lingkungan


def add_permintaan(request: HttpRequest) -> dict[str, object]:
    """Context of every page: the messages to show once."""
    return {"daftar_pesan": get_messages(request)}


def count_kabar(request: HttpRequest) -> str:
    """The number at the bell; empty where there is nothing new."""
    jumlah = count_belum_dibaca(request.user) if isinstance(request.user, Pengguna) else 0
    return f"{TERBANYAK - 1}+" if jumlah >= TERBANYAK else str(jumlah or "")


def build_url(nama: str, *args: object, **kueri: object) -> str:
    """The address of a named page; keyword arguments become its query."""
    return reverse(nama, args=args, query=kueri) if kueri else _alamat(nama, *args)


@lru_cache(maxsize=20_000)
def _alamat(nama: str, *args: object) -> str:
    """Addresses do not change while the site runs, and a list has a hundred of them."""
    return reverse(nama, args=args)


@cache
def show_ikon(nama: str) -> Markup:
    """An icon of the sprite; decoration only, the word beside it says the same."""
    return _IKON.format(static("web/vendor/tabler/icons.svg"), nama)


def show_deret(daftar: Sequence[str]) -> Markup:
    """Figures side by side as cells of a row, escaped in one go: a league has a thousand of them."""
    isi = str(escape(_PISAH.join(daftar))).replace(_PISAH, '</td><td class="angka">')
    return Markup('<td class="angka">{}</td>').format(Markup(isi)) if daftar else Markup("")  # noqa: S704 — escaped


def show_angka(nilai: Decimal | int | None, desimal: int | None = None) -> str:
    """A figure in Indonesian notation; a dash where there is none."""
    if nilai is None:
        return "–"
    return format_angka(Decimal(nilai), desimal)


def show_rupiah(nilai: int | None) -> str:
    """Whole rupiah."""
    return "–" if nilai is None else format_rupiah(nilai)


def show_tanggal(hari: date | None) -> str:
    """The day in words, as in a letter."""
    return "–" if hari is None else format_tanggal(hari)


def show_tanggal_ringkas(hari: date | None) -> str:
    """The day in figures."""
    return "–" if hari is None else f"{hari:%d-%m-%Y}"


def show_waktu(saat: datetime | None) -> str:
    """Day and minute, in the office's time."""
    return "–" if saat is None else f"{timezone.localtime(saat):%d-%m-%Y pukul %H.%M}"
