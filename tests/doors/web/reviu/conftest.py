"""A report under review, and people who have signed in."""

from collections.abc import Callable

import pytest
from django.test import Client
from kantor_contoh import build_kantor
from pemeran import Pemeran, build_pemeran
from rencana_contoh import build_rencana
from reviu_contoh import Reviu, build_reviu

from akuntabel.platform.accounts.models import Pengguna


@pytest.fixture
def pemeran(db: None) -> Pemeran:
    """One office with its people, and Tono from another."""
    return build_pemeran()


@pytest.fixture
def reviu(pemeran: Pemeran) -> Reviu:
    """Rina's report is submitted; Sari leads its review."""
    return build_reviu(build_kantor(pemeran, build_rencana(pemeran)))


@pytest.fixture
def masuk() -> Callable[[Pengguna], Client]:
    """A window of somebody who has signed in."""

    def buka(pengguna: Pengguna) -> Client:
        klien = Client()
        klien.force_login(pengguna)
        return klien

    return buka
