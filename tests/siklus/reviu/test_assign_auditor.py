"""Who reviews: auditors of an office above, never those who wrote; of the own office only by decision of its head."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from kantor_contoh import Kantor
from reviu_contoh import Reviu, build_auditor, build_laporan

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.platform.notifikasi.models import Notifikasi
from akuntabel.siklus.organisasi.actions import assign_peran
from akuntabel.siklus.organisasi.models import Peran
from akuntabel.siklus.reviu.actions import assign_auditor, review_butir, withdraw_auditor
from akuntabel.siklus.reviu.calon import daftar_calon
from akuntabel.siklus.reviu.models import PenugasanReviu
from akuntabel.siklus.reviu.permissions import find_penugasan


def test_auditor_of_an_office_above_takes_a_report_up_and_the_trail_says_so(kantor: Kantor):
    laporan, sari = build_laporan(kantor), kantor.pemeran.sari
    penugasan = assign_auditor(laporan, sari, by=sari, is_ketua=True)
    assert find_penugasan(sari, laporan) == penugasan
    jejak = JejakAudit.objects.get(tindakan="reviu.assign")
    assert (jejak.pelaku, jejak.baru) == (sari, {"auditor": "Sari", "sebagai": "ketua tim"})


def test_who_is_assigned_by_another_hears_of_it(reviu: Reviu):
    budi = build_auditor("Budi", reviu.pemeran.provinsi)
    assign_auditor(reviu.laporan, budi, by=reviu.sari)
    kabar = Notifikasi.objects.get(pengguna=budi)
    assert "ditugaskan sebagai anggota tim pereviu" in kabar.teks


def test_planner_and_strangers_appoint_nobody(reviu: Reviu):
    budi = build_auditor("Budi", reviu.pemeran.provinsi)
    for orang in (reviu.pemeran.rina, reviu.pemeran.danu, reviu.pemeran.tono, reviu.pemeran.supervisor):
        with pytest.raises(PermissionDenied):
            assign_auditor(reviu.laporan, budi, by=orang)


def test_auditor_of_another_branch_of_the_tree_is_refused(reviu: Reviu):
    lain = build_auditor("Lain", reviu.pemeran.kota_lain)
    with pytest.raises(ValidationError, match="bukan auditor satker di atas"):
        assign_auditor(reviu.laporan, lain, by=reviu.sari)


def test_own_office_needs_the_mark_and_the_decision_of_its_head(reviu: Reviu):
    dalam = build_auditor("Dalam", reviu.pemeran.kota)
    ketua = reviu.pemeran.bu_ketua
    with pytest.raises(ValidationError, match="bukan auditor satker di atas"):
        assign_auditor(reviu.laporan, dalam, by=ketua)
    with pytest.raises(ValidationError, match="keputusan yang membentuk tim"):
        assign_auditor(reviu.laporan, dalam, by=ketua, is_satker_sendiri=True)
    penugasan = assign_auditor(reviu.laporan, dalam, by=ketua, is_satker_sendiri=True, dasar="Surat tugas 1")
    assert penugasan.is_satker_sendiri
    assert find_penugasan(dalam, reviu.laporan) == penugasan


def test_auditor_of_the_own_office_does_not_appoint_themselves(reviu: Reviu):
    dalam = build_auditor("Dalam", reviu.pemeran.kota)
    assign_peran(dalam, reviu.pemeran.kota, Peran.PIMPINAN, by=None)
    with pytest.raises(PermissionDenied, match="bukan oleh dirinya"):
        assign_auditor(reviu.laporan, dalam, by=dalam, is_satker_sendiri=True, dasar="Surat tugas 1")


def test_who_wrote_or_submitted_never_reviews(reviu: Reviu):
    rina = reviu.pemeran.rina
    assign_peran(rina, reviu.pemeran.provinsi, Peran.AUDITOR, by=None)
    with pytest.raises(ValidationError, match="menyusun atau mengajukan"):
        assign_auditor(reviu.laporan, rina, by=reviu.sari)
    PenugasanReviu.objects.create(laporan=reviu.laporan, auditor=rina, penunjuk=reviu.sari)  # by whatever way
    with pytest.raises(PermissionDenied, match="tidak mereviunya"):
        review_butir(reviu.laporan, "I.1", jawaban="ya", catatan="", versi=0, by=rina)


def test_candidates_are_those_who_may(reviu: Reviu):
    dalam, budi = build_auditor("Dalam", reviu.pemeran.kota), build_auditor("Budi", reviu.pemeran.provinsi)
    build_auditor("Lain", reviu.pemeran.kota_lain)
    assign_peran(reviu.pemeran.rina, reviu.pemeran.provinsi, Peran.AUDITOR, by=None)
    assert daftar_calon(reviu.laporan) == ([budi, reviu.sari], [dalam])


def test_new_head_replaces_the_old_one_on_the_team(reviu: Reviu):
    budi = build_auditor("Budi", reviu.pemeran.provinsi)
    assign_auditor(reviu.laporan, budi, by=reviu.sari, is_ketua=True)
    tim = PenugasanReviu.objects.filter(laporan=reviu.laporan, selesai_pada__isnull=True)
    assert {(p.auditor.nama, p.is_ketua) for p in tim} == {("Budi", True), ("Sari", False)}


def test_who_leaves_the_team_reviews_no_longer(reviu: Reviu):
    penugasan = PenugasanReviu.objects.get()
    with pytest.raises(ValidationError, match="Sebutkan mengapa"):
        withdraw_auditor(penugasan, by=reviu.sari, alasan=" ")
    withdraw_auditor(penugasan, by=reviu.sari, alasan="Mutasi")
    with pytest.raises(PermissionDenied):
        reviu.answer("I.1", "ya")
    assert JejakAudit.objects.get(tindakan="reviu.withdraw").alasan == "Mutasi"


def test_assignment_ends_with_the_role_behind_it(reviu: Reviu):
    reviu.sari.daftar_penugasan.all().delete()
    with pytest.raises(PermissionDenied):
        reviu.answer("I.1", "ya")
