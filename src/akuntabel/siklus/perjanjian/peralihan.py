"""How a document of this stage changes: one winner of two, and whoever comes second is told what is stored now."""

from collections.abc import Mapping
from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.organisasi.permissions import require_peran
from akuntabel.siklus.perjanjian.kabar import announce_peralihan
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja, RencanaAksi
from akuntabel.siklus.perjanjian.permissions import PERAN_PENYUSUN, Peralihan

D = TypeVar("D", PerjanjianKinerja, RencanaAksi)
NAMA: Mapping[type, str] = {PerjanjianKinerja: "perjanjian", RencanaAksi: "rencana_aksi"}
DISUSUN = "disusun"


@transaction.atomic
def alihkan(
    dokumen: PerjanjianKinerja | RencanaAksi,
    tindakan: str,
    aturan: Peralihan,
    *,
    by: Pengguna,
    isi: Mapping[str, Any] | None = None,
    alasan: str = "",
) -> None:
    """Change the state where it is still what the person saw: the condition is in the UPDATE, so two cannot win."""
    nama = NAMA[type(dokumen)]
    require_peran(by, dokumen.satker, aturan.peran, f"{nama}.{tindakan}")
    if aturan.is_orang_lain and find_pengaju(dokumen) == by:
        raise PermissionDenied(f"Yang mengajukan {dokumen._meta.verbose_name} tidak dapat menyetujuinya sendiri.")
    berubah = (
        type(dokumen)
        ._default_manager.filter(pk=dokumen.pk, versi=dokumen.versi, status__in=aturan.dari)
        .update(status=aturan.ke, versi=dokumen.versi + 1, **(isi or {}))
    )
    if not berubah:
        raise build_bentrok(dokumen)
    lama = dokumen.status
    dokumen.refresh_from_db()
    record_audit(
        by,
        f"{nama}.{tindakan}",
        dokumen,
        lama={"status": lama},
        baru={"status": dokumen.status},
        alasan=alasan,
    )
    announce_peralihan(dokumen, nama, tindakan, by=by, alasan=alasan)


def lock_draf(dokumen: D, *, by: Pengguna, tindakan: str) -> D:
    """The row of a draft, locked until the transaction ends. Raises PermissionDenied, ValidationError."""
    nama = NAMA[type(dokumen)]
    require_peran(by, dokumen.satker, PERAN_PENYUSUN, f"{nama}.{tindakan}")
    terkunci: D = type(dokumen)._default_manager.select_for_update().get(pk=dokumen.pk)
    if terkunci.status != DISUSUN:
        raise ValidationError(
            f"{terkunci} sudah {terkunci.status}; isinya diubah lewat revisi atau setelah dikembalikan."
        )
    return terkunci


def bump_versi(terkunci: PerjanjianKinerja | RencanaAksi, dokumen: PerjanjianKinerja | RencanaAksi) -> int:
    """The next version of a locked draft; the object that the caller holds learns it too."""
    terkunci.versi += 1
    terkunci.save(update_fields=["versi"])
    dokumen.versi = terkunci.versi
    return terkunci.versi


def require_versi(
    dokumen: PerjanjianKinerja | RencanaAksi,
    versi_baris: int,
    versi: int | None,
    *,
    tindakan: str,
    kunci: str,
    sekarang: Mapping[str, object],
) -> None:
    """Raises SudahBerubahError if the line was written after the person saw it. Other lines do not matter.

    versi None: whoever writes has seen nothing (an import) and means what it says. The error names the line's version.
    """
    if versi is None or versi_baris <= versi:
        return
    jejak = _jejak(dokumen, tindakan).filter(baru__has_key=kunci).last()
    raise SudahBerubahError(
        f"{kunci} sudah diubah {_oleh(jejak)} sejak Anda membukanya. Yang Anda tulis belum disimpan.",
        sekarang=sekarang,
        oleh=_nama(jejak),
        waktu=jejak.waktu if jejak else None,
        versi=versi_baris,
    )


def build_bentrok(dokumen: PerjanjianKinerja | RencanaAksi) -> SudahBerubahError:
    """What to tell whoever acts on a state that is no more."""
    kini = type(dokumen)._default_manager.get(pk=dokumen.pk)
    jejak = JejakAudit.objects.filter(objek=kini._meta.label, objek_id=str(kini.pk)).order_by("pk").last()
    return SudahBerubahError(
        f"{kini} sudah berubah sejak Anda membukanya (sekarang {kini.status}, oleh {_oleh(jejak)}). "
        "Muat ulang, lalu ulangi.",
        sekarang={"status": kini.status},
        oleh=_nama(jejak),
        waktu=jejak.waktu if jejak else None,
        versi=kini.versi,
    )


def find_pengaju(dokumen: PerjanjianKinerja | RencanaAksi) -> Pengguna | None:
    """Who submitted it last."""
    jejak = _jejak(dokumen, "submit").last()
    return jejak.pelaku if jejak else None


def _jejak(dokumen: PerjanjianKinerja | RencanaAksi, tindakan: str) -> QuerySet[JejakAudit]:
    nama = NAMA[type(dokumen)]
    return JejakAudit.objects.filter(
        tindakan=f"{nama}.{tindakan}", objek=dokumen._meta.label, objek_id=str(dokumen.pk)
    ).order_by("pk")


def _nama(jejak: JejakAudit | None) -> str:
    return str(jejak.pelaku) if jejak and jejak.pelaku else ""


def _oleh(jejak: JejakAudit | None) -> str:
    return _nama(jejak) or "orang lain"
