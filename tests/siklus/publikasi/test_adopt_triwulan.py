"""Bu Ketua signs a quarterly or interim report once it is handed in: frozen with its hash, and never published."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone
from terbit_contoh import PDF_KECIL, TANGGAL, KantorTerbit, open_ketua, read_isi
from triwulan_contoh import build_laporan_triwulan, record_verifikasi

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.pelaporan.actions import revise_blok, submit_laporan
from akuntabel.siklus.pelaporan.models import JenisLaporan, LaporanKinerja, StatusLaporan
from akuntabel.siklus.pelaporan.sidik import compute_sidik_laporan
from akuntabel.siklus.pelaporan.zip_paket import unpack_paket
from akuntabel.siklus.perjanjian.tanda_tangan.verifikasi import verify_dokumen
from akuntabel.siklus.publikasi.actions import publish_laporan
from akuntabel.siklus.publikasi.actions_penetapan import adopt_laporan, adopt_laporan_basah
from akuntabel.siklus.publikasi.models import CaraPenetapan, PenetapanLaporan
from akuntabel.siklus.publikasi.penetapan_triwulan import find_penetapan_sidik

pytestmark = pytest.mark.django_db


@pytest.fixture
def triwulan(kantor: KantorTerbit) -> LaporanKinerja:
    """The report of the last quarter, handed in."""
    record_verifikasi(kantor)
    laporan = build_laporan_triwulan(kantor)
    submit_laporan(laporan, by=kantor.pemeran.rina)
    return laporan


def test_the_signed_file_verifies_and_the_report_is_frozen_with_its_hash(
    kantor: KantorTerbit, triwulan: LaporanKinerja
):
    ketua = kantor.pemeran.bu_ketua
    penetapan = adopt_laporan(triwulan, by=ketua, penandatangan=open_ketua(), tanggal=TANGGAL)
    hasil = verify_dokumen(read_isi(penetapan.berkas))
    assert hasil.is_utuh
    assert [t.pemegang for t in hasil.tanda_tangan] == ["Bu Ketua"]
    assert (triwulan.status, triwulan.tanggal) == (StatusLaporan.DITANDATANGANI, TANGGAL)
    assert triwulan.sidik == compute_sidik_laporan(triwulan)
    assert penetapan.slug == "657960-2020-kpu-triwulan-4"
    assert unpack_paket("paket.zip", read_isi(penetapan.paket), is_diperiksa=False).laporan.tanggal == TANGGAL
    assert find_penetapan_sidik(penetapan.sidik) == penetapan
    jejak = JejakAudit.objects.get(tindakan="laporan.adopt")
    assert (jejak.pelaku, jejak.baru["sidik"]) == (ketua, penetapan.sidik)


def test_an_interim_report_signed_on_paper_is_kept_as_its_scan(kantor: KantorTerbit, triwulan: LaporanKinerja):
    laporan = build_laporan_triwulan(kantor, JenisLaporan.INTERIM)
    submit_laporan(laporan, by=kantor.pemeran.rina)
    ketua = kantor.pemeran.bu_ketua
    penetapan = adopt_laporan_basah(laporan, by=ketua, tanggal=TANGGAL, isi=PDF_KECIL, nama="pindaian.pdf")
    lain = adopt_laporan(triwulan, by=ketua, penandatangan=open_ketua(), tanggal=TANGGAL)
    assert penetapan.sidik != lain.sidik  # the same words on the same day, and two reports
    assert penetapan.cara == CaraPenetapan.BASAH
    assert penetapan.pindaian is not None
    assert read_isi(penetapan.pindaian) == PDF_KECIL
    assert read_isi(penetapan.berkas).startswith(b"%PDF-1.7")


def test_what_was_signed_does_not_change_and_is_not_published(kantor: KantorTerbit, triwulan: LaporanKinerja):
    adopt_laporan(triwulan, by=kantor.pemeran.bu_ketua, penandatangan=open_ketua(), tanggal=TANGGAL)
    with pytest.raises(ValidationError, match="sudah ditandatangani"):
        revise_blok(triwulan, "simpulan-triwulan", isi="Lain.", versi=1, by=kantor.pemeran.rina)
    with pytest.raises(DatabaseError), transaction.atomic():
        LaporanKinerja.objects.filter(pk=triwulan.pk).update(tanggal=None)
    with pytest.raises(ValidationError, match="tidak diterbitkan"):
        publish_laporan(triwulan, by=kantor.pemeran.bu_ketua)


def test_it_is_signed_only_when_it_is_handed_in(kantor: KantorTerbit):
    laporan = build_laporan_triwulan(kantor)
    with pytest.raises(ValidationError, match="ditandatangani sesudah diajukan"):
        adopt_laporan(laporan, by=kantor.pemeran.bu_ketua, penandatangan=open_ketua(), tanggal=TANGGAL)
    assert not PenetapanLaporan.objects.exists()


def test_figures_that_may_still_change_are_not_signed(kantor: KantorTerbit):
    laporan = build_laporan_triwulan(kantor)
    submit_laporan(laporan, by=kantor.pemeran.rina)
    with pytest.raises(ValidationError, match="belum diverifikasi"):
        adopt_laporan(laporan, by=kantor.pemeran.bu_ketua, penandatangan=open_ketua(), tanggal=TANGGAL)


def test_the_day_is_not_in_the_future(kantor: KantorTerbit, triwulan: LaporanKinerja):
    besok = timezone.localdate() + timedelta(days=1)
    with pytest.raises(ValidationError, match="paling lambat hari ini"):
        adopt_laporan(triwulan, by=kantor.pemeran.bu_ketua, penandatangan=open_ketua(), tanggal=besok)


@pytest.mark.parametrize("nama", ["rina", "danu", "sari", "tono"])
def test_only_the_head_signs(kantor: KantorTerbit, triwulan: LaporanKinerja, nama: str):
    orang = getattr(kantor.pemeran, nama)
    with pytest.raises(PermissionDenied):
        adopt_laporan(triwulan, by=orang, penandatangan=open_ketua(), tanggal=TANGGAL)
    with pytest.raises(PermissionDenied):
        adopt_laporan_basah(triwulan, by=orang, tanggal=TANGGAL, isi=PDF_KECIL, nama="pindaian.pdf")
