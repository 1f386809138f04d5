"""Which elections an office looks at in a year, and what it has of them."""

from akuntabel.siklus.kepemiluan.models import DaftarPemilih, Pemilihan, Perkara, Tahapan
from akuntabel.siklus.kepemiluan.querysets import DaftarPemilihQuerySet
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.querysets import MilikSatkerQuerySet
from akuntabel.siklus.perencanaan.querysets import daftar_jalur_atas


def daftar_pemilihan_berlaku(satker: Satker, tahun: int) -> list[Pemilihan]:
    """The elections that the office and those above it have written down; the nearest says what an election is."""
    jalur = [*reversed(daftar_jalur_atas(satker.path)), satker.path]
    baris = Pemilihan.objects.filter(tahun_laporan=tahun, satker__path__in=jalur).select_related("satker")
    terurut = sorted(baris, key=lambda p: (p.satker.path, p.urut, p.pk))
    return list({p.kode: p for p in terurut}.values())


def find_pemilihan_berlaku(satker: Satker, tahun: int, kode: str) -> Pemilihan | None:
    """What an election is for the office in the year."""
    return next((p for p in daftar_pemilihan_berlaku(satker, tahun) if p.kode == kode), None)


# By the code, not by the row: an office that writes an election down in its own words keeps what it had of it.
def daftar_tahapan(satker: Satker, pemilihan: Pemilihan) -> MilikSatkerQuerySet[Tahapan]:
    """The stages of the office in an election."""
    return Tahapan.objects.filter(
        satker=satker, pemilihan__kode=pemilihan.kode, pemilihan__tahun_laporan=pemilihan.tahun_laporan
    ).order_by("posisi", "urut", "pk")


def daftar_pemilih(satker: Satker, pemilihan: Pemilihan) -> DaftarPemilihQuerySet[DaftarPemilih]:
    """The counts of voters of the office in an election, all that were ever written; ``terkini()`` of them hold."""
    return DaftarPemilih.objects.filter(
        satker=satker, pemilihan__kode=pemilihan.kode, pemilihan__tahun_laporan=pemilihan.tahun_laporan
    )


def daftar_perkara_tahun(satker: Satker, tahun: int) -> MilikSatkerQuerySet[Perkara]:
    """The cases of the office in a year, of all elections."""
    return (
        Perkara.objects.filter(satker=satker, pemilihan__tahun_laporan=tahun)
        .select_related("pemilihan")
        .order_by("urut", "pk")
    )


def daftar_tahapan_tahun(satker: Satker, tahun: int) -> MilikSatkerQuerySet[Tahapan]:
    """The stages of the office in a year, of all elections."""
    return (
        Tahapan.objects.filter(satker=satker, pemilihan__tahun_laporan=tahun)
        .select_related("pemilihan")
        .order_by("posisi", "pemilihan__urut", "urut", "pk")
    )
