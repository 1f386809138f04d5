"""Draft sentences for the texts of a report, from its facts alone; a human accepts, rewrites or drops them.

Every figure is a slot, and so is every word that follows from one (reached or not, which category): a draft can't go
stale. What the facts do not say is not said; where a human must know it, a skeleton with dots stands.
"""

from collections.abc import Callable, Mapping

from akuntabel.core.compose.usulan_indikator import USULAN_INDIKATOR
from akuntabel.core.compose.usulan_sasaran import USULAN_SASARAN
from akuntabel.core.compose.usulan_umum import USULAN_UMUM
from akuntabel.core.fakta.hasil import HasilTahun
from akuntabel.core.fakta.narasi import daftar_nama_narasi, split_nama_narasi
from akuntabel.core.fakta.slot_banding import find_sasaran


def draft_narasi(hasil: HasilTahun, nama: str) -> str:
    """A draft of that text in Markdown; "" where the facts do not suffice for one."""
    awalan, kode = split_nama_narasi(nama)
    umum: Callable[[HasilTahun], str] | None = USULAN_UMUM.get(awalan)
    if umum is not None and not kode:
        return umum(hasil)
    if awalan in USULAN_SASARAN and (s := find_sasaran(hasil, kode)) is not None:
        return USULAN_SASARAN[awalan](hasil, s)
    if awalan in USULAN_INDIKATOR and (i := hasil.find_indikator(kode)) is not None:
        return USULAN_INDIKATOR[awalan](hasil, i)
    return ""


def draft_semua_narasi(hasil: HasilTahun) -> Mapping[str, str]:
    """The drafts of all texts that the facts suffice for, in the order of the report."""
    daftar = {nama: draft_narasi(hasil, nama) for nama in daftar_nama_narasi(hasil.fakta)}
    return {nama: teks for nama, teks in daftar.items() if teks}
