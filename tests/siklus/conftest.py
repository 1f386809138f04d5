"""Every test of the cycle knows the cast, and asks every act for a transaction of its own."""

import pytest
from django.db import connection
from pemeran import Pemeran, build_pemeran

from akuntabel.platform.audit import catat
from akuntabel.platform.audit.models import JejakAudit


@pytest.fixture
def pemeran(db: None) -> Pemeran:
    """One office with its people, and Tono from another."""
    return build_pemeran()


@pytest.fixture(autouse=True)
def transaksi_sendiri(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every act opens a transaction of its own: that of the test would hide one that does not."""
    if "pemeran" not in request.fixturenames or "transactional_db" in request.fixturenames:
        return
    request.getfixturevalue("db")
    luar, insert = len(connection.savepoint_ids), catat.insert_baris

    def simpan(jejak: JejakAudit) -> None:
        assert len(connection.savepoint_ids) > luar, f"{jejak.tindakan} di luar transaksi"
        insert(jejak)

    monkeypatch.setattr(catat, "insert_baris", simpan)
