"""The rencana aksi, and the things in it, that an address names, as far as the person sees them."""

from django.shortcuts import get_object_or_404

from akuntabel.doors.web.ruang import Ruang
from akuntabel.siklus.perjanjian.models import Aksi, PerjanjianKinerja, PerjanjianTarget, RencanaAksi


def find_rencana_aksi(ruang: Ruang, id_: int) -> RencanaAksi:
    """404 where it is not of this office and year."""
    semua = RencanaAksi.objects.select_related(
        "satker", "perjanjian__satker", "perjanjian__entitas", "perjanjian__pihak_pertama"
    )
    return get_object_or_404(semua, pk=id_, satker=ruang.satker, perjanjian__tahun=ruang.tahun)


def find_perjanjian_induk(ruang: Ruang, id_: int) -> PerjanjianKinerja:
    """The agreement that a rencana aksi is to spell out; 404 where it is not of this office and year."""
    return get_object_or_404(
        PerjanjianKinerja.objects.select_related("satker"), pk=id_, satker=ruang.satker, tahun=ruang.tahun
    )


def find_baris(rencana_aksi: RencanaAksi, id_: int) -> PerjanjianTarget:
    """The line of the agreement that an action serves."""
    return get_object_or_404(
        PerjanjianTarget.objects.select_related("indikator"), pk=id_, perjanjian=rencana_aksi.perjanjian_id
    )


def find_aksi(rencana_aksi: RencanaAksi, id_: int) -> Aksi:
    """An action; 404 where somebody has taken it out."""
    return get_object_or_404(
        Aksi.objects.select_related("perjanjian_target__indikator", "unit", "pejabat"),
        pk=id_,
        rencana_aksi=rencana_aksi,
    )
