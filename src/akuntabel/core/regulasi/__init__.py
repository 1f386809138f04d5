"""Legal values as data, by date: policies, scales, predicates, regulations, duties. The code holds none of them."""

from akuntabel.core.regulasi.acuan import (
    PeriodeRenstra,
    Sumber,
    SumberDana,
    TolokUkur,
    daftar_renstra_kpu,
    daftar_sumber,
    daftar_sumber_dana,
    daftar_tolok_ukur,
    find_sumber_dana,
)
from akuntabel.core.regulasi.berkas import DataRegulasiRusakError, RegulasiTidakDikenal
from akuntabel.core.regulasi.kebijakan import (
    daftar_kebijakan,
    daftar_predikat,
    daftar_skala,
    load_isi_kebijakan,
    load_isi_predikat,
    load_isi_skala,
    load_kebijakan,
    load_predikat,
    load_skala,
)
from akuntabel.core.regulasi.ketentuan import Ketentuan
from akuntabel.core.regulasi.laporan import (
    AcuanTenggat,
    AnalisisLkj,
    ButirReviu,
    JawabanData,
    Kewajiban,
    daftar_analisis_lkj,
    daftar_checklist_reviu,
    daftar_kewajiban,
)
from akuntabel.core.regulasi.peraturan import Peraturan, StatusPeraturan, daftar_peraturan, find_peraturan
from akuntabel.core.regulasi.perjanjian import (
    AcuanTarget,
    KetentuanTarget,
    PemicuRevisi,
    daftar_ketentuan_target,
    daftar_pemicu_revisi,
)
from akuntabel.core.regulasi.tanda_elektronik import KalimatElektronik, daftar_kalimat_elektronik

__all__ = [
    "AcuanTarget",
    "AcuanTenggat",
    "AnalisisLkj",
    "ButirReviu",
    "DataRegulasiRusakError",
    "JawabanData",
    "KalimatElektronik",
    "Ketentuan",
    "KetentuanTarget",
    "Kewajiban",
    "PemicuRevisi",
    "Peraturan",
    "PeriodeRenstra",
    "RegulasiTidakDikenal",
    "StatusPeraturan",
    "Sumber",
    "SumberDana",
    "TolokUkur",
    "daftar_analisis_lkj",
    "daftar_checklist_reviu",
    "daftar_kalimat_elektronik",
    "daftar_kebijakan",
    "daftar_ketentuan_target",
    "daftar_kewajiban",
    "daftar_pemicu_revisi",
    "daftar_peraturan",
    "daftar_predikat",
    "daftar_renstra_kpu",
    "daftar_skala",
    "daftar_sumber",
    "daftar_sumber_dana",
    "daftar_tolok_ukur",
    "find_peraturan",
    "find_sumber_dana",
    "load_isi_kebijakan",
    "load_isi_predikat",
    "load_isi_skala",
    "load_kebijakan",
    "load_predikat",
    "load_skala",
]
