"""A session belongs to one sign-in, and ends when nobody uses it."""

import time
from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.utils import timezone
from orang_masuk import Peramban, jejak

from akuntabel.platform.accounts import diam
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.accounts.sesi import remove_sesi_lama

pytestmark = pytest.mark.django_db


class Jam:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.maju = timedelta()

    def time(self) -> float:
        """As time.time."""
        return time.time() + self.maju.total_seconds()


@pytest.fixture
def jam(monkeypatch: pytest.MonkeyPatch) -> Jam:
    """The clock of the idle limit."""
    jam = Jam()
    monkeypatch.setattr(diam, "time", jam)
    return jam


def test_idle_person_is_signed_out_and_told_why(rina: Pengguna, peramban: Peramban, jam: Jam):
    peramban.masuk(rina.email)
    assert peramban.is_masuk
    jam.maju += settings.SESI_DIAM + timedelta(seconds=1)
    assert not peramban.is_masuk
    assert "tidak ada kegiatan selama 60 menit" in peramban.buka("account_login").content.decode()
    assert jejak("keluar")[-1]["alasan"] == "tidak ada kegiatan selama 60 menit"


def test_person_who_works_stays(rina: Pengguna, peramban: Peramban, jam: Jam):
    peramban.masuk(rina.email)
    for _ in range(4):
        jam.maju += settings.SESI_DIAM - timedelta(minutes=1)
        assert peramban.is_masuk


def test_pages_in_quick_succession_write_no_session(
    rina: Pengguna, peramban: Peramban, jam: Jam, django_assert_num_queries
):
    peramban.masuk(rina.email)
    assert peramban.is_masuk
    with django_assert_num_queries(4):  # session, person, second step, bell
        peramban.buka("akun")


def test_sessions_that_ran_out_leave_and_the_others_stay(rina: Pengguna, peramban: Peramban):
    peramban.masuk(rina.email)
    Session.objects.create(session_key="lama", session_data="", expire_date=timezone.now() - timedelta(minutes=1))
    remove_sesi_lama()
    assert not Session.objects.filter(session_key="lama").exists()
    assert peramban.is_masuk


def test_session_of_before_is_not_the_session_of_after(rina: Pengguna, peramban: Peramban):
    sesi = peramban.client.session
    sesi["titipan"] = "dari orang lain"
    sesi.save()
    peramban.client.cookies[settings.SESSION_COOKIE_NAME] = sesi.session_key
    peramban.masuk(rina.email)
    assert peramban.client.cookies[settings.SESSION_COOKIE_NAME].value != sesi.session_key


def test_cookie_is_closed_to_scripts_and_ends_with_the_browser(rina: Pengguna, peramban: Peramban):
    kue = peramban.masuk(rina.email).cookies[settings.SESSION_COOKIE_NAME]
    assert kue["httponly"]
    assert kue["samesite"] == "Lax"
    assert not kue["max-age"]
