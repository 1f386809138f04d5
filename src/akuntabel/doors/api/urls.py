"""Addresses of the API: its operations, its description, and for every other address the same kind of answer."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path, re_path
from django.views.decorators.csrf import csrf_exempt

from akuntabel.doors.api.api import api
from akuntabel.doors.api.dokumentasi import show_dokumentasi, show_openapi
from akuntabel.doors.api.masalah import DAFTAR_MASALAH, GalatApi, build_masalah


def _jaga_metode(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A method that an address does not know is refused in the words of the others."""

    @csrf_exempt  # asked for where it matters: with a session (pintu)
    @wraps(view)
    def jawab(request: HttpRequest, **bagian: Any) -> HttpResponse:
        jawaban = view(request, **bagian)
        if jawaban.status_code != 405:
            return jawaban
        return build_masalah(GalatApi(405, DAFTAR_MASALAH[405].arti, kepala={"Allow": jawaban["Allow"]}))

    return jawab


@csrf_exempt
def _tidak_ada(request: HttpRequest, sisa: str) -> HttpResponse:
    """Nothing is here."""
    return build_masalah(GalatApi(404, DAFTAR_MASALAH[404].arti))


def _daftar_operasi() -> list[URLPattern | URLResolver]:
    daftar: list[URLPattern | URLResolver] = []
    for pola in api.urls[0]:
        if isinstance(pola, URLPattern) and pola.name != "api-root":
            pola.callback = _jaga_metode(pola.callback)
            daftar.append(pola)
    return daftar


urlpatterns: list[URLPattern | URLResolver] = [
    path("v1/", show_dokumentasi, name="api_dokumentasi"),
    path("v1/openapi.json", show_openapi, name="api_openapi"),
    path("v1/", include(_daftar_operasi())),
    re_path(r"^(?P<sisa>[\s\S]+)$", _tidak_ada, name="api_tidak_ada"),  # <path:> stops at a line feed
]
