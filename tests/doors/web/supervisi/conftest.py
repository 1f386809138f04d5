"""Every screen of supervision is tested with a small nation."""

import pytest
from django.test import Client

from doors.web.supervisi.negeri import Negeri, build_negeri


@pytest.fixture
def negeri(db: None) -> Negeri:
    """Two provinces of two offices each."""
    return build_negeri()


@pytest.fixture
def pusat(negeri: Negeri, client: Client) -> Client:
    """The supervisor of the nation, signed in."""
    client.force_login(negeri.pemeran.supervisor)
    return client
