"""What every answer of the site carries: nothing from elsewhere, nothing inline, nothing private left in a cache."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

KEBIJAKAN_ISI = "; ".join(
    (
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)


def kepala_aman(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: content policy on every page; pages of a person who signed in are stored nowhere."""

    def jawab(request: HttpRequest) -> HttpResponse:
        jawaban = get_response(request)
        jawaban.headers.setdefault("Content-Security-Policy", KEBIJAKAN_ISI)
        jawaban.headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        # Asked last: a public page says itself how it may be kept, and then nobody has to know who is asking.
        if "Cache-Control" not in jawaban.headers and request.user.is_authenticated:
            jawaban.headers["Cache-Control"] = "private, no-store"
        return jawaban

    return jawab
