"""The same signing screen under a quarterly report: found from the report, and nothing of the public's about it."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from terbit_contoh import PDF_KECIL, TANGGAL, KantorTerbit
from triwulan_contoh import build_laporan_triwulan, record_verifikasi

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.pelaporan.models import LaporanKinerja, StatusLaporan
from akuntabel.siklus.publikasi.models import PenetapanLaporan
from sertifikat_uji import SANDI, build_pemegang

pytestmark = pytest.mark.django_db
Masuk = Callable[[Pengguna], Client]
AWAL = "/satker/657960/2020/"


@pytest.fixture
def laporan(kantor: KantorTerbit) -> LaporanKinerja:
    """Written; Rina hands it in."""
    record_verifikasi(kantor)
    return build_laporan_triwulan(kantor)


def _ruang(laporan: LaporanKinerja) -> str:
    return f"{AWAL}laporan/{laporan.pk}/"


def _tanda(laporan: LaporanKinerja, sisa: str = "") -> str:
    return f"{AWAL}publikasi/{laporan.pk}/tanda-tangan/{sisa}"


def _sertifikat(sandi: str = SANDI) -> dict[str, object]:
    p12 = SimpleUploadedFile("ketua.p12", build_pemegang("Bu Ketua").build_p12())
    return {"tanggal": TANGGAL.isoformat(), "berkas": p12, "frasa_sandi": sandi}


def test_rina_hands_it_to_the_head_who_signs_from_the_report(
    kantor: KantorTerbit, laporan: LaporanKinerja, masuk: Masuk
):
    rina, ketua = masuk(kantor.pemeran.rina), masuk(kantor.pemeran.bu_ketua)
    assert "Ajukan kepada pimpinan" in rina.get(_ruang(laporan)).text
    teks = rina.post(f"{_ruang(laporan)}ajukan/", {"versi": laporan.versi}, follow=True).text
    assert "Laporan diajukan kepada pimpinan." in teks
    assert "Menunggu tanda tangan pimpinan." in teks
    assert _tanda(laporan) not in teks  # Rina does not sign
    assert f'href="{_tanda(laporan)}"' in ketua.get(_ruang(laporan)).text
    teks = ketua.get(_tanda(laporan)).text
    assert f'href="{_tanda(laporan, "sertifikat/")}"' in teks
    assert "pernyataan reviu" not in teks + ketua.get(_tanda(laporan, "sertifikat/")).text
    assert "diterbitkan" not in ketua.get(_tanda(laporan, "pindaian/")).text
    teks = ketua.post(_tanda(laporan, "sertifikat/"), _sertifikat(), follow=True).text
    assert f"{laporan} ditandatangani." in teks
    assert "Terbitkan" not in teks
    berkas = f"{AWAL}publikasi/{laporan.pk}/berkas/pdf/"
    assert f'href="{berkas}"' in teks
    assert rina.get(berkas).getvalue().startswith(b"%PDF-1.7")
    assert rina.get(f"{AWAL}publikasi/{laporan.pk}/").status_code == 404


def test_the_code_on_the_paper_leads_to_who_signed_it(kantor: KantorTerbit, laporan: LaporanKinerja, masuk: Masuk):
    masuk(kantor.pemeran.rina).post(f"{_ruang(laporan)}ajukan/", {"versi": laporan.versi})
    isian = {"tanggal": TANGGAL.isoformat(), "berkas": SimpleUploadedFile("pindaian.pdf", PDF_KECIL)}
    teks = masuk(kantor.pemeran.bu_ketua).post(_tanda(laporan, "pindaian/"), isian, follow=True).text
    assert f'href="{AWAL}publikasi/{laporan.pk}/berkas/pindaian/"' in teks
    penetapan = PenetapanLaporan.objects.get()
    jawaban = Client().get(f"/verifikasi/{penetapan.sidik}/")
    assert jawaban.status_code == 200
    assert penetapan.jabatan in jawaban.text
    assert Client().get(f"/verifikasi/{'0' * 64}/").status_code == 404


def test_a_wrong_passphrase_signs_nothing(kantor: KantorTerbit, laporan: LaporanKinerja, masuk: Masuk):
    masuk(kantor.pemeran.rina).post(f"{_ruang(laporan)}ajukan/", {"versi": laporan.versi})
    jawaban = masuk(kantor.pemeran.bu_ketua).post(_tanda(laporan, "sertifikat/"), _sertifikat("keliru"))
    assert "Frasa sandi tidak cocok" in jawaban.text
    laporan.refresh_from_db()
    assert laporan.status == StatusLaporan.DIAJUKAN


def test_only_the_head_is_led_to_the_signature(kantor: KantorTerbit, laporan: LaporanKinerja, masuk: Masuk):
    for orang, kode in ((kantor.pemeran.rina, 403), (kantor.pemeran.danu, 403), (kantor.pemeran.tono, 404)):
        assert masuk(orang).get(_tanda(laporan)).status_code == kode
        assert masuk(orang).get(_tanda(laporan, "sertifikat/")).status_code == kode
    assert "sesudah diajukan" in masuk(kantor.pemeran.bu_ketua).get(_tanda(laporan)).text


def test_figures_that_may_still_change_offer_no_way_to_sign(kantor: KantorTerbit, masuk: Masuk):
    laporan = build_laporan_triwulan(kantor)
    masuk(kantor.pemeran.rina).post(f"{_ruang(laporan)}ajukan/", {"versi": laporan.versi})
    jawaban = masuk(kantor.pemeran.bu_ketua).get(_tanda(laporan, "sertifikat/"), follow=True)
    assert "belum diverifikasi" in jawaban.text
    assert _tanda(laporan, "sertifikat/") not in jawaban.text
