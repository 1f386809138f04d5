"""A file with the wrong content, passphrase or certificate is refused in words that say what to do."""

from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12
from tanda_contoh import read_isi, run_cap_waktu

from akuntabel.siklus.perjanjian.models import PihakPerjanjian
from akuntabel.siklus.perjanjian.tanda_tangan.actions import sign_dokumen_perjanjian
from akuntabel.siklus.perjanjian.tanda_tangan.cap_waktu import CapWaktu
from akuntabel.siklus.perjanjian.tanda_tangan.p12 import open_p12
from akuntabel.siklus.perjanjian.tanda_tangan.porta import PenandatanganGagalError
from akuntabel.siklus.perjanjian.tanda_tangan.verifikasi import verify_dokumen
from sertifikat_uji import SANDI, build_pemegang

KINI = datetime.now(UTC)


@pytest.mark.parametrize(
    ("isi", "sandi", "pesan"),
    [
        (build_pemegang("A").build_p12(), "keliru", "Frasa sandi tidak cocok"),
        (build_pemegang("A").build_p12(), "", "Frasa sandi tidak cocok"),
        (b"%PDF-1.7 bukan sertifikat", SANDI, "bukan PKCS#12"),
        (build_pemegang("A").pem, SANDI, "bukan PKCS#12"),
        (b"", SANDI, "bukan PKCS#12"),
        (b"0" * 2_000_000, SANDI, "lebih dari 1 MiB"),
        (build_pemegang("A", mulai=KINI - timedelta(days=400)).build_p12(), SANDI, "Sertifikat berakhir pada"),
        (build_pemegang("A", mulai=KINI + timedelta(days=3)).build_p12(), SANDI, "baru berlaku mulai"),
        (build_pemegang("A", pemakaian="key_encipherment").build_p12(), SANDI, "tidak untuk menandatangani"),
    ],
    ids=["sandi salah", "tanpa sandi", "pdf", "pem", "kosong", "besar", "berakhir", "belum berlaku", "pemakaian"],
)
def test_what_cannot_sign_is_refused_with_the_reason(isi: bytes, sandi: str, pesan: str):
    with pytest.raises(PenandatanganGagalError, match=pesan):
        open_p12(isi, sandi, pada=KINI)


def test_the_message_never_repeats_the_passphrase():
    with pytest.raises(PenandatanganGagalError) as galat:
        open_p12(build_pemegang("A").build_p12(), "sandi-yang-diketik", pada=KINI)
    assert "sandi-yang-diketik" not in str(galat.value)


def test_a_file_with_a_key_but_no_certificate_is_refused():
    isi = pkcs12.serialize_key_and_certificates(b"", build_pemegang("A").kunci, None, None, NoEncryption())
    with pytest.raises(PenandatanganGagalError, match="beserta sertifikatnya"):
        open_p12(isi, "", pada=KINI)


def test_a_time_stamp_authority_certifies_the_time(pemeran, disetujui):
    p12 = build_pemegang("Bu Ketua", is_rsa=True).build_p12()
    with run_cap_waktu(build_pemegang("Cap Waktu Uji", is_rsa=True)) as alamat:
        penandatangan = open_p12(p12, SANDI, pada=KINI, tsa=CapWaktu(alamat))
        tanda = sign_dokumen_perjanjian(
            disetujui, by=pemeran.bu_ketua, pihak=PihakPerjanjian.PERTAMA, penandatangan=penandatangan
        )
    (terbaca,) = verify_dokumen(read_isi(tanda)).tanda_tangan
    assert terbaca.is_bercap_waktu
    assert "menurut cap waktu" in terbaca.pesan


def test_a_silent_time_stamp_authority_leaves_the_agreement_unsigned(pemeran, disetujui):
    penandatangan = open_p12(
        build_pemegang("Bu Ketua").build_p12(), SANDI, pada=KINI, tsa=CapWaktu("http://127.0.0.1:9/")
    )
    with pytest.raises(PenandatanganGagalError, match="Layanan cap waktu tidak menjawab"):
        sign_dokumen_perjanjian(
            disetujui, by=pemeran.bu_ketua, pihak=PihakPerjanjian.PERTAMA, penandatangan=penandatangan
        )
    disetujui.refresh_from_db()
    assert disetujui.status == "disetujui"
