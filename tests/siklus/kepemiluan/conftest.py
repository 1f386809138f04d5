"""Elections of the office of the cast."""

import pytest
from pemeran import Pemeran

from akuntabel.siklus.kepemiluan.actions.pemilihan import import_pemilihan_acuan
from akuntabel.siklus.kepemiluan.models import Pemilihan


@pytest.fixture
def pilkada(pemeran: Pemeran) -> Pemilihan:
    """The Pilkada of 2020, as the office looks at it in 2020."""
    return import_pemilihan_acuan(pemeran.kota, 2020, "pilkada-2020", by=pemeran.rina)
