"""Addresses of these screens."""

from django.urls import URLPattern, path

from akuntabel.doors.web.anggaran import buku, gambar, hibah, ikhtisar, impor, pelaksanaan, revisi, tautan, versi

_TAHUN = "satker/<slug:kode>/<int:tahun>/"
_REVISI = f"{_TAHUN}anggaran/revisi/"
_VERSI = f"{_TAHUN}anggaran/versi/<int:id_>/"

daftar_url: list[URLPattern] = [
    path(f"{_TAHUN}anggaran/", ikhtisar.show_anggaran, name="anggaran"),
    path(f"{_TAHUN}anggaran/gambar/<slug:jenis>.svg", gambar.show_gambar, name="anggaran_gambar"),
    path(f"{_TAHUN}anggaran/impor/", impor.show_impor, name="anggaran_impor"),
    path(f"{_TAHUN}anggaran/impor/<uuid:id_>/", impor.show_tugas, name="anggaran_impor_tugas"),
    path(_VERSI, versi.show_beda, name="anggaran_beda"),
    path(f"{_VERSI}ambil/", versi.adopt, name="anggaran_ambil"),
    path(f"{_VERSI}kesampingkan/", versi.return_, name="anggaran_kesampingkan"),
    path(f"{_VERSI}rincian/", ikhtisar.show_rincian, name="anggaran_rincian"),
    path(f"{_TAHUN}anggaran/tautan/", tautan.show_tautan, name="anggaran_tautan"),
    path(f"{_TAHUN}anggaran/tautan/sasaran/", tautan.edit_sasaran, name="anggaran_tautan_sasaran"),
    path(f"{_TAHUN}anggaran/tautan/indikator/", tautan.edit_indikator, name="anggaran_tautan_indikator"),
    path(_REVISI, revisi.show_buku, name="anggaran_revisi"),
    path(f"{_REVISI}baru/", revisi.draft, name="anggaran_revisi_baru"),
    path(f"{_REVISI}impor/", buku.import_buku, name="anggaran_revisi_impor"),
    path(f"{_REVISI}impor/ambil/", buku.adopt_buku, name="anggaran_revisi_impor_ambil"),
    path(f"{_REVISI}impor/templat.xlsx", buku.send_templat, name="anggaran_revisi_templat"),
    path(f"{_REVISI}<int:id_>/", revisi.show_revisi, name="anggaran_revisi_rinci"),
    path(f"{_REVISI}<int:id_>/ubah/", revisi.edit, name="anggaran_revisi_ubah"),
    path(f"{_REVISI}<int:id_>/hapus/", revisi.withdraw, name="anggaran_revisi_hapus"),
    path(f"{_REVISI}<int:id_>/ajukan/", revisi.submit, name="anggaran_revisi_ajukan"),
    path(f"{_REVISI}<int:id_>/kembalikan/", revisi.return_, name="anggaran_revisi_kembalikan"),
    path(f"{_REVISI}<int:id_>/tetapkan/", revisi.adopt, name="anggaran_revisi_tetapkan"),
    path(f"{_TAHUN}hibah/", hibah.show_daftar, name="hibah"),
    path(f"{_TAHUN}hibah/baru/", hibah.draft, name="hibah_baru"),
    path(f"{_TAHUN}hibah/<int:id_>/", hibah.edit, name="hibah_ubah"),
    path(f"{_TAHUN}ikpa/penarikan/", pelaksanaan.show_penarikan, name="penarikan"),
    path(f"{_TAHUN}ikpa/penarikan/rencana/", pelaksanaan.edit_penarikan, name="penarikan_tulis"),
    path(f"{_TAHUN}ikpa/penarikan/realisasi/<int:bulan>/", pelaksanaan.edit_realisasi, name="realisasi_bulanan"),
    path(f"{_TAHUN}ikpa/", pelaksanaan.show_ikpa, name="ikpa"),
    path(f"{_TAHUN}ikpa/nilai/", pelaksanaan.edit_ikpa, name="ikpa_tulis"),
]
