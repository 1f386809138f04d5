"""The admin opens the account of somebody who comes back."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from pemeran import Pemeran

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.organisasi.actions import assign_peran
from akuntabel.siklus.organisasi.actions_orang import return_orang, withdraw_orang
from akuntabel.siklus.organisasi.models import Peran


@pytest.mark.parametrize("nama", ["rina", "bu_ketua", "sari", "tono", "supervisor"])
def test_only_the_admin_opens_an_account_again(pemeran: Pemeran, nama: str):
    with pytest.raises(PermissionDenied):
        return_orang(pemeran.danu, pemeran.kota, by=getattr(pemeran, nama), alasan="-")


def test_who_comes_back_has_the_roles_of_before_and_no_password(pemeran: Pemeran):
    pemeran.danu.set_password("sandi yang lama sekali")
    pemeran.danu.save()
    withdraw_orang(pemeran.danu, pemeran.kota, by=pemeran.admin, alasan="Cuti di luar tanggungan negara")
    return_orang(pemeran.danu, pemeran.kota, by=pemeran.admin, alasan="Kembali bertugas")
    pemeran.danu.refresh_from_db()
    assert pemeran.danu.is_active
    assert not pemeran.danu.has_usable_password()
    assert [p.peran for p in pemeran.danu.daftar_penugasan.all()] == ["pengelola_data"]
    baris = JejakAudit.objects.get(tindakan="pengguna.return")
    assert (baris.pelaku, baris.alasan) == (pemeran.admin, "Kembali bertugas")
    with pytest.raises(ValidationError, match="masih aktif"):
        return_orang(pemeran.danu, pemeran.kota, by=pemeran.admin, alasan="-")


def test_who_works_elsewhere_too_is_not_this_admins_alone(pemeran: Pemeran):
    withdraw_orang(pemeran.danu, pemeran.kota, by=pemeran.admin, alasan="-")
    assign_peran(pemeran.danu, pemeran.kota_lain, Peran.PERENCANA, by=None)
    with pytest.raises(ValidationError, match="juga bertugas di KPU Kota Salatiga"):
        return_orang(pemeran.danu, pemeran.kota, by=pemeran.admin, alasan="-")
    with pytest.raises(PermissionDenied, match="tidak mempunyai peran"):
        return_orang(pemeran.tono, pemeran.kota, by=pemeran.admin, alasan="-")
    assign_peran(pemeran.admin, pemeran.kota_lain, Peran.ADMIN, by=None)
    return_orang(pemeran.danu, pemeran.kota, by=pemeran.admin, alasan="-")
