"""An admin writes people down; the first person of an installation writes themselves down."""

import pytest
from django.core.exceptions import ValidationError
from orang_masuk import NIP, SANDI, Peramban, jejak

from akuntabel.platform.accounts.actions import draft_pengguna, draft_pengguna_pertama, revise_pengguna
from akuntabel.platform.accounts.models import Pengguna

pytestmark = pytest.mark.django_db


def test_person_without_password_is_written_down_and_cannot_sign_in_yet(rina: Pengguna, peramban: Peramban):
    danu = draft_pengguna(email="Danu@Contoh.go.id", nama=" Danu ", nip="", by=rina)
    assert (danu.email, danu.nama, danu.nip) == ("danu@contoh.go.id", "Danu", None)
    assert not danu.has_usable_password()
    (baris,) = jejak("pengguna.draft")
    assert (baris["pelaku"], baris["objek_id"], baris["email"]) == (rina, str(danu.pk), "danu@contoh.go.id")


def test_everything_that_is_wrong_is_said_at_once(rina: Pengguna):
    with pytest.raises(ValidationError) as galat:
        draft_pengguna(email="RINA@contoh.go.id", nama="", nip="123", password=SANDI[:6], by=rina)
    pesan = galat.value.message_dict
    assert pesan["email"] == ["Surel ini sudah dipakai pengguna lain."]
    assert pesan["nip"] == ["Tertulis bukan 18 angka; NIP terdiri atas 18 angka."]
    assert {"nama", "password"} <= set(pesan)
    assert Pengguna.objects.count() == 1
    assert not jejak("pengguna.draft")


def test_nip_of_another_is_refused(rina: Pengguna):
    with pytest.raises(ValidationError, match="NIP ini sudah dipakai"):
        draft_pengguna(email="danu@contoh.go.id", nama="Danu", nip="19780101 200501 1 001", by=rina)


def test_first_person_signs_in_at_once(peramban: Peramban):
    draft_pengguna_pertama(email="admin@contoh.go.id", nama="Admin", password=SANDI)
    assert peramban.masuk("admin@contoh.go.id").status_code == 302
    assert jejak("pengguna.draft")[0]["pelaku"] is None


def test_first_person_is_first_only_once(rina: Pengguna):
    with pytest.raises(ValidationError, match="sudah punya pengguna"):
        draft_pengguna_pertama(email="admin@contoh.go.id", nama="Admin", password=SANDI)


def test_first_password_is_measured_too():
    with pytest.raises(ValidationError) as galat:
        draft_pengguna_pertama(email="admin@contoh.go.id", nama="Admin", password=SANDI[:6])
    assert "password" in galat.value.message_dict


def test_correction_leaves_what_changed_and_nothing_else_on_the_trail(rina: Pengguna):
    danu = draft_pengguna(email="danu@contoh.go.id", nama="Danu", by=rina)
    revise_pengguna(danu, email="danu@contoh.go.id", nama="Danu Wijaya", nip="", by=rina, alasan="nama lengkap")
    revise_pengguna(danu, email="danu@contoh.go.id", nama="Danu Wijaya", nip="", by=rina)
    (baris,) = jejak("pengguna.revise")
    assert (baris["nama"], baris["alasan"]) == ("Danu Wijaya", "nama lengkap")
    assert "email" not in baris
    with pytest.raises(ValidationError, match="NIP ini sudah dipakai"):
        revise_pengguna(danu, email="danu@contoh.go.id", nama="Danu", nip=NIP, by=rina)
