"""Annual values that others have made old: a value measured above, an agreement signed since."""

import logging

from django.utils import timezone
from django_tasks import task

from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pengukuran.berlaku import find_aturan
from akuntabel.siklus.pengukuran.kueri import read_dasar
from akuntabel.siklus.pengukuran.models import DasarNilai
from akuntabel.siklus.pengukuran.nilai import build_dasar, refresh_nilai_tahunan
from akuntabel.siklus.pengukuran.target import SumberTarget
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja, StatusPerjanjian

log = logging.getLogger(__name__)


@task
def refresh_bawahan(satker_id: int, tahun: int) -> int:
    """Let the offices below follow what was measured above; how many. Again and again gives the same."""
    satker = Satker.objects.get(pk=satker_id)
    berhitung = DasarNilai.objects.filter(tahun=tahun).values("satker")
    daftar = Satker.objects.di_bawah(satker.path).exclude(pk=satker.pk).filter(pk__in=berhitung)
    for bawahan in daftar.iterator():
        refresh_nilai_tahunan(bawahan, tahun)  # a transaction each: nobody waits for all of them
    return daftar.count()


def refresh_usang() -> None:
    """Compute again what was computed under another agreement or policy, and what a new agreement begins."""
    tahun_ini = timezone.localdate().year
    for tahun in (tahun_ini - 1, tahun_ini):
        tertanda = PerjanjianKinerja.objects.filter(tahun=tahun, status=StatusPerjanjian.DITANDATANGANI.value)
        daftar = Satker.objects.filter(pk__in=tertanda.order_by().values("satker")).order_by("pk")
        usang = [s for s in daftar if read_dasar(s, tahun) != _dasar_kini(s, tahun)]
        for satker in usang:
            refresh_nilai_tahunan(satker, tahun)
        if usang:
            log.info("nilai tahunan %s: %s satker dihitung ulang", tahun, len(usang))


def _dasar_kini(satker: Satker, tahun: int) -> str:
    return build_dasar(SumberTarget(satker, tahun).find_perjanjian(), find_aturan(satker, tahun).kebijakan)
