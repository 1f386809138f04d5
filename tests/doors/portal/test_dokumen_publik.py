"""Files: loaded as downloads, found by their hash, told from others that look the same."""

from io import BytesIO
from threading import BoundedSemaphore

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pyhanko.pdf_utils.generic import StreamObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import PageObject, PdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, SimpleSigner, sign_pdf
from terbitan_contoh import PDF, build_terbitan, withdraw

from akuntabel.doors.portal import dokumen as pintu
from akuntabel.platform.files.penyimpanan import find_penyimpanan
from akuntabel.siklus.publikasi.models import Terbitan
from sertifikat_uji import SANDI, build_pemegang

PERIKSA = "publik_periksa"


@pytest.fixture(scope="module")
def bertanda() -> bytes:
    """A PDF that Bu Ketua signed with a certificate of her own."""
    tulis = PdfFileWriter()
    tulis.insert_page(PageObject(contents=tulis.add_object(StreamObject(stream_data=b"")), media_box=(0, 0, 99, 99)))
    kosong = BytesIO()
    tulis.write(kosong)
    penanda = SimpleSigner.load_pkcs12_data(build_pemegang("Bu Ketua").build_p12(), [], SANDI.encode())
    keluar = sign_pdf(
        IncrementalPdfFileWriter(kosong), PdfSignatureMetadata(field_name="Pimpinan"), penanda, output=BytesIO()
    )
    return bytes(keluar.getbuffer())


def _periksa(tamu: Client, isi: bytes, nama: str = "laporan.pdf") -> str:
    jawaban = tamu.post(reverse(PERIKSA), {"berkas": SimpleUploadedFile(nama, isi)})
    assert jawaban.status_code == 200
    return jawaban.content.decode()


def test_a_file_is_a_download_that_the_browser_may_keep(terbitan: Terbitan, tamu: Client):
    d = terbitan.daftar_dokumen.get()
    jawaban = tamu.get(reverse("publik_unduh", args=(d.sha256, d.nama)))
    assert b"".join(jawaban) == PDF + terbitan.slug.encode()
    assert jawaban.headers["Content-Disposition"] == f'attachment; filename="{d.nama}"'
    assert "immutable" in jawaban.headers["Cache-Control"]
    assert jawaban.headers["X-Content-Type-Options"] == "nosniff"
    lagi = tamu.get(reverse("publik_unduh", args=(d.sha256, d.nama)), headers={"if-none-match": f'"{d.sha256}"'})
    assert lagi.status_code == 304


def test_a_withdrawn_file_is_not_given_out_and_not_kept_by_caches_of_others(terbitan: Terbitan, tamu: Client):
    d = terbitan.daftar_dokumen.get()
    alamat = reverse("publik_unduh", args=(d.sha256, d.nama))
    pertama = tamu.get(alamat)
    b"".join(pertama)  # to the end, which closes the file
    assert "private" in pertama.headers["Cache-Control"]
    withdraw(terbitan)
    jawaban = tamu.get(alamat, headers={"if-none-match": f'"{d.sha256}"'})
    assert jawaban.status_code == 410
    assert b"Angka partisipasinya keliru." in jawaban.content


def test_only_published_files_are_given_out(terbitan: Terbitan, tamu: Client):
    d = terbitan.daftar_dokumen.get()
    assert tamu.get(reverse("publik_unduh", args=(d.sha256, "lain.pdf"))).status_code == 404
    assert tamu.get(reverse("publik_unduh", args=("0" * 64, d.nama))).status_code == 404


def test_a_file_that_was_lost_says_so(terbitan: Terbitan, tamu: Client):
    d = terbitan.daftar_dokumen.get()
    find_penyimpanan().delete(d.berkas.letak)
    jawaban = tamu.get(reverse("publik_unduh", args=(d.sha256, d.nama)))
    assert jawaban.status_code == 404
    assert "sedang tidak tersedia" in jawaban.content.decode()


def test_the_page_of_the_qr_says_what_it_is_who_signed_and_that_it_stands(terbitan: Terbitan, tamu: Client):
    isi = tamu.get(reverse("publik_dokumen", args=(terbitan.sidik.upper(),))).content.decode()
    for kata in ("Masih berlaku.", "Umar, Ketua, 25 Februari 2021 (secara elektronik)", terbitan.sidik):
        assert kata in isi
    assert terbitan.daftar_dokumen.get().sha256 in isi


def test_a_hash_that_nobody_published_is_not_known(terbitan: Terbitan, tamu: Client):
    jawaban = tamu.get(reverse("publik_dokumen", args=("f" * 64,)))
    assert jawaban.status_code == 404
    assert "belum diterbitkan" in jawaban.content.decode()


def test_the_same_file_is_recognised_and_its_signature_read(terbitan: Terbitan, tamu: Client, bertanda: bytes):
    build_terbitan("357300", pdf=bertanda, sidik="cd" * 32)
    isi = _periksa(tamu, bertanda)
    assert "<strong>Sama</strong> dengan yang diterbitkan: Laporan Kinerja KPU Kota Malang Tahun 2020" in isi
    assert "Berkas utuh: 1 tanda tangan elektronik sah" in isi
    assert "Ditandatangani Bu Ketua" in isi


def test_one_changed_byte_is_another_file_with_a_broken_signature(terbitan: Terbitan, tamu: Client, bertanda: bytes):
    build_terbitan("357300", pdf=bertanda, sidik="cd" * 32)
    isi = _periksa(tamu, bertanda.replace(b"[ 0 0 99 99 ]", b"[ 0 0 99 98 ]"))
    assert "<strong>Tidak sama</strong>" in isi
    assert "Jangan dipakai." in isi


def test_a_withdrawn_file_is_recognised_as_withdrawn(terbitan: Terbitan, tamu: Client):
    withdraw(terbitan)
    isi = _periksa(tamu, PDF + terbitan.slug.encode())
    assert "Sama dengan dokumen yang sudah ditarik" in isi
    assert "Angka partisipasinya keliru." in isi


def test_what_is_no_pdf_is_compared_all_the_same(terbitan: Terbitan, tamu: Client):
    isi = _periksa(tamu, b"PK\x03\x04", "laporan <b>.docx")
    assert "<strong>Tidak sama</strong>" in isi
    assert "bukan PDF" in isi
    assert "<b>" not in isi


def test_nothing_and_too_much_are_refused_with_a_sentence(terbitan: Terbitan, tamu: Client):
    assert "Belum ada berkas" in tamu.post(reverse(PERIKSA)).content.decode()
    jawaban = tamu.post(reverse(PERIKSA), {"berkas": SimpleUploadedFile("a.pdf", b"x")}, CONTENT_LENGTH=60 * 1024**2)
    assert "paling banyak 50 MiB" in jawaban.content.decode()


def test_one_check_at_a_time(terbitan: Terbitan, tamu: Client, monkeypatch: pytest.MonkeyPatch):
    giliran = BoundedSemaphore(1)
    giliran.acquire()
    monkeypatch.setattr(pintu, "_GILIRAN", giliran)
    monkeypatch.setattr(pintu, "TUNGGU", 0.01)
    jawaban = tamu.post(reverse(PERIKSA), {"berkas": SimpleUploadedFile("a.pdf", PDF)})
    assert jawaban.status_code == 503
    assert "Coba lagi sebentar lagi." in jawaban.content.decode()


def test_the_check_needs_no_token(terbitan: Terbitan):
    tamu = Client(enforce_csrf_checks=True)
    assert "Tidak sama" in _periksa(tamu, b"x")
