"""An agreement begins with the targets that the plan sets for its year."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.perencanaan.models import TargetRenstra
from akuntabel.siklus.perjanjian.actions import draft_perjanjian, set_target, submit_perjanjian
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja


def test_targets_come_from_the_plan(draf: PerjanjianKinerja):
    assert list(draf.daftar_target.values_list("indikator__kode", "target")) == [("1.1", "77"), ("1.2", "10")]
    assert JejakAudit.objects.get(tindakan="perjanjian.draft").baru["target"][0] == ["1.1", "Partisipasi", "77"]


def test_a_target_is_changed_while_drafting_and_the_trail_keeps_both(pemeran, rencana, draf):
    set_target(draf, rencana.partisipasi, "78,5", by=pemeran.rina)
    jejak = JejakAudit.objects.get(tindakan="perjanjian.target")
    assert (jejak.lama, jejak.baru) == ({"1.1": "77"}, {"1.1": "78,5"})


def test_a_submitted_agreement_takes_no_other_target(pemeran, rencana, draf):
    submit_perjanjian(draf, by=pemeran.rina)
    with pytest.raises(ValidationError, match="lewat revisi"):
        set_target(draf, rencana.partisipasi, "1", by=pemeran.rina)


def test_an_indicator_without_target_cannot_be_submitted(pemeran, rencana):
    TargetRenstra.objects.filter(indikator=rencana.daftar_pemilih).delete()
    draf = draft_perjanjian(
        pemeran.kota, 2026, pihak_pertama=rencana.ketua, pihak_kedua=rencana.atasan, by=pemeran.rina
    )
    with pytest.raises(ValidationError, match=r"Belum ada target untuk 1\.2"):
        submit_perjanjian(draf, by=pemeran.rina)


@pytest.mark.parametrize("nama", ["danu", "bu_ketua", "sari", "tono", "admin", "supervisor"])
def test_only_the_planner_of_the_office_drafts(pemeran, rencana, nama: str):
    with pytest.raises(PermissionDenied, match="hanya untuk perencana"):
        draft_perjanjian(
            pemeran.kota,
            2026,
            pihak_pertama=rencana.ketua,
            pihak_kedua=rencana.atasan,
            by=getattr(pemeran, nama),
        )
    assert not PerjanjianKinerja.objects.exists()
