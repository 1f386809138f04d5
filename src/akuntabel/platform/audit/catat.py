"""Write the trail of an act, in its transaction."""

from collections.abc import Mapping
from typing import Any

from django.db import models, transaction

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.platform.kueri import insert_baris


def record_audit(
    pelaku: Pengguna | None,
    tindakan: str,
    objek: models.Model,
    *,
    lama: Mapping[str, Any] | None = None,
    baru: Mapping[str, Any] | None = None,
    alasan: str = "",
) -> JejakAudit:
    """Say who did what to which object, with the values before and after. Must be called inside a transaction.

    pelaku None: the system itself. lama, baru: only the fields that the act changed. Raises TransactionManagementError
    outside a transaction: an act without its trail, or a trail without its act, must not be possible.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("record_audit outside a transaction")
    jejak = JejakAudit(
        pelaku=pelaku,
        tindakan=tindakan,
        objek=objek._meta.label,
        objek_id=str(objek.pk),
        lama=dict(lama or {}),
        baru=dict(baru or {}),
        alasan=alasan,
    )
    insert_baris(jejak)
    return jejak
