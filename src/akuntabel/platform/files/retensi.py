"""How long a file must be kept. Classes with their legal note; the note says how sure it is."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import models

UMUR_SEMENTARA = timedelta(days=2)
"""How long a temporary file is kept: twice as long as a preview of it can be taken."""


class Retensi(models.TextChoices):
    """The classes, from the shortest to the longest."""

    SEMENTARA = "sementara", "sementara"
    KERTAS_KERJA = "kertas_kerja", "kertas kerja"
    PERMANEN = "permanen", "permanen"


@dataclass(frozen=True, slots=True)
class KelasRetensi:
    """Years in use, years in the archive, and what happens then. None: no term."""

    tahun_aktif: int | None
    tahun_inaktif: int | None
    nasib: str
    dasar: str
    catatan: str


_JRA = "Peraturan KPU 17/2023 tentang Jadwal Retensi Arsip (arsip fasilitatif, perencanaan)"
DAFTAR_RETENSI: dict[Retensi, KelasRetensi] = {
    Retensi.SEMENTARA: KelasRetensi(
        0, 0, "musnah", "bukan arsip", "Berkas antara, misalnya unggahan impor yang isinya sudah masuk basis data."
    ),
    Retensi.KERTAS_KERJA: KelasRetensi(
        2, 3, "musnah", _JRA, "Bukti dan kertas kerja. Jangka waktu lazimnya demikian; cocokkan dengan JRA instansi."
    ),
    Retensi.PERMANEN: KelasRetensi(
        2, None, "permanen", _JRA, "Renstra, perjanjian kinerja, laporan kinerja, berita acara yang ditandatangani."
    ),
}


def pick_retensi(*daftar: Retensi) -> Retensi:
    """The longest of several: the same bytes may be evidence here and a signed agreement there."""
    return max(daftar, key=list(Retensi).index)
