"""How allauth behaves here: nobody registers themselves, and an outside identity opens only an account that exists."""

from typing import Any

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.utils import build_absolute_uri
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import render
from django.urls import reverse

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.accounts.surat import deliver_tautan_sandi

JEDA_TAUTAN = 120  # seconds between two reset mails to one person


class AkunAdapter(DefaultAccountAdapter):
    """Accounts are written down by an admin (``actions.draft_pengguna``)."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": (
            "Surel atau NIP dan kata sandi tidak cocok. Periksa huruf besar dan kecil pada kata sandi; NIP terdiri"
            " atas 18 angka."
        ),
        "enter_current_password": "Kata sandi sekarang tidak cocok.",
        "incorrect_password": "Kata sandi tidak cocok.",
        "incorrect_code": "Kode tidak cocok. Pakai kode 6 angka yang sedang tampil di aplikasi autentikator.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to the account."""
        return reverse("akun")

    def send_password_reset_mail(self, user: AbstractBaseUser, email: str, context: dict[str, Any]) -> None:
        """One mail in a while: a stranger who knows an address cannot fill its box."""
        if cache.add(f"tautan-sandi-{user.pk}", value=True, timeout=JEDA_TAUTAN):
            deliver_tautan_sandi.enqueue(user.pk, build_absolute_uri(self.request, "/"))


class DuaLangkahAdapter(DefaultMFAAdapter):
    """The second step by an authenticator app."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "Kode tidak cocok. Pakai kode yang sedang tampil di aplikasi autentikator.",
    }

    def get_totp_issuer(self) -> str:
        """The name under which the code stands in the app."""
        return "Akuntabel"

    def build_totp_svg(self, url: str) -> str:
        """The QR code as an element of the page: the content policy allows no data: addresses."""
        return segno.make(url, error="m").svg_inline(scale=5, border=4, light="#fff")


class OidcAdapter(DefaultSocialAccountAdapter):
    """Single sign-on: the provider vouches for an e-mail address, the account behind it is ours.

    Nothing of the provider is stored. The account is looked up by the verified address at every sign-in, so who is
    withdrawn here is out at once, whatever the provider says.
    """

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Never."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Find the account, or end here. Connecting identities to accounts is not offered."""
        if sociallogin.state.get("process") != AuthProcess.LOGIN:
            raise PermissionDenied
        daftar_surel = [e.email.lower() for e in sociallogin.email_addresses if e.verified]
        pengguna = Pengguna.objects.filter(email__in=daftar_surel, is_active=True).first()
        if pengguna is None:
            raise ImmediateHttpResponse(render(request, "socialaccount/tidak_dikenal.html", status=403))
        sociallogin.user = pengguna
