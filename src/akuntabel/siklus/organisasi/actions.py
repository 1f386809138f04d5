"""What can be done to offices and people: permission, change and trail in one transaction."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.organisasi.models import LEBAR_LANGKAH, Penugasan, Peran, Satker
from akuntabel.siklus.organisasi.permissions import require_permission
from akuntabel.siklus.organisasi.querysets import saring_jalur


@dataclass(frozen=True, slots=True)
class SatkerBaru:
    """What is known of an office when it is first written down."""

    kode: str
    nama: str
    nama_lengkap: str
    jenis: str
    kota: str
    entitas: str
    kementerian: str
    alamat: str = ""
    laman: str = ""


@transaction.atomic
def draft_satker(isi: SatkerBaru, *, induk: Satker | None, by: Pengguna | None) -> Satker:
    """Write an office down under its parent; by None: an import or the first set-up. Raises PermissionDenied."""
    if by is not None and induk is not None:
        require_permission(by, "satker.revise", induk)
    satker = Satker(induk=induk, **{n: getattr(isi, n) for n in isi.__dataclass_fields__})
    satker.path = f"sementara-{isi.kode}"  # the id is known only once the row stands
    satker.save()
    satker.path = _jalur(induk, satker.pk)
    satker.full_clean()
    satker.save(update_fields=["path"])
    record_audit(by, "satker.draft", satker, baru={"kode": satker.kode, "nama": satker.nama, "path": satker.path})
    return satker


@transaction.atomic
def move_satker(satker: Satker, *, induk: Satker, by: Pengguna, alasan: str) -> None:
    """Put an office, with all that lies below it, under another parent.

    Raises PermissionDenied, or ValidationError where the new parent lies below the office itself.
    """
    require_permission(by, "satker.revise", satker)
    if induk.path.startswith(satker.path):
        raise ValidationError(f"{induk} berada di bawah {satker}, jadi tidak dapat menjadi induknya.")
    lama, baru = satker.path, _jalur(induk, satker.pk)
    for s in Satker.objects.select_for_update().filter(saring_jalur(lama)):
        s.path = baru + s.path.removeprefix(lama)
        s.save(update_fields=["path"])
    satker.induk, satker.path = induk, baru
    satker.save(update_fields=["induk"])
    record_audit(by, "satker.revise", satker, lama={"path": lama}, baru={"path": baru}, alasan=alasan)


@transaction.atomic
def assign_peran(pengguna: Pengguna, satker: Satker, peran: Peran, *, by: Pengguna | None) -> Penugasan:
    """Give a person a role in an office; by None: an import or the first set-up. Raises PermissionDenied."""
    if by is not None:
        require_permission(by, "penugasan.revise", satker)
    penugasan, is_baru = Penugasan.objects.get_or_create(pengguna=pengguna, satker=satker, peran=peran.value)
    if is_baru:
        isi = {"pengguna": pengguna.pk, "satker": satker.kode, "peran": peran.value}
        record_audit(by, "penugasan.draft", penugasan, baru=isi)
    return penugasan


def _jalur(induk: Satker | None, id_: int) -> str:
    return f"{induk.path if induk else ''}{id_:0{LEBAR_LANGKAH}d}/"
