"""Is a file one that was published here, byte for byte, and do its signatures hold? For anybody who brings one."""

import hashlib
from dataclasses import dataclass

from akuntabel.siklus.perjanjian.tanda_tangan.verifikasi import (
    BATAS_BITA,
    DokumenDitolakError,
    HasilVerifikasi,
    verify_kiriman,
)
from akuntabel.siklus.publikasi.baca_portal import find_sidik
from akuntabel.siklus.publikasi.models import DokumenTerbit

__all__ = ["BATAS_BITA", "Pemeriksaan", "check_kiriman"]


@dataclass(frozen=True, slots=True)
class Pemeriksaan:
    """What can be said of a file. hasil: its signatures; None where no PDF could be read, as ``sebab`` says."""

    nama: str
    sidik: str
    ukuran: int
    hasil: HasilVerifikasi | None
    sebab: str
    daftar_dokumen: tuple[DokumenTerbit, ...]

    @property
    def dokumen(self) -> DokumenTerbit | None:
        """The published file with these bytes; one that stands before one that was withdrawn."""
        return next(
            (d for d in self.daftar_dokumen if not d.terbitan.is_ditarik), next(iter(self.daftar_dokumen), None)
        )


def check_kiriman(isi: bytes, nama: str) -> Pemeriksaan:
    """Compare its hash with everything published and read its signatures, in a process of its own with bounded time."""
    sidik = hashlib.sha256(isi).hexdigest()
    _, daftar = find_sidik(sidik)
    hasil, sebab = None, ""
    try:
        hasil = verify_kiriman(isi)
    except DokumenDitolakError as galat:
        sebab = str(galat)
    return Pemeriksaan(nama, sidik, len(isi), hasil, sebab, tuple(daftar))
