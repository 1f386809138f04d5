"""Addresses of these screens."""

from django.urls import URLPattern, path

from akuntabel.doors.web.supervisi import daftar, indikator, peringkat

_TAHUN = "satker/<slug:kode>/<int:tahun>/supervisi/"
daftar_url: list[URLPattern] = [
    path(_TAHUN, daftar.show, name="supervisi"),
    path(f"{_TAHUN}satker.<slug:format_>", daftar.download, name="supervisi_berkas"),
    path(f"{_TAHUN}indikator/<uuid:silsilah>/", indikator.show, name="supervisi_indikator"),
    path(f"{_TAHUN}peringkat/", peringkat.show, name="supervisi_peringkat"),
    path(f"{_TAHUN}peringkat/peringkat.<slug:format_>", peringkat.download, name="supervisi_peringkat_berkas"),
]
