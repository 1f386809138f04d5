"""The files of other projects in the pages are the ones that were looked at: any other is named."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

AKAR = Path(__file__).parents[3]
VENDOR = Path("src/akuntabel/doors/web/static/web/vendor")
HTMX = VENDOR / "htmx/htmx.min.js"


@pytest.fixture
def salinan(tmp_path: Path) -> Path:
    """The script, its lock and the folder, to be spoilt."""
    shutil.copytree(AKAR / VENDOR, tmp_path / VENDOR)
    (tmp_path / "scripts").mkdir()
    for nama in ("vendor.py", "vendor.lock.json"):
        shutil.copy(AKAR / "scripts" / nama, tmp_path / "scripts")
    return tmp_path


def test_committed_files_are_those_of_the_lock(salinan: Path) -> None:
    assert _check(salinan) == ""


@pytest.mark.parametrize(
    ("rusak", "sebutan"),
    [
        (lambda akar: (akar / HTMX).write_bytes(b"lain"), "htmx/htmx.min.js bukan berkas yang tercatat"),
        (lambda akar: (akar / HTMX).unlink(), "htmx/htmx.min.js tercatat, tetapi tidak ada"),
        (lambda akar: (akar / VENDOR / "lain.js").touch(), "lain.js ada, tetapi tidak tercatat"),
    ],
)
def test_a_file_changed_missing_or_added_is_named(salinan: Path, rusak: Callable[[Path], object], sebutan: str) -> None:
    rusak(salinan)
    assert sebutan in _check(salinan)


def test_no_file_asks_for_anything_from_elsewhere() -> None:
    daftar = [b for b in (AKAR / VENDOR).rglob("*") if b.suffix in {".css", ".js"}]
    assert len(daftar) == 3
    for berkas in daftar:
        isi = berkas.read_text("utf-8")
        assert "sourceMappingURL" not in isi
        assert "url(http" not in isi
        assert "@import" not in isi


def _check(akar: Path) -> str:
    """What the check says; nothing when all is well."""
    perintah = [sys.executable, str(akar / "scripts/vendor.py"), "--check"]
    hasil = subprocess.run(perintah, capture_output=True, text=True, check=False)  # noqa: S603 — our own script
    assert bool(hasil.returncode) == bool(hasil.stderr)
    return hasil.stderr
