"""STR: numbers of tables, headings, items and rows; contents; references."""

from akuntabel.core.checker.rules.struktur import (
    daftar_isi,
    nomor,
    nomor_baris,
    penomoran,
    rujukan_tabel,
)

DAFTAR_ATURAN = (
    *daftar_isi.DAFTAR_ATURAN,
    *nomor.DAFTAR_ATURAN,
    *nomor_baris.DAFTAR_ATURAN,
    *penomoran.DAFTAR_ATURAN,
    *rujukan_tabel.DAFTAR_ATURAN,
)
