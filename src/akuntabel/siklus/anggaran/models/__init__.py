"""The tables of this stage: versions of the budget, the ledger of revisions, grants, plan and month by month."""

from akuntabel.siklus.anggaran.models.hibah import Hibah, TerminHibah
from akuntabel.siklus.anggaran.models.ikpa import NilaiIkpa
from akuntabel.siklus.anggaran.models.pelaksanaan import RealisasiBulanan, RencanaPenarikan
from akuntabel.siklus.anggaran.models.peta_kolom import PetaKolom
from akuntabel.siklus.anggaran.models.revisi import KEWENANGAN_KPA, RevisiDipa, RincianRevisi, StatusRevisi
from akuntabel.siklus.anggaran.models.tautan import IndikatorAnggaran
from akuntabel.siklus.anggaran.models.versi import (
    BarisAnggaran,
    JenisVersi,
    PosAnggaran,
    StatusVersi,
    VersiAnggaran,
)

__all__ = [
    "KEWENANGAN_KPA",
    "BarisAnggaran",
    "Hibah",
    "IndikatorAnggaran",
    "JenisVersi",
    "NilaiIkpa",
    "PetaKolom",
    "PosAnggaran",
    "RealisasiBulanan",
    "RencanaPenarikan",
    "RevisiDipa",
    "RincianRevisi",
    "StatusRevisi",
    "StatusVersi",
    "TerminHibah",
    "VersiAnggaran",
]
