"""The example office with its report, and people who have signed in."""

from collections.abc import Callable

import pytest
from django.test import Client
from pemeran import Pemeran, build_pemeran
from terbit_contoh import KantorTerbit, build_kantor_terbit

from akuntabel.platform.accounts.models import Pengguna


@pytest.fixture
def pemeran(db: None) -> Pemeran:
    """One office with its people, and Tono from another."""
    return build_pemeran()


@pytest.fixture
def kantor(pemeran: Pemeran) -> KantorTerbit:
    """Its report is being written."""
    return build_kantor_terbit(pemeran)


@pytest.fixture
def masuk() -> Callable[[Pengguna], Client]:
    """A window of somebody who has signed in."""

    def buka(pengguna: Pengguna) -> Client:
        klien = Client()
        klien.force_login(pengguna)
        return klien

    return buka
