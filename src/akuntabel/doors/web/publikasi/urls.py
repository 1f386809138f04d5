"""Addresses of these screens."""

from django.urls import URLPattern, path

from akuntabel.doors.web.publikasi import esr, halaman, tanda_tangan, terbit

_AWAL = "satker/<slug:kode>/<int:tahun>/publikasi/"
_SATU = f"{_AWAL}<int:id_>/"

daftar_url: list[URLPattern] = [
    path(_AWAL, halaman.show_daftar, name="publikasi"),
    path(f"{_AWAL}esr.zip", esr.download, name="esr"),
    path(_SATU, halaman.show_rinci, name="publikasi_rinci"),
    path(f"{_SATU}pratinjau/", halaman.show_pratinjau, name="publikasi_pratinjau"),
    path(f"{_SATU}rancangan.pdf", halaman.send_rancangan, name="publikasi_rancangan"),
    path(f"{_SATU}berkas/<slug:bagian>/", halaman.send_penetapan, name="publikasi_berkas"),
    path(f"{_SATU}tanda-tangan/", tanda_tangan.show_pilihan, name="publikasi_tanda"),
    path(f"{_SATU}tanda-tangan/<slug:cara>/", tanda_tangan.sign, name="publikasi_tanda_cara"),
    path(f"{_SATU}terbitkan/", terbit.publish, name="publikasi_terbitkan"),
    path(f"{_SATU}tarik/", terbit.withdraw, name="publikasi_tarik"),
]
