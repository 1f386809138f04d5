"""Signing in and out, and what happens to accounts, on the trail. Connected when the app is ready.

A failed attempt is kept where the account exists; a name that nobody has is no object of the trail, and what a person
typed there may be a password. While somebody is locked out nothing more is written: a trail that cannot be deleted must
not be filled by a stranger.
"""

from collections.abc import Mapping
from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.account.signals import password_changed, password_reset
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset, authenticator_used
from axes.signals import user_locked_out
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db import transaction
from django.dispatch import receiver
from django.http import HttpRequest

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.accounts.pengenal import read_alamat
from akuntabel.platform.accounts.signals import tindakan_pengguna
from akuntabel.platform.audit.catat import record_audit

SANDI = {password_changed: "sandi.revise", password_reset: "sandi.reset"}
DUA_LANGKAH = {authenticator_added: "aktif", authenticator_removed: "mati", authenticator_reset: "ganti"}


def _catat(
    pelaku: Pengguna | None, tindakan: str, pengguna: Pengguna, request: HttpRequest, *, alasan: str = "", **baru: Any
) -> None:
    with transaction.atomic():
        record_audit(pelaku, tindakan, pengguna, baru=baru | {"alamat": read_alamat(request)}, alasan=alasan)


def _find_pengguna(pengenal: str | None) -> Pengguna | None:
    try:
        return Pengguna.objects.get_by_natural_key(pengenal)
    except Pengguna.DoesNotExist:
        return None


@receiver(user_logged_in)
def record_masuk(*, request: HttpRequest, user: Pengguna, **_: Any) -> None:
    """Who came in, and by which steps."""
    cara = [c["method"] for c in get_authentication_records(request, user)]
    _catat(user, "masuk", user, request, cara=cara)


@receiver(user_logged_out)
def record_keluar(*, request: HttpRequest, user: Pengguna | None, **_: Any) -> None:
    """Who went out, or was put out and why."""
    if user is not None:
        _catat(user, "keluar", user, request, alasan=getattr(request, "alasan_keluar", ""))


@receiver(user_login_failed)
def record_masuk_gagal(*, credentials: Mapping[str, Any], request: HttpRequest | None = None, **_: Any) -> None:
    """An account that somebody tried to open."""
    pengguna = _find_pengguna(credentials.get("username"))
    if request is not None and pengguna is not None and not getattr(request, "axes_locked_out", False):
        _catat(None, "masuk.gagal", pengguna, request, cara=credentials.get("cara", "password"))


@receiver(user_locked_out)
def record_masuk_dikunci(*, request: HttpRequest, username: str, **_: Any) -> None:
    """The attempt after which an account is closed to that address for a while; not those that follow."""
    pengguna = _find_pengguna(username)
    if pengguna is not None and request.axes_failures_since_start is not None:  # type: ignore[attr-defined]
        _catat(None, "masuk.dikunci", pengguna, request)


@receiver(list(SANDI))
def record_sandi(*, signal: Any, request: HttpRequest, user: Pengguna, **_: Any) -> None:
    """A password was changed, or set through a mail."""
    _catat(user, SANDI[signal], user, request)


@receiver(list(DUA_LANGKAH))
def record_dua_langkah(
    *, signal: Any, request: HttpRequest, user: Pengguna, authenticator: Authenticator, **_: Any
) -> None:
    """The second step, or its recovery codes, came, went, or were made anew."""
    _catat(user, f"dua_langkah.{DUA_LANGKAH[signal]}", user, request, jenis=authenticator.type)


@receiver(authenticator_used)
def record_kode_pemulihan(*, request: HttpRequest, user: Pengguna, authenticator: Authenticator, **_: Any) -> None:
    """A recovery code was spent. The everyday code of the app is told by the row of signing in."""
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:
        _catat(user, "dua_langkah.pulih", user, request, jenis=authenticator.type)


@receiver(tindakan_pengguna)
def record_pengguna(
    *,
    pengguna: Pengguna,
    tindakan: str,
    lama: Mapping[str, Any],
    baru: Mapping[str, Any],
    alasan: str,
    by: Pengguna | None,
    **_: Any,
) -> None:
    """An account was written down, corrected or withdrawn; in the transaction of the act."""
    record_audit(by, f"pengguna.{tindakan}", pengguna, lama=lama, baru=baru, alasan=alasan)
