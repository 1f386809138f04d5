"""Targets are edited while an agreement is a draft; of two people at one line the second is shown what is stored."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.organisasi.actions import assign_peran
from akuntabel.siklus.organisasi.models import Peran
from akuntabel.siklus.perjanjian.actions import set_daftar_indikator, set_target, submit_perjanjian


def test_the_trail_keeps_the_target_before_and_after(pemeran, rencana, draf):
    set_target(draf, rencana.partisipasi, "78,5 %", by=pemeran.rina)
    jejak = JejakAudit.objects.get(tindakan="perjanjian.target")
    assert (jejak.lama, jejak.baru) == ({"1.1": "77.5"}, {"1.1": "78.5"})


def test_the_second_of_two_at_one_line_learns_what_is_stored_and_by_whom(pemeran, rencana, draf):
    dilihat = draf.daftar_target.get(indikator=rencana.partisipasi).versi
    set_target(draf, rencana.partisipasi, "78", alasan="Pilkada", versi=dilihat, by=pemeran.rina)
    assign_peran(pemeran.danu, pemeran.kota, Peran.PERENCANA, by=None)
    with pytest.raises(SudahBerubahError, match="sudah diubah Rina") as galat:
        set_target(draf, rencana.partisipasi, "79", versi=dilihat, by=pemeran.danu)
    baris = draf.daftar_target.get(indikator=rencana.partisipasi)
    assert galat.value.sekarang == {"target": "78", "alasan": "Pilkada"}
    assert (galat.value.oleh, galat.value.versi) == ("Rina", baris.versi)
    assert galat.value.waktu is not None
    assert baris.target == "78"
    set_target(draf, rencana.partisipasi, "79", versi=galat.value.versi, by=pemeran.danu)
    assert draf.daftar_target.get(indikator=rencana.partisipasi).target == "79"


def test_two_people_at_different_lines_do_not_disturb_each_other(pemeran, rencana, draf):
    set_target(draf, rencana.partisipasi, "78", versi=0, by=pemeran.rina)
    set_target(draf, rencana.daftar_pemilih, "9", versi=0, by=pemeran.rina)
    assert list(draf.daftar_target.values_list("target", flat=True)) == ["78", "9"]


def test_the_same_object_can_be_submitted_after_its_targets_changed(pemeran, rencana, draf):
    set_target(draf, rencana.partisipasi, "78", alasan="Pilkada", by=pemeran.rina)
    submit_perjanjian(draf, by=pemeran.rina)
    assert draf.status == "diajukan"


def test_who_saw_the_draft_before_a_target_changed_cannot_submit_it(pemeran, rencana, draf):
    dibuka = type(draf).objects.get(pk=draf.pk)
    set_target(draf, rencana.partisipasi, "78", alasan="Pilkada", by=pemeran.rina)
    with pytest.raises(SudahBerubahError):
        submit_perjanjian(dibuka, by=pemeran.rina)


def test_a_submitted_agreement_takes_no_other_target(pemeran, rencana, draf):
    submit_perjanjian(draf, by=pemeran.rina)
    with pytest.raises(ValidationError, match="lewat revisi"):
        set_target(draf, rencana.partisipasi, "1", by=pemeran.rina)


def test_a_target_that_nobody_touched_stays_to_the_letter(pemeran, rencana, draf):
    draf.daftar_target.filter(indikator=rencana.partisipasi).update(target="1.125")
    set_target(draf, rencana.partisipasi, "1.125", by=pemeran.rina)
    assert draf.daftar_target.get(indikator=rencana.partisipasi).target == "1.125"


def test_the_indicators_of_a_draft_can_be_chosen_again(pemeran, rencana, draf):
    set_target(draf, rencana.daftar_pemilih, "9", by=pemeran.rina)
    set_daftar_indikator(draf, [rencana.daftar_pemilih], by=pemeran.rina)
    assert [(t.indikator.kode, t.target) for t in draf.daftar_target.all()] == [("1.2", "9")]
    set_daftar_indikator(draf, [rencana.daftar_pemilih, rencana.partisipasi], by=pemeran.rina)
    assert [(t.indikator.kode, t.target) for t in draf.daftar_target.all()] == [("1.1", "77.5"), ("1.2", "9")]
    assert JejakAudit.objects.filter(tindakan="perjanjian.indikator").last().baru == {"indikator": ["1.1", "1.2"]}


@pytest.mark.parametrize("nama", ["danu", "bu_ketua", "sari", "tono", "supervisor"])
def test_only_the_planner_writes_targets(pemeran, rencana, draf, nama: str):
    with pytest.raises(PermissionDenied):
        set_target(draf, rencana.partisipasi, "1", by=getattr(pemeran, nama))
    assert draf.daftar_target.get(indikator=rencana.partisipasi).target == "77.5"
