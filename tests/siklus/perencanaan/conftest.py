"""The draft of the plan, and the same after its adoption."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from naskah_renstra import Naskah, build_naskah
from pemeran import Pemeran

from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.perencanaan.actions.renstra import adopt_renstra, submit_renstra


@pytest.fixture(autouse=True)
def transaksi_sendiri(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every act opens a transaction of its own: that of the test would hide one that does not."""
    if "pemeran" not in request.fixturenames:
        return
    request.getfixturevalue("db")
    luar, simpan = len(connection.savepoint_ids), JejakAudit.save

    def save(jejak: JejakAudit, *args: Any, **kwargs: Any) -> None:
        assert len(connection.savepoint_ids) > luar, f"{jejak.tindakan} di luar transaksi"
        simpan(jejak, *args, **kwargs)

    monkeypatch.setattr(JejakAudit, "save", save)


@pytest.fixture
def naskah(pemeran: Pemeran) -> Naskah:
    """Drafted by Rina."""
    return build_naskah(pemeran)


@pytest.fixture
def ditetapkan(pemeran: Pemeran, naskah: Naskah) -> Naskah:
    """Submitted by Rina, adopted by Bu Ketua."""
    submit_renstra(naskah.renstra, by=pemeran.rina)
    adopt_renstra(naskah.renstra, by=pemeran.bu_ketua, tanggal=date(2025, 2, 1))
    return naskah
