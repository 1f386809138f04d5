"""What can be done to an account. Whether ``by`` may is asked by the office, whose act calls these (siklus.organisasi).

The trail stands above this app, so it listens (``signals.tindakan_pengguna``), in the same transaction.
"""

from collections.abc import Mapping
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from akuntabel.platform.accounts.models import Pengguna, rapikan_nip
from akuntabel.platform.accounts.signals import tindakan_pengguna


@transaction.atomic
def draft_pengguna(
    *, email: str, nama: str, nip: str = "", password: str | None = None, by: Pengguna | None
) -> Pengguna:
    """Write a person down who may sign in; by None: an import or the first set-up.

    Without a password the person sets one through "Lupa kata sandi", or signs in by OIDC. Raises ValidationError with
    everything that is wrong.
    """
    _check_isian(email=email, nama=nama, nip=nip, password=password)
    pengguna = Pengguna.objects.create_pengguna(email, nama, nip=nip, password=password)
    _kabarkan(pengguna, "draft", baru=_isi(pengguna), by=by)
    return pengguna


@transaction.atomic
def draft_pengguna_pertama(*, email: str, nama: str, password: str, nip: str = "") -> Pengguna:
    """The first person of an empty installation, who is given the role of admin next. Raises ValidationError."""
    if Pengguna.objects.exists():
        raise ValidationError("Instalasi ini sudah punya pengguna; pengguna lain ditambahkan oleh admin satker.")
    return draft_pengguna(email=email, nama=nama, nip=nip, password=password, by=None)


@transaction.atomic
def revise_pengguna(pengguna: Pengguna, *, email: str, nama: str, nip: str, by: Pengguna, alasan: str = "") -> None:
    """Correct who a person is. Links sent to an old address die with the change. Raises ValidationError."""
    lama = _isi(pengguna)
    pengguna.email, pengguna.nama, pengguna.nip = email.strip().lower(), nama.strip(), rapikan_nip(nip) or None
    pengguna.full_clean()
    pengguna.save(update_fields=["email", "nama", "nip"])
    baru = _isi(pengguna)
    beda = [n for n in baru if lama[n] != baru[n]]
    if beda:
        _kabarkan(
            pengguna, "revise", lama={n: lama[n] for n in beda}, baru={n: baru[n] for n in beda}, alasan=alasan, by=by
        )


@transaction.atomic
def withdraw_pengguna(pengguna: Pengguna, *, by: Pengguna, alasan: str) -> None:
    """The person may no longer sign in, and every session of theirs ends. What they did stays theirs.

    Raises ValidationError for oneself and for someone already withdrawn.
    """
    if pengguna == by:
        raise ValidationError("Anda tidak dapat menonaktifkan akun Anda sendiri; mintalah admin lain.")
    # Sessions hang on the password: a new unusable one ends them for good, also if the person is let in again later.
    sandi = make_password(None)
    if not Pengguna.objects.filter(pk=pengguna.pk, is_active=True).update(is_active=False, password=sandi):
        raise ValidationError(f"Akun {pengguna} sudah tidak aktif.")
    pengguna.is_active, pengguna.password = False, sandi
    _kabarkan(pengguna, "withdraw", lama={"is_active": True}, baru={"is_active": False}, alasan=alasan, by=by)


@transaction.atomic
def return_pengguna(pengguna: Pengguna, *, by: Pengguna, alasan: str) -> None:
    """Let a person in again who was withdrawn, with a new password through a mail. Raises ValidationError."""
    if not Pengguna.objects.filter(pk=pengguna.pk, is_active=False).update(is_active=True):
        raise ValidationError(f"Akun {pengguna} masih aktif.")
    pengguna.is_active = True
    _kabarkan(pengguna, "return", lama={"is_active": False}, baru={"is_active": True}, alasan=alasan, by=by)


@transaction.atomic
def withdraw_dua_langkah(pengguna: Pengguna, *, by: Pengguna, alasan: str) -> None:
    """Let a person in by password alone who lost both telephone and recovery codes; the admin has seen who it is.

    Raises ValidationError for oneself, who has the page of the account, and where there is no second step.
    """
    if pengguna == by:
        raise ValidationError("Verifikasi dua langkah Anda sendiri diatur di halaman Akun dan keamanan.")
    jenis = sorted(Authenticator.objects.filter(user=pengguna).values_list("type", flat=True))
    if not jenis:
        raise ValidationError(f"{pengguna} tidak memakai verifikasi dua langkah.")
    Authenticator.objects.filter(user=pengguna).delete()
    _kabarkan(pengguna, "withdraw_dua_langkah", lama={"jenis": jenis}, baru={"jenis": []}, alasan=alasan, by=by)


def _check_isian(*, email: str, nama: str, nip: str, password: str | None) -> None:
    """Raises ValidationError with all that is wrong with a person and the password, field by field."""
    galat: dict[str, list[Any]] = {}
    calon = Pengguna(email=email.strip().lower(), nama=nama.strip(), nip=rapikan_nip(nip) or None)
    try:
        calon.full_clean(exclude=["password"])
    except ValidationError as salah:
        galat = salah.update_error_dict(galat)
    if password is not None:
        try:
            validate_password(password, calon)
        except ValidationError as salah:
            galat["password"] = salah.error_list
    if galat:
        raise ValidationError(galat)


def _isi(pengguna: Pengguna) -> dict[str, Any]:
    return {n: getattr(pengguna, n) for n in ("email", "nama", "nip", "is_active")}


def _kabarkan(
    pengguna: Pengguna,
    tindakan: str,
    *,
    by: Pengguna | None,
    lama: Mapping[str, Any] | None = None,
    baru: Mapping[str, Any],
    alasan: str = "",
) -> None:
    tindakan_pengguna.send(
        sender=Pengguna, pengguna=pengguna, tindakan=tindakan, lama=lama or {}, baru=baru, alasan=alasan, by=by
    )
