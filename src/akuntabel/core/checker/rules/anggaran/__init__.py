"""ANG: budget tables, their tree of codes, revisions, and sums of money in sentences."""

from akuntabel.core.checker.rules.anggaran import (
    baris,
    bulan,
    efisiensi,
    jumlah_uang,
    pohon,
    pos_kalimat,
    revisi,
    serapan_kalimat,
    uang_kalimat,
)

DAFTAR_ATURAN = (
    *baris.DAFTAR_ATURAN,
    *bulan.DAFTAR_ATURAN,
    *efisiensi.DAFTAR_ATURAN,
    *jumlah_uang.DAFTAR_ATURAN,
    *pohon.DAFTAR_ATURAN,
    *pos_kalimat.DAFTAR_ATURAN,
    *revisi.DAFTAR_ATURAN,
    *serapan_kalimat.DAFTAR_ATURAN,
    *uang_kalimat.DAFTAR_ATURAN,
)
