"""An office that measures, and programs that ask in somebody's name."""

from collections.abc import Callable

import pytest
from kantor_contoh import Kantor, build_kantor
from pemeran import Pemeran, build_pemeran
from rencana_contoh import build_rencana

from akuntabel.doors.api.pintu import LAJU
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.akses.actions import draft_token
from akuntabel.siklus.hak_token import HakToken
from doors.api.program import Program


@pytest.fixture(autouse=True)
def _laju_baru() -> None:
    """What another test has asked does not count."""
    LAJU.forget()


@pytest.fixture
def pemeran(db: None) -> Pemeran:
    """One office with its people, and Tono from another."""
    return build_pemeran()


@pytest.fixture
def kantor(pemeran: Pemeran) -> Kantor:
    """The agreement is signed, the elements of its formulas are drafted."""
    return build_kantor(pemeran, build_rencana(pemeran))


@pytest.fixture
def program() -> Callable[..., Program]:
    """A program of a person, with a token for everything or for what is said."""

    def build(pengguna: Pengguna, *hak: HakToken, batas: str = "") -> Program:
        daftar = [c.value for c in hak or HakToken]
        return Program(draft_token(nama="uji", hak=daftar, hari=1, batas=batas, by=pengguna)[1])

    return build
