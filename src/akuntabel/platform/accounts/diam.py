"""A session that nobody uses ends: an unattended desk is not an open door."""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

KUNCI = "kegiatan_terakhir"
JEDA_TULIS = 60  # seconds; the session is written at most this often, not at every page


def batas_diam(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: sign a person out whose last request lies further back than SESI_DIAM."""

    def jawab(request: HttpRequest) -> HttpResponse:
        # Without its cookie there is no session to look into, nor an answer that would depend on one.
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            _check_diam(request)
        return get_response(request)

    return jawab


def _check_diam(request: HttpRequest) -> None:
    kini = int(time.time())
    terakhir = request.session.get(KUNCI)
    if terakhir is None or JEDA_TULIS <= kini - terakhir <= settings.SESI_DIAM.total_seconds():
        request.session[KUNCI] = kini
    elif kini - terakhir > settings.SESI_DIAM.total_seconds():
        menit = int(settings.SESI_DIAM.total_seconds() // 60)
        request.alasan_keluar = f"tidak ada kegiatan selama {menit} menit"  # type: ignore[attr-defined]  # for the trail
        logout(request)
        messages.info(request, f"Anda dikeluarkan karena tidak ada kegiatan selama {menit} menit. Silakan masuk lagi.")
