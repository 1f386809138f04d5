"""The site as an office runs it: the server of `akuntabel serve` on a database of its own, in a process of its own.

Everything a page can break is there: static files as they are served, several requests at once, the real middleware.
Tests look at it from outside only; what they need in the database is put there before the server starts.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

AKAR = Path(__file__).parents[3]
DATABASE_URL = os.environ.get("DATABASE_URL", "")
IS_POSTGRES = DATABASE_URL.startswith("postgres")
APLIKASI = "akuntabel.config.wsgi:application"
TUNGGU = 60  # seconds until the server answers
PEKERJA = "import django; django.setup(); from akuntabel.platform.tasks.pekerja import run_pekerja; run_pekerja()"


@dataclass(frozen=True)
class Basis:
    """A filled database with the folder of its files: copied for each server, never served itself."""

    folder: Path
    nama: str  # of the database, on PostgreSQL
    setelan: str = "akuntabel.config.settings"

    @property
    def env(self) -> dict[str, str]:
        """What tells the application to use it."""
        lain = {k: v for k, v in os.environ.items() if not k.startswith("AKUNTABEL_") and k != "DATABASE_URL"}
        jalur = os.pathsep.join(str(AKAR / folder) for folder in ("", "tests", "tests/siklus"))
        alamat = {"DATABASE_URL": _alamat_postgres(self.nama)} if IS_POSTGRES else {}
        return {
            **lain,
            **alamat,
            "AKUNTABEL_DATA": str(self.folder),
            "AKUNTABEL_HOSTS": "127.0.0.1",
            "AKUNTABEL_SECRET_KEY": "kunci-uji-" * 6,  # of tests only; sessions outlive the process that opened them
            "DJANGO_SETTINGS_MODULE": self.setelan,
            "PYTHONPATH": jalur,
        }


@dataclass(frozen=True)
class Situs:
    """A site that answers. objek: of every office, the things that addresses name."""

    alamat: str
    folder: Path

    @property
    def objek(self) -> dict[str, dict[str, Any]]:
        """As ``isi_situs`` wrote it down."""
        return dict(json.loads((self.folder / "objek.json").read_text("utf-8")))


@contextmanager
def build_basis(folder: Path, skrip: Path, *, setelan: str = Basis.setelan) -> Iterator[Basis]:
    """An empty database, migrated and filled by the script; gone afterwards."""
    basis = Basis(folder, f"situs_{os.getpid()}_{skrip.stem}", setelan)
    folder.mkdir(parents=True, exist_ok=True)
    with _basis_postgres(basis.nama):
        subprocess.run([sys.executable, str(skrip)], env=basis.env, check=True)  # noqa: S603 — a script of the tests
        yield basis


@contextmanager
def copy_basis(asal: Basis, folder: Path) -> Iterator[Basis]:
    """The same again for one server to change."""
    shutil.copytree(asal.folder, folder)
    basis = Basis(folder, f"{asal.nama}_{folder.name}"[:60], asal.setelan)
    with _basis_postgres(basis.nama, templat=asal.nama):
        yield basis


@contextmanager
def serve_situs(basis: Basis) -> Iterator[Situs]:
    """The running site."""
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        port = soket.getsockname()[1]
    perintah = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    perintah += ["--workers", "1", "--blocking-threads", "4", "--no-ws", "--log-level", "warning", APLIKASI]
    with (basis.folder / "granian.log").open("wb") as log:
        proses = subprocess.Popen(perintah, env=basis.env, stdout=log, stderr=log)  # noqa: S603 — our own server
    try:
        alamat = f"http://127.0.0.1:{port}"
        _wait_siap(alamat, proses, basis.folder / "granian.log")
        yield Situs(alamat, basis.folder)
    finally:
        proses.terminate()
        proses.wait(TUNGGU)


@contextmanager
def run_pekerja(basis: Basis) -> Iterator[None]:
    """A worker beside the server, for what is not made while somebody waits."""
    proses = subprocess.Popen([sys.executable, "-c", PEKERJA], env=basis.env)  # noqa: S603 — our own text
    try:
        yield
    finally:
        proses.terminate()
        proses.wait(TUNGGU)


def _wait_siap(alamat: str, proses: subprocess.Popen[bytes], log: Path) -> None:
    """The first page is answered: the port alone is open before the application is loaded."""
    batas = time.monotonic() + TUNGGU
    while time.monotonic() < batas and proses.poll() is None:
        with suppress(OSError), urllib.request.urlopen(f"{alamat}/masuk/", timeout=TUNGGU):  # noqa: S310 — http, our own
            return
        time.sleep(0.05)
    raise RuntimeError(f"the site did not start:\n{log.read_text()}")


@contextmanager
def _basis_postgres(nama: str, *, templat: str = "template0") -> Iterator[None]:
    """A database on the server of DATABASE_URL; on SQLite there is nothing to make but the file."""
    if not IS_POSTGRES:
        yield
        return
    with psycopg.connect(DATABASE_URL, autocommit=True) as koneksi:
        koneksi.execute(f'CREATE DATABASE "{nama}" TEMPLATE "{templat}" ENCODING UTF8')
        try:
            yield
        finally:
            koneksi.execute(f'DROP DATABASE "{nama}" WITH (FORCE)')


def _alamat_postgres(nama: str) -> str:
    return DATABASE_URL.rpartition("/")[0] + "/" + nama
