"""The draft of the plan, and the same after its adoption."""

from datetime import date

import pytest
from naskah_renstra import Naskah, build_naskah
from pemeran import Pemeran

from akuntabel.siklus.perencanaan.actions.renstra import adopt_renstra, submit_renstra


@pytest.fixture
def naskah(pemeran: Pemeran) -> Naskah:
    """Drafted by Rina."""
    return build_naskah(pemeran)


@pytest.fixture
def ditetapkan(pemeran: Pemeran, naskah: Naskah) -> Naskah:
    """Submitted by Rina, adopted by Bu Ketua."""
    submit_renstra(naskah.renstra, by=pemeran.rina)
    adopt_renstra(naskah.renstra, by=pemeran.bu_ketua, tanggal=date(2025, 2, 1))
    return naskah
