"""Which money served which sasaran."""

from dataclasses import dataclass

from akuntabel.core.calc.anggaran import BarisAnggaran
from akuntabel.core.fakta.anggaran import KodeAnggaran
from akuntabel.core.fakta.hasil import HasilTahun
from akuntabel.core.fakta.perencanaan import HubunganAnggaran


@dataclass(frozen=True, slots=True)
class BarisSasaran:
    """A budget line in the service of a sasaran."""

    kode: KodeAnggaran
    baris: BarisAnggaran
    hubungan: HubunganAnggaran
    alasan: str


def daftar_anggaran_sasaran(hasil: HasilTahun, sasaran: str) -> tuple[BarisSasaran, ...]:
    """The budget lines linked to a sasaran, in the order of the link; a line of several sources gives several."""
    return tuple(
        BarisSasaran(b.kode, b.baris, kait.hubungan, kait.alasan)
        for kait in hasil.fakta.daftar_sasaran_anggaran
        if kait.sasaran == sasaran
        for b in hasil.anggaran.baris
        if b.kode.kode == kait.kode and kait.sumber_dana in (None, b.baris.sumber_dana)
    )
