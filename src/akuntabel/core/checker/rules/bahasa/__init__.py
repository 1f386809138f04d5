"""BHS: words, terms, dates and the forms of figures."""

from akuntabel.core.checker.rules.bahasa import (
    angka_janggal,
    bentuk_angka,
    ejaan,
    istilah,
    tanggal,
    terbilang,
)

DAFTAR_ATURAN = (
    *angka_janggal.DAFTAR_ATURAN,
    *bentuk_angka.DAFTAR_ATURAN,
    *ejaan.DAFTAR_ATURAN,
    *istilah.DAFTAR_ATURAN,
    *tanggal.DAFTAR_ATURAN,
    *terbilang.DAFTAR_ATURAN,
)
