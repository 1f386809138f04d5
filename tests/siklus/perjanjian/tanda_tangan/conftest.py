"""The head of the province, and certificates for both parties."""

from dataclasses import dataclass

import pytest
from django.utils import timezone
from pemeran import Pemeran
from pytest_django import Settings

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.actions import assign_peran
from akuntabel.siklus.organisasi.models import Peran
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja, PihakPerjanjian, TandaTangan
from akuntabel.siklus.perjanjian.tanda_tangan.actions import sign_dokumen_perjanjian
from akuntabel.siklus.perjanjian.tanda_tangan.p12 import PenandatanganP12, open_p12
from sertifikat_uji import SANDI, build_pemegang


@pytest.fixture(autouse=True)
def _pengaturan(settings: Settings) -> None:
    settings.ALAMAT_SITUS = "https://sakip.contoh.go.id"


@pytest.fixture
def pak_atasan(pemeran: Pemeran) -> Pengguna:
    """Leads the office above."""
    pengguna = Pengguna.objects.create_pengguna("pak_atasan@contoh.go.id", "Pak Atasan")
    assign_peran(pengguna, pemeran.provinsi, Peran.PIMPINAN, by=None)
    return pengguna


@dataclass(frozen=True)
class Para:
    """The two who sign, each with a certificate."""

    pertama: PenandatanganP12
    kedua: PenandatanganP12


@pytest.fixture(scope="session")
def para() -> Para:
    """Bu Ketua and Pak Atasan; nobody else vouches for their certificates."""
    return Para(*(_open(nama) for nama in ("Bu Ketua", "Pak Atasan")))


def _open(nama: str) -> PenandatanganP12:
    return open_p12(build_pemegang(nama).build_p12(), SANDI, pada=timezone.now())


@pytest.fixture
def tanda_pertama(pemeran: Pemeran, disetujui: PerjanjianKinerja, para: Para) -> TandaTangan:
    """Bu Ketua has signed."""
    return sign_dokumen_perjanjian(
        disetujui, by=pemeran.bu_ketua, pihak=PihakPerjanjian.PERTAMA, penandatangan=para.pertama
    )


@pytest.fixture
def tanda_kedua(tanda_pertama: TandaTangan, pak_atasan: Pengguna, para: Para) -> TandaTangan:
    """Then Pak Atasan."""
    return sign_dokumen_perjanjian(
        tanda_pertama.perjanjian, by=pak_atasan, pihak=PihakPerjanjian.KEDUA, penandatangan=para.kedua
    )
