"""Files of the tests lie in a folder of their own, and Rina brings them."""

from pathlib import Path

import pytest
from pytest_django import Settings

from akuntabel.platform.accounts.models import Pengguna


@pytest.fixture(autouse=True)
def folder_berkas(settings: Settings, tmp_path: Path) -> Path:
    """Where the files of one test are."""
    folder = tmp_path / "berkas"
    settings.STORAGES = settings.STORAGES | {
        "berkas": {
            "BACKEND": "akuntabel.platform.files.penyimpanan.BerkasStorage",
            "OPTIONS": {"location": str(folder)},
        }
    }
    return folder


@pytest.fixture
def rina(db: None) -> Pengguna:
    """Who brings the files."""
    return Pengguna.objects.create_pengguna("rina@contoh.go.id", "Rina")
