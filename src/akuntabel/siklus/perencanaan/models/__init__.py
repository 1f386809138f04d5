"""The second stage: plan, indicators with their manual, tree of conditions, year, codes and budget."""

from akuntabel.siklus.perencanaan.models.anggaran import KodeReferensi, Pagu, SasaranAnggaran
from akuntabel.siklus.perencanaan.models.indikator import Indikator, TargetRenstra
from akuntabel.siklus.perencanaan.models.pohon import (
    HubunganKinerja,
    JenisHubungan,
    KondisiKinerja,
    TingkatKondisi,
)
from akuntabel.siklus.perencanaan.models.renstra import (
    AdopsiRenstra,
    PendanaanRenstra,
    Renstra,
    Sasaran,
    StatusRenstra,
    Tujuan,
)
from akuntabel.siklus.perencanaan.models.tahunan import RencanaKinerja, RencanaTarget, StatusRencana

__all__ = [
    "AdopsiRenstra",
    "HubunganKinerja",
    "Indikator",
    "JenisHubungan",
    "KodeReferensi",
    "KondisiKinerja",
    "Pagu",
    "PendanaanRenstra",
    "RencanaKinerja",
    "RencanaTarget",
    "Renstra",
    "Sasaran",
    "SasaranAnggaran",
    "StatusRencana",
    "StatusRenstra",
    "TargetRenstra",
    "TingkatKondisi",
    "Tujuan",
]
