"""Who knocks, and from where: the two keys by which attempts to sign in are counted."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from akuntabel.platform.accounts.models import Pengguna


def read_pengenal(request: HttpRequest, credentials: Mapping[str, Any] | None = None) -> str:
    """The e-mail of the account that is tried, whether its e-mail or its NIP was typed; else what was typed.

    One key per account: who switches between e-mail and NIP gets no second set of attempts.
    """
    teks = str((credentials or {}).get("username") or "").strip()
    try:
        return Pengguna.objects.get_by_natural_key(teks).email
    except Pengguna.DoesNotExist:
        return teks.lower()[:254]


def read_alamat(request: HttpRequest) -> str | None:
    """The network address of the person; behind proxies, the one that the outermost of our own saw.

    JUMLAH_PROKSI says how many proxies are ours: only they are believed, and with none no header is.
    """
    rantai = [a.strip() for a in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    if 0 < settings.JUMLAH_PROKSI <= len(rantai):
        return rantai[-settings.JUMLAH_PROKSI] or None
    return request.META.get("REMOTE_ADDR") or None
