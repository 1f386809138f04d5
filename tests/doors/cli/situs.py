"""``akuntabel serve`` as a process, on a free port, with a folder of its own."""

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

PROGRAM = [sys.executable, "-c", "from akuntabel.doors.cli.main import main; main()"]
ADMIN = {
    "AKUNTABEL_SATKER_KODE": "357200",
    "AKUNTABEL_SATKER_NAMA": "KPU Kota Blitar",
    "AKUNTABEL_SATKER_JENIS": "kota",
    "AKUNTABEL_SATKER_KOTA": "Blitar",
    "AKUNTABEL_SATKER_ENTITAS": "KPU",
    "AKUNTABEL_SATKER_KEMENTERIAN": "Komisi Pemilihan Umum (BA 076)",
    "AKUNTABEL_ADMIN_NAMA": "Ani",
    "AKUNTABEL_ADMIN_SUREL": "ani@contoh.go.id",
    "AKUNTABEL_ADMIN_SANDI": "kopi-pahit-tanpa-gula",
}


def build_env(folder: Path, **tambahan: str) -> dict[str, str]:
    """The environment of an installation on SQLite, on whatever the tests run."""
    bersih = {k: v for k, v in os.environ.items() if k != "DATABASE_URL" and not k.startswith("AKUNTABEL_")}
    return bersih | {"AKUNTABEL_DATA": str(folder), "PYTHONPATH": os.pathsep.join(sys.path)} | tambahan


def run_program(*argumen: str, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """A command to its end; nobody answers its questions."""
    return subprocess.run(  # noqa: S603 — this very program
        [*PROGRAM, *argumen],
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def find_port() -> int:
    """A port that is free now."""
    with closing(socket.create_server(("127.0.0.1", 0))) as soket:
        return int(soket.getsockname()[1])


@dataclass
class Situs:
    """A site that runs."""

    proses: subprocess.Popen[str]
    folder: Path
    port: int

    def get(self, jalur: str, **kepala: str) -> tuple[HTTPResponse, bytes]:
        """One request, one answer."""
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=60)) as sambungan:
            sambungan.request("GET", jalur, headers=kepala)
            jawaban = sambungan.getresponse()
            return jawaban, jawaban.read()

    def query(self, sql: str) -> list[tuple[object, ...]]:
        """Rows of its database."""
        with closing(sqlite3.connect(self.folder / "akuntabel.sqlite3")) as sambungan:
            return sambungan.execute(sql).fetchall()

    def daftar_anak(self) -> list[int]:
        """The processes it has started."""
        per_utas = Path(f"/proc/{self.proses.pid}/task").glob("*/children")
        return [int(p) for anak in per_utas for p in anak.read_text().split()]

    def find_pekerja(self) -> int | None:
        """The embedded worker among them."""
        return next((p for p in self.daftar_anak() if b"worker" in Path(f"/proc/{p}/cmdline").read_bytes()), None)

    def stop(self, tanda: signal.Signals) -> int:
        """End it; the exit code."""
        self.proses.send_signal(tanda)
        return self.proses.wait(60)


@contextmanager
def open_situs(folder: Path, port: int, **tambahan: str) -> Iterator[Situs]:
    """The site, from the moment it says its address."""
    proses = subprocess.Popen(  # noqa: S603 — this very program
        [*PROGRAM, "serve", "--port", str(port)],
        env=build_env(folder, **tambahan),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert proses.stdout is not None
        baris = proses.stdout.readline()
        assert re.search(rf"http://127\.0\.0\.1:{port}/", baris), baris
        yield Situs(proses, folder, port)
    finally:
        if proses.poll() is None:
            proses.terminate()
            proses.wait(60)
        proses.stdout.close()  # type: ignore[union-attr]
