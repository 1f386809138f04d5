"""The tables of this stage: agreement, rencana aksi, signatures."""

from akuntabel.siklus.perjanjian.models_perjanjian import (
    AlasanRevisi,
    PerjanjianAnggaran,
    PerjanjianKinerja,
    PerjanjianTarget,
    StatusPerjanjian,
)
from akuntabel.siklus.perjanjian.models_rencana_aksi import (
    ROMAWI,
    TRIWULAN,
    Aksi,
    RencanaAksi,
    StatusRencanaAksi,
    TargetTriwulan,
)
from akuntabel.siklus.perjanjian.models_tanda_tangan import CaraTandaTangan, PihakPerjanjian, TandaTangan

__all__ = [
    "ROMAWI",
    "TRIWULAN",
    "Aksi",
    "AlasanRevisi",
    "CaraTandaTangan",
    "PerjanjianAnggaran",
    "PerjanjianKinerja",
    "PerjanjianTarget",
    "PihakPerjanjian",
    "RencanaAksi",
    "StatusPerjanjian",
    "StatusRencanaAksi",
    "TandaTangan",
    "TargetTriwulan",
]
