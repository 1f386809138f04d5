"""The app of files kept by their hash."""

from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.exceptions import ImproperlyConfigured
from django.core.files.storage import storages


class FilesConfig(AppConfig):
    name = "akuntabel.platform.files"
    label = "files"
    verbose_name = "berkas"

    def ready(self) -> None:
        """A place for files that cannot be opened is said at the start, not at the first upload."""
        register(check_penyimpanan, Tags.files)


def check_penyimpanan(**kwargs: Any) -> list[CheckMessage]:
    """Whether the storage that the settings name can be made."""
    try:
        storages["berkas"]
    except (ImproperlyConfigured, ImportError) as galat:
        saran = "Untuk S3 pasang juga tambahannya: pip install 'akuntabel[s3]'; periksa variabel AKUNTABEL_S3_…"
        return [Error(f"Penyimpanan berkas tidak dapat dipakai: {galat}", hint=saran, id="files.E001")]
    return []
