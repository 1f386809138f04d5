"""Rina's draft of a plan, and people who have signed in."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from naskah_renstra import Naskah, build_naskah
from pemeran import Pemeran, build_pemeran

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.perencanaan.actions.renstra import adopt_renstra, submit_renstra

RENSTRA = "/satker/357200/renstra/"
TAHUN = "/satker/357200/2026/"


@pytest.fixture
def pemeran(db: None) -> Pemeran:
    """One office with its people, and Tono from another."""
    return build_pemeran()


@pytest.fixture
def naskah(pemeran: Pemeran) -> Naskah:
    """Drafted by Rina."""
    return build_naskah(pemeran)


@pytest.fixture
def ditetapkan(pemeran: Pemeran, naskah: Naskah) -> Naskah:
    """Submitted by Rina, adopted by Bu Ketua."""
    submit_renstra(naskah.renstra, by=pemeran.rina)
    adopt_renstra(naskah.renstra, by=pemeran.bu_ketua, tanggal=date(2025, 2, 1))
    return naskah


@pytest.fixture
def masuk() -> Callable[[Pengguna], Client]:
    """A window of somebody who has signed in."""

    def buka(pengguna: Pengguna) -> Client:
        klien = Client()
        klien.force_login(pengguna)
        return klien

    return buka
