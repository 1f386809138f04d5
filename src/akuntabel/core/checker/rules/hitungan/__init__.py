"""HIT: arithmetic of performance tables, of sentences with their operands, and of spreadsheets."""

from akuntabel.core.checker.rules.hitungan import (
    bagian_seluruh,
    bagian_tabel,
    capaian,
    jumlah,
    kalimat,
    kemajuan,
    klaim,
    kumulatif,
    lembar_kerja,
    predikat_capaian,
    rekap,
    rincian_kalimat,
    selisih,
    tren,
)

DAFTAR_ATURAN = (
    *bagian_seluruh.DAFTAR_ATURAN,
    *bagian_tabel.DAFTAR_ATURAN,
    *capaian.DAFTAR_ATURAN,
    *jumlah.DAFTAR_ATURAN,
    *kalimat.DAFTAR_ATURAN,
    *kemajuan.DAFTAR_ATURAN,
    *klaim.DAFTAR_ATURAN,
    *kumulatif.DAFTAR_ATURAN,
    *lembar_kerja.DAFTAR_ATURAN,
    *predikat_capaian.DAFTAR_ATURAN,
    *rekap.DAFTAR_ATURAN,
    *rincian_kalimat.DAFTAR_ATURAN,
    *selisih.DAFTAR_ATURAN,
    *tren.DAFTAR_ATURAN,
)
