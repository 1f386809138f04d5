"""Do one job: take it, say while it runs that its worker lives, write what came out if it is still ours."""

import logging
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from traceback import format_exc
from typing import Any

from django.db import OperationalError, connection, transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks import TaskContext
from django_tasks.base import Task

from akuntabel.platform.tasks.antrean import build_hasil
from akuntabel.platform.tasks.models import DETAK, PERCOBAAN_TERBANYAK, StatusTugas, Tugas, TugasQuerySet

log = logging.getLogger(__name__)
_kini: ContextVar[Tugas | None] = ContextVar("tugas", default=None)


class TugasGagalError(Exception):
    """A job that ends without its result for a reason its owner can mend; the message is shown as it is."""

    def __init__(self, pesan: str, hasil: Any = None) -> None:
        super().__init__(pesan)
        self.hasil = hasil


class TugasDiambilAlihError(Exception):
    """This attempt was taken for dead and another works on the job: nothing more may be written."""


def report_kemajuan(persen: int, pesan: str = "") -> None:
    """Say how far the running job is. In a transaction it is seen when that commits; outside a job it is nothing."""
    _write_milik(persen=persen, pesan=pesan)


@contextmanager
def transaksi_akhir() -> Iterator[None]:
    """The last transaction of a job: commits only while this attempt still owns it."""
    with transaction.atomic():
        yield
        _write_milik()  # holds the row until the commit, and is a sign of life: nobody can take the job in between


def run_tugas(pk: uuid.UUID, pekerja: str) -> bool:
    """Do a job to its end, good or bad. False: it is not ours to take."""
    tugas = Tugas.objects.claim(pk, pekerja)
    if tugas is None:
        return False
    tanda = _kini.set(tugas)
    try:
        with _berdetak(tugas):
            _finish(tugas)
    finally:
        _kini.reset(tanda)
    return True


def _finish(tugas: Tugas) -> None:
    try:
        hasil = _call(tugas)
        akhir = {"status": StatusTugas.SELESAI, "persen": 100, "hasil": hasil}
    except TugasDiambilAlihError:
        log.warning("tugas %s percobaan %s diambil alih", tugas.pk, tugas.percobaan)
        return
    except TugasGagalError as galat:
        akhir = {"status": StatusTugas.GAGAL, "pesan": _pendek(str(galat)), "hasil": galat.hasil}
    except Exception:  # whatever a job raises ends the job, not the worker
        log.exception("tugas %s (%s) gagal", tugas.pk, tugas.nama)
        pesan = f"Terjadi kesalahan pada sistem. Sampaikan nomor ini kepada pengelola sistem: {tugas.pk}."
        akhir = {"status": StatusTugas.GAGAL, "pesan": pesan, "galat": format_exc()}
    if not _milik(tugas).update(selesai_at=timezone.now(), **akhir):
        log.warning("tugas %s percobaan %s tidak lagi miliknya", tugas.pk, tugas.percobaan)


def _call(tugas: Tugas) -> Any:
    if tugas.percobaan > PERCOBAAN_TERBANYAK:
        raise TugasGagalError(
            f"Pekerjaan ini {PERCOBAAN_TERBANYAK} kali terhenti di tengah jalan dan tidak dicoba lagi. "
            "Perkecil masukannya, atau hubungi pengelola sistem."
        )
    tugas_django: Task[..., Any] = import_string(tugas.nama)
    if not isinstance(tugas_django, Task):
        raise TypeError(f"{tugas.nama} is not a task")
    konteks = [TaskContext(task_result=build_hasil(tugas, tugas_django))] if tugas_django.takes_context else []
    return tugas_django.call(*konteks, *tugas.argumen["args"], **tugas.argumen["kwargs"])


@contextmanager
def _berdetak(tugas: Tugas) -> Iterator[None]:
    """Signs of life from a thread of its own, so that a long computation does not look like death."""
    berhenti = threading.Event()
    detak = threading.Thread(target=_beat, args=(tugas, berhenti.wait), daemon=True)
    detak.start()
    try:
        yield
    finally:
        berhenti.set()
        detak.join()


def _beat(tugas: Tugas, tunggu: Callable[[float], bool]) -> None:
    while not tunggu(DETAK.total_seconds()):
        with suppress(OperationalError):  # SQLite: the job's own transaction has the database; the next beat will do
            _milik(tugas).update(detak=timezone.now())
    connection.close()


def _milik(tugas: Tugas) -> TugasQuerySet:
    """The row, while this attempt owns it."""
    return Tugas.objects.filter(pk=tugas.pk, percobaan=tugas.percobaan, status=StatusTugas.BERJALAN)


def _write_milik(**nilai: Any) -> None:
    tugas = _kini.get()
    if tugas is not None and not _milik(tugas).update(detak=timezone.now(), **nilai):
        raise TugasDiambilAlihError(str(tugas.pk))


def _pendek(pesan: str) -> str:
    batas = Tugas._meta.get_field("pesan").max_length or 0
    return pesan if len(pesan) <= batas else pesan[: batas - 1] + "…"
