"""An office that measures."""

import pytest
from kantor_contoh import Kantor, build_kantor
from pemeran import Pemeran
from rencana_contoh import Rencana, build_rencana


@pytest.fixture
def rencana(pemeran: Pemeran) -> Rencana:
    """The national plan with two indicators (a / b * 100), taken over by the city."""
    return build_rencana(pemeran)


@pytest.fixture
def kantor(pemeran: Pemeran, rencana: Rencana) -> Kantor:
    """The agreement is signed, the elements of its formulas are drafted."""
    return build_kantor(pemeran, rencana)
