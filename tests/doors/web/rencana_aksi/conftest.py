"""A signed agreement of the cast with its rencana aksi, and people who have signed in."""

from collections.abc import Callable

import pytest
from django.test import Client
from pemeran import Pemeran, build_pemeran
from rencana_contoh import TANGGAL, Rencana, build_rencana

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.perjanjian.actions import (
    approve_perjanjian,
    draft_perjanjian,
    sign_perjanjian,
    submit_perjanjian,
)
from akuntabel.siklus.perjanjian.actions_rencana_aksi import draft_rencana_aksi
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja, RencanaAksi


@pytest.fixture
def pemeran(db: None) -> Pemeran:
    """One office with its people, and Tono from another."""
    return build_pemeran()


@pytest.fixture
def rencana(pemeran: Pemeran) -> Rencana:
    """The plan."""
    return build_rencana(pemeran)


@pytest.fixture
def tertanda(pemeran: Pemeran, rencana: Rencana) -> PerjanjianKinerja:
    """Signed by Bu Ketua."""
    perjanjian = draft_perjanjian(
        pemeran.kota, 2026, pihak_pertama=rencana.ketua, pihak_kedua=rencana.atasan, by=pemeran.rina
    )
    submit_perjanjian(perjanjian, by=pemeran.rina)
    approve_perjanjian(perjanjian, by=pemeran.bu_ketua)
    sign_perjanjian(perjanjian, by=pemeran.bu_ketua, tanggal=TANGGAL)
    return perjanjian


@pytest.fixture
def rencana_aksi(pemeran: Pemeran, tertanda: PerjanjianKinerja) -> RencanaAksi:
    """Drafted by Rina."""
    return draft_rencana_aksi(tertanda, by=pemeran.rina)


@pytest.fixture
def masuk() -> Callable[[Pengguna], Client]:
    """A window of somebody who has signed in."""

    def buka(pengguna: Pengguna) -> Client:
        klien = Client()
        klien.force_login(pengguna)
        return klien

    return buka
