"""Addresses of the rencana aksi."""

from django.urls import URLPattern, path

from akuntabel.doors.web.rencana_aksi import alur, rinci, sunting

_AWAL = "satker/<slug:kode>/<int:tahun>/rencana-aksi/"

daftar_url: list[URLPattern] = [
    path(_AWAL, rinci.show_daftar, name="rencana_aksi"),
    path(f"{_AWAL}susun/<int:perjanjian_id>/", sunting.draft, name="rencana_aksi_baru"),
    path(f"{_AWAL}<int:id_>/", rinci.show_rinci, name="rencana_aksi_rinci"),
    path(f"{_AWAL}<int:id_>/triwulan/", sunting.edit_triwulan, name="rencana_aksi_triwulan"),
    path(f"{_AWAL}<int:id_>/indikator/<int:baris_id>/aksi/", sunting.draft_aksi, name="aksi_baru"),
    path(f"{_AWAL}<int:id_>/aksi/<int:aksi_id>/", sunting.edit_aksi, name="aksi"),
    path(f"{_AWAL}<int:id_>/aksi/<int:aksi_id>/hapus/", sunting.withdraw, name="aksi_hapus"),
    path(f"{_AWAL}<int:id_>/ajukan/", alur.submit, name="rencana_aksi_ajukan"),
    path(f"{_AWAL}<int:id_>/setujui/", alur.approve, name="rencana_aksi_setujui"),
    path(f"{_AWAL}<int:id_>/kembalikan/", alur.return_, name="rencana_aksi_kembalikan"),
    path(f"{_AWAL}<int:id_>/revisi/", alur.revise, name="rencana_aksi_revisi"),
    path(f"{_AWAL}<int:id_>/dokumen.<str:format_>", rinci.download, name="rencana_aksi_dokumen"),
]
