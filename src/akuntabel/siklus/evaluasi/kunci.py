"""A worksheet that is being written: its row, locked until the transaction ends, for who may write it."""

from django.core.exceptions import ValidationError

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.evaluasi.models import Lke, StatusLke
from akuntabel.siklus.evaluasi.permissions import require_penyusun


def lock_lke(lke: Lke, *, by: Pengguna, tindakan: str) -> Lke:
    """The row of a draft. Raises PermissionDenied, ValidationError."""
    require_penyusun(by, lke, tindakan)
    terkunci = Lke.objects.select_for_update().get(pk=lke.pk)
    if terkunci.status != StatusLke.DISUSUN.value:
        raise ValidationError(f"{terkunci} sudah {terkunci.status}; isinya diubah setelah dikembalikan atau direvisi.")
    return terkunci
