"""Addresses of the public pages."""

from django.urls import URLPattern, path

from akuntabel.doors.portal import banding, data, dokumen, halaman, umpan

urlpatterns: list[URLPattern] = [
    path("", halaman.show_depan, name="publik"),
    path("cari/", halaman.search, name="publik_cari"),
    path("tentang/", halaman.show_tentang, name="publik_tentang"),
    path("nasional/", halaman.show_nasional, name="publik_nasional"),
    path("wilayah/<slug:kode>/", halaman.show_wilayah, name="publik_wilayah"),
    path("satker/<slug:kode>/", halaman.show_satker, name="publik_satker"),
    path("satker/<slug:kode>/banding/", banding.show_banding, name="publik_banding"),
    path("satker/<slug:kode>/umpan.xml", umpan.send_umpan_satker, name="publik_umpan_satker"),
    path("satker/<slug:kode>/<int:tahun>/", halaman.show_tahun, name="publik_tahun"),
    path("terbitan/<slug:slug>/", halaman.show_terbitan, name="publik_terbitan"),
    path("terbitan/<slug:slug>/<str:nama>", data.send_data, name="publik_data"),
    path("data/capaian-<int:tahun>.csv", data.send_capaian_tahun, name="publik_data_tahun"),
    path("dokumen/<slug:sidik>/", dokumen.show_dokumen, name="publik_dokumen"),
    path("unduh/<slug:sidik>/<str:nama>", dokumen.send_dokumen, name="publik_unduh"),
    path("periksa/", dokumen.check_dokumen, name="publik_periksa"),
    path("katalog.jsonld", data.send_katalog, name="publik_katalog"),
    path("umpan.xml", umpan.send_umpan, name="publik_umpan"),
    path("peta.xml", umpan.send_peta, name="publik_peta"),
]
