"""Which documents the ministry's application for SAKIP reviews (esr.menpan.go.id) keeps of an office."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from akuntabel.core.regulasi.berkas import read_data
from akuntabel.core.regulasi.entri import read_daftar
from akuntabel.core.regulasi.ketentuan import Ketentuan

ALAMAT_ESR = "esr.menpan.go.id"


class SumberEsr(StrEnum):
    """What of the cycle a document comes from."""

    RENSTRA = "renstra"
    IKU = "iku"
    POHON_KINERJA = "pohon_kinerja"
    RENCANA = "rencana"
    PERJANJIAN = "perjanjian"
    RENCANA_AKSI = "rencana_aksi"
    PENGUKURAN = "pengukuran"
    LAPORAN = "laporan"
    REVIU = "reviu"
    LHE = "lhe"
    TINDAK_LANJUT = "tindak_lanjut"


@dataclass(frozen=True, slots=True, kw_only=True)
class DokumenEsr(Ketentuan):
    """One kind of document. berkas: how its file is called; cara: what brings it about where it is missing."""

    id: str
    urut: int
    nama: str
    berkas: str
    sumber: SumberEsr
    is_tahunan: bool
    cara: str


@cache
def daftar_dokumen_esr() -> Mapping[str, DokumenEsr]:
    """The documents by id, in the order of the cycle."""
    return read_daftar(DokumenEsr, read_data("esr.yaml"), "esr.yaml")
