"""The agreement that an address names, as far as the person sees it."""

from django.shortcuts import get_object_or_404

from akuntabel.doors.web.ruang import Ruang
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja


def find_perjanjian(ruang: Ruang, id_: int) -> PerjanjianKinerja:
    """404 where it is not of this office and year."""
    return get_object_or_404(
        PerjanjianKinerja.objects.select_related(
            "satker__induk", "entitas", "pihak_pertama", "pihak_kedua", "renstra__satker"
        ),
        pk=id_,
        satker=ruang.satker,
        tahun=ruang.tahun,
    )
