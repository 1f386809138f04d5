"""The fourth stage: what was measured, with its source, and how far that is from what was promised."""

from akuntabel.siklus.pengukuran.models.aksi import RealisasiAksi, StatusAksi
from akuntabel.siklus.pengukuran.models.dasar import DasarNilai
from akuntabel.siklus.pengukuran.models.elemen import (
    NAMA_TERHITUNG,
    AsalElemen,
    AturanPengukuran,
    BentukElemen,
    Elemen,
    RincianElemen,
)
from akuntabel.siklus.pengukuran.models.fakta import Bukti, CatatanSel, Fakta
from akuntabel.siklus.pengukuran.models.rekap import SILSILAH_ORGANISASI, NilaiTahunan, RekapTahunan
from akuntabel.siklus.pengukuran.models.rujukan import CatatanSumber, Pembanding, Riwayat
from akuntabel.siklus.pengukuran.models.triwulan import (
    JadwalPengukuran,
    PembukaanKembali,
    PengukuranTriwulan,
    StatusPengukuran,
)

__all__ = [
    "NAMA_TERHITUNG",
    "SILSILAH_ORGANISASI",
    "AsalElemen",
    "AturanPengukuran",
    "BentukElemen",
    "Bukti",
    "CatatanSel",
    "CatatanSumber",
    "DasarNilai",
    "Elemen",
    "Fakta",
    "JadwalPengukuran",
    "NilaiTahunan",
    "Pembanding",
    "PembukaanKembali",
    "PengukuranTriwulan",
    "RealisasiAksi",
    "RekapTahunan",
    "RincianElemen",
    "Riwayat",
    "StatusAksi",
    "StatusPengukuran",
]
