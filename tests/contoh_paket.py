"""The example package as tests use it: read once, and copies that a test may spoil."""

import shutil
from functools import cache
from pathlib import Path

from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.hasil import HasilTahun, compute_hasil
from akuntabel.core.fakta.paket import read_paket

CONTOH = Path(__file__).parents[1] / "contoh" / "kpu-kota-blitar-2020"


@cache
def read_contoh() -> FaktaTahun:
    """The facts of the example office."""
    return read_paket(CONTOH)


@cache
def compute_contoh(kebijakan: str = "kpu") -> HasilTahun:
    """What follows from them under a policy."""
    return compute_hasil(read_contoh(), kebijakan)


def copy_contoh(tujuan: Path) -> Path:
    """A copy of the package."""
    return Path(shutil.copytree(CONTOH, tujuan / "paket"))
