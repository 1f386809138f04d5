"""The tree of offices stays whole while several people change it."""

from django.core.exceptions import ValidationError
from django.db.models import CharField, Value
from django.db.models.functions import Concat, Substr
from django.dispatch import Signal

from akuntabel.siklus.organisasi.models import LEBAR_LANGKAH, PANJANG_JALUR, Satker
from akuntabel.siklus.organisasi.querysets import saring_jalur

# Sent in the transaction of a move, with satker, lama and baru (its paths): a later stage that keeps sums along the
# tree moves them too, and this stage need not know it.
satker_pindah = Signal()


def lock_pohon() -> None:
    """Wait until nobody else changes the tree; held to the end of the transaction.

    A path is made from the parent's: who founds an office while its parent moves, or moves two offices under each
    other at the same time, would write a path that leads nowhere. The roots stand for the whole tree.
    """
    list(Satker.objects.filter(induk=None).order_by("pk").select_for_update(no_key=True).values_list("pk"))


def lock_satker(satker: Satker) -> None:
    """Wait until nobody else changes what hangs on this office; held to the end of the transaction."""
    Satker.objects.select_for_update(no_key=True).only("pk").get(pk=satker.pk)


def build_jalur(induk: Satker | None, id_: int) -> str:
    """The path of an office under a parent. Raises ValidationError where the tree would be too deep."""
    jalur = f"{induk.path if induk else ''}{id_:0{LEBAR_LANGKAH}d}/"
    if len(jalur) > PANJANG_JALUR:
        raise ValidationError(
            f"{induk} sudah {jalur.count('/') - 1} tingkat dari puncak; pohon satker paling dalam "
            f"{PANJANG_JALUR // (LEBAR_LANGKAH + 1)} tingkat. Pilih induk yang lebih tinggi."
        )
    return jalur


def move_jalur(lama: str, baru: str) -> None:
    """Give an office and all below it the paths of their new place, in one statement."""
    ekor = Substr("path", len(lama) + 1, output_field=CharField())
    Satker.objects.filter(saring_jalur(lama)).update(path=Concat(Value(baru), ekor))
