"""Actions say what is done, in which quarter, by whom and with which money."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.perjanjian.actions_rencana_aksi import AksiBaris, set_aksi, withdraw_aksi
from akuntabel.siklus.perjanjian.models import Aksi, PerjanjianTarget, RencanaAksi

SOSIALISASI = AksiBaris(uraian="Sosialisasi", triwulan=2)


@pytest.fixture
def partisipasi(rencana_aksi: RencanaAksi) -> PerjanjianTarget:
    """The line of the agreement."""
    return rencana_aksi.perjanjian.daftar_target.get(indikator__kode="1.1")


@pytest.fixture
def aksi(pemeran, rencana_aksi, partisipasi) -> Aksi:
    """Written by Rina."""
    return set_aksi(rencana_aksi, partisipasi, SOSIALISASI, by=pemeran.rina)


def test_an_action_is_written_changed_and_taken_out(pemeran, rencana_aksi, partisipasi, aksi):
    ubahan = AksiBaris(uraian="Sosialisasi di kampus", triwulan=3, kode_anggaran="3357", anggaran=5_000_000)
    set_aksi(rencana_aksi, partisipasi, ubahan, aksi=aksi, versi=aksi.versi, by=pemeran.rina)
    assert list(rencana_aksi.daftar_aksi.values_list("uraian", "triwulan", "anggaran")) == [
        ("Sosialisasi di kampus", 3, 5_000_000)
    ]
    withdraw_aksi(rencana_aksi, aksi, by=pemeran.rina)
    assert not rencana_aksi.daftar_aksi.exists()
    kunci = f"aksi {aksi.pk}"
    jejak = [(j.lama[kunci], j.baru[kunci]) for j in JejakAudit.objects.filter(tindakan="rencana_aksi.aksi")]
    awal, ubah = "1.1, triwulan II, Sosialisasi", "1.1, triwulan III, Sosialisasi di kampus, 3357 Rp5.000.000"
    assert jejak == [("", awal), (awal, ubah), (ubah, "")]


def test_the_second_of_two_at_one_action_is_told(pemeran, rencana_aksi, partisipasi, aksi):
    dilihat = aksi.versi
    set_aksi(rencana_aksi, partisipasi, AksiBaris(uraian="Lain", triwulan=1), aksi=aksi, versi=dilihat, by=pemeran.rina)
    with pytest.raises(SudahBerubahError) as galat:
        set_aksi(rencana_aksi, partisipasi, SOSIALISASI, aksi=aksi, versi=dilihat, by=pemeran.rina)
    assert galat.value.sekarang["uraian"] == "Lain"
    with pytest.raises(SudahBerubahError):
        withdraw_aksi(rencana_aksi, aksi, versi=dilihat, by=pemeran.rina)


def test_an_action_that_somebody_else_took_out_is_not_written_again(pemeran, rencana_aksi, partisipasi, aksi):
    withdraw_aksi(rencana_aksi, aksi, by=pemeran.rina)
    with pytest.raises(ValidationError, match="sudah dihapus oleh orang lain"):
        set_aksi(rencana_aksi, partisipasi, SOSIALISASI, aksi=aksi, by=pemeran.rina)


def test_people_of_another_office_are_not_put_in_charge(pemeran, rencana_aksi, partisipasi):
    unit = pemeran.kota_lain.daftar_unit.create(kode="d", jenis="divisi", nama="Divisi Data")
    with pytest.raises(ValidationError, match="bukan bagian dari KPU Kota Blitar"):
        set_aksi(rencana_aksi, partisipasi, AksiBaris(uraian="A", triwulan=1, unit=unit), by=pemeran.rina)


@pytest.mark.parametrize("isi", [{"triwulan": 0}, {"uraian": ""}, {"anggaran": -1}])
def test_nonsense_is_refused(pemeran, rencana_aksi, partisipasi, isi):
    with pytest.raises(ValidationError):
        set_aksi(rencana_aksi, partisipasi, AksiBaris(**{"uraian": "A", "triwulan": 1} | isi), by=pemeran.rina)


@pytest.mark.parametrize("nama", ["danu", "bu_ketua", "sari", "tono"])
def test_only_the_planner_writes_actions(pemeran, rencana_aksi, partisipasi, nama: str):
    with pytest.raises(PermissionDenied):
        set_aksi(rencana_aksi, partisipasi, SOSIALISASI, by=getattr(pemeran, nama))
