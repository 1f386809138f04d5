"""The admin closes the accounts of those who go."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from pemeran import Pemeran

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.organisasi.actions import assign_peran
from akuntabel.siklus.organisasi.actions_orang import withdraw_orang
from akuntabel.siklus.organisasi.models import Penugasan, Peran


@pytest.mark.parametrize("nama", ["rina", "bu_ketua", "sari", "tono", "supervisor"])
def test_only_the_admin_closes_an_account(pemeran: Pemeran, nama: str):
    with pytest.raises(PermissionDenied):
        withdraw_orang(pemeran.danu, pemeran.kota, by=getattr(pemeran, nama), alasan="-")


def test_an_account_is_closed_and_what_its_person_did_stays(pemeran: Pemeran):
    withdraw_orang(pemeran.danu, pemeran.kota, by=pemeran.admin, alasan="Pensiun")
    pemeran.danu.refresh_from_db()
    assert not pemeran.danu.is_active
    assert Penugasan.objects.filter(pengguna=pemeran.danu).exists()
    assert JejakAudit.objects.get(tindakan="pengguna.withdraw").alasan == "Pensiun"


def test_who_works_elsewhere_too_keeps_the_account(pemeran: Pemeran):
    lain = assign_peran(pemeran.danu, pemeran.kota_lain, Peran.PERENCANA, by=None)
    with pytest.raises(ValidationError, match="juga bertugas di KPU Kota Salatiga"):
        withdraw_orang(pemeran.danu, pemeran.kota, by=pemeran.admin, alasan="-")
    with pytest.raises(PermissionDenied, match="tidak mempunyai peran"):
        withdraw_orang(pemeran.tono, pemeran.kota, by=pemeran.admin, alasan="-")
    Penugasan.objects.filter(pk=lain.pk).update(selesai="2020-12-31")
    withdraw_orang(pemeran.danu, pemeran.kota, by=pemeran.admin, alasan="-")


def test_the_only_admin_of_an_office_below_is_not_closed(pemeran: Pemeran):
    assign_peran(pemeran.rina, pemeran.provinsi, Peran.ADMIN, by=None)
    assign_peran(pemeran.admin, pemeran.provinsi, Peran.PERENCANA, by=None)
    with pytest.raises(ValidationError, match="satu-satunya admin KPU Kota Blitar"):
        withdraw_orang(pemeran.admin, pemeran.provinsi, by=pemeran.rina, alasan="-")
    assign_peran(pemeran.danu, pemeran.kota, Peran.ADMIN, by=None)
    withdraw_orang(pemeran.admin, pemeran.provinsi, by=pemeran.rina, alasan="-")
