"""What every test stands on: data of its own; a browser and a running site for the tests that ask for them."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from hypothesis import settings as properti

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from doors.web.situs import Basis, Situs

IS_WAJIB = os.environ.get("AKUNTABEL_WAJIB_PERAMBAN") == "1"  # not finding Chromium is an error
HAS_CHROMIUM = shutil.which("chromium") is not None
BERPERAMBAN = [
    "doors/web/pengukuran/test_kisi_peramban.py",
    "doors/web/test_aksesibilitas.py",
    "doors/web/test_peramban.py",
    "flow/test_*.py",
]
collect_ignore_glob = [] if HAS_CHROMIUM or IS_WAJIB else BERPERAMBAN


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if collect_ignore_glob:
        terminalreporter.write_line(f"Chromium is not installed: not collected: {', '.join(BERPERAMBAN)}")


# How fast a machine is, is not what a property says.
properti.register_profile("akuntabel", parent=properti(), deadline=None)
properti.load_profile("akuntabel")


@pytest.fixture(scope="session", autouse=True)
def _data_uji(tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test touches the files of an office that works in this folder."""
    data = tmp_path_factory.mktemp("data")
    settings.STATIC_ROOT = data / "statis"
    settings.STATIC_ROOT.mkdir()
    settings.STORAGES["berkas"]["OPTIONS"]["location"] = str(data / "berkas")
    settings.EMAIL_FILE_PATH = data / "surel"


@pytest.fixture(autouse=True)
def _tanpa_sisa() -> None:
    """Agreements that this process remembers belong to the database of another test."""
    from akuntabel.siklus.perjanjian.baris import forget_baris  # models can be imported only now

    forget_baris()


# One per module: while it runs, Playwright's event loop is that of the whole thread, and the tests of other modules
# may want one of their own (asyncio.run) or none (the ORM).
@pytest.fixture(scope="module")
def peramban() -> Iterator["Browser"]:
    """Debian's Chromium; only tests that look at pages pay for it."""
    from doors.web.peramban import start_peramban  # tests without pages need not load Playwright

    with start_peramban() as peramban:
        yield peramban


@pytest.fixture(scope="session")
def basis(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Basis"]:
    """The database of the cast, filled once; each site is served from a copy."""
    from doors.web.situs import build_basis

    skrip = Path(__file__).with_name("doors") / "web" / "isi_situs.py"
    with build_basis(tmp_path_factory.mktemp("situs") / "asal", skrip) as basis:
        yield basis


@pytest.fixture(scope="module")
def situs(basis: "Basis", tmp_path_factory: pytest.TempPathFactory) -> Iterator["Situs"]:
    """A running site for the tests of one file."""
    from doors.web.situs import copy_basis, serve_situs

    with copy_basis(basis, tmp_path_factory.mktemp("situs") / "salinan") as salinan, serve_situs(salinan) as situs:
        yield situs
