"""Addresses of the agreement."""

from django.urls import URLPattern, path

from akuntabel.doors.web.perjanjian import alur, rinci, sunting, tanda_tangan, verifikasi

_AWAL = "satker/<slug:kode>/<int:tahun>/perjanjian/"

daftar_url: list[URLPattern] = [
    path(_AWAL, rinci.show_daftar, name="perjanjian"),
    path(f"{_AWAL}baru/", sunting.draft, name="perjanjian_baru"),
    path(f"{_AWAL}<int:id_>/", rinci.show_rinci, name="perjanjian_rinci"),
    path(f"{_AWAL}<int:id_>/target/", sunting.edit_target, name="perjanjian_target"),
    path(f"{_AWAL}<int:id_>/anggaran/", sunting.edit_anggaran, name="perjanjian_anggaran"),
    path(f"{_AWAL}<int:id_>/ajukan/", alur.submit, name="perjanjian_ajukan"),
    path(f"{_AWAL}<int:id_>/setujui/", alur.approve, name="perjanjian_setujui"),
    path(f"{_AWAL}<int:id_>/kembalikan/", alur.return_, name="perjanjian_kembalikan"),
    path(f"{_AWAL}<int:id_>/hapus/", alur.withdraw, name="perjanjian_hapus"),
    path(f"{_AWAL}<int:id_>/revisi/", alur.revise, name="perjanjian_revisi"),
    path(f"{_AWAL}<int:id_>/dokumen.<str:format_>", rinci.download, name="perjanjian_dokumen"),
    path(f"{_AWAL}<int:id_>/tanda-tangan/", tanda_tangan.show_pilihan, name="perjanjian_tanda_tangan"),
    path(f"{_AWAL}<int:id_>/tanda-tangan/<slug:cara>/", tanda_tangan.sign, name="perjanjian_tanda_tangan_cara"),
    path(
        f"{_AWAL}<int:id_>/tanda-tangan/<int:nomor>/berkas/",
        tanda_tangan.download_berkas,
        name="perjanjian_tanda_tangan_berkas",
    ),
    path("satker/<slug:kode>/<int:tahun>/tanda-tangan/", tanda_tangan.show_menunggu, name="tanda_tangan_menunggu"),
    path("verifikasi/", verifikasi.show_verifikasi, name="verifikasi_berkas"),
    path("verifikasi/<slug:sidik>/", verifikasi.show_verifikasi, name="verifikasi"),
]
