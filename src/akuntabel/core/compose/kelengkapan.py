"""Which of the seven analyses of PermenPANRB 53/2014 each indicator has."""

from dataclasses import dataclass
from enum import StrEnum

from akuntabel.core.compose.narasi import has_narasi
from akuntabel.core.fakta.anggaran_sasaran import daftar_anggaran_sasaran
from akuntabel.core.fakta.hasil import HasilIndikator, HasilTahun
from akuntabel.core.fakta.perencanaan import Indikator

ANALISIS = (
    "Target tahun ini",
    "Tahun lalu",
    "Jangka menengah",
    "Standar nasional",
    "Sebab dan solusi",
    "Efisiensi",
    "Program penunjang",
)


class StatusAnalisis(StrEnum):
    ADA = "ada"
    BELUM = "belum"
    TANPA_DATA = "tidak ada data"


@dataclass(frozen=True, slots=True)
class Kelengkapan:
    """One indicator and the status of each analysis, in the regulation's order."""

    indikator: Indikator
    status: tuple[StatusAnalisis, ...]


def daftar_kelengkapan(hasil: HasilTahun) -> tuple[Kelengkapan, ...]:
    """The matrix of all indicators × seven analyses."""
    return tuple(Kelengkapan(i.indikator, _status(hasil, i)) for i in hasil.indikator)


def _status(hasil: HasilTahun, i: HasilIndikator) -> tuple[StatusAnalisis, ...]:
    kode, fakta = i.indikator.kode, hasil.fakta
    terukur = i.capaian.terbatas.is_counted
    has_anggaran = bool(daftar_anggaran_sasaran(hasil, i.indikator.sasaran))
    sebab = has_narasi(hasil, f"sebab-{kode}") and (
        i.capaian.is_tercapai is not False or has_narasi(hasil, f"solusi-{kode}")
    )
    return (
        _dari_data(terukur),
        _dari_data(any(r.indikator == kode for r in fakta.daftar_riwayat)),
        _dari_data(any(t.indikator == kode for t in fakta.daftar_target_renstra)),
        _dari_data(any(p.indikator == kode for p in fakta.daftar_pembanding)),
        StatusAnalisis.ADA if sebab else StatusAnalisis.BELUM,
        StatusAnalisis.ADA if has_anggaran and terukur else StatusAnalisis.BELUM,
        StatusAnalisis.ADA if has_anggaran else StatusAnalisis.BELUM,
    )


def _dari_data(ada: bool) -> StatusAnalisis:
    return StatusAnalisis.ADA if ada else StatusAnalisis.TANPA_DATA
