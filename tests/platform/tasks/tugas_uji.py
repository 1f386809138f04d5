"""Jobs of the tests. What they did stands in a file that outlives their worker."""

import time
from pathlib import Path

from django_tasks import task

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.tasks.kerjakan import TugasGagalError, report_kemajuan, transaksi_akhir


@task
def sum_angka(a: int, b: int) -> int:
    report_kemajuan(50, "separuh jalan")
    return a + b


@task
def refuse_berkas() -> None:
    raise TugasGagalError("Baris 3: tertulis “x”, diharapkan angka.", {"baris": 3})


@task
def break_down() -> None:
    raise ZeroDivisionError("rahasia dalam")


@task
def write_catatan(berkas: str, tulisan: str, detik: float = 0) -> None:
    with Path(berkas).open("a") as catatan:
        catatan.write(f"{tulisan}\n")
    time.sleep(detik)


@task
def survive_pembunuhan(berkas: str) -> str:
    """The first attempt never ends; the second finds its note, and ends."""
    if Path(berkas).exists():
        return "selesai pada percobaan kedua"
    Path(berkas).touch()
    report_kemajuan(30, "baru mulai")
    time.sleep(600)
    return ""


@task
def write_pengguna(surel: str) -> None:
    with transaksi_akhir():
        Pengguna.objects.create_pengguna(surel, "Ditulis tugas")
