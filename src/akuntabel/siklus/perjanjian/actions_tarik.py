"""A draft that was begun by mistake is taken away again; what it said stays in the trail."""

from django.core.exceptions import ValidationError
from django.db import transaction

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.perjanjian.isi import build_isi
from akuntabel.siklus.perjanjian.kabar import withdraw_kabar
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja
from akuntabel.siklus.perjanjian.peralihan import lock_draf

__all__ = ["withdraw_perjanjian"]


@transaction.atomic
def withdraw_perjanjian(perjanjian: PerjanjianKinerja, *, by: Pengguna, alasan: str) -> None:
    """Delete a draft, the first of a year or a revision; the signed one that it would have revised stays in force.

    Raises PermissionDenied, and ValidationError without a reason or where it is no draft any more.
    """
    terkunci = lock_draf(perjanjian, by=by, tindakan="withdraw")
    if not alasan.strip():
        raise ValidationError("Sebutkan alasan penghapusan, agar jejaknya dapat dipahami kelak.")
    record_audit(by, "perjanjian.withdraw", terkunci, lama=build_isi(terkunci, None), alasan=alasan.strip())
    withdraw_kabar(terkunci, "perjanjian")
    terkunci.delete()
