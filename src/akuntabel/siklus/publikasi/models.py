"""What the public may read, in tables that need no other (0002, 0003 guard them); and the signature before (0004)."""

from akuntabel.siklus.publikasi.models_daftar import SatkerTerbit, VersiPublikasi
from akuntabel.siklus.publikasi.models_isi import AnggaranTerbit, IndikatorTerbit, RiwayatTerbit, SasaranTerbit
from akuntabel.siklus.publikasi.models_penetapan import CaraPenetapan, PenetapanLaporan
from akuntabel.siklus.publikasi.models_terbitan import (
    SATUAN_URUT,
    DokumenTerbit,
    FormatTerbitan,
    JenisTerbitan,
    StatusTerbitan,
    Terbitan,
)

__all__ = [
    "SATUAN_URUT",
    "AnggaranTerbit",
    "CaraPenetapan",
    "DokumenTerbit",
    "FormatTerbitan",
    "IndikatorTerbit",
    "JenisTerbitan",
    "PenetapanLaporan",
    "RiwayatTerbit",
    "SasaranTerbit",
    "SatkerTerbit",
    "StatusTerbitan",
    "Terbitan",
    "VersiPublikasi",
]
