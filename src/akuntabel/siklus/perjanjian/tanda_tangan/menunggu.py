"""What waits for a signature of an office: its own agreements, and those of the offices below as pihak kedua."""

from django.db.models import Exists, OuterRef, Q

from akuntabel.core.fakta.organisasi import PeranPejabat
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.querysets import MilikSatkerQuerySet
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja, PihakPerjanjian, StatusPerjanjian, TandaTangan


def saring_pihak_kedua(satker: Satker) -> Q:
    """Agreements whose pihak kedua leads this office; a package lists the official above in the office below."""
    return Q(pihak_kedua__satker=satker) | Q(satker__induk=satker, pihak_kedua__peran=PeranPejabat.ATASAN.value)


def daftar_menunggu_kedua(satker: Satker, tahun: int) -> MilikSatkerQuerySet[PerjanjianKinerja]:
    """Signed by pihak pertama and not yet by pihak kedua, who leads this office."""
    saring = saring_pihak_kedua(satker) & _saring_belum_kedua()
    return PerjanjianKinerja.objects.filter(saring, tahun=tahun).exclude(satker=satker)


def daftar_menunggu(satker: Satker, tahun: int) -> MilikSatkerQuerySet[PerjanjianKinerja]:
    """All that this office is to sign in the year."""
    sendiri = Q(satker=satker)
    return (
        PerjanjianKinerja.objects.filter(
            (sendiri & Q(status=StatusPerjanjian.DISETUJUI.value))
            | (_saring_belum_kedua() & (sendiri | saring_pihak_kedua(satker))),
            tahun=tahun,
        )
        .select_related("satker", "pihak_pertama", "pihak_kedua")
        .order_by("satker__path", "pihak_pertama__jabatan", "revisi")
    )


def _saring_belum_kedua() -> Q:
    pertama = TandaTangan.objects.filter(perjanjian=OuterRef("pk"), pihak=PihakPerjanjian.PERTAMA)
    kedua = TandaTangan.objects.filter(perjanjian=OuterRef("pk"), pihak=PihakPerjanjian.KEDUA)
    return Q(Exists(pertama)) & ~Q(Exists(kedua))
