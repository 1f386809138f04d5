"""Quarters are written line by line, and what somebody else wrote meanwhile is shown, not overwritten."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.perjanjian.actions_rencana_aksi import set_target_triwulan
from akuntabel.siklus.perjanjian.models import PerjanjianTarget, RencanaAksi


@pytest.fixture
def partisipasi(rencana_aksi: RencanaAksi) -> PerjanjianTarget:
    """The line of the agreement."""
    return rencana_aksi.perjanjian.daftar_target.get(indikator__kode="1.1")


def test_a_quarter_is_written_as_people_type_it_and_the_trail_keeps_both(pemeran, rencana_aksi, partisipasi):
    set_target_triwulan(rencana_aksi, partisipasi, 2, "40,5 %", by=pemeran.rina)
    assert rencana_aksi.daftar_target.get(perjanjian_target=partisipasi, triwulan=2).target == "40.5"
    jejak = JejakAudit.objects.get(tindakan="rencana_aksi.target")
    assert (jejak.lama, jejak.baru) == ({"1.1 triwulan II": ""}, {"1.1 triwulan II": "40.5"})


def test_the_second_of_two_at_one_quarter_is_told(pemeran, rencana_aksi, partisipasi):
    set_target_triwulan(rencana_aksi, partisipasi, 2, "40", versi=0, by=pemeran.rina)
    with pytest.raises(SudahBerubahError) as galat:
        set_target_triwulan(rencana_aksi, partisipasi, 2, "50", versi=0, by=pemeran.rina)
    assert (galat.value.sekarang, galat.value.oleh) == ({"target": "40"}, "Rina")
    set_target_triwulan(rencana_aksi, partisipasi, 3, "50", versi=0, by=pemeran.rina)


def test_there_is_no_fifth_quarter(pemeran, rencana_aksi, partisipasi):
    with pytest.raises(ValidationError):
        set_target_triwulan(rencana_aksi, partisipasi, 5, "40", by=pemeran.rina)


def test_a_line_of_another_agreement_is_refused(pemeran, rencana_aksi):
    with pytest.raises(ValidationError, match="bukan bagian dari"):
        set_target_triwulan(rencana_aksi, PerjanjianTarget(perjanjian_id=0), 1, "40", by=pemeran.rina)


@pytest.mark.parametrize("nama", ["danu", "bu_ketua", "sari", "tono"])
def test_only_the_planner_writes_quarters(pemeran, rencana_aksi, partisipasi, nama: str):
    with pytest.raises(PermissionDenied):
        set_target_triwulan(rencana_aksi, partisipasi, 1, "40", by=getattr(pemeran, nama))
