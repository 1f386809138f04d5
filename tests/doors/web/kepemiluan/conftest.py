"""The office of the cast with an election of this year, and people who have signed in."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone
from pemeran import Pemeran, build_pemeran

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.kepemiluan.models import Pemilihan
from doors.web import isi_kepemiluan

TAHUN = timezone.localdate().year
AWAL = f"/satker/357200/{TAHUN}/"


@pytest.fixture
def pemeran(db: None) -> Pemeran:
    """One office with its people, and Tono from another."""
    return build_pemeran()


@pytest.fixture
def objek(pemeran: Pemeran) -> dict[str, int]:
    """An election with stages, counts and a case."""
    pelaku = {"perencana": pemeran.rina, "pengelola": pemeran.danu, "ketua": pemeran.bu_ketua}
    return isi_kepemiluan.build_objek(pemeran.kota, {}, **pelaku)


@pytest.fixture
def pemilihan(objek: dict[str, int]) -> Pemilihan:
    """The election."""
    return Pemilihan.objects.get(pk=objek["pemilihan"])


@pytest.fixture
def masuk() -> Callable[[Pengguna], Client]:
    """A window of somebody who has signed in."""

    def buka(pengguna: Pengguna) -> Client:
        klien = Client()
        klien.force_login(pengguna)
        return klien

    return buka
