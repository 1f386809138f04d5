"""Tujuan and sasaran of a draft."""

from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import models, transaction

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.perencanaan.actions.renstra import kunci_naskah
from akuntabel.siklus.perencanaan.isian import rapikan
from akuntabel.siklus.perencanaan.models import Indikator, Renstra, Sasaran, Tujuan
from akuntabel.siklus.perencanaan.sunting import Jejak, write_baris

B = TypeVar("B", Tujuan, Sasaran)


@transaction.atomic
def draft_tujuan(renstra: Renstra, *, kode: str, nama: str, by: Pengguna | None) -> Tujuan:
    """Add a tujuan at the end of the plan. Raises PermissionDenied, ValidationError."""
    kini = kunci_naskah(renstra, by=by, tindakan="tujuan.draft")
    tujuan = Tujuan(renstra=kini, kode=rapikan(kode), nama=rapikan(nama), urut=next_urut(kini.daftar_tujuan))
    return _simpan(tujuan, by=by)


@transaction.atomic
def draft_sasaran(renstra: Renstra, *, kode: str, nama: str, tujuan: Tujuan | None, by: Pengguna | None) -> Sasaran:
    """Add a sasaran at the end of the plan. Raises PermissionDenied, ValidationError."""
    kini = kunci_naskah(renstra, by=by, tindakan="sasaran.draft")
    _check_tujuan(kini, tujuan)
    sasaran = Sasaran(
        renstra=kini, tujuan=tujuan, kode=rapikan(kode), nama=rapikan(nama), urut=next_urut(kini.daftar_sasaran)
    )
    return _simpan(sasaran, by=by)


def write_tujuan(tujuan: Tujuan, *, kode: str, nama: str, dilihat: int, by: Pengguna | None) -> Tujuan:
    """Change code and wording. Raises PermissionDenied, ValidationError, SudahBerubahError."""
    with transaction.atomic():
        kunci_naskah(tujuan.renstra, by=by, tindakan="tujuan.write")
        isi = {"kode": rapikan(kode), "nama": rapikan(nama)}
        return write_baris(tujuan, isi, dilihat=dilihat, by=by, jejak=Jejak("tujuan.write", f"Tujuan {tujuan.kode}"))


def write_sasaran(
    sasaran: Sasaran, *, kode: str, nama: str, tujuan: Tujuan | None, dilihat: int, by: Pengguna | None
) -> Sasaran:
    """Change code, wording and tujuan. Raises PermissionDenied, ValidationError, SudahBerubahError."""
    with transaction.atomic():
        kini = kunci_naskah(sasaran.renstra, by=by, tindakan="sasaran.write")
        _check_tujuan(kini, tujuan)
        isi: dict[str, object] = {"kode": rapikan(kode), "nama": rapikan(nama), "tujuan": tujuan}
        jejak = Jejak("sasaran.write", f"Sasaran {sasaran.kode}")
        return write_baris(sasaran, isi, dilihat=dilihat, by=by, jejak=jejak)


@transaction.atomic
def withdraw_butir(butir: Tujuan | Sasaran | Indikator, *, by: Pengguna) -> None:
    """Take a row out of a draft with all below it; a tujuan only once no sasaran stands under it."""
    nama = str(butir._meta.verbose_name)
    kunci_naskah(renstra_dari(butir), by=by, tindakan=f"{butir._meta.model_name}.withdraw")
    if isinstance(butir, Tujuan) and butir.daftar_sasaran.exists():
        raise ValidationError(f"Tujuan {butir.kode} masih mempunyai sasaran; pindahkan atau hapus sasarannya dahulu.")
    lama = {"kode": butir.kode, "nama": butir.nama}
    record_audit(by, f"{butir._meta.model_name}.withdraw", butir, lama=lama)
    try:
        butir.delete()
    except models.ProtectedError as galat:
        pemakai = ", ".join(sorted({str(o._meta.verbose_name) for o in galat.protected_objects}))
        raise ValidationError(f"{nama.capitalize()} {butir.kode} dipakai dalam {pemakai}.") from galat


def renstra_dari(butir: Tujuan | Sasaran | Indikator) -> Renstra:
    """The plan in which the row stands."""
    return butir.sasaran.renstra if isinstance(butir, Indikator) else butir.renstra


def next_urut(daftar: "models.Manager[models.Model]") -> int:
    """The place after the last."""
    terakhir = daftar.aggregate(urut=models.Max("urut"))["urut"]
    return 0 if terakhir is None else terakhir + 1


def _check_tujuan(renstra: Renstra, tujuan: Tujuan | None) -> None:
    if tujuan is not None and tujuan.renstra_id != renstra.pk:
        raise ValidationError({"tujuan": f"Tujuan {tujuan.kode} bukan tujuan {renstra}."})


def _simpan(butir: B, *, by: Pengguna | None) -> B:
    butir.full_clean()
    butir.save()
    record_audit(by, f"{butir._meta.model_name}.draft", butir, baru={"kode": butir.kode, "nama": butir.nama})
    return butir
