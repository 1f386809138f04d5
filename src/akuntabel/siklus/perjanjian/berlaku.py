"""Which agreement, and which rencana aksi, is in force on a day."""

from datetime import date

from django.db.models import Q, QuerySet

from akuntabel.core.fakta.organisasi import PeranPejabat
from akuntabel.siklus.organisasi.models import EntitasPelapor, Satker
from akuntabel.siklus.perjanjian.models import (
    PerjanjianKinerja,
    RencanaAksi,
    StatusPerjanjian,
    StatusRencanaAksi,
)


def daftar_perjanjian_berlaku(satker: Satker, tahun: int, tanggal: date | None = None) -> QuerySet[PerjanjianKinerja]:
    """The agreements in force, one per chain: signed, and not yet replaced by a signed revision on that day (ever).

    An imported one without a day counts from the first day of its year.
    """
    tertanda = Q(status=StatusPerjanjian.DITANDATANGANI.value)
    if tanggal is not None:
        tertanda &= Q(tanggal_penandatanganan__lte=tanggal) | Q(
            tanggal_penandatanganan__isnull=True, tahun__lte=tanggal.year
        )
    diganti = PerjanjianKinerja.objects.filter(tertanda, sebelumnya__isnull=False).values("sebelumnya")
    return (
        PerjanjianKinerja.objects.filter(tertanda, satker=satker, tahun=tahun)
        .exclude(pk__in=diganti)
        .select_related("satker", "entitas", "pihak_pertama", "pihak_kedua", "renstra")
    )


def find_perjanjian_berlaku(
    satker: Satker, tahun: int, tanggal: date | None = None, *, entitas: EntitasPelapor | None = None
) -> PerjanjianKinerja | None:
    """The agreement by which the office (or one of its entities) is measured: that of its head.

    Without ``entitas`` the agreement of the head of the office goes before that of its secretary.
    """
    daftar = daftar_perjanjian_berlaku(satker, tahun, tanggal)
    if entitas is not None:
        daftar = daftar.filter(entitas=entitas)
    return min(daftar, key=_urutan_pimpinan, default=None)


def find_rencana_aksi_berlaku(perjanjian: PerjanjianKinerja) -> RencanaAksi | None:
    """The last approved revision."""
    return (
        RencanaAksi.objects.filter(perjanjian=perjanjian, status=StatusRencanaAksi.DISETUJUI.value)
        .order_by("revisi")
        .last()
    )


def _urutan_pimpinan(perjanjian: PerjanjianKinerja) -> tuple[int, int]:
    peran = perjanjian.pihak_pertama.peran
    utama = (PeranPejabat.PIMPINAN.value, perjanjian.entitas.peran_pimpinan)
    return (utama.index(peran) if peran in utama else len(utama), perjanjian.pk)
