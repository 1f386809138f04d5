"""An office that measures, and people who have signed in."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from kantor_contoh import Kantor, build_kantor
from pemeran import Pemeran, build_pemeran
from rencana_contoh import build_rencana

from akuntabel.platform.accounts.models import Pengguna

KISI = "/satker/357200/2026/pengukuran/1/"


@pytest.fixture
def pemeran(db: None) -> Pemeran:
    """One office with its people, and Tono from another."""
    return build_pemeran()


@pytest.fixture
def kantor(pemeran: Pemeran) -> Kantor:
    """The agreement is signed; two data, a and b, feed both of its indicators."""
    return build_kantor(pemeran, build_rencana(pemeran))


@pytest.fixture
def masuk() -> Callable[[Pengguna], Client]:
    """A window of somebody who has signed in."""

    def buka(pengguna: Pengguna) -> Client:
        klien = Client()
        klien.force_login(pengguna)
        return klien

    return buka


def simpan(klien: Client, *daftar: dict[str, Any], alamat: str = KISI) -> HttpResponse:
    """Save rows as the grid does."""
    sel = [{"kunci": "a", "nilai": "", "status": "", "alasan": "", "sumber": "", "lama": ""} | s for s in daftar]
    return klien.post(f"{alamat}sel/", json.dumps({"sel": sel}), content_type="application/json")
