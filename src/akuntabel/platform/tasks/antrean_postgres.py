"""Jobs on PostgreSQL: Procrastinate tells the workers of several machines, and finds out which of them have died."""

import asyncio
import os
import signal
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import procrastinate
from django.db import close_old_connections
from procrastinate.app import WorkerOptions
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.jobs import Status

from akuntabel.platform.tasks.antrean import TugasBackend
from akuntabel.platform.tasks.berkala import Berkala, daftar_berkala
from akuntabel.platform.tasks.kerjakan import run_tugas
from akuntabel.platform.tasks.models import DETAK, HILANG, StatusTugas, Tugas
from akuntabel.platform.tasks.pekerja_tunggal import build_nama

KERJAKAN, PULIHKAN = "kerjakan", "pulihkan"  # names of jobs, and of their queues: rescue never waits behind work
PERIKSA_SETIAP = 10  # seconds


class MasihBerjalanError(Exception):
    """Somebody who gives signs of life works on the job: look again."""


class ProcrastinateBackend(TugasBackend):
    """The row, and in the same transaction the notice to the workers."""

    def deliver(self, tugas: Tugas) -> None:
        """Tell the workers; they hear of it at the commit."""
        app.configure_task(KERJAKAN).defer(pk=str(tugas.pk))


def register(aplikasi: procrastinate.App) -> None:
    """What Procrastinate may call; Django tells when it is ready."""
    # What a job raises ends in its row; what comes out here is of the machine, and the notice must not be lost by it.
    tunggu = procrastinate.RetryStrategy(wait=int(DETAK.total_seconds()))
    aplikasi.task(name=KERJAKAN, queue=KERJAKAN, retry=tunggu)(_kerjakan)
    pulihkan = aplikasi.task(name=PULIHKAN, queue=PULIHKAN, queueing_lock=PULIHKAN, pass_context=True)(_pulihkan)
    aplikasi.periodic(cron=f"* * * * * */{PERIKSA_SETIAP}")(pulihkan)
    for berkala in daftar_berkala():
        nama = berkala.fungsi.__name__
        fungsi = aplikasi.task(name=nama, queue=PULIHKAN, queueing_lock=nama)(_build_berkala(berkala))
        aplikasi.periodic(cron=berkala.cron)(fungsi)


def _kerjakan(pk: str) -> None:
    try:
        if not run_tugas(uuid.UUID(pk), build_nama()) and _is_berjalan(pk):
            raise MasihBerjalanError(pk)
    finally:
        close_old_connections()  # as between two requests: one that is sound serves the next job of this thread


def _is_berjalan(pk: str) -> bool:
    return Tugas.objects.filter(pk=pk, status=StatusTugas.BERJALAN).exists()


async def _pulihkan(konteks: procrastinate.JobContext, timestamp: int) -> None:
    """Give the jobs of dead workers to the living."""
    pengelola = konteks.app.job_manager
    for job in await pengelola.get_stalled_jobs(seconds_since_heartbeat=HILANG.total_seconds()):
        if job.queue == KERJAKAN:
            await pengelola.retry_job(job, retry_at=datetime.now(UTC))
        else:  # periodic work: its next time is soon
            await pengelola.finish_job(job, Status.FAILED, delete_job=True)


def _build_berkala(berkala: Berkala) -> Callable[[int], None]:
    def jalankan(timestamp: int) -> None:
        try:
            berkala.fungsi()
        finally:
            close_old_connections()

    return jalankan


def work(jumlah: int | None = None) -> None:
    """Do jobs until SIGTERM or SIGINT; what was begun is ended first."""
    asyncio.run(_work(jumlah or os.cpu_count() or 1))


async def _work(jumlah: int) -> None:
    penghubung = app.connector
    assert isinstance(penghubung, DjangoConnector)  # noqa: S101 — settings give no other
    # An app of its own: jobs that queue jobs go on using Django's connection, and with it its transaction.
    aplikasi = app.with_connector(penghubung.get_worker_connector())
    pilihan: WorkerOptions = {
        "delete_jobs": "always",  # the row of Tugas tells what became of it
        "install_signal_handlers": False,
        "update_heartbeat_interval": DETAK.total_seconds(),
        "stalled_worker_timeout": HILANG.total_seconds(),
    }
    kerja: WorkerOptions = {**pilihan, "queues": [KERJAKAN], "concurrency": jumlah}
    jaga: WorkerOptions = {**pilihan, "queues": [PULIHKAN], "concurrency": 1}
    # A thread for each job and one for the guard: no more of them, so that each keeps its connection and its memory.
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(jumlah + 1))
    async with aplikasi.open_async():
        daftar = [asyncio.create_task(aplikasi.run_worker_async(**p)) for p in (kerja, jaga)]
        for tanda in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(tanda, _stop, daftar)
        selesai, _ = await asyncio.wait(daftar, return_when=asyncio.FIRST_COMPLETED)
        _stop(daftar)
        await asyncio.wait(daftar)
    for pekerja in selesai:
        if not pekerja.cancelled():
            pekerja.result()  # raises what ended it, so that who watches this process starts it again


def _stop(daftar: list[asyncio.Task[None]]) -> None:
    """Take nothing more, and end. To ask twice would break off what was begun."""
    for pekerja in daftar:
        if not pekerja.cancelling():
            pekerja.cancel()
