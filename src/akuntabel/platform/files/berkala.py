"""Files of short life leave by themselves: an upload that was looked at and never taken."""

from functools import partial

from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone

from akuntabel.platform.files.models import Berkas
from akuntabel.platform.files.penyimpanan import find_penyimpanan
from akuntabel.platform.files.retensi import UMUR_SEMENTARA, Retensi


def remove_berkas_sementara() -> None:
    """Take away the temporary files whose time is over, row and bytes; what something points at stays."""
    habis = Berkas.objects.filter(retensi=Retensi.SEMENTARA, created_at__lt=timezone.now() - UMUR_SEMENTARA)
    for pk in list(habis.values_list("pk", flat=True)):
        _remove(pk)


@transaction.atomic
def _remove(pk: int) -> None:
    """Somebody may have brought the same bytes to be kept longer since they were listed."""
    berkas = Berkas.objects.select_for_update().filter(pk=pk, retensi=Retensi.SEMENTARA).first()
    if berkas is None:
        return
    try:
        berkas.delete()
    except ProtectedError:
        return
    transaction.on_commit(partial(_remove_isi, berkas.sidik, berkas.letak))


def _remove_isi(sidik: str, letak: str) -> None:
    """Who brings the bytes at this very moment finds them gone, is told so, and brings them back with the next try."""
    if not Berkas.objects.filter(sidik=sidik).exists():
        find_penyimpanan().delete(letak)
