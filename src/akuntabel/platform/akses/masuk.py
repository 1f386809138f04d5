"""Who comes with a token: found by its hash, and noted as used, at most once a minute."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from akuntabel.platform.akses.actions import TANDA, hash_token
from akuntabel.platform.akses.models import TokenAkses
from akuntabel.platform.kueri import KueriTetap

JEDA_TULIS = timedelta(minutes=1)
_TOKEN: KueriTetap[TokenAkses] = KueriTetap(lambda sidik: TokenAkses.objects.filter(sidik=sidik), "0")


def find_token(teks: str) -> TokenAkses | None:
    """The token that opens something now, with its owner; None for every other text, whatever is wrong with it."""
    token = _TOKEN.first(hash_token(teks)) if teks.startswith(TANDA) else None
    if token is None or not token.is_berlaku or not token.pengguna.is_active:
        return None
    return token


def note_pakai(token: TokenAkses) -> None:
    """That it was used just now; written so seldom that reading through the API does not become writing."""
    kini = timezone.now()
    if token.terakhir_dipakai is not None and kini - token.terakhir_dipakai < JEDA_TULIS:
        return
    lama = Q(terakhir_dipakai=None) | Q(terakhir_dipakai__lt=kini - JEDA_TULIS)
    TokenAkses.objects.filter(lama, pk=token.pk).update(terakhir_dipakai=kini)
