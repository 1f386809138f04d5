"""The report that an address names, as far as the person sees it."""

from django.http import Http404

from akuntabel.doors.web.ruang import Ruang
from akuntabel.siklus.pelaporan.models import LaporanKinerja


def find_laporan_ruang(ruang: Ruang, id_: int) -> LaporanKinerja:
    """With its entity; 404 where it is not of this office and year."""
    laporan = (
        LaporanKinerja.objects.filter(pk=id_, satker=ruang.satker, tahun=ruang.tahun)
        .select_related("entitas", "pengaju", "paket")
        .first()
    )
    if laporan is None:
        raise Http404
    laporan.satker = laporan.entitas.satker = ruang.satker
    return laporan
