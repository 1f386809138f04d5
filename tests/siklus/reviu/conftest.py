"""An office whose report is under review."""

import pytest
from django.utils import timezone
from kantor_contoh import Kantor, build_kantor
from pemeran import Pemeran
from rencana_contoh import build_rencana
from reviu_contoh import Reviu, build_reviu

from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.perjanjian.tanda_tangan.p12 import PenandatanganP12, open_p12
from sertifikat_uji import SANDI, build_pemegang


@pytest.fixture
def kantor(pemeran: Pemeran) -> Kantor:
    """The agreement is signed, the elements of its formulas are drafted."""
    return build_kantor(pemeran, build_rencana(pemeran))


@pytest.fixture
def reviu(kantor: Kantor) -> Reviu:
    """The report is submitted; Sari leads its review."""
    return build_reviu(kantor)


@pytest.fixture
def laporan(reviu: Reviu) -> LaporanKinerja:
    """The report under review."""
    return reviu.laporan


@pytest.fixture(scope="session")
def sertifikat_sari() -> PenandatanganP12:
    """Sari's certificate; nobody else vouches for it."""
    return open_p12(build_pemegang("Sari").build_p12(), SANDI, pada=timezone.now())
