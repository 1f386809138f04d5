"""What a person does at the door: type, submit, read a code from a telephone."""

import base64
import hashlib
import hmac
import html
import re
import struct
import time
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.platform.tasks.kerjakan import run_tugas
from akuntabel.platform.tasks.models import StatusTugas, Tugas

NIP = "197801012005011001"
SANDI = "empat ekor kuda poni"
SANDI_BARU = "lima ekor kucing hutan"


@dataclass(frozen=True)
class Peramban:
    """A browser."""

    client: Client

    def masuk(self, login: str, sandi: str = SANDI, **kepala: str) -> HttpResponse:
        """Submit the log-in form."""
        return self.kirim("account_login", {"login": login, "password": sandi}, **kepala)

    def kirim(self, nama: str, isi: dict[str, str] | None = None, **kepala: str) -> HttpResponse:
        """Submit a form."""
        return self.client.post(reverse(nama), isi or {}, **kepala)

    def buka(self, nama: str) -> HttpResponse:
        """Open a page."""
        return self.client.get(reverse(nama))

    @property
    def is_masuk(self) -> bool:
        """Whether the account page opens."""
        return self.buka("akun").status_code == 200

    def pastikan(self, sandi: str = SANDI) -> None:
        """Type the password once more, as is asked before something delicate."""
        assert self.kirim("account_reauthenticate", {"password": sandi}).status_code == 302

    def aktifkan_totp(self) -> str:
        """Set the second step up; the secret that the telephone now holds."""
        self.pastikan()
        halaman = self.buka("mfa_activate_totp")
        rahasia: str = halaman.context_data["form"].secret  # type: ignore[attr-defined]
        jawab = self.kirim("mfa_activate_totp", {"code": kode_totp(rahasia)})
        assert jawab.status_code == 302, jawab.content.decode()
        return rahasia


def kode_totp(rahasia: str, langkah: int = 0) -> str:
    """RFC 6238: the six digits of this half minute, or of a later one."""
    hitungan = struct.pack(">Q", int(time.time()) // 30 + langkah)
    sidik = hmac.new(base64.b32decode(rahasia), hitungan, hashlib.sha1).digest()
    geser = sidik[-1] & 0xF
    return f"{(struct.unpack('>I', sidik[geser : geser + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def kerjakan_tugas() -> None:
    """What the worker does: every job that waits."""
    for pk in Tugas.objects.filter(status=StatusTugas.MENUNGGU).values_list("pk", flat=True):
        run_tugas(pk, "uji")


def galat(jawab: HttpResponse) -> str:
    """What the page says is wrong."""
    bagian = re.findall(r'<div [^>]*(?:role="alert"|invalid-feedback)[^>]*>(.*?)</div>', jawab.content.decode(), re.S)
    return html.unescape(" ".join(re.sub(r"<[^>]*>", " ", b) for b in bagian))


def jejak(*tindakan: str) -> list[dict[str, Any]]:
    """The rows of the trail of these acts, oldest first."""
    baris = JejakAudit.objects.filter(tindakan__in=tindakan).order_by("pk")
    return [
        {"tindakan": b.tindakan, "pelaku": b.pelaku, "objek_id": b.objek_id, "alasan": b.alasan, **b.baru}
        for b in baris
    ]
