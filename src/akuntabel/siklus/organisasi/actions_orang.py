"""Who works in an office: its admin lets people in, and out again."""

from collections.abc import Collection

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from akuntabel.platform.accounts.actions import (
    draft_pengguna,
    return_pengguna,
    withdraw_dua_langkah,
    withdraw_pengguna,
)
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.organisasi.actions import assign_peran, daftar_admin
from akuntabel.siklus.organisasi.models import Penugasan, Peran, Satker
from akuntabel.siklus.organisasi.permissions import has_peran, is_admin_di_atas, require_penugasan, require_permission
from akuntabel.siklus.organisasi.pohon import lock_satker
from akuntabel.siklus.organisasi.querysets import saring_masa

_SARAN_BERSAMA = "Yang dapat melakukannya hanya admin yang mengurus semua satker itu."


@transaction.atomic
def draft_orang(
    satker: Satker, *, email: str, nama: str, nip: str = "", daftar_peran: Collection[Peran], by: Pengguna
) -> Pengguna:
    """Let somebody in with roles in this office; who has an account already keeps it, and gets the roles.

    Raises PermissionDenied, ValidationError.
    """
    if not daftar_peran:
        require_permission(by, "penugasan.revise", satker)
        raise ValidationError({"daftar_peran": "Belum ada peran. Pilih sedikitnya satu."})
    for peran in daftar_peran:
        require_penugasan(by, satker, peran)
    pengguna = Pengguna.objects.filter(email=email.strip().lower()).first()
    if pengguna is None:
        pengguna = draft_pengguna(email=email, nama=nama, nip=nip, by=by)
    elif not pengguna.is_active:
        _return_tanpa_peran(pengguna, satker, by=by)
    for peran in sorted(daftar_peran):
        assign_peran(pengguna, satker, peran, by=by)
    return pengguna


@transaction.atomic
def withdraw_orang(pengguna: Pengguna, satker: Satker, *, by: Pengguna, alasan: str) -> None:
    """Close the account of somebody who works in offices of this admin alone. Raises PermissionDenied, ValidationError.

    Who works elsewhere too only loses roles here: the account is not this admin's to close.
    """
    tempat = _require_semua_satker(pengguna, satker, by=by, saran=f"Cabut saja perannya di {satker}.")
    for s in tempat:
        lock_satker(s)
        admin = daftar_admin(s)
        if admin.exists() and not admin.exclude(pengguna=pengguna).exists():
            raise ValidationError(f"{pengguna} satu-satunya admin {s}. Tunjuk dahulu admin lain.")
    withdraw_pengguna(pengguna, by=by, alasan=alasan)


@transaction.atomic
def return_orang(pengguna: Pengguna, satker: Satker, *, by: Pengguna, alasan: str) -> None:
    """Open the account again of somebody who came back, with the roles that are still in force.

    The password of before is gone; the door sends a link for a new one. Raises PermissionDenied, ValidationError.
    """
    _require_semua_satker(pengguna, satker, by=by, saran=_SARAN_BERSAMA)
    return_pengguna(pengguna, by=by, alasan=alasan)


@transaction.atomic
def withdraw_dua_langkah_orang(pengguna: Pengguna, satker: Satker, *, by: Pengguna, alasan: str) -> None:
    """Let somebody in by password alone who lost telephone and codes. Raises PermissionDenied, ValidationError."""
    _require_semua_satker(pengguna, satker, by=by, saran=_SARAN_BERSAMA)
    withdraw_dua_langkah(pengguna, by=by, alasan=alasan)


def _return_tanpa_peran(pengguna: Pengguna, satker: Satker, *, by: Pengguna) -> None:
    """Who was withdrawn and has no role left is on no office's list: being let in anew opens the account too.

    Raises ValidationError where an office still lists the person: that one decides.
    """
    if _daftar_tempat(pengguna).exists():
        pesan = "Akun dengan surel ini ditutup. Mintalah dibuka kembali di halaman Orang dan peran satkernya."
        raise ValidationError({"email": pesan})
    return_pengguna(pengguna, by=by, alasan=f"Mendapat peran di {satker}")


def _require_semua_satker(pengguna: Pengguna, satker: Satker, *, by: Pengguna, saran: str) -> list[Satker]:
    """All offices where the person works today: an account is the business of who is admin over each of them.

    saran: what to do instead where they are not. Raises PermissionDenied, ValidationError.
    """
    require_permission(by, "penugasan.revise", satker)
    tempat = list(_daftar_tempat(pengguna).order_by("pk"))
    if satker not in tempat:
        raise PermissionDenied(f"{pengguna} tidak mempunyai peran di {satker}.")
    lain = [s for s in tempat if not (has_peran(by, s, frozenset({Peran.ADMIN})) or is_admin_di_atas(by, s))]
    if lain:
        raise ValidationError(f"{pengguna} juga bertugas di {', '.join(map(str, lain))}. {saran}")
    return tempat


def _daftar_tempat(pengguna: Pengguna) -> QuerySet[Satker]:
    """The offices where the person has a role today."""
    berlaku = Penugasan.objects.filter(pengguna=pengguna).filter(saring_masa(timezone.localdate()))
    return Satker.objects.filter(pk__in=berlaku.values("satker"))
