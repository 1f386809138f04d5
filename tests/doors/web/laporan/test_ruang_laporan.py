"""The workspace of a report, and the writing of one text of it, without a script."""

from html import unescape

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from laporan_blitar import LaporanBlitar, build_laporan_blitar

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.draf.models import DrafIsian
from akuntabel.siklus.organisasi.actions import assign_peran
from akuntabel.siklus.organisasi.models import Peran
from akuntabel.siklus.pelaporan.actions import adopt_usulan, comment_blok, revise_blok
from akuntabel.siklus.pelaporan.models import BlokLaporan, KomentarBlok, LaporanKinerja

pytestmark = pytest.mark.django_db


@pytest.fixture
def contoh() -> LaporanBlitar:
    """The report of the example office."""
    cache.clear()
    return build_laporan_blitar()


@pytest.fixture
def klien(contoh: LaporanBlitar) -> Client:
    """Rina, signed in."""
    return _masuk(contoh.rina)


@pytest.fixture
def danu(contoh: LaporanBlitar) -> Pengguna:
    """Who measures in the same office."""
    danu = Pengguna.objects.create_pengguna("danu@contoh.go.id", "Danu")
    assign_peran(danu, contoh.satker, Peran.PENGELOLA_DATA, by=None)
    return danu


def _masuk(orang: Pengguna) -> Client:
    klien = Client()
    klien.force_login(orang)
    return klien


def _url(contoh: LaporanBlitar, nama: str, *args: object) -> str:
    laporan = contoh.laporan
    return reverse(nama, args=(laporan.satker.kode, laporan.tahun, laporan.pk, *args))


def _halaman(klien: Client, alamat: str) -> str:
    jawaban = klien.get(alamat)
    assert jawaban.status_code == 200
    return unescape(jawaban.content.decode())


def _blok(contoh: LaporanBlitar, nama: str) -> BlokLaporan:
    return BlokLaporan.objects.get(laporan=contoh.laporan, nama=nama)


def test_section_shows_texts_tables_and_figures_in_place(klien: Client, contoh: LaporanBlitar):
    halaman = _halaman(klien, _url(contoh, "laporan_ruang") + "?bagian=sasaran-1")
    assert 'id="teks-sebab-1.1"' in halaman
    assert "<caption><span>Tabel 3." in halaman
    assert f'<img src="{_url(contoh, "laporan_gambar", "gambar-data-1-4")}' in halaman
    assert "{{ capaian" not in halaman  # slots are filled
    assert "style=" not in halaman
    assert 'aria-current="true"' in halaman


def test_workspace_opens_where_a_text_is_missing(klien: Client, contoh: LaporanBlitar):
    revise_blok(contoh.laporan, "maksud-tujuan", isi="", versi=1, by=contoh.rina)
    halaman = _halaman(klien, _url(contoh, "laporan_ruang"))
    assert 'aria-label="Maksud dan Tujuan"' in halaman
    assert "belum ditulis" in halaman


def test_what_the_law_does_not_ask_for_may_be_added_and_is_not_counted(klien: Client, contoh: LaporanBlitar):
    halaman = _halaman(klien, _url(contoh, "laporan_ruang") + "?bagian=sasaran-1")
    assert "Tambah uraian: Perbandingan dengan tahun-tahun sebelumnya 1.1" in halaman
    assert "teks belum ditulis" not in halaman  # every cause, and the solution of what was not reached, is there


def test_figure_is_drawn_when_it_is_looked_at(klien: Client, contoh: LaporanBlitar):
    jawaban = klien.get(_url(contoh, "laporan_gambar", "gambar-capaian-sasaran"))
    assert jawaban.headers["Content-Type"] == "image/png"
    assert jawaban.content.startswith(b"\x89PNG")
    assert klien.get(_url(contoh, "laporan_gambar", "gambar-entah")).status_code == 404


