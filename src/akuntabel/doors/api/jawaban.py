"""What the API answers with: JSON whose figures are exact strings, never a float; no browser shows it as a page."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from akuntabel.core.calc.pembulatan import format_polos

JSON = "application/json"
# What one person sees another may not: nobody but the program keeps it, and it asks each time whether it still holds.
KEPALA: Mapping[str, str] = {
    "Cache-Control": "private, no-cache",
    "Content-Disposition": 'attachment; filename="akuntabel.json"',
    "Vary": "Authorization, Cookie",
}


def dump_json(isi: object) -> bytes:
    """The bytes of an answer."""
    return json.dumps(isi, ensure_ascii=False, separators=(",", ":"), default=_tulis).encode()


def build_jawaban(isi: object, *, status: int = 200, jenis: str = JSON) -> HttpResponse:
    """An answer."""
    return HttpResponse(dump_json(isi), status=status, content_type=jenis, headers=dict(KEPALA))


def add_etag(request: HttpRequest, jawaban: HttpResponse) -> HttpResponse:
    """The answer with its mark; 304 where the program has it already (If-None-Match)."""
    tanda = f'"{sha256(jawaban.content).hexdigest()[:32]}"'
    punya = {t.strip().removeprefix("W/") for t in request.headers.get("If-None-Match", "").split(",")}
    if tanda in punya or "*" in punya:
        jawaban = HttpResponse(status=304, headers=dict(KEPALA))
        del jawaban["Content-Type"]
    jawaban["ETag"] = tanda
    return jawaban


def _tulis(nilai: object) -> Any:
    if isinstance(nilai, Decimal):
        return format_polos(nilai)
    if isinstance(nilai, date):  # a datetime too
        return nilai.isoformat()
    if isinstance(nilai, UUID):
        return str(nilai)
    raise TypeError(f"no JSON for {type(nilai)}")
