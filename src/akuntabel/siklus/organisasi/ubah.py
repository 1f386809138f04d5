"""Change what several people edit: whoever is second is told what is stored now, and the trail holds both values."""

from collections.abc import Mapping

from django.db import models
from django.db.models import Model

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.bentrok import SudahBerubahError


def change_berversi(
    objek: Model, isi: Mapping[str, object], *, versi: int | None, by: Pengguna | None, tindakan: str, alasan: str = ""
) -> None:
    """Write the fields of something with a ``versi``, where it is still the version that the person saw.

    versi None: whatever it is now (an import). Nothing differs: nothing is written. Must be called inside a
    transaction. Raises SudahBerubahError, ValidationError.
    """
    terkunci = type(objek)._base_manager.select_for_update().get(pk=objek.pk)
    check_versi(terkunci, versi, isi)
    lama = {nama: show_isi(terkunci, nama) for nama in isi}
    for nama, nilai in isi.items():
        setattr(terkunci, nama, nilai)
    terkunci.full_clean()
    baru = {nama: show_isi(terkunci, nama) for nama in isi}
    berubah = [nama for nama in isi if lama[nama] != baru[nama]]
    if berubah:
        terkunci.versi += 1  # type: ignore[attr-defined]
        terkunci.save(update_fields=[*berubah, "versi"])
        record_audit(
            by,
            tindakan,
            terkunci,
            lama={nama: lama[nama] for nama in berubah},
            baru={nama: baru[nama] for nama in berubah},
            alasan=alasan,
        )
    objek.refresh_from_db()


def check_versi(terkunci: Model, versi: int | None, isi: Mapping[str, object]) -> None:
    """Raise SudahBerubahError where the locked row is no longer what the person saw; isi: what was to be written."""
    if versi is not None and terkunci.versi != versi:  # type: ignore[attr-defined]  # every model that is given here
        raise _sudah_berubah(terkunci, isi)


def show_isi(objek: Model, nama: str) -> object:
    """A field as the trail and a form show it: of what a key points at the code, the hash or the id; "" for nothing."""
    nilai = getattr(objek, nama)
    if isinstance(nilai, Model):
        return getattr(nilai, "kode", None) or getattr(nilai, "sidik", None) or nilai.pk
    if isinstance(nilai, models.enums.Choices):
        return nilai.value
    return "" if nilai is None else nilai


def _sudah_berubah(objek: Model, isi: Mapping[str, object]) -> SudahBerubahError:
    jejak = (
        JejakAudit.objects.filter(objek=objek._meta.label, objek_id=str(objek.pk))
        .select_related("pelaku")
        .order_by("-pk")
        .first()
    )
    return SudahBerubahError(
        f"{objek} sudah diubah orang lain sejak Anda membukanya. "
        "Isian Anda belum disimpan; bandingkan, lalu simpan lagi.",
        sekarang={nama: show_isi(objek, nama) for nama in isi},
        oleh=str(jejak.pelaku) if jejak and jejak.pelaku else "",
        waktu=jejak.waktu if jejak else None,
        versi=objek.versi,  # type: ignore[attr-defined]
    )
