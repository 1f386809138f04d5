"""What an installation needs before it can serve: folder, key, database, first administrator, files of the pages."""

import io
import os
import secrets
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import typer
from django.conf import settings
from django.core.checks import Tags
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import DatabaseError, connection, transaction

from akuntabel.doors.cli.galat import MasukanSalahError, print_galat
from akuntabel.platform.accounts.actions import draft_pengguna_pertama
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.actions import SatkerBaru, assign_peran, draft_satker
from akuntabel.siklus.organisasi.models import JenisSatker, Peran, Satker

_T = TypeVar("_T")
_KUNCI_PEMASANGAN = 0x414B554E  # any number that nobody else on this database uses
_ISIAN_SATKER = {
    "SATKER_KODE": "Kode satker",
    "SATKER_NAMA": "Nama satker",
    "SATKER_JENIS": f"Jenis satker: {', '.join(JenisSatker)}",
    "SATKER_KOTA": "Tempat penandatanganan",
    "SATKER_ENTITAS": "Entitas pelapor, misalnya KPU",
    "SATKER_KEMENTERIAN": "Kementerian/lembaga, misalnya Komisi Pemilihan Umum (BA 076)",
}
_ISIAN_ADMIN = {
    "ADMIN_NAMA": "Nama administrator",
    "ADMIN_SUREL": "Surel administrator",
    "ADMIN_SANDI": "Kata sandi administrator",
}
_BIDANG = {"email": "surel", "password": "kata sandi"}
_BELUM_ADA_ADMIN = (
    "Belum ada administrator, dan tidak ada yang dapat ditanyai. Jalankan “akuntabel serve” di terminal, atau isi "
    "variabel lingkungan ini:"
)


def prepare_instalasi() -> None:
    """Everything, in order; what is there already stays as it is. Raises MasukanSalahError.

    Only checks of the settings: those of addresses and models cost seconds and can say nothing new to an installation.
    """
    write_kunci(settings.DATA)
    try:
        call_command("check", tags=[Tags.files, Tags.security, Tags.caches], stdout=io.StringIO())
        with _sendirian():
            call_command("migrate", interactive=False, verbosity=0)
            _ensure_admin()
    except SystemCheckError as galat:
        raise MasukanSalahError(f"Pengaturan tidak dapat dipakai.\n{galat}") from galat
    except DatabaseError as galat:
        raise MasukanSalahError(f"Basis data tidak dapat disiapkan: {galat}") from galat
    call_command("collectstatic", interactive=False, verbosity=0)


@contextmanager
def _sendirian() -> Iterator[None]:
    """Several machines that start at once on one PostgreSQL prepare it one after the other."""
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as kursor:
        kursor.execute("SELECT pg_advisory_lock(%s)", [_KUNCI_PEMASANGAN])
        try:
            yield
        finally:
            kursor.execute("SELECT pg_advisory_unlock(%s)", [_KUNCI_PEMASANGAN])


def write_kunci(folder: Path) -> None:
    """The folder of the data and its secret key, for the eyes of this account only; a key that is there stays."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    berkas = folder / "kunci-rahasia"
    if os.environ.get("AKUNTABEL_SECRET_KEY") or berkas.exists():
        return
    nomor, sementara = tempfile.mkstemp(dir=folder)  # mode 600
    with os.fdopen(nomor, "w") as keluar:
        keluar.write(secrets.token_urlsafe(50))
    Path(sementara).replace(berkas)


@transaction.atomic
def draft_admin_pertama(isian: Mapping[str, str]) -> None:
    """The first office and who looks after it: roles belong to offices. Raises MasukanSalahError with all problems."""
    salah: list[str] = []
    pengguna = _collect(salah, lambda: _draft_pengguna(isian))
    satker = _collect(salah, lambda: _akar() or _draft_satker(isian))
    if pengguna is None or satker is None:
        raise MasukanSalahError("\n".join(["Administrator pertama belum dapat dibuat.", *salah]))
    assign_peran(pengguna, satker, Peran.ADMIN, by=None)


def _draft_pengguna(isian: Mapping[str, str]) -> Pengguna:
    return draft_pengguna_pertama(email=isian["ADMIN_SUREL"], nama=isian["ADMIN_NAMA"], password=isian["ADMIN_SANDI"])


def _draft_satker(isian: Mapping[str, str]) -> Satker:
    nilai = {nama.removeprefix("SATKER_").lower(): isian[nama] for nama in _ISIAN_SATKER}
    return draft_satker(SatkerBaru(nama_lengkap=nilai["nama"], **nilai), induk=None, by=None)


def _akar() -> Satker | None:
    return Satker.objects.filter(induk=None).order_by("pk").first()


def _collect(salah: list[str], tindakan: Callable[[], _T]) -> _T | None:
    """What the act gives; what is wrong with its input goes to the list, a line for each problem."""
    try:
        with transaction.atomic():
            return tindakan()
    except ValidationError as galat:
        bidang = galat.message_dict if hasattr(galat, "error_dict") else {"pengguna": galat.messages}
        salah += [f"• {_BIDANG.get(b, b)}: {pesan}" for b, daftar in bidang.items() for pesan in daftar]
        return None


def _ensure_admin() -> None:
    """Asks until it fits where somebody answers; else the environment must say it."""
    if Pengguna.objects.exists():
        return
    perlu = _ISIAN_ADMIN if _akar() else _ISIAN_SATKER | _ISIAN_ADMIN
    isian = {nama: os.environ[f"AKUNTABEL_{nama}"] for nama in perlu if f"AKUNTABEL_{nama}" in os.environ}
    if not sys.stdin.isatty():
        if kurang := [f"AKUNTABEL_{nama} ({arti})" for nama, arti in perlu.items() if nama not in isian]:
            raise MasukanSalahError("\n• ".join([_BELUM_ADA_ADMIN, *kurang]))
        draft_admin_pertama(isian)
        return
    typer.echo("Belum ada administrator. Isilah data satker pertama dan orang yang mengelolanya.")
    is_cocok = False
    while not is_cocok:
        isian = {nama: _ask(nama, arti, isian.get(nama)) for nama, arti in perlu.items()}
        try:
            draft_admin_pertama(isian)
            is_cocok = True
        except MasukanSalahError as galat:
            print_galat(str(galat))


def _ask(nama: str, arti: str, semula: str | None) -> str:
    if nama != "ADMIN_SANDI":
        return str(typer.prompt(arti, default=semula))
    return str(typer.prompt(arti, hide_input=True, confirmation_prompt="Ulangi kata sandi"))
