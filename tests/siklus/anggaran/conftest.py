"""An office with a catalogue, a small budget as SAKTI would give it, and the first DIPA in the ledger."""

from collections.abc import Callable

import pytest
from anggaran_contoh import BARIS, KATALOG, load_versi
from pemeran import Pemeran

from akuntabel.siklus.anggaran.actions_revisi import IsianRevisi, adopt_revisi, draft_revisi, submit_revisi
from akuntabel.siklus.anggaran.actions_versi import adopt_versi
from akuntabel.siklus.anggaran.models import RevisiDipa, VersiAnggaran
from akuntabel.siklus.perencanaan.actions.anggaran import import_kode


@pytest.fixture
def katalog(pemeran: Pemeran) -> Pemeran:
    """The catalogue of 2026, of the nation."""
    import_kode(pemeran.pusat, 2026, KATALOG, by=None)
    return pemeran


@pytest.fixture
def muat(katalog: Pemeran) -> Callable[..., VersiAnggaran]:
    """Load a version for the city, to be looked at."""
    return lambda baris=BARIS, **isi: load_versi(katalog.kota, 2026, baris, **isi)


@pytest.fixture
def berlaku(katalog: Pemeran, muat: Callable[..., VersiAnggaran]) -> VersiAnggaran:
    """The first version, taken by Rina."""
    versi = muat()
    adopt_versi(versi, by=katalog.rina, terhadap=0)
    return versi


@pytest.fixture
def dipa(katalog: Pemeran) -> RevisiDipa:
    """The first DIPA, drafted by Rina, booked by Bu Ketua."""
    awal = draft_revisi(katalog.kota, 2026, IsianRevisi("awal", "DIPA awal", menjadi=1_000_000_000), by=katalog.rina)
    submit_revisi(awal, by=katalog.rina)
    adopt_revisi(awal, by=katalog.bu_ketua)
    return awal
