"""Some offices of the register and a few reports of theirs."""

import pytest
from django.test import Client
from terbitan_contoh import build_register, build_terbitan

from akuntabel.siklus.publikasi.models import Terbitan


@pytest.fixture
def terbitan(db: None) -> Terbitan:
    """The report of Blitar of 2020, in a register of six offices."""
    build_register()
    return build_terbitan()


@pytest.fixture
def tamu() -> Client:
    """Somebody who has not signed in."""
    return Client()
