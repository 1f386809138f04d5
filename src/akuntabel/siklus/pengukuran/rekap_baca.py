"""The sums over offices, for who may see them."""

from uuid import UUID

from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pengukuran.models import RekapTahunan
from akuntabel.siklus.pengukuran.rekap_jumlah import Jumlah
from akuntabel.siklus.pengukuran.rekap_lingkup import Lingkup


def read_rekap(lingkup: Lingkup, tahun: int) -> dict[UUID, Jumlah]:
    """Every indicator of the year over the office and all below it; nothing for who sees the one office only."""
    if not lingkup.is_utuh:
        return {}
    daftar = RekapTahunan.objects.filter(simpul=lingkup.simpul, tahun=tahun, jumlah_satker__gt=0)
    return {r.silsilah: Jumlah.of_rekap(r) for r in daftar}


def read_jumlah(lingkup: Lingkup, tahun: int, silsilah: UUID) -> Jumlah | None:
    """One indicator over the offices that the person sees; None where none of them answers for it."""
    if not lingkup.is_utuh:
        nilai = lingkup.saring_nilai().filter(tahun=tahun, silsilah=silsilah).first()
        return Jumlah.of(nilai) if nilai else None
    rekap = RekapTahunan.objects.filter(simpul=lingkup.simpul, tahun=tahun, silsilah=silsilah, jumlah_satker__gt=0)
    ada = rekap.first()
    return Jumlah.of_rekap(ada) if ada else None


def read_rekap_bawahan(lingkup: Lingkup, tahun: int, silsilah: UUID) -> dict[Satker, Jumlah]:
    """One indicator over each of the offices right below with all that lies below it, in the order of the tree."""
    if not lingkup.is_utuh:
        return {}
    daftar = RekapTahunan.objects.filter(
        simpul__induk=lingkup.simpul, tahun=tahun, silsilah=silsilah, jumlah_satker__gt=0
    )
    return {r.simpul: Jumlah.of_rekap(r) for r in daftar.select_related("simpul").order_by("simpul__path")}
