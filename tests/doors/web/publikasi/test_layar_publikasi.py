"""From the reviewed report to the public and back: what each page says, and to whom it offers what."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from terbit_contoh import PDF_KECIL, TANGGAL, KantorTerbit

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.tasks.kerjakan import run_tugas
from akuntabel.siklus.publikasi.models import CaraPenetapan, PenetapanLaporan, Terbitan
from akuntabel.siklus.publikasi.tugas import find_tugas
from sertifikat_uji import SANDI, build_pemegang

pytestmark = pytest.mark.django_db
Masuk = Callable[[Pengguna], Client]
AWAL = "/satker/657960/2020/publikasi/"


def _halaman(kantor: KantorTerbit, sisa: str = "") -> str:
    return f"{AWAL}{kantor.laporan.pk}/{sisa}"


def _teks(klien: Client, alamat: str) -> str:
    jawaban = klien.get(alamat)
    assert jawaban.status_code == 200
    return str(jawaban.text)


def test_the_list_says_how_far_every_report_is_and_what_comes_next(kantor: KantorTerbit, masuk: Masuk):
    ketua, rina = masuk(kantor.pemeran.bu_ketua), masuk(kantor.pemeran.rina)
    assert "Selesaikan reviu" in _teks(rina, AWAL)
    kantor.reviu()
    assert f'href="{_halaman(kantor, "tanda-tangan/")}"' in _teks(ketua, AWAL)
    assert "Tanda tangan pimpinan" in _teks(rina, AWAL)


def test_another_office_sees_nothing(kantor: KantorTerbit, masuk: Masuk):
    kantor.reviu()
    tono = masuk(kantor.pemeran.tono)
    for alamat in (AWAL, _halaman(kantor), _halaman(kantor, "pratinjau/"), _halaman(kantor, "rancangan.pdf")):
        assert tono.get(alamat).status_code == 404


def test_the_preview_shows_the_figures_that_the_public_will_see(kantor: KantorTerbit, masuk: Masuk):
    rina = masuk(kantor.pemeran.rina)
    assert "ditandatangani sesudah direviu" in _teks(rina, _halaman(kantor, "pratinjau/"))
    kantor.reviu()
    teks = _teks(rina, _halaman(kantor, "pratinjau/"))
    for kata in ("91,70%", "196,42%", "menunggu rilis", "Sari Auditor, Inspektur", "9 dari 11 indikator"):
        assert kata in teks


def test_the_head_reads_what_she_will_sign(kantor: KantorTerbit, masuk: Masuk):
    ketua = masuk(kantor.pemeran.bu_ketua)
    assert ketua.get(_halaman(kantor, "rancangan.pdf")).status_code == 404
    kantor.reviu()
    jawaban = ketua.get(_halaman(kantor, "rancangan.pdf"))
    assert jawaban["Content-Type"] == "application/pdf"
    assert jawaban.content.startswith(b"%PDF-1.7")


def test_she_signs_with_her_certificate_and_the_planner_publishes(kantor: KantorTerbit, masuk: Masuk):
    kantor.reviu()
    ketua, rina = masuk(kantor.pemeran.bu_ketua), masuk(kantor.pemeran.rina)
    p12 = SimpleUploadedFile("ketua.p12", build_pemegang("Bu Ketua").build_p12())
    isian = {"tanggal": TANGGAL.isoformat(), "berkas": p12, "frasa_sandi": SANDI}
    jawaban = ketua.post(_halaman(kantor, "tanda-tangan/sertifikat/"), isian, follow=True)
    assert "siap diterbitkan" in jawaban.text
    assert PenetapanLaporan.objects.get().cara == CaraPenetapan.ELEKTRONIK
    teks = rina.post(_halaman(kantor, "terbitkan/"), follow=True).text
    assert "Sedang diterbitkan" in teks
    assert rina.get(_halaman(kantor), headers={"HX-Request": "true"}).headers.get("HX-Refresh") is None
    tugas = find_tugas(kantor.laporan)
    assert tugas is not None
    run_tugas(tugas.pk, "uji")
    assert rina.get(_halaman(kantor), headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"
    terbitan = Terbitan.objects.get()
    teks = _teks(rina, _halaman(kantor))
    assert f"/publik/terbitan/{terbitan.slug}/" in teks
    assert f"/publik/dokumen/{terbitan.sidik}/" in teks


def test_a_wrong_passphrase_is_said_beside_its_field_and_nothing_is_signed(kantor: KantorTerbit, masuk: Masuk):
    kantor.reviu()
    p12 = SimpleUploadedFile("ketua.p12", build_pemegang("Bu Ketua").build_p12())
    isian = {"tanggal": TANGGAL.isoformat(), "berkas": p12, "frasa_sandi": "keliru"}
    jawaban = masuk(kantor.pemeran.bu_ketua).post(_halaman(kantor, "tanda-tangan/sertifikat/"), isian)
    assert "Frasa sandi tidak cocok" in jawaban.text
    assert not PenetapanLaporan.objects.exists()


def test_the_scan_of_a_signature_on_paper_is_taken(kantor: KantorTerbit, masuk: Masuk):
    kantor.reviu()
    isian = {"tanggal": TANGGAL.isoformat(), "berkas": SimpleUploadedFile("pindaian.pdf", PDF_KECIL)}
    ketua = masuk(kantor.pemeran.bu_ketua)
    assert ketua.post(_halaman(kantor, "tanda-tangan/pindaian/"), isian).status_code == 302
    assert ketua.get(_halaman(kantor, "berkas/pindaian/")).getvalue() == PDF_KECIL
    assert ketua.get(_halaman(kantor, "berkas/lain/")).status_code == 404


def test_only_the_head_is_led_to_the_signature(kantor: KantorTerbit, masuk: Masuk):
    kantor.reviu()
    for orang in (kantor.pemeran.rina, kantor.pemeran.danu):
        assert masuk(orang).get(_halaman(kantor, "tanda-tangan/")).status_code == 403
        assert masuk(orang).get(_halaman(kantor, "tanda-tangan/sertifikat/")).status_code == 403


def test_a_report_that_waits_for_nothing_offers_no_way_to_sign(kantor: KantorTerbit, masuk: Masuk):
    ketua = masuk(kantor.pemeran.bu_ketua)
    jawaban = ketua.get(_halaman(kantor, "tanda-tangan/sertifikat/"), follow=True)
    assert "ditandatangani sesudah direviu" in jawaban.text
    assert ketua.get(_halaman(kantor, "tanda-tangan/lain/")).status_code == 404


def test_data_staff_cannot_publish(kantor: KantorTerbit, masuk: Masuk):
    kantor.tetapkan()
    danu = masuk(kantor.pemeran.danu)
    assert "Terbitkan</button>" not in _teks(danu, _halaman(kantor))
    assert danu.post(_halaman(kantor, "terbitkan/")).status_code == 403
    assert find_tugas(kantor.laporan) is None


def test_a_withdrawal_asks_for_its_reason_and_shows_it(kantor: KantorTerbit, masuk: Masuk):
    kantor.terbitkan()
    ketua = masuk(kantor.pemeran.bu_ketua)
    assert "Belum diisi." in ketua.post(_halaman(kantor, "tarik/"), {"alasan": ""}).text
    teks = ketua.post(_halaman(kantor, "tarik/"), {"alasan": "Angka 1.4 keliru."}, follow=True).text
    assert "Angka 1.4 keliru." in teks
    assert "Tarik dari publik</a>" not in teks
    assert masuk(kantor.pemeran.rina).get(_halaman(kantor, "tarik/")).status_code == 403


def test_what_is_not_public_cannot_be_withdrawn(kantor: KantorTerbit, masuk: Masuk):
    assert masuk(kantor.pemeran.bu_ketua).get(_halaman(kantor, "tarik/")).status_code == 404
