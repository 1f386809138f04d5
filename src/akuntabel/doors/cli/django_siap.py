"""Django for the commands that need it: set up before their modules are loaded, never for the others."""

import os
from pathlib import Path

import django
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from akuntabel.doors.cli.galat import MasukanSalahError


def setup_django() -> None:
    """Settings from the environment, models loaded; nothing is written. Raises MasukanSalahError."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "akuntabel.config.settings")
    try:
        django.setup()
    except (ImproperlyConfigured, ValueError) as galat:
        raise MasukanSalahError(
            f"Pengaturan tidak dapat dipakai: {galat}. Periksa variabel AKUNTABEL_… dan DATABASE_URL."
        ) from galat


def require_basis_data() -> None:
    """A database that is there and up to date. Raises MasukanSalahError."""
    nama = str(connection.settings_dict["NAME"])
    is_berkas = connection.vendor == "sqlite" and not nama.startswith("file:")
    if is_berkas and not Path(nama).exists():  # connecting would make it
        raise MasukanSalahError(
            f"{nama}: basis data belum ada. Jalankan “akuntabel serve” lebih dahulu, atau "
            "tunjuk foldernya dengan AKUNTABEL_DATA."
        )
    try:
        pelaksana = MigrationExecutor(connection)
        is_tertinggal = bool(pelaksana.migration_plan(pelaksana.loader.graph.leaf_nodes()))
    except DatabaseError as galat:
        raise MasukanSalahError(f"Basis data {nama} tidak dapat dihubungi: {galat}") from galat
    if is_tertinggal:
        raise MasukanSalahError(
            f"Basis data {nama} belum sesuai dengan versi program ini. Jalankan “akuntabel "
            "serve” sekali; ia memperbaruinya."
        )
