"""A token that was taken back opens nothing, and nothing brings it back."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from akuntabel.platform.accounts.actions import return_pengguna, withdraw_pengguna
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.akses.actions import draft_token, withdraw_token
from akuntabel.platform.akses.masuk import find_token
from akuntabel.platform.akses.models import TokenAkses
from akuntabel.platform.audit.models import JejakAudit

pytestmark = pytest.mark.django_db


def test_it_opens_nothing_any_more(rina: Pengguna) -> None:
    token, teks = draft_token(nama="Pemindah", hak=["baca"], hari=30, by=rina)
    withdraw_token(token, by=rina)
    assert find_token(teks) is None
    assert TokenAkses.objects.get(pk=token.pk).status == "dicabut"
    assert JejakAudit.objects.filter(tindakan="token.withdraw", pelaku=rina, objek_id=token.pk).exists()


def test_only_its_owner_takes_it_back(rina: Pengguna, tono: Pengguna) -> None:
    token, teks = draft_token(nama="Pemindah", hak=["baca"], hari=30, by=rina)
    with pytest.raises(PermissionDenied):
        withdraw_token(token, by=tono)
    assert find_token(teks) is not None


def test_second_time_is_told_so(rina: Pengguna) -> None:
    token, _ = draft_token(nama="Pemindah", hak=["baca"], hari=30, by=rina)
    withdraw_token(token, by=rina)
    with pytest.raises(ValidationError, match="sudah dicabut"):
        withdraw_token(token, by=rina)


def test_who_is_withdrawn_takes_every_token_along_for_good(rina: Pengguna, tono: Pengguna) -> None:
    _, teks = draft_token(nama="Pemindah", hak=["baca"], hari=30, by=rina)
    withdraw_pengguna(rina, by=tono, alasan="pindah tugas")
    assert find_token(teks) is None
    return_pengguna(rina, by=tono, alasan="kembali bertugas")
    assert find_token(teks) is None


def test_database_refuses_to_bring_it_back(rina: Pengguna) -> None:
    token, _ = draft_token(nama="Pemindah", hak=["baca"], hari=30, by=rina)
    withdraw_token(token, by=rina)
    with pytest.raises(DatabaseError, match="hanya dapat dicabut"), transaction.atomic():
        TokenAkses.objects.filter(pk=token.pk).update(dicabut_pada=None)
