"""Addresses of import and export."""

from django.urls import URLPattern, path

from akuntabel.doors.web.impor import halaman, isian, paket

_AWAL = "satker/<slug:kode>/<int:tahun>/impor/"

daftar_url: list[URLPattern] = [
    path(_AWAL, halaman.show_impor, name="impor"),
    path(f"{_AWAL}renstra/", isian.import_renstra, name="impor_renstra"),
    path(f"{_AWAL}renstra/templat.xlsx", isian.download_templat_renstra, name="templat_renstra"),
    path(f"{_AWAL}perjanjian/<int:id_>/", isian.import_perjanjian, name="impor_perjanjian"),
    path(f"{_AWAL}perjanjian/<int:id_>/templat.xlsx", isian.download_templat_perjanjian, name="templat_perjanjian"),
    path(f"{_AWAL}paket/", paket.import_paket_data, name="impor_paket"),
    path("satker/<slug:kode>/<int:tahun>/ekspor/paket.zip", halaman.download_paket, name="ekspor_paket"),
]
