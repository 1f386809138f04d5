"""Offices as a tree, their units, their officials, who may do what in them, and what their plenary decides."""

from akuntabel.siklus.organisasi.models.orang import Pejabat, Penugasan, Peran
from akuntabel.siklus.organisasi.models.pleno import (
    BeritaAcara,
    CaraTandaTangan,
    JenisKeputusan,
    KeputusanPleno,
    PeranPleno,
    PesertaPleno,
    StatusBeritaAcara,
)
from akuntabel.siklus.organisasi.models.satker import (
    LEBAR_LANGKAH,
    PANJANG_JALUR,
    EntitasPelapor,
    JenisSatker,
    Satker,
    Unit,
    UraianTugas,
)

__all__ = (
    "LEBAR_LANGKAH",
    "PANJANG_JALUR",
    "BeritaAcara",
    "CaraTandaTangan",
    "EntitasPelapor",
    "JenisKeputusan",
    "JenisSatker",
    "KeputusanPleno",
    "Pejabat",
    "Penugasan",
    "Peran",
    "PeranPleno",
    "PesertaPleno",
    "Satker",
    "StatusBeritaAcara",
    "Unit",
    "UraianTugas",
)
