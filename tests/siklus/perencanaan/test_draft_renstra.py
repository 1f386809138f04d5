"""A plan is written by the planner of its office, together with others, and nothing typed is lost."""

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from naskah_renstra import ISI_RENSTRA

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.perencanaan.actions.butir import draft_sasaran, draft_tujuan, withdraw_butir, write_tujuan
from akuntabel.siklus.perencanaan.actions.renstra import draft_renstra, withdraw_renstra, write_renstra
from akuntabel.siklus.perencanaan.models import Renstra, Sasaran, TargetRenstra, Tujuan


@pytest.mark.parametrize("nama", ["danu", "bu_ketua", "sari", "tono", "admin", "supervisor"])
def test_only_the_planner_of_the_office_drafts(pemeran, nama: str):
    with pytest.raises(PermissionDenied, match="hanya untuk perencana"):
        draft_renstra(pemeran.kota, ISI_RENSTRA, by=getattr(pemeran, nama))
    assert not Renstra.objects.exists()


def test_the_trail_knows_who_began(pemeran, naskah):
    jejak = JejakAudit.objects.get(tindakan="renstra.draft")
    assert (jejak.pelaku, jejak.baru["mulai"], jejak.objek_id) == (pemeran.rina, 2025, str(naskah.renstra.pk))


def test_a_period_has_one_draft_at_a_time(pemeran, naskah):
    with pytest.raises(ValidationError, match="belum ditetapkan"):
        draft_renstra(pemeran.kota, ISI_RENSTRA, by=pemeran.rina)


def test_a_period_that_ends_before_it_begins_is_refused(pemeran):
    with pytest.raises(ValidationError):
        draft_renstra(pemeran.kota, replace(ISI_RENSTRA, selesai=2024), by=pemeran.rina)


def test_an_edit_counts_up_and_leaves_both_values_in_the_trail(pemeran, naskah):
    baru = write_tujuan(naskah.tujuan, kode="1", nama="Pemilihan yang jujur", dilihat=0, by=pemeran.rina)
    assert (baru.nama, baru.suntingan) == ("Pemilihan yang jujur", 1)
    jejak = JejakAudit.objects.get(tindakan="tujuan.write")
    assert (jejak.lama, jejak.baru) == ({"nama": "Pemilihan yang demokratis"}, {"nama": "Pemilihan yang jujur"})


def test_of_two_editors_the_second_sees_what_is_stored_and_by_whom(pemeran, naskah):
    write_tujuan(naskah.tujuan, kode="1", nama="Tulisan Rina", dilihat=0, by=pemeran.rina)
    with pytest.raises(SudahBerubahError) as galat:
        write_tujuan(naskah.tujuan, kode="1", nama="Tulisan lain", dilihat=0, by=pemeran.rina)
    assert galat.value.sekarang == {"kode": "1", "nama": "Tulisan Rina"}
    assert (galat.value.oleh, galat.value.versi) == ("Rina", 1)
    assert Tujuan.objects.get().nama == "Tulisan Rina"


def test_who_writes_what_already_stands_there_has_no_conflict_and_leaves_no_trail(pemeran, naskah):
    write_tujuan(naskah.tujuan, kode="1", nama="Sama", dilihat=0, by=pemeran.rina)
    assert write_tujuan(naskah.tujuan, kode="1", nama=" Sama\r\n", dilihat=0, by=pemeran.rina).suntingan == 1
    assert JejakAudit.objects.filter(tindakan="tujuan.write").count() == 1


def test_the_years_stay_while_targets_hang_on_them(pemeran, naskah):
    with pytest.raises(ValidationError, match="target atau pendanaan tahun 2029"):
        write_renstra(naskah.renstra, replace(ISI_RENSTRA, selesai=2028), dilihat=0, by=pemeran.rina)
    lebih_panjang = write_renstra(naskah.renstra, replace(ISI_RENSTRA, selesai=2030), dilihat=0, by=pemeran.rina)
    assert lebih_panjang.selesai == 2030


def test_a_sasaran_stands_under_a_tujuan_of_its_own_plan(pemeran, naskah):
    lain = draft_renstra(pemeran.kota, replace(ISI_RENSTRA, mulai=2030, selesai=2034), by=pemeran.rina)
    with pytest.raises(ValidationError, match="bukan tujuan"):
        draft_sasaran(lain, kode="1", nama="Meningkatnya", tujuan=naskah.tujuan, by=pemeran.rina)


def test_a_code_stands_once(pemeran, naskah):
    with pytest.raises(ValidationError):
        draft_tujuan(naskah.renstra, kode="1", nama="Kedua", by=pemeran.rina)


def test_a_tujuan_with_sasaran_is_not_taken_out(pemeran, naskah):
    with pytest.raises(ValidationError, match="masih mempunyai sasaran"):
        withdraw_butir(naskah.tujuan, by=pemeran.rina)


def test_a_sasaran_goes_with_all_below_it_and_the_trail_keeps_its_words(pemeran, naskah):
    withdraw_butir(naskah.sasaran, by=pemeran.rina)
    assert not Sasaran.objects.exists()
    assert not TargetRenstra.objects.exists()
    assert JejakAudit.objects.get(tindakan="sasaran.withdraw").lama == {"kode": "1", "nama": "Meningkatnya partisipasi"}


def test_a_draft_can_be_thrown_away_and_the_trail_remembers(pemeran, naskah):
    withdraw_renstra(naskah.renstra, by=pemeran.rina, alasan="Mengikuti Renstra KPU")
    assert not Renstra.objects.exists()
    assert JejakAudit.objects.get(tindakan="renstra.withdraw").alasan == "Mengikuti Renstra KPU"
