"""Roles are given and taken back by the office's admin; an office that has an admin keeps one."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from pemeran import Pemeran

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.organisasi.actions import assign_peran, withdraw_peran
from akuntabel.siklus.organisasi.models import Penugasan, Peran, Satker
from akuntabel.siklus.organisasi.permissions import has_peran


def test_the_admin_gives_a_role_and_the_trail_says_so(pemeran: Pemeran):
    assign_peran(pemeran.danu, pemeran.kota, Peran.PERENCANA, by=pemeran.admin)
    assert has_peran(pemeran.danu, pemeran.kota, frozenset({Peran.PERENCANA}))
    jejak = JejakAudit.objects.filter(tindakan="penugasan.draft").latest("pk")
    assert (jejak.pelaku, jejak.baru["peran"], jejak.baru["satker"]) == (pemeran.admin, "perencana", "357200")


def test_a_role_that_has_ended_is_given_anew(pemeran: Pemeran):
    Penugasan.objects.filter(pengguna=pemeran.rina).update(selesai="2020-12-31")
    assign_peran(pemeran.rina, pemeran.kota, Peran.PERENCANA, by=pemeran.admin)
    assert has_peran(pemeran.rina, pemeran.kota, frozenset({Peran.PERENCANA}))


@pytest.mark.parametrize("nama", ["rina", "danu", "bu_ketua", "sari", "tono", "supervisor"])
def test_nobody_else_gives_or_takes_roles(pemeran: Pemeran, nama: str):
    orang = getattr(pemeran, nama)
    with pytest.raises(PermissionDenied, match="hanya untuk admin"):
        assign_peran(orang, pemeran.kota, Peran.ADMIN, by=orang)
    with pytest.raises(PermissionDenied, match="hanya untuk admin"):
        withdraw_peran(Penugasan.objects.get(pengguna=pemeran.danu), by=orang)
    assert Penugasan.objects.filter(pengguna=pemeran.danu).exists()


def test_a_role_taken_back_is_gone_at_once(pemeran: Pemeran):
    assert Satker.objects.visible_to(pemeran.rina).exists()
    withdraw_peran(pemeran.rina.daftar_penugasan.get(), by=pemeran.admin, alasan="Mutasi")
    assert not Satker.objects.visible_to(pemeran.rina).exists()
    jejak = JejakAudit.objects.get(tindakan="penugasan.withdraw")
    assert (jejak.pelaku, jejak.alasan, jejak.lama["peran"]) == (pemeran.admin, "Mutasi", "perencana")


def test_the_last_admin_stays_until_there_is_another(pemeran: Pemeran):
    penugasan = pemeran.admin.daftar_penugasan.get()
    with pytest.raises(ValidationError, match="satu-satunya admin"):
        withdraw_peran(penugasan, by=pemeran.admin)
    assign_peran(pemeran.rina, pemeran.kota, Peran.ADMIN, by=pemeran.admin)
    withdraw_peran(penugasan, by=pemeran.admin)
    assert not has_peran(pemeran.admin, pemeran.kota, frozenset({Peran.ADMIN}))


def test_an_admin_who_can_no_longer_sign_in_does_not_count(pemeran: Pemeran):
    assign_peran(pemeran.rina, pemeran.kota, Peran.ADMIN, by=pemeran.admin)
    pemeran.rina.is_active = False
    pemeran.rina.save()
    with pytest.raises(ValidationError, match="satu-satunya admin"):
        withdraw_peran(pemeran.admin.daftar_penugasan.get(), by=pemeran.admin)


def test_an_admin_above_appoints_the_first_admin_below_and_nothing_else(pemeran: Pemeran):
    assign_peran(pemeran.rina, pemeran.provinsi, Peran.ADMIN, by=None)
    assign_peran(pemeran.danu, pemeran.kota, Peran.ADMIN, by=pemeran.rina)
    assert has_peran(pemeran.danu, pemeran.kota, frozenset({Peran.ADMIN}))
    with pytest.raises(PermissionDenied):
        assign_peran(pemeran.danu, pemeran.kota, Peran.PIMPINAN, by=pemeran.rina)
    with pytest.raises(PermissionDenied):
        assign_peran(pemeran.danu, pemeran.kota_lain, Peran.ADMIN, by=pemeran.rina)
