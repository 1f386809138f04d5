"""What people have of akses, for the pages (see ``isi``).

The planner has a token that holds and one that was withdrawn; pengelola data one for everything, with its text, for
tests that run a program against a site of its own.
"""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.akses.actions import draft_token, withdraw_token
from akuntabel.siklus.hak_token import HakToken
from akuntabel.siklus.organisasi.models import Satker

TAHUN = timezone.localdate().year


def build_objek(
    satker: Satker, objek: Mapping[str, Any], *, perencana: Pengguna, pengelola: Pengguna, ketua: Pengguna
) -> dict[str, Any]:
    """The things of one office by name; objek: those of the stages before."""
    token, _ = draft_token(nama="Pemindah data", hak=["baca"], hari=90, by=perencana)
    lama, _ = draft_token(nama="Percobaan", hak=["baca", "ukur"], hari=30, batas=satker.kode, by=perencana)
    withdraw_token(lama, by=perencana)
    _, teks = draft_token(nama="Program uji", hak=list(HakToken), hari=30, by=pengelola)
    return {"token": token.pk, "sisa": "v1/tidak-ada", "token_program": teks, "tahun_program": TAHUN}


def add_baris(
    satker: Satker, objek: Mapping[str, Any], n: int, *, perencana: Pengguna, pengelola: Pengguna, ketua: Pengguna
) -> None:
    """One more of each thing that stands in a list."""
    draft_token(nama=f"Program {n}", hak=["baca"], hari=30, by=perencana)
