"""The description of the API, for programs and for people; the same for everybody, and about nobody."""

from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_GET
from jinja2 import Environment, PackageLoader, StrictUndefined

from akuntabel.doors.api.api import AWALAN
from akuntabel.doors.api.jawaban import add_etag, build_jawaban
from akuntabel.doors.api.masalah import DAFTAR_MASALAH
from akuntabel.doors.api.openapi import build_openapi

CSS = ("web/vendor/bootstrap/bootstrap.min.css", "web/akuntabel.css", "api/dokumentasi.css")


@require_GET
def show_openapi(request: HttpRequest) -> HttpResponse:
    """For programs."""
    return add_etag(request, build_jawaban(build_openapi()))


@require_GET
def show_dokumentasi(request: HttpRequest) -> HttpResponse:
    """For people: every operation with its parameters, what it takes and what it answers. No script, no other site."""
    isi = build_openapi()
    halaman = (
        _lingkungan()
        .get_template("dokumentasi.html")
        .render(
            openapi=isi,
            kelompok=_kelompok(isi),
            bentuk=isi["components"]["schemas"],
            masalah=DAFTAR_MASALAH,
            awalan=AWALAN,
            laju=settings.API_LAJU,
            alamat_openapi=reverse("api_openapi"),
            alamat_token=reverse("akses"),
            ikon=static("web/lambang.svg"),
            daftar_css=[static(nama) for nama in CSS],
        )
    )
    return HttpResponse(halaman)


@cache
def _lingkungan() -> Environment:
    lingkungan = Environment(loader=PackageLoader("akuntabel.doors.api"), autoescape=True, undefined=StrictUndefined)
    lingkungan.filters |= {"jenis": sebut_jenis, "acuan": find_acuan}
    return lingkungan


def sebut_jenis(bentuk: dict[str, Any]) -> str:
    """A schema in words: "teks", "bilangan bulat atau null", "daftar Fakta"."""
    if "$ref" in bentuk:
        return str(find_acuan(bentuk))
    if "anyOf" in bentuk:
        return " atau ".join(sebut_jenis(b) for b in bentuk["anyOf"])
    if "enum" in bentuk:
        return "salah satu dari " + ", ".join(f"“{nilai}”" for nilai in bentuk["enum"])
    if bentuk.get("type") == "array":
        return f"daftar {sebut_jenis(bentuk['items'])}"
    kata = {"string": "teks", "integer": "bilangan bulat", "boolean": "true/false", "null": "null", "object": "objek"}
    jenis = kata.get(str(bentuk.get("type")), "apa saja")
    format_ = {"date": "tanggal", "date-time": "tanggal dan jam"}.get(str(bentuk.get("format")))
    return format_ or jenis


def find_acuan(bentuk: dict[str, Any]) -> str:
    """The name of the schema that this one leads to; empty: to none."""
    if "$ref" in bentuk:
        return str(bentuk["$ref"]).rpartition("/")[2]
    for bagian in (bentuk.get("items"), *bentuk.get("anyOf", ())):
        if bagian and (nama := find_acuan(bagian)):
            return nama
    return ""


def _kelompok(isi: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The operations by stage, in their order."""
    hasil: dict[str, list[dict[str, Any]]] = {}
    for alamat, metode in isi["paths"].items():
        for nama, operasi in metode.items():
            hasil.setdefault(operasi["tags"][0], []).append({"alamat": alamat, "metode": nama.upper(), **operasi})
    return hasil
