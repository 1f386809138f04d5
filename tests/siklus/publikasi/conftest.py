"""The example office, and the address under which its documents are verified."""

import pytest
from pemeran import Pemeran
from pytest_django import Settings
from terbit_contoh import KantorTerbit, build_kantor_terbit


@pytest.fixture(autouse=True)
def _pengaturan(settings: Settings) -> None:
    settings.ALAMAT_SITUS = "https://sakip.contoh.go.id"


@pytest.fixture
def kantor(pemeran: Pemeran) -> KantorTerbit:
    """Its report is being written."""
    return build_kantor_terbit(pemeran)
