"""An office that goes under another parent takes its sums with it, in the same transaction."""

from django.dispatch import receiver

from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.pohon import satker_pindah
from akuntabel.siklus.pengukuran.rekap import move_rekap


@receiver(satker_pindah, dispatch_uid="pengukuran.rekap")
def follow_satker(*, satker: Satker, lama: str, baru: str, **_sinyal: object) -> None:
    """From the sums above its old place to those above the new one."""
    move_rekap(satker, lama=lama, baru=baru)
