"""A token is made by its owner, shown once, and kept as a hash only."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.akses.actions import PALING_BANYAK, draft_token, hash_token, withdraw_token
from akuntabel.platform.akses.models import TokenAkses
from akuntabel.platform.audit.models import JejakAudit

pytestmark = pytest.mark.django_db


def test_only_the_hash_is_kept(rina: Pengguna) -> None:
    token, teks = draft_token(nama="Pemindah", hak=["baca"], hari=30, by=rina)
    baris = TokenAkses.objects.filter(pk=token.pk).values().get()
    assert baris["sidik"] == hash_token(teks)
    assert not any(teks in str(nilai) for nilai in baris.values())
    assert teks.startswith(token.awalan)
    assert len(teks) >= 40


def test_it_ends_by_itself(rina: Pengguna) -> None:
    token, _ = draft_token(nama="Pemindah", hak=["baca"], hari=30, by=rina)
    assert timedelta(days=29) < token.kedaluwarsa - timezone.now() <= timedelta(days=30)
    assert token.status == "berlaku"


def test_all_that_is_wrong_is_said_at_once(rina: Pengguna) -> None:
    with pytest.raises(ValidationError) as galat:
        draft_token(nama=" ", hak=[], hari=1000, by=rina)
    assert galat.value.message_dict.keys() == {"nama", "hak", "hari"}


def test_a_person_has_not_more_than_a_few(rina: Pengguna) -> None:
    daftar = [draft_token(nama=f"P{n}", hak=["baca"], hari=1, by=rina)[0] for n in range(PALING_BANYAK)]
    with pytest.raises(ValidationError, match="Cabut yang tidak dipakai"):
        draft_token(nama="Satu lagi", hak=["baca"], hari=1, by=rina)
    withdraw_token(daftar[0], by=rina)
    draft_token(nama="Satu lagi", hak=["baca"], hari=1, by=rina)


def test_closed_account_makes_none(rina: Pengguna) -> None:
    rina.is_active = False
    with pytest.raises(PermissionDenied):
        draft_token(nama="Pemindah", hak=["baca"], hari=30, by=rina)


def test_it_is_on_the_trail_without_its_text(rina: Pengguna) -> None:
    token, teks = draft_token(nama="Pemindah", hak=["ukur", "baca"], hari=30, batas="357200", by=rina)
    jejak = JejakAudit.objects.get(tindakan="token.draft")
    assert (jejak.pelaku, jejak.objek_id) == (rina, str(token.pk))
    assert jejak.baru["hak"] == ["baca", "ukur"]
    assert teks not in str(jejak.baru)


@pytest.mark.parametrize(
    "ubah", [{"hak": ["baca", "ukur"]}, {"batas": "1"}, {"kedaluwarsa": timezone.now() + timedelta(days=9)}]
)
def test_database_refuses_to_widen_it(rina: Pengguna, ubah: dict[str, object]) -> None:
    token, _ = draft_token(nama="Pemindah", hak=["baca"], hari=1, by=rina)
    with pytest.raises(DatabaseError, match="hanya dapat dicabut"), transaction.atomic():
        TokenAkses.objects.filter(pk=token.pk).update(**ubah)
