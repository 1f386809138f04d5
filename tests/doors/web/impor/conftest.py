"""The cast with a plan and a draft of an agreement, and a window for whoever signs in."""

from collections.abc import Callable

import pytest
from django.test import Client
from pemeran import Pemeran, build_pemeran
from rencana_contoh import Rencana, build_rencana

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.perjanjian.actions import draft_perjanjian
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja


@pytest.fixture
def pemeran(db: None) -> Pemeran:
    """One office with its people, and Tono from another."""
    return build_pemeran()


@pytest.fixture
def rencana(pemeran: Pemeran) -> Rencana:
    """The plan that the office follows."""
    return build_rencana(pemeran)


@pytest.fixture
def draf(pemeran: Pemeran, rencana: Rencana) -> PerjanjianKinerja:
    """Drafted by Rina from the plan."""
    return draft_perjanjian(
        pemeran.kota, 2026, pihak_pertama=rencana.ketua, pihak_kedua=rencana.atasan, by=pemeran.rina
    )


@pytest.fixture
def masuk() -> Callable[[Pengguna], Client]:
    """A window of somebody who has signed in."""

    def buka(pengguna: Pengguna) -> Client:
        klien = Client()
        klien.force_login(pengguna)
        return klien

    return buka
