"""Addresses of offices, their people and their plenaries."""

from django.urls import URLPattern, path

from akuntabel.doors.web.organisasi import (
    daftar,
    impor,
    logo,
    orang,
    pejabat,
    pleno,
    pleno_sunting,
    profil,
    susunan,
    unit,
)

_SATKER = "satker/<slug:kode>/"
_ORANG = f"{_SATKER}orang/"
_PEJABAT = f"{_SATKER}pejabat/"
_UNIT = f"{_SATKER}unit/"
_PLENO = f"{_SATKER}pleno/"

daftar_url: list[URLPattern] = [
    path("satker/", daftar.show_daftar, name="daftar_satker"),
    path(_SATKER, profil.show_satker, name="satker"),
    path(f"{_SATKER}profil/", profil.edit_profil, name="satker_profil"),
    path(f"{_SATKER}logo/", logo.edit_logo, name="satker_logo"),
    path(f"{_SATKER}logo/gambar/", logo.show_gambar, name="satker_gambar_logo"),
    path(f"{_SATKER}entitas/baru/", profil.draft_entitas_baru, name="entitas_baru"),
    path(f"{_SATKER}pindah/", susunan.move, name="satker_pindah"),
    path(f"{_SATKER}bawahan/baru/", susunan.draft, name="satker_baru"),
    path(f"{_SATKER}bawahan/admin/", susunan.assign_admin, name="admin_bawahan"),
    path(f"{_SATKER}bawahan/impor/", impor.import_daftar, name="impor_satker"),
    path(f"{_SATKER}bawahan/impor/templat.xlsx", impor.download_templat, name="templat_satker"),
    path(f"{_UNIT}baru/", unit.draft, name="unit_baru"),
    path(f"{_UNIT}<int:id_>/", unit.edit, name="unit_ubah"),
    path(f"{_UNIT}<int:id_>/tugas/", unit.edit_tugas_unit, name="unit_tugas"),
    path(f"{_SATKER}tugas/", unit.edit_tugas_satker, name="satker_tugas"),
    path(_PEJABAT, pejabat.show_daftar, name="pejabat"),
    path(f"{_PEJABAT}baru/", pejabat.draft, name="pejabat_baru"),
    path(f"{_PEJABAT}<int:id_>/", pejabat.edit, name="pejabat_ubah"),
    path(f"{_PEJABAT}<int:id_>/ganti/", pejabat.replace, name="pejabat_ganti"),
    path(f"{_PEJABAT}<int:id_>/akhiri/", pejabat.end, name="pejabat_akhiri"),
    path(_ORANG, orang.show_daftar, name="orang"),
    path(f"{_ORANG}baru/", orang.draft, name="orang_baru"),
    path(f"{_ORANG}peran/<int:id_>/cabut/", orang.withdraw, name="peran_cabut"),
    path(f"{_ORANG}<int:id_>/tutup/", orang.close, name="orang_tutup"),
    path(f"{_ORANG}<int:id_>/buka/", orang.reopen, name="orang_buka"),
    path(f"{_ORANG}<int:id_>/tautan/", orang.invite_again, name="orang_tautan"),
    path(f"{_ORANG}<int:id_>/dua-langkah/", orang.withdraw_dua_langkah, name="orang_dua_langkah"),
    path(_PLENO, pleno.show_daftar, name="pleno"),
    path(f"{_PLENO}baru/", pleno_sunting.draft, name="pleno_baru"),
    path(f"{_PLENO}<int:id_>/", pleno.show_rinci, name="pleno_rinci"),
    path(f"{_PLENO}<int:id_>/ubah/", pleno_sunting.edit, name="pleno_ubah"),
    path(f"{_PLENO}<int:id_>/tanda-tangan/", pleno.sign, name="pleno_tanda_tangan"),
    path(f"{_PLENO}<int:id_>/buang/", pleno_sunting.withdraw, name="pleno_buang"),
    path(f"{_PLENO}<int:id_>/dokumen.<str:format_>", pleno.download, name="pleno_dokumen"),
]
