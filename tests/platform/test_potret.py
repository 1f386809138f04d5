"""In a block of ``potret`` the database stands still for who reads, and for nobody else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test.utils import CaptureQueriesContext

from akuntabel.platform.potret import potret


@pytest.fixture
def angka(transactional_db: None, tmp_path: Path) -> Iterator[None]:
    """A database with one figure. On SQLite a file: that of the tests is in memory, where readers keep writers out."""
    semula = connections["default"]
    if semula.vendor == "sqlite":
        connections["default"] = semula.copy()
        connection.settings_dict["NAME"] = tmp_path / "uji.sqlite3"
    _execute("CREATE TABLE angka (n integer)")
    _execute("INSERT INTO angka VALUES (1)")
    yield
    _execute("DROP TABLE angka")
    if semula.vendor == "sqlite":
        connection.close()
        connections["default"] = semula


@pytest.fixture
def lain(angka: None) -> Iterator[BaseDatabaseWrapper]:
    """The connection of another process."""
    koneksi = connections["default"].copy()
    yield koneksi
    koneksi.close()


def _execute(sql: str, koneksi: BaseDatabaseWrapper | None = None) -> None:
    with (koneksi or connection).cursor() as kursor:
        kursor.execute(sql)


def _baca() -> int:
    with connection.cursor() as kursor:
        kursor.execute("SELECT n FROM angka")
        return kursor.fetchone()[0]


def test_what_others_write_meanwhile_is_not_seen(angka: None, lain: BaseDatabaseWrapper):
    with potret():
        assert _baca() == 1
        _execute("UPDATE angka SET n = 2", lain)
        assert _baca() == 1
    assert _baca() == 2


def test_who_writes_does_not_wait_for_who_reads_nor_the_other_way_round(angka: None, lain: BaseDatabaseWrapper):
    _execute("BEGIN", lain)
    _execute("UPDATE angka SET n = 2", lain)  # and holds the lock
    with potret():
        assert _baca() == 1
        _execute("COMMIT", lain)
        assert _baca() == 1


def test_nothing_can_be_written_in_it_and_everything_again_after_it(angka: None):
    with pytest.raises(DatabaseError), potret():
        _execute("UPDATE angka SET n = 2")
    assert _baca() == 1
    with transaction.atomic():
        _execute("UPDATE angka SET n = 3")
    assert _baca() == 3


def test_other_transactions_of_the_connection_begin_as_before(angka: None):
    def awal() -> str:
        with CaptureQueriesContext(connection) as daftar, transaction.atomic():
            _baca()
        return daftar.captured_queries[0]["sql"]

    semula = awal()
    with pytest.raises(ZeroDivisionError), potret():
        _ = 1 // 0
    assert awal() == semula


def test_in_an_open_transaction_it_opens_nothing(angka: None):
    with transaction.atomic(), potret():
        _execute("UPDATE angka SET n = 2")
    assert _baca() == 2
