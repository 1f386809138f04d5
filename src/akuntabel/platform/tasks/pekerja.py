"""The worker as a process: the one that fits the database, ended by SIGTERM or Ctrl+C."""

import signal
import threading

from django.db import connection

from akuntabel.platform.tasks import antrean_postgres, pekerja_tunggal


def run_pekerja() -> None:
    """Do jobs until told to stop."""
    if connection.vendor == "postgresql":
        antrean_postgres.work()
        return
    berhenti = threading.Event()
    for tanda in (signal.SIGTERM, signal.SIGINT):
        signal.signal(tanda, lambda *_: berhenti.set())
    pekerja_tunggal.work(berhenti)
