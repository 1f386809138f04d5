"""Single sign-on opens accounts that exist, and makes none."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.hashers import make_password
from django.http import HttpResponse
from orang_masuk import SANDI, Peramban, jejak, kode_totp
from penyedia_oidc import ID_KLIEN, Penyedia, jalankan_penyedia
from pytest_django import Settings

from akuntabel.platform.accounts.lingkungan import read_oidc
from akuntabel.platform.accounts.models import Pengguna

pytestmark = pytest.mark.django_db


@pytest.fixture
def penyedia(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Penyedia]:
    """Switched on, vouching for Rina."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with jalankan_penyedia() as penyedia:
        settings.SOCIALACCOUNT_PROVIDERS = read_oidc(penyedia.lingkungan)
        penyedia.orang |= {"sub": "u-1", "email": "Rina@contoh.go.id", "email_verified": True, "name": "Rina"}
        yield penyedia


def _masuk_sso(peramban: Peramban, kueri: str = "") -> HttpResponse:
    ke_penyedia = peramban.client.get(f"/masuk/sso/{kueri}")["Location"]
    tanya = parse_qs(urlsplit(ke_penyedia).query)
    assert tanya["client_id"] == [ID_KLIEN]
    kembali = urlsplit(tanya["redirect_uri"][0]).path
    return peramban.client.get(kembali, {"code": "kode", "state": tanya["state"][0]})


def test_it_is_off_unless_configured(rina: Pengguna, peramban: Peramban):
    assert peramban.client.get("/masuk/sso/").status_code == 404
    assert peramban.client.post("/masuk/sso/").status_code == 404
    assert peramban.client.get("/masuk/sso/kembali/", {"code": "kode", "state": "s"}).status_code == 404


def test_known_person_signs_in_and_keeps_the_password(rina: Pengguna, peramban: Peramban, penyedia: Penyedia):
    assert "Masuk dengan SSO KPU" in peramban.buka("account_login").content.decode()
    assert _masuk_sso(peramban)["Location"] == "/"
    assert peramban.is_masuk
    assert jejak("masuk")[-1]["cara"] == ["socialaccount"]
    peramban.kirim("account_logout")
    assert peramban.masuk(rina.email, SANDI).status_code == 302


def test_code_is_exchanged_with_proof_of_who_asked_for_it(rina: Pengguna, peramban: Peramban, penyedia: Penyedia):
    _masuk_sso(peramban)
    (tukar,) = penyedia.permintaan_token
    assert tukar["code"] == ["kode"]
    assert len(tukar["code_verifier"][0]) >= 43


def test_person_lands_where_they_wanted_to_go_after_sso(rina: Pengguna, peramban: Peramban, penyedia: Penyedia):
    assert "/masuk/sso/?next=%2Fakun%2F" in peramban.client.get("/masuk/?next=/akun/").content.decode()
    assert _masuk_sso(peramban, "?next=/akun/")["Location"] == "/akun/"


@pytest.mark.parametrize(
    "orang", [{"email": "siapa@contoh.go.id"}, {"email_verified": False}, {"email": None}, {"email_verified": "false"}]
)
def test_unknown_or_unverified_person_gets_no_account(
    rina: Pengguna, peramban: Peramban, penyedia: Penyedia, orang: dict[str, object]
):
    penyedia.orang |= orang
    jawab = _masuk_sso(peramban)
    assert jawab.status_code == 403
    assert "Anda belum terdaftar" in jawab.content.decode()
    assert not peramban.is_masuk
    assert Pengguna.objects.count() == 1
    assert not SocialAccount.objects.exists()


def test_withdrawn_person_is_out_whatever_the_provider_says(rina: Pengguna, peramban: Peramban, penyedia: Penyedia):
    _masuk_sso(peramban)
    peramban.kirim("account_logout")
    Pengguna.objects.update(is_active=False)
    assert _masuk_sso(peramban).status_code == 403


def test_second_step_is_asked_for_after_sso_too(rina: Pengguna, peramban: Peramban, penyedia: Penyedia):
    peramban.masuk(rina.email)
    rahasia = peramban.aktifkan_totp()
    peramban.kirim("account_logout")
    assert _masuk_sso(peramban)["Location"] == "/masuk/kode/"
    assert not peramban.is_masuk
    peramban.kirim("mfa_authenticate", {"code": kode_totp(rahasia, 1)})
    assert peramban.is_masuk


def test_person_without_password_is_led_to_the_first_one_by_mail(
    rina: Pengguna, peramban: Peramban, penyedia: Penyedia
):
    Pengguna.objects.update(password=make_password(None))
    _masuk_sso(peramban)
    akun = peramban.buka("akun").content.decode()
    assert "Buat kata sandi lewat surel" in akun
    assert "/akun/dua-langkah/" not in akun
    jawab = peramban.client.get("/akun/sandi/", follow=True)
    assert "Lupa kata sandi" in jawab.content.decode()


def test_identity_is_not_connected_to_the_account_of_another(rina: Pengguna, peramban: Peramban, penyedia: Penyedia):
    danu = Pengguna.objects.create_pengguna("danu@contoh.go.id", "Danu", password=SANDI)
    peramban.masuk(danu.email)
    assert _masuk_sso(peramban, "?process=connect").status_code == 401
    assert not SocialAccount.objects.exists()


def test_answer_that_nobody_asked_for_opens_nothing(rina: Pengguna, peramban: Peramban, penyedia: Penyedia):
    jawab = peramban.client.get("/masuk/sso/kembali/", {"code": "kode", "state": "karangan"})
    assert "Belum berhasil masuk" in jawab.content.decode()
    assert not peramban.is_masuk


def test_person_who_turns_back_is_told_so(rina: Pengguna, peramban: Peramban, penyedia: Penyedia):
    ke_penyedia = peramban.client.get("/masuk/sso/")["Location"]
    keadaan = parse_qs(urlsplit(ke_penyedia).query)["state"][0]
    jawab = peramban.client.get("/masuk/sso/kembali/", {"error": "access_denied", "state": keadaan}, follow=True)
    assert "Masuk dibatalkan" in jawab.content.decode()


def test_silent_provider_is_said_in_words(rina: Pengguna, peramban: Peramban, penyedia: Penyedia, settings: Settings):
    settings.SOCIALACCOUNT_PROVIDERS = read_oidc(penyedia.lingkungan | {"AKUNTABEL_OIDC_ISSUER": "http://127.0.0.1:9"})
    jawab = peramban.client.get("/masuk/sso/")
    assert "Belum berhasil masuk" in jawab.content.decode()
