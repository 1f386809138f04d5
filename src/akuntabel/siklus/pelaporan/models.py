"""The tables of this stage: reports with their blocks, the documents made from them, parts of packages."""

from akuntabel.siklus.pelaporan.models_blok import BlokLaporan, KomentarBlok, VersiBlok
from akuntabel.siklus.pelaporan.models_dokumen import DokumenLaporan, UnggahanWord
from akuntabel.siklus.pelaporan.models_laporan import (
    ROMAWI,
    IsuLaporan,
    JenisLaporan,
    LangkahLaporan,
    LaporanKinerja,
    StatusLaporan,
)
from akuntabel.siklus.pelaporan.models_paket import BagianPaket

__all__ = [
    "ROMAWI",
    "BagianPaket",
    "BlokLaporan",
    "DokumenLaporan",
    "IsuLaporan",
    "JenisLaporan",
    "KomentarBlok",
    "LangkahLaporan",
    "LaporanKinerja",
    "StatusLaporan",
    "UnggahanWord",
    "VersiBlok",
]
