"""The embedded worker: one loop beside the server, for SQLite."""

import logging
import os
import socket
import threading
import time
import uuid

from django.db import OperationalError, close_old_connections

from akuntabel.platform.tasks.berkala import Berkala, daftar_berkala
from akuntabel.platform.tasks.kerjakan import run_tugas
from akuntabel.platform.tasks.models import Tugas

JEDA = 0.5  # seconds between two looks into an empty table
log = logging.getLogger(__name__)


def work(berhenti: threading.Event) -> None:
    """Do jobs, oldest first, and periodic ones, until told to stop; a job that was begun is ended first."""
    pekerja = build_nama()
    jatuh_tempo = dict.fromkeys(daftar_berkala(), time.monotonic())
    while not berhenti.is_set():
        close_old_connections()
        try:
            run_berkala(jatuh_tempo)
            ada = run_berikut(pekerja)
        except OperationalError:  # the database is locked or away for a moment; its rows are still there
            log.exception("basis data belum dapat dipakai")
            ada = False
        if not ada:
            berhenti.wait(JEDA)


def run_berikut(pekerja: str) -> bool:
    """Do the oldest job that may be taken; False where there is none."""
    pk = Tugas.objects.terbuka().order_by("created_at").values_list("pk", flat=True).first()
    return pk is not None and run_tugas(pk, pekerja)


def build_nama() -> str:
    """A name that no other worker has or had."""
    return f"{socket.gethostname()[:40]}:{os.getpid()}:{uuid.uuid4().hex[:8]}"


def run_berkala(jatuh_tempo: dict[Berkala, float]) -> None:
    """Call what is due, and say when it is due again."""
    for berkala, saat in jatuh_tempo.items():
        if time.monotonic() >= saat:
            jatuh_tempo[berkala] = time.monotonic() + berkala.menit * 60
            try:
                berkala.fungsi()
            except Exception:  # the next time is soon
                log.exception("%s gagal", berkala.fungsi.__name__)
