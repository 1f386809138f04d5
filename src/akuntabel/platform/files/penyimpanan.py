"""The disk as a place for files: whole or not there."""

import os
import tempfile
from pathlib import Path

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage, Storage, storages

PENYIMPANAN = "berkas"  # its name in STORAGES


class BerkasStorage(FileSystemStorage):
    """Files under their hash. A name is written once; who is killed while writing leaves nothing under it."""

    def __init__(self, location: str) -> None:
        super().__init__(location=location, allow_overwrite=True)

    def _save(self, name: str, content: File[bytes]) -> str:
        tujuan = Path(self.path(name))
        tujuan.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        nomor, sementara = tempfile.mkstemp(prefix=".belum-", dir=tujuan.parent)
        try:
            with os.fdopen(nomor, "wb") as keluar:
                for potong in content.chunks():
                    keluar.write(potong)
                keluar.flush()
                os.fsync(keluar.fileno())
            Path(sementara).replace(tujuan)
        except BaseException:
            Path(sementara).unlink(missing_ok=True)
            raise
        return name


def find_penyimpanan() -> Storage:
    """Where files are kept: disk, or S3 when the environment says so."""
    return storages[PENYIMPANAN]
