"""An office that is evaluated, and people who have signed in."""

from collections.abc import Callable

import pytest
from django.test import Client
from evaluasi_contoh import Evaluasi, build_evaluasi
from pemeran import Pemeran, build_pemeran

from akuntabel.platform.accounts.models import Pengguna


@pytest.fixture
def pemeran(db: None) -> Pemeran:
    """One office with its people, and Tono from another."""
    return build_pemeran()


@pytest.fixture
def evaluasi(pemeran: Pemeran) -> Evaluasi:
    """Two evaluators of the province."""
    return build_evaluasi(pemeran)


@pytest.fixture
def masuk() -> Callable[[Pengguna], Client]:
    """A window of somebody who has signed in."""

    def buka(pengguna: Pengguna) -> Client:
        klien = Client()
        klien.force_login(pengguna)
        return klien

    return buka
