"""What an office has of notifikasi, for the pages (see ``isi``)."""

from collections.abc import Mapping
from typing import Any

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.notifikasi.kirim import notify
from akuntabel.platform.notifikasi.models import Notifikasi
from akuntabel.siklus.organisasi.models import Satker


def build_objek(
    satker: Satker, objek: Mapping[str, Any], *, perencana: Pengguna, pengelola: Pengguna, ketua: Pengguna
) -> dict[str, Any]:
    """The things of one office by name; objek: those of the stages before."""
    _notify(satker, perencana, ketua, "uji")
    return {"notifikasi": Notifikasi.objects.get(pengguna=perencana, kunci="uji").pk}


def add_baris(
    satker: Satker, objek: Mapping[str, Any], n: int, *, perencana: Pengguna, pengelola: Pengguna, ketua: Pengguna
) -> None:
    """One more of each thing that stands in a list."""
    _notify(satker, perencana, ketua, f"uji.{n}")


def _notify(satker: Satker, perencana: Pengguna, ketua: Pengguna, kunci: str) -> None:
    teks = f"Pengukuran triwulan I {satker} ditutup 3 hari lagi."
    notify([perencana, ketua], jenis="uji", teks=teks, alamat=f"/satker/{satker.kode}/", kunci=kunci)
