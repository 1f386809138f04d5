"""Legal values as data, by date: policies, scales, predicates, regulations. The code holds none of them."""

from akuntabel.core.regulasi.berkas import RegulasiTidakDikenal
from akuntabel.core.regulasi.kebijakan import (
    daftar_kebijakan,
    daftar_predikat,
    load_kebijakan,
    load_predikat,
    load_skala,
)
from akuntabel.core.regulasi.peraturan import Peraturan, daftar_peraturan, find_sumber_dana

__all__ = [
    "Peraturan",
    "RegulasiTidakDikenal",
    "daftar_kebijakan",
    "daftar_peraturan",
    "daftar_predikat",
    "find_sumber_dana",
    "load_kebijakan",
    "load_predikat",
    "load_skala",
]
