"""A draft begun by mistake goes again; nothing that was handed in or signed does."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from pemeran import Pemeran
from rencana_contoh import Rencana

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.perjanjian.actions import draft_perjanjian, revise_perjanjian, submit_perjanjian
from akuntabel.siklus.perjanjian.actions_tarik import withdraw_perjanjian
from akuntabel.siklus.perjanjian.berlaku import find_perjanjian_berlaku
from akuntabel.siklus.perjanjian.models import AlasanRevisi, PerjanjianKinerja


def test_a_draft_goes_and_another_can_be_begun(pemeran: Pemeran, rencana: Rencana, draf: PerjanjianKinerja):
    withdraw_perjanjian(draf, by=pemeran.rina, alasan="tahunnya keliru")
    assert not PerjanjianKinerja.objects.exists()
    baru = draft_perjanjian(
        pemeran.kota, 2026, pihak_pertama=rencana.ketua, pihak_kedua=rencana.atasan, by=pemeran.rina
    )
    assert baru.daftar_target.count() == 2


def test_what_it_said_stays_in_the_trail_with_the_reason(pemeran: Pemeran, draf: PerjanjianKinerja):
    withdraw_perjanjian(draf, by=pemeran.rina, alasan=" tahunnya keliru ")
    jejak = JejakAudit.objects.get(tindakan="perjanjian.withdraw")
    assert (jejak.pelaku, jejak.alasan) == (pemeran.rina, "tahunnya keliru")
    assert [t["target"] for t in jejak.lama["target"]] == ["77.5", "10"]


def test_the_signed_agreement_stays_when_its_revision_goes(pemeran: Pemeran, tertanda: PerjanjianKinerja):
    revisi = revise_perjanjian(
        tertanda, by=pemeran.rina, alasan=AlasanRevisi.STRATEGI, uraian="DIPA revisi 1 mengubah pagu"
    )
    withdraw_perjanjian(revisi, by=pemeran.rina, alasan="pagunya kembali")
    assert find_perjanjian_berlaku(pemeran.kota, 2026) == tertanda


def test_what_was_handed_in_or_signed_is_not_deleted(pemeran: Pemeran, draf: PerjanjianKinerja, rencana: Rencana):
    submit_perjanjian(draf, by=pemeran.rina)
    with pytest.raises(ValidationError, match="sudah diajukan"):
        withdraw_perjanjian(draf, by=pemeran.rina, alasan="keliru")
    assert PerjanjianKinerja.objects.count() == 1


def test_it_needs_a_reason_and_a_planner_of_the_office(pemeran: Pemeran, draf: PerjanjianKinerja):
    with pytest.raises(ValidationError, match="Sebutkan alasan"):
        withdraw_perjanjian(draf, by=pemeran.rina, alasan=" ")
    for orang in (pemeran.danu, pemeran.tono, pemeran.supervisor):
        with pytest.raises(PermissionDenied):
            withdraw_perjanjian(draf, by=orang, alasan="keliru")
    assert PerjanjianKinerja.objects.count() == 1
