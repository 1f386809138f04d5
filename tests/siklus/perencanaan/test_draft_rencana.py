"""RKT: the year of the plan, changed only with a reason, approved by another person, then frozen."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, IntegrityError, transaction

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.perencanaan.actions.angka_renstra import IsianTarget, write_target
from akuntabel.siklus.perencanaan.actions.rencana import (
    IsianRencana,
    adopt_rencana,
    approve_rencana,
    draft_rencana,
    revise_rencana,
    submit_rencana,
    write_target_rencana,
)
from akuntabel.siklus.perencanaan.actions.renstra import adopt_renstra, submit_renstra
from akuntabel.siklus.perencanaan.models import RencanaKinerja, RencanaTarget


@pytest.fixture
def rkt(pemeran, ditetapkan) -> RencanaKinerja:
    """The draft of 2026."""
    return draft_rencana(pemeran.kota, 2026, by=pemeran.rina)


def _baris(rkt: RencanaKinerja, kode: str) -> RencanaTarget:
    return rkt.daftar_target.get(indikator__kode=kode)


def test_the_targets_of_the_year_come_from_the_plan_in_force(rkt):
    assert {b.indikator.kode: (b.target_renstra, b.target) for b in rkt.daftar_target.select_related("indikator")} == {
        "1.1": ("75", "75"),
        "1.2": ("BB", "BB"),
    }


def test_without_a_plan_in_force_the_way_out_is_said(pemeran, naskah):
    with pytest.raises(ValidationError, match="Tetapkan Renstra, atau ikuti Renstra induk"):
        draft_rencana(pemeran.kota, 2026, by=pemeran.rina)


@pytest.mark.parametrize("nama", ["danu", "bu_ketua", "sari", "tono"])
def test_only_the_planner_drafts(pemeran, ditetapkan, nama: str):
    with pytest.raises(PermissionDenied):
        draft_rencana(pemeran.kota, 2026, by=getattr(pemeran, nama))


def test_another_target_than_that_of_the_plan_needs_a_reason(pemeran, rkt):
    baris = _baris(rkt, "1.1")
    with pytest.raises(ValidationError, match="berbeda dari Renstra"):
        write_target_rencana(rkt, [IsianRencana(baris.pk, "78,5", "", 0)], by=pemeran.rina)
    write_target_rencana(rkt, [IsianRencana(baris.pk, "78,5", "Ada Pilkada", 0)], by=pemeran.rina)
    baris.refresh_from_db()
    assert (baris.target, baris.alasan, baris.suntingan) == ("78.5", "Ada Pilkada", 1)


def test_the_database_wants_the_reason_too(rkt):
    with pytest.raises(IntegrityError), transaction.atomic():
        RencanaTarget.objects.filter(rencana=rkt, indikator__kode="1.1").update(target="1")


def test_a_target_missing_in_the_plan_is_filled_in_without_reason(pemeran, naskah):
    write_target(naskah.renstra, [IsianTarget(naskah.partisipasi.pk, 2026, "", dilihat=0)], by=pemeran.rina)
    submit_renstra(naskah.renstra, by=pemeran.rina)
    adopt_renstra(naskah.renstra, by=pemeran.bu_ketua, tanggal=date(2025, 2, 1))
    rkt = draft_rencana(pemeran.kota, 2026, by=pemeran.rina)
    with pytest.raises(ValidationError, match=r"Belum ada target untuk 1\.1"):
        submit_rencana(rkt, by=pemeran.rina)
    write_target_rencana(rkt, [IsianRencana(_baris(rkt, "1.1").pk, "76", "", 0)], by=pemeran.rina)
    submit_rencana(rkt, by=pemeran.rina)
    assert rkt.status == "diajukan"


def test_one_bad_line_keeps_all_back(pemeran, rkt):
    isian = [
        IsianRencana(_baris(rkt, "1.1").pk, "80", "Ada Pilkada", 0),
        IsianRencana(_baris(rkt, "1.2").pk, "Z", "", 0),
    ]
    with pytest.raises(ValidationError, match=r"Indikator 1\.2: tertulis “Z”"):
        write_target_rencana(rkt, isian, by=pemeran.rina)
    assert _baris(rkt, "1.1").target == "75"


def test_of_two_editors_the_second_is_told(pemeran, rkt):
    pk = _baris(rkt, "1.1").pk
    write_target_rencana(rkt, [IsianRencana(pk, "80", "Ada Pilkada", 0)], by=pemeran.rina)
    with pytest.raises(SudahBerubahError) as galat:
        write_target_rencana(rkt, [IsianRencana(pk, "81", "Lain", 0)], by=pemeran.rina)
    assert galat.value.sekarang["target"] == "80"


def test_approved_by_another_person_adopted_then_frozen_and_revised(pemeran, rkt):
    submit_rencana(rkt, by=pemeran.rina)
    approve_rencana(rkt, by=pemeran.bu_ketua)
    adopt_rencana(rkt, by=pemeran.bu_ketua, tanggal=date(2026, 1, 5))
    for perubahan in ({"target": "1", "alasan": "x"}, {"alasan": "y"}):
        with pytest.raises(DatabaseError, match="susun revisinya"), transaction.atomic():
            RencanaTarget.objects.update(**perubahan)
    with pytest.raises(DatabaseError, match="susun revisinya"), transaction.atomic():
        RencanaKinerja.objects.update(status="disusun")
    with pytest.raises(ValidationError, match="susun revisinya"):
        write_target_rencana(rkt, [IsianRencana(_baris(rkt, "1.1").pk, "80", "x", 0)], by=pemeran.rina)
    baru = revise_rencana(rkt, by=pemeran.rina, alasan="DIPA berubah")
    assert (baru.revisi, baru.status, baru.daftar_target.count()) == (1, "disusun", 2)
    assert JejakAudit.objects.filter(tindakan="rencanakinerja.adopt", pelaku=pemeran.bu_ketua).exists()


def test_nobody_approves_what_they_submitted(pemeran, rkt):
    submit_rencana(rkt, by=pemeran.rina)
    RencanaKinerja.objects.filter(pk=rkt.pk).update(pengaju=pemeran.bu_ketua)
    with pytest.raises(PermissionDenied, match="sendiri"):
        approve_rencana(rkt, by=pemeran.bu_ketua)
