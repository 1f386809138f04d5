"""The source report itself is not in the repository; its test is collected where the file lies beside the clone."""

from pathlib import Path

import pytest

LAPORAN_SUMBER = Path(__file__).parents[3] / "shared" / "seed" / "laporan-kinerja-kpu-kota-blitar-2020.txt"
collect_ignore = [] if LAPORAN_SUMBER.is_file() else ["test_laporan_sumber.py"]


@pytest.fixture
def laporan_sumber() -> Path:
    """The source report as its text was extracted."""
    return LAPORAN_SUMBER
