"""Addresses of these screens."""

from django.urls import URLPattern, path

from akuntabel.doors.web.akses import halaman

daftar_url: list[URLPattern] = [
    path("akun/akses/", halaman.show_token, name="akses"),
    path("akun/akses/baru/", halaman.make_token, name="akses_baru"),
    path("akun/akses/<int:id_>/cabut/", halaman.end_token, name="akses_cabut"),
]
