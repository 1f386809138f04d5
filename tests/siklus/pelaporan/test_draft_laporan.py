"""A report is begun once for each entity and part of the year, by whoever plans, on facts that are there."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from laporan_contoh import TAHUN, Meja, entitas_utama, sign_contoh
from pemeran import Pemeran

from akuntabel.core.fakta.hasil import compute_hasil
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.pelaporan.actions import draft_laporan
from akuntabel.siklus.pelaporan.berlaku import daftar_laporan, find_laporan
from akuntabel.siklus.pelaporan.models import JenisLaporan, LaporanKinerja
from akuntabel.siklus.pelaporan.sidik import compute_sidik_laporan
from akuntabel.siklus.pelaporan.snapshot import build_fakta_laporan

pytestmark = pytest.mark.django_db


def test_report_begins_with_the_people_of_the_agreement_and_the_regulations_of_every_report(meja: Meja):
    laporan = meja.laporan
    assert (laporan.status, laporan.revisi, laporan.triwulan) == ("disusun", 0, None)
    assert (laporan.penanda_tangan, laporan.bulan) == ("ketua", f"Januari {TAHUN + 1}")
    assert "permenpanrb-53-2014" in laporan.dasar
    assert JejakAudit.objects.get(tindakan="laporan.draft").pelaku == meja.pemeran.rina


def test_second_report_of_the_same_kind_is_refused(meja: Meja):
    with pytest.raises(ValidationError, match="sudah ada"):
        draft_laporan(meja.pemeran.kota, TAHUN, entitas=meja.laporan.entitas, by=meja.pemeran.rina)
    assert LaporanKinerja.objects.count() == 1


def test_quarters_stand_beside_the_annual_report(meja: Meja):
    pemeran = meja.pemeran
    for triwulan in (2, 1):
        draft_laporan(
            pemeran.kota, TAHUN, entitas=meja.laporan.entitas, jenis="triwulan", triwulan=triwulan, by=pemeran.rina
        )
    assert [n.triwulan for n in daftar_laporan(pemeran.kota, TAHUN)] == [None, 1, 2]
    kedua = find_laporan(pemeran.kota, TAHUN, jenis=JenisLaporan.TRIWULAN.value, triwulan=2)
    assert kedua is not None
    assert kedua.nama_jenis == "Laporan Kinerja triwulan II"
    assert compute_sidik_laporan(kedua) != compute_sidik_laporan(meja.laporan)


def test_quarterly_report_names_its_quarter(meja: Meja):
    with pytest.raises(ValidationError):
        draft_laporan(meja.pemeran.kota, TAHUN, entitas=meja.laporan.entitas, jenis="triwulan", by=meja.pemeran.rina)


def test_secretariat_reports_for_itself_on_what_its_own_agreement_promises(meja: Meja):
    pemeran, rencana = meja.pemeran, meja.rencana
    sign_contoh(pemeran, rencana, pihak_pertama=rencana.sekretaris, daftar_indikator=[rencana.daftar_pemilih])
    kedua = draft_laporan(pemeran.kota, TAHUN, entitas=rencana.sekretariat, by=pemeran.rina)
    assert [n.entitas.nama for n in daftar_laporan(pemeran.kota, TAHUN)] == ["KPU", "Sekretariat"]
    assert find_laporan(pemeran.kota, TAHUN) == meja.laporan
    assert find_laporan(pemeran.kota, TAHUN, entitas=rencana.sekretariat) == kedua
    assert kedua.penanda_tangan == "sekretaris"
    hasil = compute_hasil(build_fakta_laporan(kedua))
    assert [i.indikator.kode for i in hasil.indikator] == ["1.2"]
    semua = compute_hasil(build_fakta_laporan(meja.laporan))
    assert [i.indikator.kode for i in semua.indikator] == ["1.1", "1.2"]


def test_without_a_signed_agreement_there_is_nothing_to_report_on(pemeran: Pemeran):
    with pytest.raises(ValidationError, match="perjanjian kinerja"):
        draft_laporan(pemeran.kota, TAHUN, entitas=entitas_utama(pemeran), by=pemeran.rina)


@pytest.mark.parametrize("nama", ["danu", "bu_ketua", "sari", "tono"])
def test_only_the_planner_of_the_office_begins_a_report(meja: Meja, nama: str):
    with pytest.raises(PermissionDenied):
        draft_laporan(
            meja.pemeran.kota,
            TAHUN,
            entitas=meja.laporan.entitas,
            jenis="triwulan",
            triwulan=1,
            by=getattr(meja.pemeran, nama),
        )
