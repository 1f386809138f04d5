"""Guessing is slow: after five failures an account is closed to that address for a quarter of an hour."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.conf import settings
from django.test import override_settings
from django.utils import timezone
from orang_masuk import NIP, SANDI, SANDI_BARU, Peramban, jejak, kode_totp

from akuntabel.platform.accounts.models import Pengguna

pytestmark = pytest.mark.django_db
BATAS = settings.AXES_FAILURE_LIMIT


def _tebak(peramban: Peramban, kali: int, login: str = "rina@contoh.go.id", **kepala: str) -> int:
    return [peramban.masuk(login, "bukan sandinya", **kepala).status_code for _ in range(kali)][-1]


def _tunggu(lama: timedelta) -> None:
    AccessAttempt.objects.update(attempt_time=timezone.now() - lama)


def test_after_five_failures_the_right_password_is_refused_too(rina: Pengguna, peramban: Peramban):
    assert _tebak(peramban, BATAS - 1) == 200
    assert _tebak(peramban, 1) == 429
    jawab = peramban.masuk(rina.email)
    assert jawab.status_code == 429
    assert "tunggu 15 menit" in jawab.content.decode()
    assert not peramban.is_masuk


def test_lock_page_does_not_say_whose_account_it_is(rina: Pengguna, peramban: Peramban):
    _tebak(peramban, BATAS, NIP)
    jawab = peramban.masuk(NIP, HTTP_X_REQUESTED_WITH="XMLHttpRequest")
    assert (jawab.status_code, jawab["Retry-After"]) == (429, "900")
    assert rina.email not in jawab.content.decode()


def test_lock_opens_after_the_cool_off(rina: Pengguna, peramban: Peramban):
    _tebak(peramban, BATAS)
    _tunggu(timedelta(minutes=14))
    assert peramban.masuk(rina.email).status_code == 429
    _tunggu(timedelta(minutes=16))
    assert peramban.masuk(rina.email).status_code == 302


def test_trying_while_locked_does_not_make_the_wait_longer(rina: Pengguna, peramban: Peramban):
    _tebak(peramban, BATAS)
    _tunggu(timedelta(minutes=14))
    sejak = AccessAttempt.objects.get().attempt_time
    _tebak(peramban, 3)
    assert AccessAttempt.objects.get().attempt_time == sejak


def test_email_and_nip_are_one_account_to_the_lock(rina: Pengguna, peramban: Peramban):
    _tebak(peramban, BATAS - 2)
    _tebak(peramban, 1, "RINA@contoh.go.id")
    assert _tebak(peramban, 1, NIP) == 429


def test_name_that_nobody_has_is_locked_alike(peramban: Peramban):
    assert _tebak(peramban, BATAS, "siapa@contoh.go.id") == 429


def test_another_person_in_the_same_office_still_gets_in(rina: Pengguna, peramban: Peramban):
    danu = Pengguna.objects.create_pengguna("danu@contoh.go.id", "Danu", password=SANDI)
    _tebak(peramban, BATAS)
    assert peramban.masuk(danu.email).status_code == 302


def test_person_elsewhere_is_not_locked_out_by_a_stranger(rina: Pengguna, peramban: Peramban):
    _tebak(peramban, BATAS, REMOTE_ADDR="203.0.113.7")
    assert peramban.masuk(rina.email).status_code == 302


def test_success_starts_the_count_anew(rina: Pengguna, peramban: Peramban):
    _tebak(peramban, BATAS - 1)
    peramban.masuk(rina.email)
    peramban.kirim("account_logout")
    assert _tebak(peramban, 1) == 200


def test_header_of_a_stranger_gives_no_new_address(rina: Pengguna, peramban: Peramban):
    kode = [
        peramban.masuk(rina.email, "bukan sandinya", HTTP_X_FORWARDED_FOR=f"198.51.100.{n}").status_code
        for n in range(BATAS)
    ]
    assert kode[-1] == 429


def test_behind_our_proxy_people_are_told_apart_by_what_it_saw(rina: Pengguna, peramban: Peramban):
    with override_settings(JUMLAH_PROKSI=1):
        _tebak(peramban, BATAS, HTTP_X_FORWARDED_FOR="192.0.2.1, 198.51.100.1")
        assert peramban.masuk(rina.email, HTTP_X_FORWARDED_FOR="192.0.2.1, 198.51.100.1").status_code == 429
        assert peramban.masuk(rina.email, HTTP_X_FORWARDED_FOR="192.0.2.1, 198.51.100.2").status_code == 302


def test_lock_is_one_row_on_the_trail_however_long_it_is_knocked_at(rina: Pengguna, peramban: Peramban):
    _tebak(peramban, BATAS + 4)
    assert [b["tindakan"] for b in jejak("masuk.gagal", "masuk.dikunci")] == ["masuk.gagal"] * (BATAS - 1) + [
        "masuk.dikunci"
    ]


def test_guessing_codes_is_locked_like_guessing_passwords(rina: Pengguna, peramban: Peramban):
    peramban.masuk(rina.email)
    rahasia = peramban.aktifkan_totp()
    peramban.kirim("account_logout")
    peramban.masuk(rina.email)
    kode = [peramban.kirim("mfa_authenticate", {"code": "abcdef"}).status_code for _ in range(BATAS)]
    assert kode == [200] * (BATAS - 1) + [429]
    assert peramban.kirim("mfa_authenticate", {"code": kode_totp(rahasia, 1)}).status_code == 429
    assert not peramban.is_masuk


def test_guessing_the_present_password_of_an_open_session_is_locked_too(rina: Pengguna, peramban: Peramban):
    peramban.masuk(rina.email)
    isi = {"oldpassword": "bukan sandinya", "password1": SANDI_BARU, "password2": SANDI_BARU}
    kode = [peramban.kirim("account_change_password", isi).status_code for _ in range(BATAS)]
    assert kode == [200] * (BATAS - 1) + [429]


def test_no_password_is_kept_with_the_attempts(rina: Pengguna, peramban: Peramban):
    peramban.masuk(rina.email, "sandi-rahasia-1")
    peramban.masuk(rina.email)
    isi = {"oldpassword": "sandi-rahasia-2", "password1": "sandi-rahasia-3", "password2": "sandi-rahasia-3"}
    peramban.kirim("account_change_password", isi)
    baris = AccessAttempt.objects.get()
    assert "oldpassword" in baris.post_data
    assert "sandi-rahasia" not in baris.post_data
