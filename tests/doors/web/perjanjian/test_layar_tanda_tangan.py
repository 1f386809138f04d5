"""Bu Ketua signs on screen, Pak Atasan after her from his own office; a wrong passphrase is said beside the form."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from pemeran import Pemeran
from pytest_django import Settings
from tanda_contoh import LayananPalsu, run_layanan

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.draf.models import DrafIsian
from akuntabel.siklus.organisasi.actions import assign_peran
from akuntabel.siklus.organisasi.models import Peran
from akuntabel.siklus.perjanjian.actions import approve_perjanjian, submit_perjanjian
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja, TandaTangan
from doors.web.perjanjian.conftest import AWAL
from sertifikat_uji import SANDI, build_pemegang

Masuk = Callable[[Pengguna], Client]
HARI_INI = timezone.localdate().isoformat()
AWAL_PROVINSI = "/satker/350000/2026/"


@pytest.fixture
def disetujui(pemeran: Pemeran, draf: PerjanjianKinerja) -> PerjanjianKinerja:
    """Ready to be signed."""
    submit_perjanjian(draf, by=pemeran.rina)
    approve_perjanjian(draf, by=pemeran.bu_ketua)
    return draf


@pytest.fixture
def pak_atasan(pemeran: Pemeran) -> Pengguna:
    """Leads the province."""
    pengguna = Pengguna.objects.create_pengguna("pak_atasan@contoh.go.id", "Pak Atasan")
    assign_peran(pengguna, pemeran.provinsi, Peran.PIMPINAN, by=None)
    return pengguna


def _isian(nama: str, sandi: str = SANDI) -> dict[str, object]:
    berkas = SimpleUploadedFile("sertifikat.p12", build_pemegang(nama).build_p12())
    return {"tanggal": HARI_INI, "berkas": berkas, "frasa_sandi": sandi}


def _sign(klien: Client, alamat: str, nama: str) -> str:
    return klien.post(f"{alamat}sertifikat/", _isian(nama), follow=True).text


def test_both_parties_sign_each_from_their_own_office(
    pemeran: Pemeran, disetujui: PerjanjianKinerja, pak_atasan: Pengguna, masuk: Masuk
):
    ketua, atasan = masuk(pemeran.bu_ketua), masuk(pak_atasan)
    pilihan = ketua.get(f"{AWAL}{disetujui.pk}/tanda-tangan/").text
    assert "Giliran <strong>pihak pertama</strong>: Bu Ketua" in pilihan
    assert "Layanan tanda tangan" not in pilihan  # none in the settings
    assert ketua.post(f"{AWAL}{disetujui.pk}/tanda-tangan/sertifikat/", _isian("Bu Ketua")).status_code == 302
    assert "Tandatangani 1 perjanjian satker di bawah" in atasan.get(AWAL_PROVINSI).text
    menunggu = atasan.get(f"{AWAL_PROVINSI}tanda-tangan/").text
    assert "Perjanjian Kinerja KPU Kota Blitar 2026" in menunggu
    alamat = f"{AWAL_PROVINSI}perjanjian/{disetujui.pk}/tanda-tangan/"
    assert "Giliran <strong>pihak kedua</strong>: Pak Atasan" in atasan.get(alamat).text
    assert "Tanda tangan pihak kedua tercatat" in _sign(atasan, alamat, "Pak Atasan")
    assert list(TandaTangan.objects.values_list("pihak", flat=True)) == ["pertama", "kedua"]
    assert "Kedua pihak sudah menandatangani" in ketua.get(f"{AWAL}{disetujui.pk}/tanda-tangan/").text


def test_a_wrong_passphrase_is_said_and_not_kept(pemeran: Pemeran, disetujui: PerjanjianKinerja, masuk: Masuk):
    alamat = f"{AWAL}{disetujui.pk}/tanda-tangan/sertifikat/"
    jawaban = masuk(pemeran.bu_ketua).post(alamat, _isian("Bu Ketua", "sandi keliru"))
    assert "Frasa sandi tidak cocok dengan berkas .p12 ini" in jawaban.text
    assert "sandi keliru" not in jawaban.text
    assert not DrafIsian.objects.exists()
    assert not TandaTangan.objects.exists()


def test_the_page_of_secrets_saves_no_draft(pemeran: Pemeran, disetujui: PerjanjianKinerja, masuk: Masuk):
    halaman = masuk(pemeran.bu_ketua).get(f"{AWAL}{disetujui.pk}/tanda-tangan/sertifikat/").text
    assert "data-draf" not in halaman
    assert 'autocomplete="off"' in halaman


def test_who_looks_at_an_older_state_is_told(pemeran: Pemeran, disetujui: PerjanjianKinerja, masuk: Masuk):
    isian = _isian("Bu Ketua") | {"versi": disetujui.versi - 1}
    jawaban = masuk(pemeran.bu_ketua).post(f"{AWAL}{disetujui.pk}/tanda-tangan/sertifikat/", isian)
    assert "sudah berubah sejak Anda membukanya" in jawaban.text
    assert not TandaTangan.objects.exists()


def test_a_scan_is_uploaded_for_both(pemeran: Pemeran, disetujui: PerjanjianKinerja, masuk: Masuk):
    isian = {
        "tanggal": "2026-01-15",
        "pihak": ["pertama", "kedua"],
        "berkas": SimpleUploadedFile("pindaian.pdf", b"%PDF-1.4 pindaian"),
    }
    ketua = masuk(pemeran.bu_ketua)
    assert ketua.post(f"{AWAL}{disetujui.pk}/tanda-tangan/pindaian/", isian).status_code == 302
    tanda = TandaTangan.objects.first()
    assert tanda is not None
    assert (tanda.cara, tanda.tanggal, TandaTangan.objects.count()) == ("basah", date(2026, 1, 15), 2)
    unduhan = ketua.get(f"{AWAL}{disetujui.pk}/tanda-tangan/{tanda.pk}/berkas/")
    assert b"".join(unduhan) == b"%PDF-1.4 pindaian"
    assert unduhan["Content-Disposition"].startswith("attachment")


def test_a_scan_of_another_kind_is_refused_beside_its_field(
    pemeran: Pemeran, disetujui: PerjanjianKinerja, masuk: Masuk
):
    isian = {"tanggal": HARI_INI, "pihak": ["pertama"], "berkas": SimpleUploadedFile("pindaian.pdf", b"MZ program")}
    jawaban = masuk(pemeran.bu_ketua).post(f"{AWAL}{disetujui.pk}/tanda-tangan/pindaian/", isian)
    assert "diharapkan isi PDF" in jawaban.text
    assert not TandaTangan.objects.exists()


def test_what_is_not_approved_says_so_and_offers_no_way(pemeran: Pemeran, draf: PerjanjianKinerja, masuk: Masuk):
    ketua = masuk(pemeran.bu_ketua)
    halaman = ketua.get(f"{AWAL}{draf.pk}/tanda-tangan/").text
    assert "ditandatangani sesudah disetujui" in halaman
    assert "Pakai sertifikat sendiri" not in halaman
    assert ketua.get(f"{AWAL}{draf.pk}/tanda-tangan/sertifikat/").status_code == 302
    assert ketua.get(f"{AWAL}{draf.pk}/tanda-tangan/entah/").status_code == 404


def test_the_office_above_sees_nothing_before_the_first_signature(
    disetujui: PerjanjianKinerja, pak_atasan: Pengguna, masuk: Masuk
):
    atasan = masuk(pak_atasan)
    assert "Tidak ada perjanjian yang menunggu" in atasan.get(f"{AWAL_PROVINSI}tanda-tangan/").text
    assert atasan.get(f"{AWAL_PROVINSI}perjanjian/{disetujui.pk}/tanda-tangan/").status_code == 404


@pytest.mark.parametrize(("nama", "status"), [("rina", 403), ("danu", 403), ("admin", 403), ("tono", 404)])
def test_only_the_head_reaches_the_page(
    pemeran: Pemeran, disetujui: PerjanjianKinerja, masuk: Masuk, nama: str, status: int
):
    assert masuk(getattr(pemeran, nama)).get(f"{AWAL}{disetujui.pk}/tanda-tangan/").status_code == status


def test_the_remote_service_is_offered_when_there_is_one_and_its_refusal_is_passed_on(
    pemeran: Pemeran, disetujui: PerjanjianKinerja, masuk: Masuk, settings: Settings
):
    ketua, alamat = masuk(pemeran.bu_ketua), f"{AWAL}{disetujui.pk}/tanda-tangan/layanan/"
    with run_layanan(LayananPalsu(build_pemegang("Bu Ketua"))) as layanan:
        settings.TTE = settings.TTE | {"ALAMAT": layanan.alamat, "PENGGUNA": "akuntabel", "SANDI": "-"}
        isian = {"tanggal": HARI_INI, "nik": "3572010101700001", "frasa_sandi": "keliru"}
        halaman = ketua.post(alamat, isian).text
        assert "Passphrase anda salah" in halaman
        assert "keliru" not in halaman
        assert ketua.post(alamat, isian | {"frasa_sandi": "frasa"}).status_code == 302
    assert TandaTangan.objects.get().pemegang_sertifikat == "Bu Ketua"
