"""The public page behind the QR: which agreement, who signed, and whether a file is the same."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from pemeran import Pemeran

from akuntabel.core.render.berkas import Format
from akuntabel.siklus.perjanjian.actions import (
    approve_perjanjian,
    revise_perjanjian,
    sign_perjanjian,
    submit_perjanjian,
)
from akuntabel.siklus.perjanjian.dokumen import read_berkas, render_perjanjian
from akuntabel.siklus.perjanjian.models import AlasanRevisi, PerjanjianKinerja, PihakPerjanjian, TandaTangan
from akuntabel.siklus.perjanjian.tanda_tangan.actions import sign_dokumen_perjanjian
from akuntabel.siklus.perjanjian.tanda_tangan.p12 import open_p12
from sertifikat_uji import SANDI, build_pemegang


@pytest.fixture
def tanda(pemeran: Pemeran, draf: PerjanjianKinerja) -> TandaTangan:
    """Bu Ketua has signed."""
    submit_perjanjian(draf, by=pemeran.rina)
    approve_perjanjian(draf, by=pemeran.bu_ketua)
    penandatangan = open_p12(build_pemegang("Bu Ketua").build_p12(), SANDI, pada=timezone.now())
    return sign_dokumen_perjanjian(
        draf, by=pemeran.bu_ketua, pihak=PihakPerjanjian.PERTAMA, penandatangan=penandatangan
    )


def _periksa(klien: Client, alamat: str, isi: bytes) -> str:
    return klien.post(alamat, {"berkas": SimpleUploadedFile("dokumen.pdf", isi)}).text


def _alamat(tanda: TandaTangan) -> str:
    return f"/verifikasi/{tanda.perjanjian.sidik}/"


def test_anybody_sees_which_agreement_it_is_and_who_signed(client: Client, tanda: TandaTangan):
    halaman = client.get(_alamat(tanda)).text
    assert "Perjanjian Kinerja KPU Kota Blitar 2026" in halaman
    assert "Bu Ketua" in halaman
    assert "pihak kedua belum menandatangani" in halaman


def test_the_same_file_is_recognised(client: Client, tanda: TandaTangan):
    halaman = _periksa(client, _alamat(tanda), read_berkas(tanda.berkas))
    assert "Sama persis dengan dokumen yang tercatat" in halaman
    assert "Berkas utuh: 1 tanda tangan elektronik sah" in halaman


def test_one_changed_byte_is_not_the_same_file(client: Client, tanda: TandaTangan):
    isi = bytearray(read_berkas(tanda.berkas))
    isi[20_000] ^= 1
    halaman = _periksa(client, _alamat(tanda), bytes(isi))
    assert "Bukan dokumen yang tercatat untuk perjanjian ini" in halaman
    assert "Jangan dipakai" in halaman


def test_a_web_page_saved_as_a_file_is_refused(client: Client, tanda: TandaTangan):
    halaman = _periksa(client, _alamat(tanda), render_perjanjian(tanda.perjanjian, Format.HTML))
    assert "Berkas ini bukan PDF" in halaman


def test_a_file_alone_leads_to_its_agreement(client: Client, tanda: TandaTangan):
    halaman = _periksa(client, "/verifikasi/", read_berkas(tanda.berkas))
    assert "Sama persis" in halaman
    assert "Perjanjian Kinerja KPU Kota Blitar 2026" in halaman


def test_a_replaced_agreement_names_its_revision(client: Client, pemeran: Pemeran, tanda: TandaTangan):
    baru = revise_perjanjian(tanda.perjanjian, by=pemeran.rina, alasan=AlasanRevisi.STRATEGI, uraian="Pagu berubah")
    assert "Sudah diganti" not in client.get(_alamat(tanda)).text  # the revision is only a draft yet
    submit_perjanjian(baru, by=pemeran.rina)
    approve_perjanjian(baru, by=pemeran.bu_ketua)
    sign_perjanjian(baru, by=pemeran.bu_ketua, tanggal=timezone.localdate())
    halaman = client.get(_alamat(tanda)).text
    assert "Sudah diganti dengan" in halaman
    assert baru.sidik in halaman


@pytest.mark.parametrize("sidik", ["a" * 64, "bukan-sidik"])
def test_an_unknown_hash_is_said_to_be_one(client: Client, tanda: TandaTangan, sidik: str):
    jawaban = client.get(f"/verifikasi/{sidik}/")
    assert jawaban.status_code == 404
    assert "Dokumen tidak dikenal" in jawaban.text


def test_a_draft_has_no_page(client: Client, draf: PerjanjianKinerja):
    assert draf.sidik == ""
    assert "Perjanjian Kinerja KPU" not in client.get("/verifikasi/").text


def test_a_huge_file_is_refused(client: Client, tanda: TandaTangan):
    assert "paling banyak 10 MB" in _periksa(client, _alamat(tanda), b"%PDF-" + b"0" * (10 * 1024 * 1024))
