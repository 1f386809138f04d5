"""Making a token and taking it back. A token is a person's own: nobody makes one for somebody else."""

import secrets
from collections.abc import Collection
from datetime import timedelta
from hashlib import sha256

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.akses.models import TokenAkses
from akuntabel.platform.audit.catat import record_audit

TANDA = "akt_"  # so that a token that leaks is known for what it is, by people and by scanners
PANJANG_AWALAN = len(TANDA) + 6
HARI_TERLAMA = 366
PALING_BANYAK = 20  # tokens of one person that are good at the same time


def hash_token(teks: str) -> str:
    """What is kept of a token. It is 256 bits of chance: no salt and no slow hash would make guessing harder."""
    return sha256(teks.encode()).hexdigest()


@transaction.atomic
def draft_token(*, nama: str, hak: Collection[str], hari: int, by: Pengguna, batas: str = "") -> tuple[TokenAkses, str]:
    """A new token of the person, and its text, which nobody can read again. hari: how long it lasts.

    Raises ValidationError with everything that is wrong, by field; PermissionDenied for a closed account.
    """
    if not by.is_active:
        raise PermissionDenied("Akun ini tidak aktif.")
    _check(nama.strip(), hak, hari, by)
    teks = TANDA + secrets.token_urlsafe(32)
    token = TokenAkses(
        pengguna=by,
        nama=nama.strip(),
        awalan=teks[:PANJANG_AWALAN],
        sidik=hash_token(teks),
        hak=sorted(set(hak)),
        batas=batas,
        kedaluwarsa=timezone.now() + timedelta(days=hari),
    )
    token.save()
    isi = {"nama": token.nama, "hak": token.hak, "batas": batas, "kedaluwarsa": token.kedaluwarsa.isoformat()}
    record_audit(by, "token.draft", token, baru=isi)
    return token, teks


@transaction.atomic
def withdraw_token(token: TokenAkses, *, by: Pengguna) -> None:
    """End a token for good. Raises PermissionDenied for somebody else's, ValidationError where it is ended already."""
    if token.pengguna_id != by.pk:
        raise PermissionDenied("Token ini milik pengguna lain.")
    kini = timezone.now()
    if not TokenAkses.objects.filter(pk=token.pk, dicabut_pada=None).update(dicabut_pada=kini):
        raise ValidationError(f"Token {token} sudah dicabut.")
    token.dicabut_pada = kini
    record_audit(by, "token.withdraw", token, baru={"nama": token.nama})


def withdraw_token_pengguna(pengguna: Pengguna, *, by: Pengguna | None) -> int:
    """End every token of a person who was withdrawn: none comes back when the person does. How many."""
    daftar = TokenAkses.objects.select_for_update().filter(pengguna=pengguna, dicabut_pada=None)
    kini = timezone.now()
    for token in daftar:
        TokenAkses.objects.filter(pk=token.pk).update(dicabut_pada=kini)
        record_audit(by, "token.withdraw", token, baru={"nama": token.nama}, alasan="akun dinonaktifkan")
    return len(daftar)


def _check(nama: str, hak: Collection[str], hari: int, by: Pengguna) -> None:
    salah = {}
    if not nama or len(nama) > 100:
        salah["nama"] = "Tulis nama program yang memakai token ini, paling banyak 100 huruf."
    if not hak:
        salah["hak"] = "Pilih paling sedikit satu hak."
    if not 1 <= hari <= HARI_TERLAMA:
        salah["hari"] = f"Masa berlaku tertulis {hari} hari, diharapkan 1 sampai {HARI_TERLAMA} hari."
    if TokenAkses.objects.filter(pengguna=by, dicabut_pada=None, kedaluwarsa__gt=timezone.now()).count() >= (
        PALING_BANYAK
    ):
        salah["nama"] = f"Anda sudah mempunyai {PALING_BANYAK} token yang berlaku. Cabut yang tidak dipakai lagi."
    if salah:
        raise ValidationError(salah)
