"""Acts through the API: each once, however often the same request comes (Idempotency-Key), and on the trail."""

import json
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Annotated, Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from ninja import Header

from akuntabel.doors.api.jawaban import build_jawaban, dump_json
from akuntabel.doors.api.pintu import get_ruang
from akuntabel.platform.akses.models import KunciIdempoten
from akuntabel.platform.akses.ulang import Jawaban, Permintaan, run_sekali
from akuntabel.platform.audit.catat import record_audit

KunciUlang = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=KunciIdempoten.PANJANG_KUNCI,
        pattern=r"^[!-~]+$",
        description="kunci pilihan program; permintaan yang sama dengan kunci yang sama hanya dikerjakan sekali",
    ),
]


def perform(request: HttpRequest, kunci: str | None, kerja: Callable[[], Mapping[str, Any]]) -> HttpResponse:
    """Do the act and answer with what came of it; a repeated request gets the first answer again.

    kerja gives plain values. With a token the trail says by which one; the act itself is recorded by its action.
    """

    def run() -> Jawaban:
        with transaction.atomic():
            isi = kerja()
            token = get_ruang(request).pemohon.token
            if token is not None:
                baru = {"metode": request.method, "alamat": request.path, "kunci": kunci or ""}
                record_audit(token.pengguna, "token.pakai", token, baru=baru)
        return Jawaban(200, json.loads(dump_json(isi)))  # what is kept is what is sent

    jawaban = run() if kunci is None else run_sekali(_permintaan(request, kunci), run)
    hasil = build_jawaban(jawaban.isi, status=jawaban.status)
    if jawaban.is_ulangan:
        hasil["Idempotency-Replayed"] = "true"
    return hasil


def _permintaan(request: HttpRequest, kunci: str) -> Permintaan:
    pemegang = get_ruang(request).pemohon.sebutan
    return Permintaan(pemegang, kunci, request.method or "", request.path, sha256(request.body).hexdigest())
