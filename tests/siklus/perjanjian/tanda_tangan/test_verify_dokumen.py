"""What a file says of itself: intact or not, by whom, and who vouches for the name."""

from io import BytesIO

import pikepdf
import pytest
from asn1crypto import x509
from cryptography.hazmat.primitives.serialization import Encoding
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.stamp import TextStampStyle
from tanda_contoh import read_isi

from akuntabel.core.render.berkas import Format
from akuntabel.siklus.perjanjian.dokumen import render_perjanjian
from akuntabel.siklus.perjanjian.models import PihakPerjanjian
from akuntabel.siklus.perjanjian.tanda_tangan import verifikasi
from akuntabel.siklus.perjanjian.tanda_tangan.actions import sign_dokumen_perjanjian
from akuntabel.siklus.perjanjian.tanda_tangan.p12 import open_p12
from akuntabel.siklus.perjanjian.tanda_tangan.verifikasi import (
    DokumenDitolakError,
    Kepercayaan,
    Perubahan,
    verify_dokumen,
    verify_kiriman,
)
from sertifikat_uji import SANDI, Pemegang, build_pemegang


def _rusak(pdf: bytes, tempat: int) -> bytes:
    return pdf[:tempat] + bytes([pdf[tempat] ^ 1]) + pdf[tempat + 1 :]


def test_one_changed_byte_is_found(tanda_pertama):
    hasil = verify_dokumen(_rusak(read_isi(tanda_pertama), 20_000))
    assert not hasil.is_utuh
    assert "berubah sesudah ditandatangani" in hasil.pesan
    assert hasil.tanda_tangan[0].pesan.startswith("Tanda tangan Bu Ketua tidak sah")


def test_a_change_after_the_first_signature_spoils_only_the_second(tanda_pertama, tanda_kedua):
    isi = read_isi(tanda_kedua)
    hasil = verify_dokumen(_rusak(isi, isi.index(b"/Reason", len(read_isi(tanda_pertama))) + 12))
    assert not hasil.is_utuh
    assert [t.pemegang for t in hasil.tanda_tangan if t.is_utuh] == ["Bu Ketua"]


def test_content_added_after_the_signatures_is_found(tanda_kedua):
    keluaran = BytesIO(read_isi(tanda_kedua))
    penulis = IncrementalPdfFileWriter(keluaran)
    TextStampStyle(stamp_text="Target diubah").create_stamp(penulis, None, {}).apply(0, 100, 100)
    penulis.write_in_place()
    hasil = verify_dokumen(keluaran.getvalue())
    assert not hasil.is_utuh
    assert hasil.tanda_tangan[-1].perubahan is Perubahan.LAIN


def test_a_file_saved_anew_is_not_what_was_signed(tanda_kedua):
    keluaran = BytesIO()
    with pikepdf.open(BytesIO(read_isi(tanda_kedua))) as pdf:
        pdf.save(keluaran)
    assert not verify_dokumen(keluaran.getvalue()).is_utuh


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (b"", "bukan PDF"),
        (b"PK\x03\x04 bukan", "bukan PDF"),
        (b"%PDF-1.7\nsampah", "PDF yang rusak"),
    ],
)
def test_what_is_no_pdf_is_refused(isi: bytes, pesan: str):
    with pytest.raises(DokumenDitolakError, match=pesan):
        verify_dokumen(isi)


def test_a_pdf_without_signature_says_so(draf):
    hasil = verify_dokumen(render_perjanjian(draf, Format.PDF))
    assert (hasil.is_utuh, hasil.pesan) == (False, "Berkas ini tidak memuat tanda tangan elektronik.")


def _sign(pemeran, disetujui, pemegang: Pemegang) -> bytes:
    penandatangan = open_p12(pemegang.build_p12(), SANDI, pada=timezone.now())
    return read_isi(
        sign_dokumen_perjanjian(
            disetujui, by=pemeran.bu_ketua, pihak=PihakPerjanjian.PERTAMA, penandatangan=penandatangan
        )
    )


def _akar(pemegang: Pemegang) -> list[x509.Certificate]:
    return [x509.Certificate.load(pemegang.sertifikat.public_bytes(Encoding.DER))]


def test_who_vouches_for_the_name_is_said(pemeran, disetujui):
    penerbit = build_pemegang("Penerbit Uji", is_penerbit=True)
    pdf = _sign(pemeran, disetujui, build_pemegang("Bu Ketua", penerbit=penerbit))
    dengan, tanpa = verify_dokumen(pdf, _akar(penerbit)), verify_dokumen(pdf, ())
    assert dengan.tanda_tangan[0].kepercayaan is Kepercayaan.TEPERCAYA
    assert tanpa.tanda_tangan[0].kepercayaan is Kepercayaan.TIDAK_DIKENAL
    assert tanpa.is_utuh  # an unknown issuer is no change of the content
    assert dengan.tanda_tangan[0].penerbit == "Penerbit Uji"


def test_a_certificate_of_ones_own_making_is_called_that(tanda_pertama):
    (tanda,) = verify_dokumen(read_isi(tanda_pertama)).tanda_tangan
    assert tanda.kepercayaan is Kepercayaan.MANDIRI
    assert "namanya tidak dijamin pihak lain" in tanda.pesan
    assert "menurut jam komputer penanda tangan" in tanda.pesan


def test_trusted_issuers_come_from_the_file_of_the_settings(pemeran, disetujui, settings, tmp_path):
    penerbit = build_pemegang("Penerbit Uji", is_penerbit=True)
    (tmp_path / "akar.pem").write_bytes(penerbit.pem)
    settings.TTE = settings.TTE | {"AKAR": str(tmp_path / "akar.pem")}
    pdf = _sign(pemeran, disetujui, build_pemegang("Bu Ketua", penerbit=penerbit))
    assert verify_dokumen(pdf).tanda_tangan[0].kepercayaan is Kepercayaan.TEPERCAYA


def test_a_file_of_issuers_that_is_missing_is_a_wrong_setting(tanda_pertama, settings):
    settings.TTE = settings.TTE | {"AKAR": "/tidak/ada.pem"}
    with pytest.raises(ImproperlyConfigured, match="AKUNTABEL_TTE_AKAR"):
        verify_dokumen(read_isi(tanda_pertama))


def test_a_file_that_anybody_sends_is_read_apart_with_the_same_answer(tanda_kedua):
    isi = read_isi(tanda_kedua)
    assert verify_kiriman(isi) == verify_dokumen(isi)
    with pytest.raises(DokumenDitolakError, match="PDF yang rusak"):
        verify_kiriman(b"%PDF-1.7\nsampah")


def test_a_file_that_never_ends_is_given_up(monkeypatch):
    def lama(isi: bytes) -> None:
        while True:
            pass

    monkeypatch.setattr(verifikasi, "verify_dokumen", lama)
    monkeypatch.setattr(verifikasi, "BATAS_DETIK", 1)
    with pytest.raises(DokumenDitolakError, match="PDF yang rusak"):
        verify_kiriman(b"%PDF-1.7")
