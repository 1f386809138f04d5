"""An office that is evaluated: Rina fills its worksheet in, Bu Ketua adopts it, Eva and Edi come from the province."""

import pytest
from evaluasi_contoh import Evaluasi, build_evaluasi
from kantor_contoh import Kantor, build_kantor
from pemeran import Pemeran
from rencana_contoh import Rencana, build_rencana


@pytest.fixture
def rencana(pemeran: Pemeran) -> Rencana:
    """The national plan with two indicators, taken over by the city."""
    return build_rencana(pemeran)


@pytest.fixture
def kantor(pemeran: Pemeran, rencana: Rencana) -> Kantor:
    """The agreement is signed, the elements of its formulas are drafted."""
    return build_kantor(pemeran, rencana)


@pytest.fixture
def evaluasi(pemeran: Pemeran) -> Evaluasi:
    """The city without a plan, and two evaluators of the province."""
    return build_evaluasi(pemeran)
