"""Addresses of the review, and of the check of reports made elsewhere."""

from django.urls import URLPattern, path

from akuntabel.doors.web.reviu import (
    checklist,
    daftar,
    langkah,
    periksa,
    periksa_berkas,
    rinci,
    tanda_tangan,
    temuan,
    tim,
)

_RUANG = "satker/<slug:kode>/<int:tahun>/"
_AWAL = f"{_RUANG}reviu/<int:id_>/"
_PERIKSA = f"{_RUANG}periksa-laporan/"

daftar_url: list[URLPattern] = [
    path(f"{_RUANG}reviu/", daftar.show_daftar, name="reviu"),
    path(_AWAL, rinci.show_rinci, name="reviu_rinci"),
    path(f"{_AWAL}bukti/", rinci.compute, name="reviu_bukti"),
    path(f"{_AWAL}bukti/<uuid:tugas>/", rinci.show_tugas, name="reviu_bukti_tugas"),
    path(f"{_AWAL}kembalikan/", rinci.return_, name="reviu_kembalikan"),
    path(f"{_AWAL}kertas-kerja.<str:format_>", rinci.download, name="reviu_kertas_kerja"),
    path(f"{_AWAL}tim/", tim.assign, name="reviu_tim"),
    path(f"{_AWAL}tim/<int:nomor>/", tim.withdraw, name="reviu_tim_henti"),
    path(f"{_AWAL}checklist/", checklist.edit, name="reviu_checklist"),
    path(f"{_AWAL}langkah/", langkah.draft, name="reviu_langkah_baru"),
    path(f"{_AWAL}langkah/baku/", langkah.draft_baku, name="reviu_langkah_baku"),
    path(f"{_AWAL}langkah/<int:nomor>/", langkah.edit, name="reviu_langkah"),
    path(f"{_AWAL}langkah/<int:nomor>/hapus/", langkah.withdraw, name="reviu_langkah_hapus"),
    path(f"{_AWAL}temuan/", temuan.draft, name="reviu_temuan_baru"),
    path(f"{_AWAL}temuan/ambil/", temuan.adopt, name="reviu_temuan_ambil"),
    path(f"{_AWAL}temuan/<int:nomor>/", temuan.show, name="reviu_temuan"),
    path(f"{_AWAL}temuan/<int:nomor>/<slug:tindakan>/", temuan.act, name="reviu_temuan_tindakan"),
    path(f"{_AWAL}pernyataan/", tanda_tangan.show_pilihan, name="reviu_pernyataan"),
    path(f"{_AWAL}pernyataan/berkas/", tanda_tangan.download_berkas, name="reviu_pernyataan_berkas"),
    path(f"{_AWAL}pernyataan/<slug:cara>/", tanda_tangan.sign, name="reviu_tanda_tangan"),
    path(_PERIKSA, periksa.show_daftar, name="periksa_laporan"),
    path(f"{_PERIKSA}<int:id_>/", periksa.show_kiriman, name="periksa_laporan_kiriman"),
    path(f"{_PERIKSA}<int:id_>/banding.<str:format_>", periksa_berkas.download_banding, name="periksa_laporan_banding"),
    path(f"{_PERIKSA}<int:id_>/<int:nomor>/", periksa.show_rinci, name="periksa_laporan_rinci"),
    path(
        f"{_PERIKSA}<int:id_>/<int:nomor>/temuan.html", periksa_berkas.download_halaman, name="periksa_laporan_halaman"
    ),
    path(f"{_PERIKSA}<int:id_>/<int:nomor>/berkas/", periksa_berkas.download_berkas, name="periksa_laporan_berkas"),
]
