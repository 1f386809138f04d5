"""Reading many tables as they are at one moment, while others go on writing.

Without it each query sees what was committed just before it, and the parts of a document could be of different moments.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction


@contextmanager
def potret() -> Iterator[None]:
    """Every read in the block sees the database of the first one; nothing can be written, and no writer has to wait.

    Within a transaction that is open already (an act, a test) it opens nothing and promises nothing: what is read is
    what that transaction sees.
    """
    if connection.in_atomic_block:
        yield
        return
    with ExitStack() as blok:
        if connection.vendor == "sqlite":
            _open_sqlite(blok)
        else:
            blok.enter_context(transaction.atomic())
            _execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def _open_sqlite(blok: ExitStack) -> None:
    """A transaction that does not take the lock of the writers, as every other of ours does when it begins."""
    blok.callback(_execute, "PRAGMA query_only = OFF")
    _execute("PRAGMA query_only = ON")  # opens the connection, which takes the mode out of the settings
    db: Any = connections[DEFAULT_DB_ALIAS]  # only SQLite's has a mode
    semula = db.transaction_mode
    db.transaction_mode = "DEFERRED"
    try:
        blok.enter_context(transaction.atomic())
    finally:
        db.transaction_mode = semula


def _execute(sql: str) -> None:
    with connection.cursor() as kursor:
        kursor.execute(sql)
