"""The guard of ``conftest``: an act without a transaction of its own is seen, one with it is not."""

import pytest
from django.db import transaction
from pemeran import Pemeran

from akuntabel.platform.audit.catat import record_audit
from akuntabel.platform.audit.models import JejakAudit


def test_an_act_that_leans_on_the_transaction_of_another_is_seen(pemeran: Pemeran):
    with pytest.raises(AssertionError, match="uji di luar transaksi"):
        record_audit(pemeran.rina, "uji", pemeran.kota)


def test_an_act_with_a_transaction_of_its_own_leaves_its_row(pemeran: Pemeran):
    with transaction.atomic():
        jejak = record_audit(pemeran.rina, "uji", pemeran.kota)
    assert JejakAudit.objects.get(pk=jejak.pk).tindakan == "uji"
