"""Who leaves the office is out at once, and stays out."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from orang_masuk import Peramban, jejak

from akuntabel.platform.accounts.actions import draft_pengguna, return_pengguna, revise_pengguna, withdraw_pengguna
from akuntabel.platform.accounts.models import Pengguna

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(db: None) -> Pengguna:
    """Who withdraws."""
    return draft_pengguna(email="admin@contoh.go.id", nama="Admin", by=None)


def test_open_sessions_end_and_do_not_come_back(rina: Pengguna, admin: Pengguna, peramban: Peramban):
    peramban.masuk(rina.email)
    withdraw_pengguna(rina, by=admin, alasan="pindah tugas")
    assert not peramban.is_masuk
    return_pengguna(rina, by=admin, alasan="kembali bertugas")
    assert not peramban.is_masuk


def test_password_no_longer_opens(rina: Pengguna, admin: Pengguna):
    withdraw_pengguna(rina, by=admin, alasan="pindah tugas")
    lain = Peramban(Client())
    assert lain.masuk(rina.email).status_code == 200
    assert not lain.is_masuk


def test_withdrawal_and_its_reason_are_on_the_trail(rina: Pengguna, admin: Pengguna):
    withdraw_pengguna(rina, by=admin, alasan="pindah tugas")
    (baris,) = jejak("pengguna.withdraw")
    assert (baris["pelaku"], baris["objek_id"], baris["alasan"]) == (admin, str(rina.pk), "pindah tugas")


def test_returning_is_on_the_trail_and_needs_a_withdrawal(rina: Pengguna, admin: Pengguna):
    with pytest.raises(ValidationError, match="masih aktif"):
        return_pengguna(rina, by=admin, alasan="kembali bertugas")
    withdraw_pengguna(rina, by=admin, alasan="pindah tugas")
    return_pengguna(rina, by=admin, alasan="kembali bertugas")
    (baris,) = jejak("pengguna.return")
    assert (baris["pelaku"], baris["alasan"], baris["is_active"]) == (admin, "kembali bertugas", True)


def test_correcting_the_name_does_not_let_a_person_in_again(rina: Pengguna, admin: Pengguna):
    withdraw_pengguna(rina, by=admin, alasan="pindah tugas")
    revise_pengguna(rina, email=rina.email, nama="Rina N.", nip=rina.nip or "", by=admin)
    assert not Pengguna.objects.get(pk=rina.pk).is_active


def test_second_withdrawal_is_told_so(rina: Pengguna, admin: Pengguna):
    basi = Pengguna.objects.get(pk=rina.pk)
    withdraw_pengguna(rina, by=admin, alasan="pindah tugas")
    with pytest.raises(ValidationError, match="sudah tidak aktif"):
        withdraw_pengguna(basi, by=admin, alasan="pindah tugas")


def test_nobody_withdraws_themselves(admin: Pengguna):
    with pytest.raises(ValidationError, match="Anda sendiri"):
        withdraw_pengguna(admin, by=admin, alasan="coba")
    assert Pengguna.objects.get(pk=admin.pk).is_active
