"""The admin lets people in with roles."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from pemeran import Pemeran

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.organisasi.actions import withdraw_peran
from akuntabel.siklus.organisasi.actions_orang import draft_orang, withdraw_orang
from akuntabel.siklus.organisasi.models import Penugasan, Peran

WATI = {"email": "Wati@contoh.go.id", "nama": "Wati"}


def test_a_new_person_gets_an_account_and_roles_and_the_trail_has_both(pemeran: Pemeran):
    wati = draft_orang(pemeran.kota, **WATI, daftar_peran=(Peran.PERENCANA, Peran.PIMPINAN), by=pemeran.admin)
    assert wati.email == "wati@contoh.go.id"
    assert sorted(p.peran for p in wati.daftar_penugasan.all()) == ["perencana", "pimpinan"]
    tindakan = [j.tindakan for j in JejakAudit.objects.filter(pelaku=pemeran.admin).order_by("pk")]
    assert tindakan == ["pengguna.draft", "penugasan.draft", "penugasan.draft"]


def test_an_account_is_made_once(pemeran: Pemeran):
    jumlah = Pengguna.objects.count()
    tono = draft_orang(
        pemeran.kota, email="TONO@contoh.go.id", nama="Lain", daftar_peran=(Peran.PERENCANA,), by=pemeran.admin
    )
    assert (tono, Pengguna.objects.count()) == (pemeran.tono, jumlah)


def test_who_was_closed_and_is_on_no_list_any_more_is_let_in_anew(pemeran: Pemeran):
    withdraw_orang(pemeran.danu, pemeran.kota, by=pemeran.admin, alasan="Pensiun")
    withdraw_peran(Penugasan.objects.get(pengguna=pemeran.danu), by=pemeran.admin, alasan="Pensiun")
    danu = draft_orang(
        pemeran.kota, email=pemeran.danu.email, nama="Danu", daftar_peran=(Peran.PERENCANA,), by=pemeran.admin
    )
    assert danu.is_active
    assert not danu.has_usable_password()
    baris = JejakAudit.objects.get(tindakan="pengguna.return")
    assert (baris.pelaku, baris.alasan) == (pemeran.admin, "Mendapat peran di KPU Kota Blitar")


def test_nobody_is_let_in_by_halves(pemeran: Pemeran):
    with pytest.raises(ValidationError) as galat:
        draft_orang(pemeran.kota, email="bukan surel", nama="X", daftar_peran=(Peran.ADMIN,), by=pemeran.admin)
    assert "email" in galat.value.message_dict
    with pytest.raises(ValidationError, match="Belum ada peran"):
        draft_orang(pemeran.kota, **WATI, daftar_peran=(), by=pemeran.admin)
    Pengguna.objects.filter(pk=pemeran.tono.pk).update(is_active=False)
    with pytest.raises(ValidationError, match="ditutup"):
        draft_orang(pemeran.kota, email=pemeran.tono.email, nama="X", daftar_peran=(Peran.ADMIN,), by=pemeran.admin)
    assert not Pengguna.objects.filter(nama__in=("X", "Wati")).exists()


@pytest.mark.parametrize("nama", ["rina", "danu", "bu_ketua", "sari", "tono", "supervisor"])
def test_only_the_admin_lets_in(pemeran: Pemeran, nama: str):
    orang = getattr(pemeran, nama)
    for peran in ((Peran.PERENCANA,), ()):
        with pytest.raises(PermissionDenied):
            draft_orang(pemeran.kota, **WATI, daftar_peran=peran, by=orang)
