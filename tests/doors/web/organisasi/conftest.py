"""Every screen of this stage is tested with the cast of the cycle and a commission of five."""

import pytest
from pemeran import Pemeran, build_pemeran

from akuntabel.siklus.organisasi.actions_pejabat import PejabatBaru, draft_pejabat
from akuntabel.siklus.organisasi.models import Pejabat


@pytest.fixture
def pemeran(db: None) -> Pemeran:
    """One office with its people, and Tono from another."""
    return build_pemeran()


@pytest.fixture
def komisioner(pemeran: Pemeran) -> list[Pejabat]:
    """The chair and four members."""
    daftar = [PejabatBaru("ketua", "pimpinan", "Ketua KPU Kota Blitar", "Ani")]
    nama = ("Budi", "Cici", "Dedi", "Eni")
    daftar += [PejabatBaru(f"anggota-{n}", "anggota", "Anggota KPU Kota Blitar", n) for n in nama]
    return [draft_pejabat(pemeran.kota, p, by=None) for p in daftar]
