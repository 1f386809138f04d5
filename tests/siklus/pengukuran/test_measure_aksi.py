"""What became of the actions: done with evidence; or an obstacle, and what is done about it."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from kantor_contoh import TAHUN, Kantor

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.pengukuran.actions_aksi import IsiRealisasiAksi, measure_aksi
from akuntabel.siklus.pengukuran.actions_bukti import draft_bukti
from akuntabel.siklus.pengukuran.models import RealisasiAksi, StatusAksi
from akuntabel.siklus.perjanjian.actions_rencana_aksi import (
    AksiBaris,
    approve_rencana_aksi,
    draft_rencana_aksi,
    set_aksi,
    submit_rencana_aksi,
)
from akuntabel.siklus.perjanjian.models import Aksi


@pytest.fixture
def aksi(kantor: Kantor) -> Aksi:
    """An action of an approved rencana aksi."""
    rina = kantor.pemeran.rina
    rencana_aksi = draft_rencana_aksi(kantor.perjanjian, by=rina)
    baris = AksiBaris(uraian="Sosialisasi", triwulan=2, pejabat=kantor.rencana.ketua)
    daftar = [set_aksi(rencana_aksi, t, baris, by=rina) for t in kantor.perjanjian.daftar_target.all()]
    submit_rencana_aksi(rencana_aksi, by=rina)
    approve_rencana_aksi(rencana_aksi, by=kantor.pemeran.bu_ketua, tanggal=date(TAHUN, 2, 1))
    return Aksi.objects.select_related("rencana_aksi__satker").get(pk=daftar[0].pk)


def test_done_is_claimed_with_evidence_and_a_day(kantor: Kantor, aksi: Aksi) -> None:
    isi = IsiRealisasiAksi(status=StatusAksi.SELESAI)
    with pytest.raises(ValidationError) as galat:
        measure_aksi(aksi, isi, by=kantor.pemeran.danu)
    assert set(galat.value.message_dict) == {"bukti", "tanggal"}
    bukti = draft_bukti(kantor.satker, TAHUN, nama="Daftar hadir", by=kantor.pemeran.danu)
    isi = IsiRealisasiAksi(status=StatusAksi.SELESAI, bukti=bukti, tanggal=date(TAHUN, 5, 2), uraian="12 kelurahan")
    realisasi = measure_aksi(aksi, isi, by=kantor.pemeran.danu)
    assert (realisasi.status, realisasi.bukti, realisasi.pencatat) == ("selesai", bukti, kantor.pemeran.danu)
    assert JejakAudit.objects.get(tindakan="realisasi_aksi.measure").baru["uraian"] == "12 kelurahan"


def test_an_obstacle_is_described_and_followed_up(kantor: Kantor, aksi: Aksi) -> None:
    with pytest.raises(ValidationError, match="Uraikan hambatannya"):
        measure_aksi(aksi, IsiRealisasiAksi(status=StatusAksi.TERHAMBAT), by=kantor.pemeran.danu)
    terhambat = IsiRealisasiAksi(status=StatusAksi.TERHAMBAT, hambatan="pagu diblokir")
    versi = measure_aksi(aksi, terhambat, by=kantor.pemeran.danu).versi
    lanjut = IsiRealisasiAksi(
        status=StatusAksi.DITINDAKLANJUTI,
        hambatan="pagu diblokir",
        tindak_lanjut="revisi DIPA",
        tenggat=date(TAHUN, 9, 1),
    )
    realisasi = measure_aksi(aksi, lanjut, versi=versi, by=kantor.pemeran.rina)
    assert realisasi.tindak_lanjut == "revisi DIPA"
    with pytest.raises(SudahBerubahError):
        measure_aksi(aksi, terhambat, versi=versi, by=kantor.pemeran.danu)


def test_an_action_that_is_not_approved_is_not_measured(kantor: Kantor) -> None:
    rina = kantor.pemeran.rina
    rencana_aksi = draft_rencana_aksi(kantor.perjanjian, by=rina)
    baris = kantor.perjanjian.daftar_target.earliest("pk")
    aksi = set_aksi(rencana_aksi, baris, AksiBaris(uraian="Rapat", triwulan=1), by=rina)
    with pytest.raises(ValidationError, match="belum disetujui"):
        measure_aksi(aksi, IsiRealisasiAksi(status=StatusAksi.BERJALAN), by=rina)


def test_another_office_says_nothing_about_it(kantor: Kantor, aksi: Aksi) -> None:
    with pytest.raises(PermissionDenied):
        measure_aksi(aksi, IsiRealisasiAksi(status=StatusAksi.BERJALAN), by=kantor.pemeran.tono)
    assert not RealisasiAksi.objects.exists()
