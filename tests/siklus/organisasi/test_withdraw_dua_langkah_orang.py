"""The admin helps somebody who lost the telephone and the recovery codes."""

import pytest
from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied, ValidationError
from pemeran import Pemeran

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.organisasi.actions import assign_peran
from akuntabel.siklus.organisasi.actions_orang import withdraw_dua_langkah_orang
from akuntabel.siklus.organisasi.models import Peran


@pytest.fixture
def _dua_langkah(pemeran: Pemeran) -> None:
    for jenis in (Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES):
        Authenticator.objects.create(user=pemeran.danu, type=jenis, data={})


@pytest.mark.usefixtures("_dua_langkah")
@pytest.mark.parametrize("nama", ["rina", "danu", "bu_ketua", "sari", "tono", "supervisor"])
def test_only_the_admin_takes_the_second_step_away(pemeran: Pemeran, nama: str):
    with pytest.raises(PermissionDenied):
        withdraw_dua_langkah_orang(pemeran.danu, pemeran.kota, by=getattr(pemeran, nama), alasan="-")
    assert Authenticator.objects.count() == 2


@pytest.mark.usefixtures("_dua_langkah")
def test_password_alone_lets_in_and_the_trail_says_why(pemeran: Pemeran):
    withdraw_dua_langkah_orang(pemeran.danu, pemeran.kota, by=pemeran.admin, alasan="Ponsel hilang")
    assert not Authenticator.objects.exists()
    baris = JejakAudit.objects.get(tindakan="pengguna.withdraw_dua_langkah")
    assert (baris.pelaku, baris.alasan) == (pemeran.admin, "Ponsel hilang")
    with pytest.raises(ValidationError, match="tidak memakai"):
        withdraw_dua_langkah_orang(pemeran.danu, pemeran.kota, by=pemeran.admin, alasan="-")


@pytest.mark.usefixtures("_dua_langkah")
def test_who_works_elsewhere_too_is_not_this_admins_alone(pemeran: Pemeran):
    assign_peran(pemeran.danu, pemeran.kota_lain, Peran.PERENCANA, by=None)
    with pytest.raises(ValidationError, match=r"juga bertugas di KPU Kota Salatiga.*admin yang mengurus semua"):
        withdraw_dua_langkah_orang(pemeran.danu, pemeran.kota, by=pemeran.admin, alasan="-")
    assert Authenticator.objects.count() == 2
