"""What an office has of laporan, for the pages (see ``isi``)."""

from collections.abc import Mapping
from typing import Any

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.models import Satker


def build_objek(
    satker: Satker, objek: Mapping[str, Any], *, perencana: Pengguna, pengelola: Pengguna, ketua: Pengguna
) -> dict[str, Any]:
    """The things of one office by name; objek: those of the stages before."""
    return {}


def add_baris(
    satker: Satker, objek: Mapping[str, Any], n: int, *, perencana: Pengguna, pengelola: Pengguna, ketua: Pengguna
) -> None:
    """One more of each thing that stands in a list."""
