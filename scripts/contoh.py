"""Fill an empty installation with the example office: its data package of 2020, a plan of today to learn with, and one
user per role. An installation that has an office is left alone.

    AKUNTABEL_DATA=data/contoh .venv/bin/python scripts/contoh.py
"""

import os
import sys
from pathlib import Path
from typing import Any

import django
import yaml
from django.conf import settings
from django.core.management import call_command
from django.db import transaction

AKAR = Path(__file__).parents[1]
PAKET = AKAR / "contoh" / "kpu-kota-blitar-2020"
SERTIFIKAT = "bu-ketua.p12"
RENCANA = AKAR / "contoh" / "rencana-2025-2029" / "rencana.yaml"


def main() -> None:
    """Migrate, load where nothing is there yet, and say who can sign in."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "akuntabel.config.settings")
    django.setup()
    from akuntabel.doors.cli.pemasangan import write_kunci
    from akuntabel.siklus.organisasi.models import Satker

    write_kunci(settings.DATA)
    call_command("migrate", verbosity=0)
    from muat_contoh import load_contoh, write_sertifikat

    write_sertifikat(settings.DATA / SERTIFIKAT)
    if not Satker.objects.exists():
        with transaction.atomic():
            load_contoh(PAKET, baca_rencana())
    for baris in daftar_akun():
        sys.stdout.write(f"{baris}\n")


def baca_rencana() -> dict[str, Any]:
    """The plan to learn with."""
    isi: dict[str, Any] = yaml.safe_load(RENCANA.read_text("utf-8"))
    return isi


def daftar_akun() -> list[str]:
    """Who can sign in, as printed by ./run."""
    from muat_contoh import SANDI

    from akuntabel.platform.accounts.models import Pengguna

    akun = []
    for p in Pengguna.objects.order_by("pk"):
        peran = ", ".join(f"{t.peran_enum.sebutan} {t.satker}" for t in p.daftar_penugasan.select_related("satker"))
        akun.append(f"  {p.email:<28} {p.nama:<14} {peran}")
    sertifikat = f"  sertifikat tanda tangan Bu Ketua: {settings.DATA / SERTIFIKAT}, kata sandinya sama"
    return [*akun, f"  kata sandi semuanya: {SANDI}", sertifikat]


if __name__ == "__main__":
    main()
