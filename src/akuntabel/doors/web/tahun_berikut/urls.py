"""Addresses of these screens."""

from django.urls import URLPattern, path

from akuntabel.doors.web.tahun_berikut import halaman

_TAHUN = "satker/<slug:kode>/<int:tahun>/tahun-berikut/"
daftar_url: list[URLPattern] = [
    path(_TAHUN, halaman.show, name="tahun_berikut"),
    path(f"{_TAHUN}buka/", halaman.open_, name="tahun_berikut_buka"),
]