def test_text_is_saved_and_shown_in_its_place(klien: Client, contoh: LaporanBlitar):
    alamat = _url(contoh, "laporan_blok", "simpulan")
    jawaban = klien.post(alamat, {"isi": "Capaian {{ capaian.organisasi }}.", "versi": 1})
    assert jawaban.status_code == 302
    assert jawaban.headers["Location"].endswith("?teks=simpulan#teks-simpulan")
    assert _blok(contoh, "simpulan").versi == 2
    assert "Capaian <data value=" in _halaman(klien, jawaban.headers["Location"].partition("#")[0])


def test_unknown_slot_is_refused_and_what_was_written_stays(klien: Client, contoh: LaporanBlitar):
    jawaban = klien.post(_url(contoh, "laporan_blok", "simpulan"), {"isi": "Ini {{ capaian.9.9 }}.", "versi": 1})
    halaman = unescape(jawaban.content.decode())
    assert "Baris 1: tertulis “{{ capaian.9.9 }}”, diharapkan capaian.<kode indikator>" in halaman
    assert "Ini {{ capaian.9.9 }}." in halaman
    assert _blok(contoh, "simpulan").versi == 1


def test_every_slot_is_offered_with_its_present_value(klien: Client, contoh: LaporanBlitar):
    halaman = _halaman(klien, _url(contoh, "laporan_blok", "simpulan"))
    assert 'data-slot="capaian.1.1"' in halaman
    assert 'data-slot="tabel.tabel-rekap"' in halaman


def test_two_who_write_at_once_both_see_both_texts(klien: Client, contoh: LaporanBlitar, danu: Pengguna):
    alamat = _url(contoh, "laporan_blok", "simpulan")
    klien.post(alamat, {"isi": "Tulisan Rina.", "versi": 1})
    jawaban = _masuk(danu).post(alamat, {"isi": "Tulisan Danu.", "versi": 1})
    halaman = unescape(jawaban.content.decode())
    assert "sudah diubah Rina" in halaman
    assert "Tulisan Rina." in halaman
    assert "Tulisan Danu." in halaman
    assert _masuk(danu).post(alamat, {"isi": "Tulisan bersama.", "versi": 2}).status_code == 302
    assert _blok(contoh, "simpulan").isi == "Tulisan bersama.\n"


def test_draft_of_a_text_is_offered_again_and_forgotten_when_saved(klien: Client, contoh: LaporanBlitar):
    alamat = _url(contoh, "laporan_blok", "simpulan")
    DrafIsian.objects.create(pengguna=contoh.rina, halaman=alamat, isi={"isi": "Setengah jadi", "versi": "1"})
    assert "belum disimpan" in _halaman(klien, alamat)
    assert "Setengah jadi" in _halaman(klien, f"{alamat}?draf=pakai")
    klien.post(alamat, {"isi": "Jadi.", "versi": 1})
    assert not DrafIsian.objects.exists()


def test_version_shows_what_changed_word_by_word_and_comes_back(klien: Client, contoh: LaporanBlitar):
    semula = _blok(contoh, "simpulan").isi
    klien.post(_url(contoh, "laporan_blok", "simpulan"), {"isi": "Semuanya baru.", "versi": 1})
    halaman = _halaman(klien, _url(contoh, "laporan_versi", "simpulan"))
    assert "<ins>Semuanya" in halaman
    assert "<del>" in halaman
    assert "impor paket data" in halaman
    klien.post(_url(contoh, "laporan_versi_pulihkan", "simpulan", 1), {"versi": 2})
    blok = _blok(contoh, "simpulan")
    assert (blok.versi, blok.isi) == (3, semula if semula.endswith("\n") else f"{semula}\n")


def test_draft_sentence_is_marked_until_it_is_accepted(klien: Client, contoh: LaporanBlitar):
    revise_blok(contoh.laporan, "standar-1.1", isi="Di atas nasional.", versi=0, by=contoh.rina, is_usulan=True)
    alamat = _url(contoh, "laporan_ruang") + "?teks=standar-1.1"
    assert "usulan, belum diterima" in _halaman(klien, alamat)
    klien.post(_url(contoh, "laporan_blok_terima", "standar-1.1"), {"versi": 1})
    assert "usulan, belum diterima" not in _halaman(klien, alamat)
    assert not _blok(contoh, "standar-1.1").is_usulan


