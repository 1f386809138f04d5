"""LKP: what PermenPANRB 53/2014 asks for and the report lacks."""

from akuntabel.core.checker.rules.kelengkapan import (
    analisis_wajib,
    bagian,
)

DAFTAR_ATURAN = (
    *analisis_wajib.DAFTAR_ATURAN,
    *bagian.DAFTAR_ATURAN,
)
