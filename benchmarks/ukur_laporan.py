"""Reports of a hundred offices through the queue, and the same reports in a bare loop, on the database of the settings.

The loop reads no database and keeps nothing: it composes the facts it has and renders them, in as many processes as the
queue has workers. Every office has a name of its own, so that no report and no figure in it is the same as another. A
core counts as busy from the first question to the last answer, and who asks has no core to himself. Queue and loop take
turns, so that both meet the same moments of the machine.
"""

import multiprocessing
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from django.core.management import call_command

from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.tasks.models import StatusTugas, Tugas
from akuntabel.siklus.organisasi.actions import assign_peran
from akuntabel.siklus.organisasi.models import Peran, Satker
from akuntabel.siklus.pelaporan.berlaku import find_laporan
from akuntabel.siklus.pelaporan.dokumen import submit_dokumen
from akuntabel.siklus.pelaporan.impor_paket import import_paket
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from benchmarks.lantai_laporan import FORMAT, render_polos
from contoh_paket import read_contoh

SASARAN = 1.2
JUMLAH, GILIRAN, PEMANASAN, PEKERJA = 100, 4, 4, 2
_KERJA = "import django; django.setup(); from akuntabel.platform.tasks.antrean_postgres import work; work(1)"


def measure() -> None:
    """Print what a report costs a core in the queue, in the loop, and the memory of a worker."""
    call_command("migrate", verbosity=0)
    pelaku = Pengguna.objects.create_pengguna("rina@contoh.go.id", "Rina")
    daftar_fakta = [_name_fakta(read_contoh(), n) for n in range(PEMANASAN + JUMLAH)]
    daftar = [_import(fakta, pelaku) for fakta in daftar_fakta]
    antrean, polos, memori = 0.0, 0.0, []
    bersih = multiprocessing.get_context("spawn")  # without this process's Django
    with _pekerja() as pekerja, ProcessPoolExecutor(PEKERJA, mp_context=bersih) as kolam:
        _run(daftar[:PEMANASAN], pelaku)
        list(kolam.map(render_polos, daftar_fakta[:PEMANASAN]))
        for mulai in range(PEMANASAN, PEMANASAN + JUMLAH, JUMLAH // GILIRAN):
            bagian = slice(mulai, mulai + JUMLAH // GILIRAN)
            antrean += _time(lambda b=bagian: _run(daftar[b], pelaku))
            memori.append(_puncak(pekerja))
            polos += _time(lambda b=bagian: list(kolam.map(render_polos, daftar_fakta[b])))
    print(
        f"{JUMLAH} reports, {PEKERJA} workers: {antrean * PEKERJA / JUMLAH:.3f} s of a core each; "
        f"bare loop: {polos * PEKERJA / JUMLAH:.3f} s; ÷: {antrean / polos:.2f} (goal ≤ {SASARAN}); "
        f"memory of a worker, MB, after each quarter: {', '.join(map(str, memori))}"
    )


def _time(kerja: Callable[[], object]) -> float:
    mulai = time.perf_counter()
    kerja()
    return time.perf_counter() - mulai


def _name_fakta(fakta: FaktaTahun, ke: int) -> FaktaTahun:
    """The example as another office."""
    return replace(fakta, satker=replace(fakta.satker, kode=str(657960 + ke), nama=f"{fakta.satker.nama} {ke}"))


def _import(fakta: FaktaTahun, pelaku: Pengguna) -> LaporanKinerja:
    """The office with its report; pelaku may ask for it."""
    satker = import_paket(fakta, by=None, is_buat_induk=True).satker
    assign_peran(pelaku, Satker.objects.get(pk=satker.pk), Peran.PERENCANA, by=None)
    laporan = find_laporan(satker, fakta.tahun)
    assert laporan is not None
    return laporan


@contextmanager
def _pekerja() -> Iterator[list[subprocess.Popen[bytes]]]:
    daftar = [subprocess.Popen([sys.executable, "-c", _KERJA]) for _ in range(PEKERJA)]  # noqa: S603 — our own text
    try:
        yield daftar
    finally:
        for p in daftar:
            p.terminate()
        for p in daftar:
            p.wait(60)


def _run(daftar: Sequence[LaporanKinerja], pelaku: Pengguna) -> None:
    """Ask for the files of every report, and wait for all."""
    tugas = []
    for laporan in daftar:
        diminta = submit_dokumen(laporan, FORMAT, by=pelaku)
        assert diminta is not None
        tugas.append(diminta.pk)
    while Tugas.objects.filter(pk__in=tugas, status__in=[StatusTugas.MENUNGGU, StatusTugas.BERJALAN]).exists():
        time.sleep(0.1)  # to look costs as well
    gagal = Tugas.objects.filter(pk__in=tugas).exclude(status=StatusTugas.SELESAI).first()
    assert gagal is None, gagal and gagal.pesan


def _puncak(pekerja: Sequence[subprocess.Popen[bytes]]) -> int:
    """The most memory that one of the processes has had, in MB."""

    def read(pid: int) -> int:
        keadaan = Path(f"/proc/{pid}/status").read_text("ascii")
        return int(next(b.split()[1] for b in keadaan.splitlines() if b.startswith("VmHWM")))

    return max(read(p.pid) for p in pekerja) // 1024
