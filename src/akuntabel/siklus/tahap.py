"""The order of the cycle, once: what an office goes through in a year, and the words for it."""

from enum import StrEnum


class Tahap(StrEnum):
    """A stage of a year (Perpres 29/2014), in order."""

    RENSTRA = "Renstra"
    RENCANA = "Rencana kinerja"
    PERJANJIAN = "Perjanjian kinerja"
    RENCANA_AKSI = "Rencana aksi"
    PENGUKURAN = "Pengukuran"
    LAPORAN = "Laporan kinerja"
    REVIU = "Reviu"
    PUBLIKASI = "Publikasi"
    EVALUASI = "Evaluasi"
