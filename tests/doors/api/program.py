"""A program with a token: what it asks, and what it is answered."""

import json
from typing import Any

from django.http import HttpResponse
from django.test import Client

AWALAN = "/api/v1"


class Program:
    """Asks by addresses below /api/v1; a whole address is asked as it is."""

    def __init__(self, token: str) -> None:
        self.klien = Client(headers={"Authorization": f"Bearer {token}"})

    def get(self, alamat: str, **kepala: str) -> HttpResponse:
        """Read."""
        return self.klien.get(_lengkap(alamat), headers=kepala)

    def read(self, alamat: str) -> Any:
        """Read what must be there."""
        jawaban = self.get(alamat)
        assert jawaban.status_code == 200, jawaban.content
        return json.loads(jawaban.content)

    def write(self, metode: str, alamat: str, isi: Any, **kepala: str) -> HttpResponse:
        """Write JSON."""
        badan = isi if isinstance(isi, bytes) else json.dumps(isi).encode()
        jenis = kepala.pop("Content_Type", "application/json")
        semua = {nama.replace("_", "-"): nilai for nama, nilai in kepala.items()}
        return self.klien.generic(metode, _lengkap(alamat), badan, content_type=jenis, headers=semua)

    def post(self, alamat: str, isi: Any, **kepala: str) -> HttpResponse:
        """Do."""
        return self.write("POST", alamat, isi, **kepala)

    def put(self, alamat: str, isi: Any, **kepala: str) -> HttpResponse:
        """Write anew."""
        return self.write("PUT", alamat, isi, **kepala)


def masalah(jawaban: HttpResponse, status: int) -> dict[str, Any]:
    """What was refused, in its one form."""
    assert jawaban.status_code == status, jawaban.content
    assert jawaban.headers["Content-Type"].startswith("application/problem+json")
    isi: dict[str, Any] = json.loads(jawaban.content)
    assert isi["status"] == status
    assert isi["type"] == f"/api/v1/#masalah-{status}"
    assert isi["title"]
    assert isi["detail"]
    return isi


def _lengkap(alamat: str) -> str:
    return alamat if alamat.startswith(("http:", AWALAN)) else AWALAN + alamat
