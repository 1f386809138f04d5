"""Editing in place by several people, and states that one of two wins: the condition stands in the UPDATE."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.db.models import F

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.organisasi.permissions import require_peran
from akuntabel.siklus.perencanaan.models import RencanaKinerja, Renstra
from akuntabel.siklus.perencanaan.models.tersunting import Tersunting
from akuntabel.siklus.perencanaan.permissions import Peralihan

T = TypeVar("T", bound=Tersunting)


@dataclass(frozen=True, slots=True)
class Jejak:
    """How an edit is called: in the trail, and to people.

    pada: the thing whose history it belongs to, where that is not the row itself; awalan: what its fields are called
    by there.
    """

    tindakan: str
    label: str
    pada: models.Model | None = None
    awalan: str = ""


@transaction.atomic
def write_baris(objek: T, isi: Mapping[str, object], *, dilihat: int, by: Pengguna | None, jejak: Jejak) -> T:
    """Change fields of a row that is still what the person saw; returns it as it is stored then.

    dilihat: the ``suntingan`` that the person saw. Who writes what stands there already changes nothing, and leaves no
    trail. Raises ValidationError, and SudahBerubahError with what is stored now.
    """
    kini = type(objek)._default_manager.select_for_update().get(pk=objek.pk)
    lama = {nama: getattr(kini, nama) for nama, nilai in isi.items() if getattr(kini, nama) != nilai}
    if not lama:
        return kini
    if kini.suntingan != dilihat:
        raise build_bentrok(kini, jejak.label, isi, pada=jejak.pada)
    for nama in lama:
        setattr(kini, nama, isi[nama])
    kini.full_clean()
    kini.suntingan += 1
    kini.save(update_fields=[*lama, "suntingan"])
    baru = {nama: isi[nama] for nama in lama}
    record_audit(by, jejak.tindakan, jejak.pada or kini, lama=_teks(lama, jejak.awalan), baru=_teks(baru, jejak.awalan))
    return kini


def build_bentrok(
    kini: Tersunting, label: str, daftar_bidang: Mapping[str, object], *, pada: models.Model | None = None
) -> SudahBerubahError:
    """What the second of two editors is told: what is stored now, by whom and since when."""
    berjejak = pada or kini
    jejak = (
        JejakAudit.objects.filter(objek=berjejak._meta.label, objek_id=str(berjejak.pk))
        .select_related("pelaku")
        .order_by("pk")
        .last()
    )
    return SudahBerubahError(
        f"{label} sudah berubah sejak Anda membukanya.",
        sekarang={nama: getattr(kini, nama) for nama in daftar_bidang},
        oleh=str(jejak.pelaku) if jejak and jejak.pelaku else "",
        waktu=jejak.waktu if jejak else None,
        versi=kini.suntingan,
    )


@transaction.atomic
def alihkan(
    naskah: Renstra | RencanaKinerja,
    tindakan: str,
    aturan: Peralihan,
    *,
    by: Pengguna,
    isi: Mapping[str, object] | None = None,
    alasan: str = "",
) -> None:
    """Change the state where it is still what the person saw; of two who act at once one is told."""
    nama = f"{naskah._meta.model_name}.{tindakan}"
    require_peran(by, naskah.satker, aturan.peran, nama)
    if aturan.is_beralasan and not alasan.strip():
        raise ValidationError({"alasan": "Tulis alasannya, supaya penyusun tahu apa yang harus dibetulkan."})
    daftar = type(naskah)._default_manager.filter(pk=naskah.pk)
    if aturan.is_orang_lain and daftar.filter(pengaju=by).exists():
        raise PermissionDenied("Yang mengajukan tidak dapat menyetujui atau menetapkannya sendiri.")
    lama = naskah.status
    berubah = daftar.filter(suntingan=naskah.suntingan, status__in=aturan.dari).update(
        status=aturan.ke, suntingan=F("suntingan") + 1, **(isi or {})
    )
    kini = daftar.get()
    if not berubah:
        raise build_bentrok(kini, str(naskah), {"status": naskah.status})
    naskah.refresh_from_db()
    record_audit(by, nama, naskah, lama={"status": lama}, baru={"status": naskah.status}, alasan=alasan)


def _teks(isi: Mapping[str, object], awalan: str) -> dict[str, object]:
    """What the trail keeps of a value: rows by their name."""
    return {awalan + nama: str(nilai) if isinstance(nilai, models.Model) else nilai for nama, nilai in isi.items()}