def test_skeleton_with_dots_is_not_accepted(contoh: LaporanBlitar, klien: Client):
    blok = revise_blok(contoh.laporan, "solusi-1.1", isi="Karena …….", versi=0, by=contoh.rina, is_usulan=True)
    jawaban = klien.post(_url(contoh, "laporan_blok_terima", "solusi-1.1"), {"versi": 1}, follow=True)
    assert "Lengkapi titik-titik" in jawaban.content.decode()
    blok.refresh_from_db()
    assert blok.is_usulan
    with pytest.raises(Exception, match="Lengkapi"):
        adopt_usulan(blok, versi=1, by=contoh.rina)


def test_comment_becomes_a_task_and_is_ended(klien: Client, contoh: LaporanBlitar, danu: Pengguna):
    alamat = _url(contoh, "laporan_komentar", "sebab-1.1")
    isi = {"teks": "Sebutkan datanya.", "ditugaskan_kepada": danu.pk, "tenggat": "2027-01-20"}
    assert klien.post(alamat, isi).status_code == 302
    komentar = KomentarBlok.objects.get()
    assert "Tugas untuk Danu, paling lambat 20 Januari 2027" in _halaman(
        _masuk(danu), _url(contoh, "laporan_blok", "sebab-1.1")
    )
    assert "Sebutkan datanya." in _halaman(klien, _url(contoh, "laporan_ruang") + "?teks=sebab-1.1")
    _masuk(danu).post(_url(contoh, "laporan_komentar_selesai", komentar.pk))
    assert "Selesai, Danu" in _halaman(klien, _url(contoh, "laporan_blok", "sebab-1.1"))


def test_comment_that_is_refused_stays_on_the_page(klien: Client, contoh: LaporanBlitar):
    jawaban = klien.post(
        _url(contoh, "laporan_komentar", "sebab-1.1"), {"teks": "Kapan selesai?", "tenggat": "2027-01-20"}
    )
    halaman = unescape(jawaban.content.decode())
    assert "Pilih siapa yang ditugaskan" in halaman
    assert "Kapan selesai?" in halaman


def test_answer_stands_below_what_it_answers(klien: Client, contoh: LaporanBlitar):
    asal = comment_blok(contoh.laporan, "sebab-1.1", teks="Benar begitu?", by=contoh.rina)
    klien.post(_url(contoh, "laporan_komentar", "sebab-1.1"), {"teks": "Benar.", "menanggapi": asal.pk})
    halaman = _halaman(klien, _url(contoh, "laporan_blok", "sebab-1.1"))
    assert halaman.index("Benar begitu?") < halaman.index('class="komentar tanggapan"') < halaman.index("Benar.</p>")


def test_report_that_was_handed_in_is_read_and_not_written(klien: Client, contoh: LaporanBlitar):
    assert klien.post(_url(contoh, "laporan_ajukan"), {"versi": contoh.laporan.versi}).status_code == 302
    halaman = _halaman(klien, _url(contoh, "laporan_blok", "simpulan"))
    assert '<textarea name="isi"' not in halaman
    assert "Laporan sudah diajukan" in halaman
    jawaban = klien.post(_url(contoh, "laporan_blok", "simpulan"), {"isi": "Terlambat.", "versi": 1})
    assert _blok(contoh, "simpulan").versi == 1
    assert jawaban.status_code == 200
    klien.post(_url(contoh, "laporan_kembalikan"), {"catatan": "Ada yang kurang."})
    assert LaporanKinerja.objects.get().is_disusun


def test_whoever_sees_nothing_of_the_office_finds_nothing(contoh: LaporanBlitar):
    for nama, *args in (("laporan_ruang",), ("laporan_blok", "simpulan"), ("laporan_gambar", "gambar-serapan")):
        assert _masuk(contoh.tono).get(_url(contoh, nama, *args)).status_code == 404


def test_text_that_the_report_does_not_have_is_not_found(klien: Client, contoh: LaporanBlitar):
    assert klien.get(_url(contoh, "laporan_blok", "sebab-9.9")).status_code == 404
    assert klien.get(_url(contoh, "laporan_versi", "standar-1.1")).status_code == 404
