"""The trail is sealed by itself, every few minutes."""

import logging

from django.db import IntegrityError

from akuntabel.platform.audit.segel import seal_audit

log = logging.getLogger(__name__)


def seal_jejak() -> None:
    """Seal what has settled since the last seal."""
    try:
        segel = seal_audit()
    except IntegrityError:  # another machine has sealed the same rows at this moment
        return
    if segel:
        log.info("segel audit %s: %s baris", segel.pk, segel.jumlah)
