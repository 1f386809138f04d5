"""The desk on which the report of the cast's office lies."""

import pytest
from laporan_contoh import Meja, build_meja
from pemeran import Pemeran


@pytest.fixture
def meja(pemeran: Pemeran) -> Meja:
    """A report that has just been begun."""
    return build_meja(pemeran)
