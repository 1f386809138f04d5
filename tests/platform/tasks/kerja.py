"""A database of its own, workers as processes: what a machine with Akuntabel does, on SQLite and on PostgreSQL."""

import os
import sqlite3
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

FOLDER = Path(__file__).parent
SIAPKAN = "import django; django.setup(); "
PEKERJA = f"{SIAPKAN}from akuntabel.platform.tasks.pekerja import run_pekerja; run_pekerja()"


@dataclass
class Kerja:
    """An installation in a folder, seen from outside."""

    env: dict[str, str]
    sambung: Callable[[], Any]
    daftar_pekerja: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def run(self, program: str) -> None:
        """A short program in a process of its own."""
        subprocess.run([sys.executable, "-c", SIAPKAN + program], env=self.env, check=True)  # noqa: S603 — our own text

    def start_pekerja(self) -> subprocess.Popen[bytes]:
        """A worker; ended with the installation."""
        pekerja = subprocess.Popen([sys.executable, "-c", PEKERJA], env=self.env)  # noqa: S603 — our own text
        self.daftar_pekerja.append(pekerja)
        return pekerja

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        """Rows, by a connection of its own."""
        sambungan = self.sambung()
        try:
            return list(sambungan.execute(sql).fetchall())
        finally:
            sambungan.close()

    def wait_until(self, syarat: Callable[[], bool], detik: float) -> float:
        """Seconds until it holds."""
        mulai = time.monotonic()
        while not syarat():
            assert time.monotonic() - mulai < detik, self.query(
                "SELECT nama, status, percobaan, galat FROM tasks_tugas"
            )
            time.sleep(0.05)
        return time.monotonic() - mulai


@contextmanager
def open_kerja(folder: Path) -> Iterator[Kerja]:
    """An installation on the database that DATABASE_URL names, or on SQLite in the folder."""
    env = os.environ | {"AKUNTABEL_DATA": str(folder), "PYTHONPATH": os.pathsep.join([str(FOLDER), *sys.path])}
    alamat = os.environ.get("DATABASE_URL", "")
    nama = f"kerja_{uuid.uuid4().hex}"
    if alamat:
        with psycopg.connect(alamat, autocommit=True) as pusat:
            pusat.execute(f"CREATE DATABASE {nama}")
        env["DATABASE_URL"] = f"{alamat.rpartition('/')[0]}/{nama}"
        kerja = Kerja(env, lambda: psycopg.connect(env["DATABASE_URL"]))
    else:
        kerja = Kerja(env, lambda: sqlite3.connect(folder / "akuntabel.sqlite3"))
    try:
        kerja.run("from django.core.management import call_command; call_command('migrate', verbosity=0)")
        yield kerja
    finally:
        for pekerja in kerja.daftar_pekerja:
            pekerja.terminate()
        for pekerja in kerja.daftar_pekerja:
            with suppress(subprocess.TimeoutExpired):
                pekerja.wait(60)
            pekerja.kill()
            pekerja.wait()
        if alamat:
            with psycopg.connect(alamat, autocommit=True) as pusat:
                pusat.execute(f"DROP DATABASE {nama} WITH (FORCE)")
