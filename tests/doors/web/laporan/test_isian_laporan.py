"""The list of reports, and the forms that say what one is."""

from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from laporan_blitar import LaporanBlitar, build_laporan_blitar

from akuntabel.siklus.pelaporan.models import LaporanKinerja

pytestmark = pytest.mark.django_db


@pytest.fixture
def contoh() -> LaporanBlitar:
    """The report of the example office."""
    return build_laporan_blitar()


@pytest.fixture
def klien(contoh: LaporanBlitar) -> Client:
    """Rina, signed in."""
    klien = Client()
    klien.force_login(contoh.rina)
    return klien


def _url(contoh: LaporanBlitar, nama: str, *args: object) -> str:
    return reverse(nama, args=(contoh.satker.kode, contoh.laporan.tahun, *args))


def test_list_says_what_there_is_and_what_comes_next(klien: Client, contoh: LaporanBlitar):
    halaman = unescape(klien.get(_url(contoh, "laporan")).content.decode())
    assert "Tulis dan periksa teksnya, lalu ajukan." in halaman
    assert f"{len(contoh.laporan.daftar_blok.all())} teks ditulis" in halaman
    assert halaman.count("Belum dimulai.") == 4  # the quarters


def test_quarter_is_begun_from_the_list_and_has_its_texts(klien: Client, contoh: LaporanBlitar):
    isi = {"entitas": contoh.laporan.entitas_id, "jenis": "triwulan", "triwulan": "2"}
    jawaban = klien.post(_url(contoh, "laporan_baru"), isi, follow=True)
    laporan = LaporanKinerja.objects.get(triwulan=2)
    halaman = unescape(jawaban.content.decode())
    assert f"Laporan Kinerja triwulan II {laporan.entitas} 2020" in halaman
    assert "pengantar-triwulan" in halaman


def test_annual_report_of_a_quarter_is_refused_beside_the_field(klien: Client, contoh: LaporanBlitar):
    isi = {"entitas": contoh.laporan.entitas_id, "jenis": "tahunan", "triwulan": "2"}
    halaman = unescape(klien.post(_url(contoh, "laporan_baru"), isi).content.decode())
    assert "pilih “setahun penuh”" in halaman
    halaman = unescape(
        klien.post(_url(contoh, "laporan_baru"), isi | {"jenis": "interim", "triwulan": ""}).content.decode()
    )
    assert "Pilih sampai triwulan mana" in halaman


def test_identity_is_saved_and_two_writers_are_told_apart(klien: Client, contoh: LaporanBlitar):
    alamat = _url(contoh, "laporan_identitas", contoh.laporan.pk)
    isi = {
        "tema": "Tema baru",
        "tempat": "Blitar",
        "tanggal": "2021-02-01",
        "bulan": "Februari 2021",
        "penanda_tangan": "ketua",
        "pereviu": "inspektorat",
        "dasar": "uu-7-2017\npermenpanrb-53-2014",
        "ambang_serapan": "95",
        "versi": "0",
    }
    assert klien.post(alamat, isi).status_code == 302
    laporan = LaporanKinerja.objects.get()
    assert (laporan.tema, laporan.dasar) == ("Tema baru", ["uu-7-2017", "permenpanrb-53-2014"])
    halaman = unescape(klien.post(alamat, isi | {"tema": "Tema lain"}).content.decode())
    assert "sudah diubah Rina" in halaman
    assert "Tema lain" in halaman
    halaman = unescape(klien.post(alamat, isi | {"versi": "1", "dasar": "uu-entah"}).content.decode())
    assert "Tertulis uu-entah" in halaman


def test_issues_are_a_small_table(klien: Client, contoh: LaporanBlitar):
    alamat = _url(contoh, "laporan_isu", contoh.laporan.pk)
    halaman = unescape(klien.get(alamat).content.decode())
    assert contoh.laporan.daftar_isu.all()[0].isu in halaman
    isi = {"isu_1": "Gudang sempit.", "uraian_1": "Logistik berdesakan.", "sasaran_1": "1", "isu_2": "Tanpa uraian."}
    halaman = unescape(klien.post(alamat, isi | {"versi": "0"}).content.decode())
    assert "Belum diisi." in halaman
    assert klien.post(alamat, isi | {"versi": "0", "uraian_2": "Ada."}).status_code == 302
    assert [i.isu for i in contoh.laporan.daftar_isu.all()] == ["Gudang sempit.", "Tanpa uraian."]


def test_steps_are_a_small_table(klien: Client, contoh: LaporanBlitar):
    alamat = _url(contoh, "laporan_langkah", contoh.laporan.pk)
    isi = {"versi": "0", "teks_1": "Perbaiki data.", "tenggat_1": "2021-06-30", "indikator_1": "1.1"}
    assert klien.post(alamat, isi).status_code == 302
    (langkah,) = contoh.laporan.daftar_langkah.all()
    assert (langkah.teks, str(langkah.tenggat), langkah.indikator) == ("Perbaiki data.", "2021-06-30", "1.1")
    halaman = unescape(klien.post(alamat, isi | {"teks_1": "Lain."}).content.decode())
    assert "Perbaiki data." in halaman  # what is stored, beside
    assert "Lain." in halaman
