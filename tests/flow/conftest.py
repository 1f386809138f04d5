"""A site of its own for every test that changes what it finds."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from doors.web.situs import Basis, Situs, build_basis, copy_basis, serve_situs


@pytest.fixture(scope="session")
def basis_alur(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Basis]:
    """An office whose agreement is due, filled once."""
    with build_basis(tmp_path_factory.mktemp("alur") / "asal", Path(__file__).with_name("isi_alur.py")) as basis:
        yield basis


@pytest.fixture
def kantor(basis_alur: Basis, tmp_path: Path) -> Iterator[Situs]:
    """That office, running; each test has it for itself."""
    with copy_basis(basis_alur, tmp_path / "kantor") as salinan, serve_situs(salinan) as situs:
        yield situs
