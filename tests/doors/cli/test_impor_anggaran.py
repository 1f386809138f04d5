"""``akuntabel import-anggaran``: a report is loaded, and held if asked for; what is wrong is said once, all of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from akuntabel.siklus.anggaran.models import StatusVersi, VersiAnggaran
from berkas_anggaran import BARIS_TOTAL_FA, Q, build_csv, build_daun, build_fa, build_pohon, write_csv, write_xlsx
from hasil_cli import Hasil
from siklus.pemeran import Pemeran, build_pemeran

pytestmark = pytest.mark.django_db
Panggil = Callable[..., Hasil]
POHON = build_pohon(build_daun(30))


@pytest.fixture
def pemeran(db: None) -> Pemeran:
    return build_pemeran()


def test_a_report_is_loaded_to_look_at_and_holds_if_asked_for(akuntabel: Panggil, pemeran: Pemeran, tmp_path: Path):
    berkas = tmp_path / "fa.xlsx"
    berkas.write_bytes(write_xlsx(build_fa(POHON, kode_satker="357200")))
    hasil = akuntabel("import-anggaran", "357200", 2024, berkas)
    assert (hasil.kode, hasil.galat) == (0, "")
    assert "30 baris rincian" in hasil.keluar
    assert VersiAnggaran.objects.get().status == StatusVersi.PRATINJAU
    assert akuntabel("import-anggaran", "357200", 2024, berkas, "--ambil").kode == 0
    assert VersiAnggaran.objects.get().status == StatusVersi.DIAMBIL


def test_a_report_with_mistakes_loads_nothing(akuntabel: Panggil, pemeran: Pemeran, tmp_path: Path):
    kisi = build_fa(POHON, kode_satker="357200")
    kisi[BARIS_TOTAL_FA - 1][Q] = 1
    berkas = tmp_path / "fa.xlsx"
    berkas.write_bytes(write_xlsx(kisi))
    hasil = akuntabel("import-anggaran", "357200", 2024, berkas)
    assert hasil.kode == 2
    assert f"baris {BARIS_TOTAL_FA}" in hasil.galat
    assert not VersiAnggaran.objects.exists()


def test_what_cannot_be_read_is_told(akuntabel: Panggil, pemeran: Pemeran, tmp_path: Path):
    assert "tidak ada" in akuntabel("import-anggaran", "357200", 2024, tmp_path / "hilang.xlsx").galat
    berkas = tmp_path / "a.csv"
    berkas.write_bytes(write_csv(build_csv(POHON)))
    assert "petakan kolomnya" in akuntabel("import-anggaran", "357200", 2024, berkas).galat
    assert akuntabel("import-anggaran", "1", 2024, berkas).kode == 2
