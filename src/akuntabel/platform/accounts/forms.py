"""Forms of signing in: one field for e-mail or NIP, and every guess counted by the same lock."""

from typing import TYPE_CHECKING, Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import ChangePasswordForm, LoginForm
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from axes.handlers.proxy import AxesProxyHandler
from django import forms
from django.contrib.auth.signals import user_login_failed
from django.core.exceptions import ValidationError


class MasukForm(LoginForm):
    """E-mail or NIP, and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bidang = self.fields["login"]
        bidang.label = "Surel atau NIP"
        bidang.widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}
        self.fields["password"].help_text = ""  # the page has the link for a forgotten password


class SandiForm(ChangePasswordForm):
    """A new password; guesses of the present one count as attempts to sign in."""

    def clean_oldpassword(self) -> str:
        """Raises ValidationError."""
        sandi: str = self.cleaned_data["oldpassword"]
        adapter = get_adapter()
        if self.user is None or not adapter.reauthenticate(self.user, sandi):
            raise adapter.validation_error("enter_current_password")
        return sandi


class KodeDibatasi(forms.Form):
    """A code of six digits falls to a million guesses: wrong ones count as failed attempts to sign in (django-axes)."""

    if TYPE_CHECKING:
        user: Any

    def clean_code(self) -> str:
        """Raises ValidationError; who is locked out gets the lock-out page, whatever the code."""
        request = context.request
        kredensial = {"username": self.user.get_username(), "cara": "kode"}
        if not AxesProxyHandler.is_allowed(request, kredensial):
            request.axes_locked_out, request.axes_credentials = True, kredensial
            raise ValidationError("Terlalu banyak percobaan.")
        try:
            return str(super().clean_code())  # type: ignore[misc]  # of the form that stands beside this one
        except ValidationError:
            user_login_failed.send(sender=type(self), credentials=kredensial, request=request)
            raise


class KodeMasukForm(KodeDibatasi, AuthenticateForm):
    """The second step of signing in."""


class KodeUlangForm(KodeDibatasi, ReauthenticateForm):
    """The code once more, before something delicate."""
