"""Addresses of the screens: an office, a year, a stage. Each stage lists its own."""

from django.urls import URLPattern, URLResolver, path

from akuntabel.doors.web import beranda, beranda_capaian, cari, draf
from akuntabel.doors.web.akses.urls import daftar_url as url_akses
from akuntabel.doors.web.anggaran.urls import daftar_url as url_anggaran
from akuntabel.doors.web.evaluasi.urls import daftar_url as url_evaluasi
from akuntabel.doors.web.impor.urls import daftar_url as url_impor
from akuntabel.doors.web.kepemiluan.urls import daftar_url as url_kepemiluan
from akuntabel.doors.web.laporan.urls import daftar_url as url_laporan
from akuntabel.doors.web.notifikasi.urls import daftar_url as url_notifikasi
from akuntabel.doors.web.organisasi.urls import daftar_url as url_organisasi
from akuntabel.doors.web.pengukuran.urls import daftar_url as url_pengukuran
from akuntabel.doors.web.perencanaan.urls import daftar_url as url_perencanaan
from akuntabel.doors.web.perjanjian.urls import daftar_url as url_perjanjian
from akuntabel.doors.web.publikasi.urls import daftar_url as url_publikasi
from akuntabel.doors.web.rencana_aksi.urls import daftar_url as url_rencana_aksi
from akuntabel.doors.web.reviu.urls import daftar_url as url_reviu
from akuntabel.doors.web.supervisi.urls import daftar_url as url_supervisi
from akuntabel.doors.web.tahun_berikut.urls import daftar_url as url_tahun_berikut

urlpatterns: list[URLPattern | URLResolver] = [
    *url_pengukuran,  # Django tries in order, and no address is asked as often as that of a cell
    path("", beranda.show_beranda, name="beranda"),
    path("cari/", cari.cari, name="cari"),
    path("draf/", draf.save_draf, name="save_draf"),
    path("draf/buang/", draf.drop_draf_halaman, name="drop_draf"),
    path("satker/<slug:kode>/<int:tahun>/", beranda.show_ruang, name="ruang"),
    path("satker/<slug:kode>/<int:tahun>/capaian/", beranda_capaian.show_capaian, name="capaian"),
    *url_organisasi,
    *url_perencanaan,
    *url_perjanjian,
    *url_rencana_aksi,
    *url_anggaran,
    *url_kepemiluan,
    *url_laporan,
    *url_reviu,
    *url_evaluasi,
    *url_publikasi,
    *url_tahun_berikut,
    *url_supervisi,
    *url_notifikasi,
    *url_akses,
    *url_impor,
]
