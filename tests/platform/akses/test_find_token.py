"""Which text opens something, and how its use is noted."""

from datetime import timedelta

import pytest
from django.utils import timezone

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.akses import masuk
from akuntabel.platform.akses.actions import draft_token, hash_token
from akuntabel.platform.akses.masuk import find_token, note_pakai
from akuntabel.platform.akses.models import TokenAkses

pytestmark = pytest.mark.django_db


def test_the_text_finds_its_owner(rina: Pengguna) -> None:
    _, teks = draft_token(nama="Pemindah", hak=["baca"], hari=30, by=rina)
    token = find_token(teks)
    assert token is not None
    assert token.pengguna == rina


def test_nothing_else_opens(rina: Pengguna) -> None:
    token, teks = draft_token(nama="Pemindah", hak=["baca"], hari=30, by=rina)
    for salah in ("", teks[:-1], teks + "x", teks.removeprefix("akt_"), token.sidik, "akt_", "akt_\x00"):
        assert find_token(salah) is None


def test_one_that_has_run_out_opens_nothing(rina: Pengguna) -> None:
    teks = "akt_" + "x" * 43
    lama = timezone.now() - timedelta(days=2)
    token = TokenAkses(pengguna=rina, nama="Lama", awalan=teks[:10], sidik=hash_token(teks), hak=["baca"])
    token.kedaluwarsa = timezone.now() + timedelta(seconds=1)
    token.save()
    assert find_token(teks) is not None
    assert TokenAkses(dicabut_pada=None, kedaluwarsa=lama).status == "kedaluwarsa"


def test_use_is_noted_at_most_once_a_minute(
    rina: Pengguna, django_assert_num_queries: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, teks = draft_token(nama="Pemindah", hak=["baca"], hari=30, by=rina)
    token = find_token(teks)
    assert token is not None
    note_pakai(token)
    pertama = TokenAkses.objects.get(pk=token.pk).terakhir_dipakai
    assert pertama is not None
    lagi = find_token(teks)
    assert lagi is not None
    with django_assert_num_queries(0):  # type: ignore[operator]
        note_pakai(lagi)
    monkeypatch.setattr(masuk, "JEDA_TULIS", timedelta(0))
    note_pakai(lagi)
    kedua = TokenAkses.objects.get(pk=token.pk).terakhir_dipakai
    assert kedua is not None
    assert kedua > pertama
