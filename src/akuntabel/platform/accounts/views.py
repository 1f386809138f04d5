"""Pages of the account that allauth does not have, or not as needed."""

import logging
from collections.abc import Mapping
from typing import Any

from allauth.account.utils import passthrough_next_redirect_url
from allauth.account.views import LoginView
from allauth.mfa.utils import is_mfa_enabled
from allauth.socialaccount.providers.openid_connect import views as oidc
from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.generic import TemplateView

log = logging.getLogger(__name__)


class MasukView(LoginView):
    """Log-in; with single sign-on beside it where it is switched on."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """nama_sso: what the button says, empty where there is none; alamat_sso: where it leads."""
        app: dict[str, Any] = next(iter(settings.SOCIALACCOUNT_PROVIDERS.get("openid_connect", {}).get("APPS", ())), {})
        alamat = reverse("openid_connect_login", kwargs={"provider_id": app["provider_id"]}) if app else ""
        return super().get_context_data(**kwargs) | {
            "nama_sso": app.get("name", ""),
            "alamat_sso": passthrough_next_redirect_url(self.request, alamat, REDIRECT_FIELD_NAME),
        }


def masuk_sso(request: HttpRequest, provider_id: str) -> HttpResponse:
    """On to the provider; 404 where single sign-on is off, 503 where the provider does not answer."""
    try:
        jawab: HttpResponse = oidc.login(request, provider_id)
    except OSError:  # what the HTTP client raises
        log.exception("the provider of single sign-on does not answer")
        return render(request, "socialaccount/authentication_error.html", status=503)
    return jawab


def terkunci(request: HttpRequest, response: HttpResponse, credentials: Mapping[str, Any] | None) -> HttpResponse:
    """The answer of django-axes to who is locked out: how long, and nothing about whose account it is."""
    detik = int(settings.AXES_COOLOFF_TIME.total_seconds())
    isi = {"batas": settings.AXES_FAILURE_LIMIT, "menit": detik // 60}
    jawab = render(request, "account/terkunci.html", isi, status=429)
    jawab["Retry-After"] = str(detik)
    return jawab


class AkunView(LoginRequiredMixin, TemplateView):
    """Who is signed in, and the ways to the password and the second step."""

    template_name = "account/akun.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """is_dua_langkah: whether signing in asks for a code."""
        is_dua_langkah = is_mfa_enabled(self.request.user)  # type: ignore[arg-type]  # the mixin lets nobody else in
        return super().get_context_data(**kwargs) | {"is_dua_langkah": is_dua_langkah}
