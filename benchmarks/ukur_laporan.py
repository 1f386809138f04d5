"""Reports of several offices through the queue, and the same documents in a bare loop, on the database of the settings.

The loop reads no database and keeps nothing: it composes the facts it has and renders them. Every report has a cover of
its own, so that none is the same as another. A core of the queue counts as busy all the time.
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from django.core.management import call_command

from akuntabel.core.compose.lkj import compose_lkj
from akuntabel.core.fakta.fakta_tahun import FaktaTahun
from akuntabel.core.fakta.hasil import compute_hasil
from akuntabel.core.fakta.paket import seal_fakta
from akuntabel.core.render.berkas import Format, render_berkas
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.tasks.models import StatusTugas, Tugas
from akuntabel.siklus.organisasi.actions import assign_peran
from akuntabel.siklus.organisasi.models import Peran, Satker
from akuntabel.siklus.pelaporan.berlaku import find_laporan
from akuntabel.siklus.pelaporan.dokumen import submit_dokumen
from akuntabel.siklus.pelaporan.impor_paket import import_paket
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from contoh_paket import read_contoh

SASARAN = 1.2
JUMLAH_SATKER, PUTARAN, PEKERJA = 10, 10, 2
FORMAT = (Format.PDF, Format.DOCX, Format.HTML)
_KERJA = "import django; django.setup(); from akuntabel.platform.tasks.antrean_postgres import work; work(1)"


def measure() -> None:
    """Print what a report costs a core in the queue, in the loop, and the memory of a worker."""
    call_command("migrate", verbosity=0)
    fakta = read_contoh()
    daftar, pelaku = _fill(fakta)
    jumlah = len(daftar) * PUTARAN
    with _pekerja() as pekerja:
        _run([*daftar], pelaku, "pemanasan")
        memori = max(_puncak(p) for p in pekerja)
        mulai = time.perf_counter()
        for putaran in range(PUTARAN):
            _run(daftar, pelaku, f"Putaran {putaran}")
        antrean = (time.perf_counter() - mulai) * PEKERJA / jumlah
        akhir = max(_puncak(p) for p in pekerja)
    polos = _loop(fakta, jumlah) / jumlah
    print(
        f"{jumlah} reports, {PEKERJA} workers: {antrean:.3f} s of a core each; bare loop: {polos:.3f} s; "
        f"÷: {antrean / polos:.2f} (goal ≤ {SASARAN}); memory of a worker: {memori} MB warm, {akhir} MB after all"
    )


def _fill(fakta: FaktaTahun) -> tuple[list[LaporanKinerja], Pengguna]:
    """The example as so many offices, and who asks for their reports."""
    pelaku = Pengguna.objects.create_pengguna("rina@contoh.go.id", "Rina")
    daftar = []
    for n in range(JUMLAH_SATKER):
        satker = replace(fakta.satker, kode=str(657960 + n), nama=f"{fakta.satker.nama} {n}")
        tersalin = import_paket(replace(fakta, satker=satker), by=None, is_buat_induk=True).satker
        assign_peran(pelaku, Satker.objects.get(pk=tersalin.pk), Peran.PERENCANA, by=None)
        laporan = find_laporan(tersalin, fakta.tahun)
        assert laporan is not None
        daftar.append(laporan)
    return daftar, pelaku


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


def _run(daftar: list[LaporanKinerja], pelaku: Pengguna, tema: str) -> None:
    """Ask for the files of every report under a new cover, and wait for all."""
    tugas = []
    for laporan in daftar:
        LaporanKinerja.objects.filter(pk=laporan.pk).update(tema=tema)
        laporan.refresh_from_db()
        diminta = submit_dokumen(laporan, FORMAT, by=pelaku)
        assert diminta is not None
        tugas.append(diminta.pk)
    while Tugas.objects.filter(pk__in=tugas, status__in=[StatusTugas.MENUNGGU, StatusTugas.BERJALAN]).exists():
        time.sleep(0.02)
    gagal = Tugas.objects.filter(pk__in=tugas).exclude(status=StatusTugas.SELESAI).first()
    assert gagal is None, gagal and gagal.pesan


def _loop(fakta: FaktaTahun, jumlah: int) -> float:
    """Seconds of processor that so many reports take in this one process, after a first one."""
    mulai = 0.0
    for n in range(jumlah + 1):
        if n == 1:
            mulai = time.process_time()
        laporan = replace(fakta.laporan, tema=f"Laporan ke-{n}")
        render_berkas(compose_lkj(compute_hasil(seal_fakta(replace(fakta, laporan=laporan)))), FORMAT)
    return time.process_time() - mulai


def _puncak(pekerja: subprocess.Popen[bytes]) -> int:
    """The most memory that a process has had, in MB."""
    keadaan = Path(f"/proc/{pekerja.pid}/status").read_text("ascii")
    return int(next(b.split()[1] for b in keadaan.splitlines() if b.startswith("VmHWM"))) // 1024
