"""KON: the same thing said in two places."""

from akuntabel.core.checker.rules.konsistensi import (
    angka_asing,
    angka_kutipan,
    butir,
    cacah,
    cacah_baris,
    data_gambar,
    deret_berbeda,
    kalimat_kinerja,
    pembanding,
    penamaan,
    perjanjian,
    persen_nyaris,
    ringkasan,
    simpulan,
    sisa_laporan_lain,
)

DAFTAR_ATURAN = (
    *angka_asing.DAFTAR_ATURAN,
    *angka_kutipan.DAFTAR_ATURAN,
    *butir.DAFTAR_ATURAN,
    *cacah.DAFTAR_ATURAN,
    *cacah_baris.DAFTAR_ATURAN,
    *data_gambar.DAFTAR_ATURAN,
    *deret_berbeda.DAFTAR_ATURAN,
    *kalimat_kinerja.DAFTAR_ATURAN,
    *pembanding.DAFTAR_ATURAN,
    *penamaan.DAFTAR_ATURAN,
    *perjanjian.DAFTAR_ATURAN,
    *persen_nyaris.DAFTAR_ATURAN,
    *ringkasan.DAFTAR_ATURAN,
    *simpulan.DAFTAR_ATURAN,
    *sisa_laporan_lain.DAFTAR_ATURAN,
)
