"""Where files are kept is said by the environment, and what is missing for it at the start."""

import json
import os
import subprocess
import sys
from pathlib import Path

from pytest_django import Settings

from akuntabel.platform.files.apps import check_penyimpanan

BACA = "import json; from akuntabel.config import settings; print(json.dumps(settings.STORAGES['berkas']))"


def _read_penyimpanan(tmp_path: Path, **env: str) -> dict[str, object]:
    lingkungan = os.environ | {"AKUNTABEL_DATA": str(tmp_path)} | env
    hasil = subprocess.run([sys.executable, "-c", BACA], env=lingkungan, capture_output=True, text=True, check=True)  # noqa: S603 — our own text
    return dict(json.loads(hasil.stdout))


def test_files_are_kept_in_the_folder_of_the_data(tmp_path: Path):
    assert _read_penyimpanan(tmp_path)["OPTIONS"] == {"location": str(tmp_path / "berkas")}


def test_files_are_kept_in_the_bucket_that_the_environment_names(tmp_path: Path):
    penyimpanan = _read_penyimpanan(
        tmp_path, AKUNTABEL_S3_BUCKET="bukti", AKUNTABEL_S3_ALAMAT="https://s3.contoh.go.id", AKUNTABEL_S3_KUNCI="k"
    )
    assert penyimpanan == {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": "bukti",
            "file_overwrite": True,
            "endpoint_url": "https://s3.contoh.go.id",
            "access_key": "k",
        },
    }


def test_a_place_that_cannot_be_opened_is_said_at_the_start(settings: Settings):
    assert check_penyimpanan() == []
    settings.STORAGES = settings.STORAGES | {"berkas": {"BACKEND": "tidak.ada.S3Storage"}}
    (galat,) = check_penyimpanan()
    assert galat.id == "files.E001"
    assert "akuntabel[s3]" in (galat.hint or "")
