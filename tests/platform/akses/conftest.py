"""Two people with accounts."""

import pytest

from akuntabel.platform.accounts.actions import draft_pengguna
from akuntabel.platform.accounts.models import Pengguna


@pytest.fixture
def rina(db: None) -> Pengguna:
    """The owner of tokens."""
    return draft_pengguna(email="rina@contoh.go.id", nama="Rina", by=None)


@pytest.fixture
def tono(db: None) -> Pengguna:
    """Somebody else."""
    return draft_pengguna(email="tono@contoh.go.id", nama="Tono", by=None)
