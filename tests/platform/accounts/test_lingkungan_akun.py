"""What the environment says about mail and single sign-on."""

import json
import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from akuntabel.platform.accounts.lingkungan import read_oidc, read_surel

OIDC = {
    "AKUNTABEL_OIDC_ISSUER": "https://sso.contoh.go.id/realms/kpu/",
    "AKUNTABEL_OIDC_CLIENT_ID": "akuntabel",
    "AKUNTABEL_OIDC_SECRET": "rahasia",
}


def test_mail_goes_into_files_unless_told_otherwise():
    assert read_surel(None).backend.endswith("filebased.EmailBackend")
    assert read_surel("console:").backend.endswith("console.EmailBackend")


@pytest.mark.parametrize(
    ("alamat", "port", "tls", "ssl"),
    [
        ("smtp+tls://akuntabel%40kpu:p%2Fq@surel.kpu.go.id", 587, True, False),
        ("smtps://akuntabel%40kpu:p%2Fq@surel.kpu.go.id", 465, False, True),
        ("smtp://akuntabel%40kpu:p%2Fq@surel.kpu.go.id:2525", 2525, False, False),
    ],
)
def test_mail_server_is_one_address(alamat: str, port: int, tls: bool, ssl: bool):
    surel = read_surel(alamat)
    assert (surel.host, surel.user, surel.password) == ("surel.kpu.go.id", "akuntabel@kpu", "p/q")
    assert (surel.port, surel.use_tls, surel.use_ssl) == (port, tls, ssl)


@pytest.mark.parametrize("alamat", ["surel.kpu.go.id:587", "imap://surel.kpu.go.id", "smtp+tls://"])
def test_mail_address_that_cannot_work_is_refused_at_the_start(alamat: str):
    with pytest.raises(ImproperlyConfigured, match="AKUNTABEL_EMAIL_URL"):
        read_surel(alamat)


def test_single_sign_on_is_off_without_an_issuer():
    assert read_oidc({}) == {}
    assert read_oidc({"AKUNTABEL_OIDC_NAME": "SSO KPU"}) == {}


def test_single_sign_on_is_on_with_all_three():
    (app,) = read_oidc(OIDC | {"AKUNTABEL_OIDC_NAME": "SSO KPU"})["openid_connect"]["APPS"]
    assert (app["name"], app["settings"]["server_url"]) == ("SSO KPU", "https://sso.contoh.go.id/realms/kpu")


@pytest.mark.parametrize("kurang", OIDC)
def test_half_a_single_sign_on_is_refused_at_the_start(kurang: str):
    with pytest.raises(ImproperlyConfigured, match=kurang):
        read_oidc({k: v for k, v in OIDC.items() if k != kurang})


def _read_setelan(**lingkungan: str) -> dict[str, object]:
    nama = ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_HSTS_SECONDS", "SECURE_PROXY_SSL_HEADER")
    program = f"import json, akuntabel.config.settings as s; print(json.dumps({{n: getattr(s, n) for n in {nama}}}))"
    perintah = [sys.executable, "-c", program]
    hasil = subprocess.run(perintah, env=os.environ | lingkungan, capture_output=True, check=True)  # noqa: S603 — our own
    return json.loads(hasil.stdout)


def test_cookies_travel_by_https_only_where_there_is_https():
    assert not any(_read_setelan(AKUNTABEL_HTTPS="0").values())
    setelan = _read_setelan(AKUNTABEL_HTTPS="1")
    assert setelan["SESSION_COOKIE_SECURE"]
    assert setelan["CSRF_COOKIE_SECURE"]
    assert setelan["SECURE_HSTS_SECONDS"]


def test_header_of_a_proxy_is_believed_only_where_there_is_one():
    assert _read_setelan(AKUNTABEL_HTTPS="1")["SECURE_PROXY_SSL_HEADER"] is None
    setelan = _read_setelan(AKUNTABEL_HTTPS="1", AKUNTABEL_PROXIES="1")
    assert setelan["SECURE_PROXY_SSL_HEADER"] == ["HTTP_X_FORWARDED_PROTO", "https"]
