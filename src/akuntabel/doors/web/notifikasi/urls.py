"""Addresses of these screens; messages belong to a person, not to an office."""

from django.urls import URLPattern, path

from akuntabel.doors.web.notifikasi import halaman

daftar_url: list[URLPattern] = [
    path("notifikasi/", halaman.show_notifikasi, name="notifikasi"),
    path("notifikasi/semua/", halaman.read_semua, name="notifikasi_baca_semua"),
    path("notifikasi/pilihan/", halaman.edit_pilihan, name="notifikasi_pilihan"),
    path("notifikasi/<int:id_>/buka/", halaman.open_notifikasi, name="notifikasi_buka"),
    path("notifikasi/<int:id_>/baca/", halaman.read_notifikasi, name="notifikasi_baca"),
]
