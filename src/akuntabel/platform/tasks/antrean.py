"""The queue behind django-tasks: a row of the table of jobs. On SQLite the embedded worker finds it there itself."""

import uuid
from typing import Any

from django.db import transaction
from django.utils.module_loading import import_string
from django_tasks import TaskResult, TaskResultStatus
from django_tasks.backends.base import BaseTaskBackend
from django_tasks.base import Task, TaskError
from django_tasks.exceptions import TaskResultDoesNotExist
from django_tasks.signals import task_enqueued
from django_tasks.utils import normalize_json

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.tasks.models import StatusTugas, Tugas

_STATUS = {
    StatusTugas.MENUNGGU: TaskResultStatus.READY,
    StatusTugas.BERJALAN: TaskResultStatus.RUNNING,
    StatusTugas.SELESAI: TaskResultStatus.SUCCESSFUL,
    StatusTugas.GAGAL: TaskResultStatus.FAILED,
}


class TugasBackend(BaseTaskBackend):
    """Jobs as rows, written in the transaction of who asks for them."""

    supports_get_result = True

    def enqueue(self, task: Task[..., Any], args: Any, kwargs: Any) -> TaskResult[Any]:
        """Queue a job; it runs after the commit."""
        self.validate_task(task)
        argumen = {"args": normalize_json(list(args)), "kwargs": normalize_json(dict(kwargs))}
        with transaction.atomic():
            tugas = Tugas.objects.create(nama=task.module_path, argumen=argumen)
            self.deliver(tugas)
        hasil = build_hasil(tugas, task)
        task_enqueued.send(type(self), task_result=hasil)
        return hasil

    def deliver(self, tugas: Tugas) -> None:
        """Tell the workers. Here nothing: they look into the table."""

    def get_result(self, result_id: str) -> TaskResult[Any]:
        """The job as django-tasks knows it."""
        try:
            tugas = Tugas.objects.get(pk=uuid.UUID(result_id))
        except (ValueError, Tugas.DoesNotExist) as galat:
            raise TaskResultDoesNotExist(result_id) from galat
        return build_hasil(tugas, import_string(tugas.nama))


def submit_tugas(task: Task[..., Any], *args: Any, by: Pengguna | None, **kwargs: Any) -> Tugas:
    """Ask for a job in somebody's name; that person may follow it. by None: the system itself."""
    with transaction.atomic():
        pk = task.enqueue(*args, **kwargs).id
        Tugas.objects.filter(pk=pk).update(pemilik=by)
    return Tugas.objects.get(pk=pk)


def build_hasil(tugas: Tugas, task: Task[..., Any]) -> TaskResult[Any]:
    """The row in the words of django-tasks."""
    hasil: TaskResult[Any] = TaskResult(
        task=task,
        id=str(tugas.pk),
        status=_STATUS[StatusTugas(tugas.status)],
        enqueued_at=tugas.created_at,
        started_at=tugas.mulai_at,
        finished_at=tugas.selesai_at,
        last_attempted_at=tugas.mulai_at,
        args=tugas.argumen["args"],
        kwargs=tugas.argumen["kwargs"],
        backend=task.backend,
        errors=[TaskError(exception_class_path="builtins.Exception", traceback=tugas.galat)] if tugas.galat else [],
        worker_ids=[tugas.pekerja] * tugas.percobaan,
    )
    object.__setattr__(hasil, "_return_value", tugas.hasil)  # frozen, and no argument of its own
    return hasil
