"""SKL: the bands that turn a figure into a word."""

from akuntabel.core.checker.rules.skala import (
    kategori,
    pita,
)

DAFTAR_ATURAN = (
    *kategori.DAFTAR_ATURAN,
    *pita.DAFTAR_ATURAN,
)
