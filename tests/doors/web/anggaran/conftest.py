"""The cast in front of the screens of the budget."""

import pytest
from pemeran import Pemeran, build_pemeran


@pytest.fixture
def pemeran(db: None) -> Pemeran:
    """One office with its people, and Tono from another."""
    return build_pemeran()
