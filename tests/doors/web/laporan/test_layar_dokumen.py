"""Files, drafts, findings and edited Word files on the screens of a report."""

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from laporan_blitar import LaporanBlitar, build_laporan_blitar
from suntingan_word import ganti, render_diberikan, store_diberikan, sunting_docx

from akuntabel.platform.tasks.models import Tugas
from akuntabel.platform.tasks.pekerja_tunggal import run_berikut
from akuntabel.siklus.pelaporan.actions_blok import revise_blok
from akuntabel.siklus.pelaporan.models import UnggahanWord

pytestmark = pytest.mark.django_db
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
def contoh() -> LaporanBlitar:
    """The report of the example office."""
    cache.clear()
    return build_laporan_blitar()


@pytest.fixture
def klien(contoh: LaporanBlitar) -> Client:
    """Rina, signed in."""
    klien = Client()
    klien.force_login(contoh.rina)
    return klien


def _url(contoh: LaporanBlitar, nama: str, *args: object, **kueri: str) -> str:
    laporan = contoh.laporan
    return reverse(nama, args=(laporan.satker.kode, laporan.tahun, laporan.pk, *args), query=kueri or None)


def _halaman(klien: Client, alamat: str) -> str:
    jawaban = klien.get(alamat)
    assert jawaban.status_code == 200
    return jawaban.content.decode()


