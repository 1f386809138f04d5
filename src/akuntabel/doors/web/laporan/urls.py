"""Addresses of the reports of a year and of the workspace of one."""

from django.urls import URLPattern, path

from akuntabel.doors.web.laporan import alur, daftar, identitas, komentar, ruang_laporan, teks, versi
from akuntabel.doors.web.laporan.urls_dokumen import daftar_url as url_dokumen

_AWAL = "satker/<slug:kode>/<int:tahun>/laporan/"
_TEKS = f"{_AWAL}<int:id_>/teks/<str:nama>/"

daftar_url: list[URLPattern] = [
    path(_AWAL, daftar.show_daftar, name="laporan"),
    path(f"{_AWAL}baru/", daftar.draft, name="laporan_baru"),
    path(f"{_AWAL}<int:id_>/", ruang_laporan.show_ruang, name="laporan_ruang"),
    path(f"{_AWAL}<int:id_>/gambar/<str:nama>.png", ruang_laporan.download_gambar, name="laporan_gambar"),
    path(_TEKS, teks.edit_teks, name="laporan_blok"),
    path(f"{_TEKS}terima/", teks.adopt, name="laporan_blok_terima"),
    path(f"{_TEKS}versi/", versi.show_versi, name="laporan_versi"),
    path(f"{_TEKS}versi/<int:nomor>/pulihkan/", versi.restore, name="laporan_versi_pulihkan"),
    path(f"{_TEKS}komentar/", komentar.comment, name="laporan_komentar"),
    path(f"{_AWAL}<int:id_>/komentar/<int:nomor>/selesai/", komentar.close, name="laporan_komentar_selesai"),
    path(f"{_AWAL}<int:id_>/identitas/", identitas.edit_identitas, name="laporan_identitas"),
    path(f"{_AWAL}<int:id_>/isu/", identitas.edit_isu, name="laporan_isu"),
    path(f"{_AWAL}<int:id_>/langkah/", identitas.edit_langkah, name="laporan_langkah"),
    path(f"{_AWAL}<int:id_>/ajukan/", alur.submit, name="laporan_ajukan"),
    path(f"{_AWAL}<int:id_>/kembalikan/", alur.return_, name="laporan_kembalikan"),
    path(f"{_AWAL}<int:id_>/revisi/", alur.revise, name="laporan_revisi"),
    *url_dokumen,
]
