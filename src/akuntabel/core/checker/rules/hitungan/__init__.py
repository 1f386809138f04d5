"""HIT: arithmetic of performance tables, of sentences with their operands, and of spreadsheets."""

from akuntabel.core.checker.rules.hitungan import (
    bagian_seluruh,
    capaian,
    jumlah,
    kalimat,
    kemajuan,
    klaim,
    lembar_kerja,
    predikat_capaian,
    rekap,
    selisih,
    tren,
)

DAFTAR_ATURAN = (
    *bagian_seluruh.DAFTAR_ATURAN,
    *capaian.DAFTAR_ATURAN,
    *jumlah.DAFTAR_ATURAN,
    *kalimat.DAFTAR_ATURAN,
    *kemajuan.DAFTAR_ATURAN,
    *klaim.DAFTAR_ATURAN,
    *lembar_kerja.DAFTAR_ATURAN,
    *predikat_capaian.DAFTAR_ATURAN,
    *rekap.DAFTAR_ATURAN,
    *selisih.DAFTAR_ATURAN,
    *tren.DAFTAR_ATURAN,
)
