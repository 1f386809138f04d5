"""A remote service signs; what it sends back is believed only after it was checked."""

import base64
from collections.abc import Iterator

import pytest
from tanda_contoh import LayananPalsu, read_isi, run_layanan

from akuntabel.siklus.perjanjian.models import PihakPerjanjian, TandaTangan
from akuntabel.siklus.perjanjian.tanda_tangan.actions import sign_dokumen_perjanjian
from akuntabel.siklus.perjanjian.tanda_tangan.jarak_jauh import PenandatanganJarakJauh
from akuntabel.siklus.perjanjian.tanda_tangan.pengaturan import LayananTte
from akuntabel.siklus.perjanjian.tanda_tangan.porta import PenandatanganGagalError
from akuntabel.siklus.perjanjian.tanda_tangan.verifikasi import verify_dokumen
from sertifikat_uji import build_pemegang

NIK = "3572010101700001"
PERTAMA, KEDUA = PihakPerjanjian.PERTAMA, PihakPerjanjian.KEDUA


@pytest.fixture
def layanan() -> Iterator[LayananPalsu]:
    """e-Sign, as far as it answers here."""
    with run_layanan(LayananPalsu(build_pemegang("Bu Ketua"))) as layanan:
        yield layanan


def _jauh(layanan: LayananPalsu, *, nik: str = NIK, frasa: str = "frasa") -> PenandatanganJarakJauh:
    return PenandatanganJarakJauh(LayananTte(layanan.alamat, "akuntabel", "sandi layanan"), nik, frasa)


def test_the_service_signs_and_the_file_verifies(pemeran, disetujui, layanan):
    tanda = sign_dokumen_perjanjian(disetujui, by=pemeran.bu_ketua, pihak=PERTAMA, penandatangan=_jauh(layanan))
    assert tanda.pemegang_sertifikat == "Bu Ketua"
    assert verify_dokumen(read_isi(tanda)).is_utuh
    (permintaan,) = layanan.permintaan
    sifat = permintaan["signatureProperties"][0]
    assert (permintaan["nik"], sifat["tampilan"], sifat["page"]) == (NIK, "VISIBLE", 1)
    assert base64.b64decode(sifat["imageBase64"]).startswith(b"\x89PNG")
    assert layanan.kepala == [
        "/api/v2/sign/pdf Basic " + base64.b64encode(b"akuntabel:sandi layanan").decode(),
    ]


def test_a_party_with_a_file_of_its_own_signs_after_the_service(pemeran, disetujui, layanan, pak_atasan, para):
    pertama = sign_dokumen_perjanjian(disetujui, by=pemeran.bu_ketua, pihak=PERTAMA, penandatangan=_jauh(layanan))
    kedua = sign_dokumen_perjanjian(disetujui, by=pak_atasan, pihak=KEDUA, penandatangan=para.kedua)
    assert read_isi(kedua).startswith(read_isi(pertama))
    hasil = verify_dokumen(read_isi(kedua))
    assert ([t.pemegang for t in hasil.tanda_tangan], hasil.is_utuh) == (["Bu Ketua", "Pak Atasan"], True)


def test_a_wrong_passphrase_is_said_in_the_words_of_the_service(pemeran, disetujui, layanan):
    with pytest.raises(PenandatanganGagalError, match=r"Passphrase anda salah\. Periksa NIK dan frasa sandi"):
        sign_dokumen_perjanjian(
            disetujui, by=pemeran.bu_ketua, pihak=PERTAMA, penandatangan=_jauh(layanan, frasa="keliru")
        )
    disetujui.refresh_from_db()
    assert (disetujui.status, TandaTangan.objects.count()) == ("disetujui", 0)


def test_a_nik_of_other_length_is_not_sent(pemeran, disetujui, layanan):
    with pytest.raises(PenandatanganGagalError, match="tertulis 5 karakter, diharapkan 16 angka"):
        sign_dokumen_perjanjian(
            disetujui, by=pemeran.bu_ketua, pihak=PERTAMA, penandatangan=_jauh(layanan, nik="12345")
        )
    assert layanan.permintaan == []


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        (lambda pdf: pdf[:30_000] + bytes([pdf[30_000] ^ 1]) + pdf[30_001:], "bukan dokumen yang dikirim"),
        (lambda pdf: b"<html>maintenance</html>", "bukan PDF"),
        (lambda pdf: pdf[: pdf.rindex(b"%%EOF", 0, len(pdf) - 10) + 6], "tanda tangannya tidak sah"),
    ],
    ids=["dokumen lain", "bukan pdf", "tidak ditandatangani"],
)
def test_what_the_service_sends_back_is_checked(pemeran, disetujui, layanan, ubah, pesan: str):
    layanan.ubah = ubah
    with pytest.raises(PenandatanganGagalError, match=pesan):
        sign_dokumen_perjanjian(disetujui, by=pemeran.bu_ketua, pihak=PERTAMA, penandatangan=_jauh(layanan))
    assert not TandaTangan.objects.exists()


def test_a_service_that_does_not_answer_leaves_the_agreement_unsigned(pemeran, disetujui):
    jauh = PenandatanganJarakJauh(LayananTte("http://127.0.0.1:9", "a", "b"), NIK, "frasa")
    with pytest.raises(PenandatanganGagalError, match="tidak dapat dihubungi"):
        sign_dokumen_perjanjian(disetujui, by=pemeran.bu_ketua, pihak=PERTAMA, penandatangan=jauh)
    assert not TandaTangan.objects.exists()


def test_neither_nik_nor_passphrase_shows_when_the_object_is_printed():
    jauh = PenandatanganJarakJauh(LayananTte("http://contoh", "akun", "sandi layanan"), NIK, "frasa rahasia")
    assert not any(rahasia in repr(jauh) for rahasia in (NIK, "frasa rahasia", "sandi layanan"))
