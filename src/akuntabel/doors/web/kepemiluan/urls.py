"""Addresses of these screens."""

from django.urls import URLPattern, path

from akuntabel.doors.web.kepemiluan import daftar_pemilih, impor, pemilihan, perkara, tahapan

_TAHUN = "satker/<slug:kode>/<int:tahun>/"
_PEMILIHAN = f"{_TAHUN}kepemiluan/"
_PEMILIH = f"{_TAHUN}pemilih/"
_PERKARA = f"{_TAHUN}perkara/"

daftar_url: list[URLPattern] = [
    path(_PEMILIHAN, pemilihan.show_kepemiluan, name="kepemiluan"),
    path(f"{_PEMILIHAN}baru/", pemilihan.draft, name="pemilihan_baru"),
    path(f"{_PEMILIHAN}acuan/", pemilihan.import_acuan, name="pemilihan_acuan"),
    path(f"{_PEMILIHAN}<int:id_>/ubah/", pemilihan.edit, name="pemilihan_ubah"),
    path(f"{_PEMILIHAN}<int:id_>/hapus/", pemilihan.withdraw, name="pemilihan_hapus"),
    path(f"{_PEMILIHAN}<int:id_>/tahapan/susun/", pemilihan.import_tahapan, name="tahapan_susun"),
    path(f"{_PEMILIHAN}<int:id_>/tahapan/baru/", tahapan.draft, name="tahapan_baru"),
    path(f"{_PEMILIHAN}<int:id_>/tahapan/catat/", tahapan.measure, name="tahapan_catat"),
    path(f"{_PEMILIHAN}tahapan/<int:id_>/ubah/", tahapan.edit, name="tahapan_ubah"),
    path(f"{_PEMILIHAN}tahapan/<int:id_>/hapus/", tahapan.withdraw, name="tahapan_hapus"),
    path(_PEMILIH, daftar_pemilih.show_daftar_pemilih, name="daftar_pemilih"),
    path(f"{_PEMILIH}<int:id_>/tulis/", daftar_pemilih.write, name="daftar_pemilih_tulis"),
    path(f"{_PEMILIH}<int:id_>/riwayat/", daftar_pemilih.show_riwayat, name="daftar_pemilih_riwayat"),
    path(f"{_PEMILIH}angka/<int:id_>/tarik/", daftar_pemilih.withdraw, name="daftar_pemilih_tarik"),
    path(f"{_PEMILIH}<int:id_>/pengukuran/", daftar_pemilih.measure, name="daftar_pemilih_ukur"),
    path(f"{_PEMILIH}<int:id_>/impor/", impor.import_pemilih, name="daftar_pemilih_impor"),
    path(f"{_PEMILIH}<int:id_>/templat.xlsx", impor.download_templat, name="templat_pemilih"),
    path(_PERKARA, perkara.show_daftar, name="perkara"),
    path(f"{_PERKARA}baru/", perkara.draft, name="perkara_baru"),
    path(f"{_PERKARA}<int:id_>/", perkara.show_rinci, name="perkara_rinci"),
    path(f"{_PERKARA}<int:id_>/ubah/", perkara.edit, name="perkara_ubah"),
    path(f"{_PERKARA}<int:id_>/hapus/", perkara.withdraw, name="perkara_hapus"),
    path(f"{_PERKARA}<int:id_>/dokumen/", perkara.attach, name="perkara_dokumen"),
    path(f"{_PERKARA}dokumen/<int:id_>/berkas/", perkara.download, name="perkara_berkas"),
    path(f"{_PERKARA}dokumen/<int:id_>/lepas/", perkara.detach, name="perkara_dokumen_lepas"),
]
