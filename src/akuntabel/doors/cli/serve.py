"""``akuntabel serve`` and ``akuntabel worker``: the site of one machine, and the worker of a further one."""

import errno
import multiprocessing
import os
import socket
import subprocess
import sys
import threading
import time
from typing import Annotated

import typer
from django.db import connection, connections
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from akuntabel.doors.cli.django_siap import require_basis_data
from akuntabel.doors.cli.galat import MasukanSalahError
from akuntabel.doors.cli.induk import LINGKUNGAN_INDUK, follow_induk
from akuntabel.doors.cli.pemasangan import prepare_instalasi
from akuntabel.platform.tasks.pekerja import run_pekerja

UTAS = 4  # blocking threads of one web process
_TUNGGU_PORT = 5.0  # seconds: processes of a server that was killed need a moment to see it
_TENGGANG = 15.0  # seconds the worker has to end its job
_SETEMPAT = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 — where all addresses of this machine answer here
_PEKERJA = [sys.executable, "-c", "from akuntabel.doors.cli.main import main; main()", "worker"]


def serve_situs(
    alamat: Annotated[str, typer.Option(metavar="ALAMAT", help="Alamat tempat situs mendengarkan.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="PORT", help="Port tempat situs mendengarkan.", min=1, max=65535)] = 8000,
) -> None:
    """Prepare what is missing, then serve until SIGTERM or Ctrl+C."""
    require_port(alamat, port)
    prepare_instalasi()
    is_sendiri = connection.vendor == "sqlite"
    connections.close_all()
    os.environ[LINGKUNGAN_INDUK] = str(os.getpid())
    os.environ.setdefault("AKUNTABEL_ALAMAT", f"http://localhost:{port}")  # what the QR of signed documents names
    multiprocessing.set_start_method("spawn")  # processes that start clean: no connection and no key of this one
    peladen = Server(
        "akuntabel.config.wsgi:application",
        address=alamat,
        port=port,
        interface=Interfaces.WSGI,
        workers=1 if is_sendiri else os.cpu_count() or 1,
        blocking_threads=UTAS,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=5,  # Ctrl+C and then the order to end, one upon the other, can leave a process hanging
    )
    berhenti = threading.Event()
    pendamping = threading.Thread(target=_accompany, args=(alamat, port, is_sendiri, berhenti))
    peladen.on_startup(pendamping.start)
    try:
        peladen.serve()
    except SystemExit:
        # Ctrl+C reaches the web processes as well; that one of them ends first is no failure.
        if not peladen.interrupt_signal:
            raise
    finally:
        berhenti.set()
        if pendamping.ident is not None:
            pendamping.join()


def work() -> None:
    """Do background jobs until SIGTERM or Ctrl+C."""
    require_basis_data()
    follow_induk()
    run_pekerja()


def require_port(alamat: str, port: int) -> None:
    """Raises MasukanSalahError where another program has the port, or this machine has no such address."""
    batas = time.monotonic() + _TUNGGU_PORT
    while True:
        try:
            socket.create_server((alamat, port), family=socket.AF_INET6 if ":" in alamat else socket.AF_INET).close()
            return
        except OSError as galat:
            if galat.errno == errno.EADDRINUSE and time.monotonic() < batas:
                time.sleep(0.2)
                continue
            raise MasukanSalahError(_sebab(galat, alamat, port)) from galat


def _sebab(galat: OSError, alamat: str, port: int) -> str:
    if galat.errno == errno.EADDRINUSE:
        return (
            f"Port {port} di {alamat} sudah dipakai program lain. Hentikan program itu, atau pilih port lain: "
            f"akuntabel serve --port {port + 1 if port < 65535 else 8000}"
        )
    if galat.errno == errno.EACCES:
        return f"Port {port} hanya boleh dipakai administrator komputer. Pilih port 1024 ke atas."
    return f"Alamat {alamat} bukan alamat komputer ini. Pakai 127.0.0.1, atau 0.0.0.0 untuk semua alamatnya."


def _accompany(alamat: str, port: int, is_sendiri: bool, berhenti: threading.Event) -> None:
    """Beside the server: say the address as soon as the site answers there, then keep the embedded worker alive."""
    if not _wait_situs(alamat, port, berhenti):
        return
    _print_alamat(alamat, port, is_sendiri=is_sendiri)
    while is_sendiri and not berhenti.is_set():
        # A session of its own: Ctrl+C in the terminal is for this process, which then tells the worker.
        with subprocess.Popen(_PEKERJA, start_new_session=True) as pekerja:  # noqa: S603 — this very program
            while pekerja.poll() is None and not berhenti.wait(0.5):
                pass
            pekerja.terminate()
            try:
                pekerja.wait(_TENGGANG)
            except subprocess.TimeoutExpired:
                pekerja.kill()  # its job is done again at the next start
        berhenti.wait(1)


def _wait_situs(alamat: str, port: int, berhenti: threading.Event) -> bool:
    tujuan = _SETEMPAT.get(alamat, alamat)
    while not berhenti.wait(0.1):
        try:
            socket.create_connection((tujuan, port), timeout=1).close()
            return True
        except OSError:  # not yet
            continue
    return False


def _print_alamat(alamat: str, port: int, *, is_sendiri: bool) -> None:
    nama = f"[{alamat}]" if ":" in alamat else alamat
    sys.stdout.write(f"Akuntabel berjalan di http://{nama}:{port}/ (berhenti: Ctrl+C)\n")
    if alamat in _SETEMPAT and "AKUNTABEL_HOSTS" not in os.environ:
        sys.stdout.write("Hanya “localhost” yang dijawab; sebutkan nama lain situs ini dalam AKUNTABEL_HOSTS.\n")
    if not is_sendiri:
        sys.stdout.write("Tugas latar dikerjakan oleh “akuntabel worker”; jalankan di satu mesin atau lebih.\n")
    sys.stdout.flush()
