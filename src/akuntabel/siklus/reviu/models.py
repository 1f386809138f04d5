"""The tables of this stage: the review of a report, its findings, and checks of reports made elsewhere."""

from akuntabel.siklus.reviu.models_periksa import KirimanPeriksa, PeriksaLaporan, StatusPeriksa
from akuntabel.siklus.reviu.models_reviu import (
    BuktiReviu,
    ButirReviu,
    CaraTandaReviu,
    HasilReviu,
    Jawaban,
    KeadaanReviu,
    KelompokLangkah,
    LangkahReviu,
    PenugasanReviu,
)
from akuntabel.siklus.reviu.models_temuan import StatusTemuan, TanggapanTemuan, TemuanReviu

__all__ = [
    "BuktiReviu",
    "ButirReviu",
    "CaraTandaReviu",
    "HasilReviu",
    "Jawaban",
    "KeadaanReviu",
    "KelompokLangkah",
    "KirimanPeriksa",
    "LangkahReviu",
    "PenugasanReviu",
    "PeriksaLaporan",
    "StatusPeriksa",
    "StatusTemuan",
    "TanggapanTemuan",
    "TemuanReviu",
]
