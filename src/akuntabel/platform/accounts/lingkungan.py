"""What the environment says about mail and single sign-on, as settings. Pure: no Django app is loaded yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

ID_PENYEDIA = "sso"
BACKEND = "django.core.mail.backends.{}.EmailBackend"
PORT = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


@dataclass(frozen=True, slots=True)
class Surel:
    """How mail leaves: by SMTP, or into a folder where the admin of a small office can read it."""

    backend: str
    host: str = ""
    port: int = 25
    user: str = ""
    password: str = ""
    use_tls: bool = False
    use_ssl: bool = False


def read_surel(alamat: str | None) -> Surel:
    """AKUNTABEL_EMAIL_URL: smtp://, smtp+tls:// (STARTTLS) or smtps://, with user:password@host:port; console: prints.

    Without it mail is written as files. Raises ImproperlyConfigured.
    """
    if not alamat:
        return Surel(BACKEND.format("filebased"))
    bagian = urlsplit(alamat)
    if bagian.scheme == "console":
        return Surel(BACKEND.format("console"))
    if bagian.scheme not in PORT or not bagian.hostname:
        raise ImproperlyConfigured(
            "AKUNTABEL_EMAIL_URL must read smtp+tls://user:password@host:587 (or smtp://, smtps://, console:)"
        )
    return Surel(
        BACKEND.format("smtp"),
        bagian.hostname,
        bagian.port or PORT[bagian.scheme],
        unquote(bagian.username or ""),
        unquote(bagian.password or ""),
        use_tls=bagian.scheme == "smtp+tls",
        use_ssl=bagian.scheme == "smtps",
    )


def read_oidc(lingkungan: Mapping[str, str]) -> dict[str, Any]:
    """AKUNTABEL_OIDC_ISSUER, _CLIENT_ID, _SECRET and _NAME as the provider of allauth; empty where there is no issuer.

    Raises ImproperlyConfigured where only some are given: half a sign-on is a door left ajar.
    """
    nilai = {n: lingkungan.get(f"AKUNTABEL_OIDC_{n}", "").strip() for n in ("ISSUER", "CLIENT_ID", "SECRET")}
    kurang = [f"AKUNTABEL_OIDC_{n}" for n, isi in nilai.items() if not isi]
    if len(kurang) == len(nilai):
        return {}
    if kurang:
        raise ImproperlyConfigured(f"single sign-on needs {', '.join(kurang)} too")
    app = {
        "provider_id": ID_PENYEDIA,
        "name": lingkungan.get("AKUNTABEL_OIDC_NAME", "").strip() or "akun instansi",
        "client_id": nilai["CLIENT_ID"],
        "secret": nilai["SECRET"],
        "settings": {"server_url": nilai["ISSUER"].rstrip("/")},
    }
    return {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}