def test_files_are_asked_for_followed_and_downloaded(klien: Client, contoh: LaporanBlitar):
    alamat = _url(contoh, "laporan_dokumen")
    assert "belum ada" in _halaman(klien, alamat)
    assert klien.get(_url(contoh, "laporan_dokumen_unduh", "pdf")).status_code == 404
    assert klien.post(alamat).headers["Location"] == alamat
    halaman = _halaman(klien, alamat)
    assert "Menunggu giliran" in halaman
    assert 'http-equiv="refresh"' in halaman  # without script too
    assert "HX-Refresh" not in klien.get(alamat, headers={"HX-Request": "true"}).headers
    run_berikut("uji")
    assert klien.get(alamat, headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"
    assert "terbaru" in _halaman(klien, alamat)
    berkas = klien.get(_url(contoh, "laporan_dokumen_unduh", "json"))
    assert 'filename="laporan-kinerja-kpu-kota-blitar-2020-rancangan.json"' in berkas.headers["Content-Disposition"]
    assert b'"jenis_blok"' in berkas.getvalue()
    assert klien.get(_url(contoh, "laporan_dokumen_unduh", "exe")).status_code == 404


def test_a_report_that_cannot_be_composed_says_why(klien: Client, contoh: LaporanBlitar):
    klien.post(_url(contoh, "laporan_dokumen"))
    blok = contoh.laporan.daftar_blok.get(nama="simpulan")
    type(blok).objects.filter(pk=blok.pk).update(isi="Capaian {{ capaian.9.9 }}.")  # as if its indicator were gone
    run_berikut("uji")
    halaman = _halaman(klien, _url(contoh, "laporan_dokumen"))
    assert "tidak dapat disusun" in halaman
    assert "capaian.9.9" in halaman
    assert Tugas.objects.get().status == "gagal"


def test_empty_texts_are_filled_with_drafts(klien: Client, contoh: LaporanBlitar):
    jawaban = klien.post(_url(contoh, "laporan_usulan"), follow=True)
    assert "diisi usulan" in jawaban.content.decode()
    assert contoh.laporan.daftar_blok.get(nama="tren-1.2").is_usulan


def test_one_text_offers_its_draft_until_it_is_filled(klien: Client, contoh: LaporanBlitar):
    teks = _url(contoh, "laporan_blok", "efisiensi-1")
    halaman = _halaman(klien, teks)
    assert "penggunaan sumber daya belum efisien" in halaman  # as it would print
    assert "Isi dengan usulan" in halaman
    jawaban = klien.post(_url(contoh, "laporan_usulan", teks="efisiensi-1"))
    assert jawaban.headers["Location"] == teks
    assert "Isi dengan usulan" not in _halaman(klien, teks)
    halaman = klien.post(_url(contoh, "laporan_usulan", teks="simpulan"), follow=True).content.decode()
    assert "sudah ditulis orang" in halaman


def test_findings_stand_beside_their_text_and_all_on_one_page(klien: Client, contoh: LaporanBlitar):
    revise_blok(
        contoh.laporan, "ikhtisar", isi="Realisasi anggaran Rp50 dari pagu Rp100 atau 75%.", versi=0, by=contoh.rina
    )
    bagian = _url(contoh, "laporan_temuan_bagian", teks="ikhtisar")
    teks = _halaman(klien, _url(contoh, "laporan_blok", "ikhtisar"))
    assert f'hx-get="{bagian}"' in teks  # the page does not wait for the checker
    potongan = _halaman(klien, bagian)
    assert "<html" not in potongan
    assert "75%" in potongan
    semua = _halaman(klien, _url(contoh, "laporan_temuan"))
    assert "Ikhtisar eksekutif" in semua
    assert "75%" in semua
    sesudah = _halaman(klien, _url(contoh, "laporan_blok", "ikhtisar"))
    assert "hx-get" not in sesudah.partition("Temuan pemeriksa")[2].partition("</section>")[0]
    assert "75%" in sesudah
    lain = _halaman(klien, _url(contoh, "laporan_temuan_bagian", teks="simpulan"))
    assert "tidak menemukan kesalahan di sini" in lain


def test_an_edited_word_file_is_handed_in_and_taken_over_text_by_text(klien: Client, contoh: LaporanBlitar):
    store_diberikan(contoh.laporan)
    isi = sunting_docx(
        render_diberikan(),
        ganti(
            ("Keberhasilan itu belum merata.", "Keberhasilan itu tidak merata."), ("baru 47,15% dari", "baru 50% dari")
        ),
    )
    berkas = SimpleUploadedFile("suntingan.docx", isi, DOCX)
    jawaban = klien.post(_url(contoh, "laporan_unggah"), {"berkas": berkas})
    unggahan = UnggahanWord.objects.get()
    alamat = _url(contoh, "laporan_unggahan", unggahan.pk)
    assert jawaban.headers["Location"] == alamat
    halaman = _halaman(klien, alamat)
    assert "<del>belum</del><ins>tidak</ins>" in halaman
    assert "tertulis 50%, menurut fakta 47,15%" in halaman
    versi = contoh.laporan.daftar_blok.get(nama="simpulan").versi
    klien.post(_url(contoh, "laporan_unggahan_terima", unggahan.pk, "simpulan"), {"versi": versi})
    assert "tidak merata. Partisipasi pemilih disabilitas baru {{ realisasi.1.4 }}" in " ".join(
        contoh.laporan.daftar_blok.get(nama="simpulan").isi.split()
    )
    assert "sudah diterima" in _halaman(klien, alamat)
    assert "suntingan.docx" in _halaman(klien, _url(contoh, "laporan_unggah"))


def test_a_declined_offer_is_shown_as_such(klien: Client, contoh: LaporanBlitar):
    store_diberikan(contoh.laporan)
    isi = sunting_docx(render_diberikan(), ganti(("Keberhasilan itu belum merata.", "Keberhasilan itu tidak merata.")))
    klien.post(_url(contoh, "laporan_unggah"), {"berkas": SimpleUploadedFile("s.docx", isi, DOCX)})
    unggahan = UnggahanWord.objects.get()
    klien.post(_url(contoh, "laporan_unggahan_tolak", unggahan.pk, "simpulan"))
    assert "tidak dipakai" in _halaman(klien, _url(contoh, "laporan_unggahan", unggahan.pk))


def test_what_is_no_word_file_is_refused_beside_the_field(klien: Client, contoh: LaporanBlitar):
    store_diberikan(contoh.laporan)
    jawaban = klien.post(_url(contoh, "laporan_unggah"), {"berkas": SimpleUploadedFile("s.docx", b"bukan zip", DOCX)})
    assert jawaban.status_code == 200
    assert "isi DOCX" in jawaban.content.decode()
    assert not UnggahanWord.objects.exists()
