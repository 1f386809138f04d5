"""Indicators of a draft, with their manual."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.organisasi.models import Unit
from akuntabel.siklus.perencanaan.actions.butir import next_urut
from akuntabel.siklus.perencanaan.actions.renstra import kunci_naskah
from akuntabel.siklus.perencanaan.isian import IsiIndikator, check_indikator, rapikan_isi
from akuntabel.siklus.perencanaan.models import Indikator, Renstra, Sasaran
from akuntabel.siklus.perencanaan.sunting import Jejak, write_baris


@transaction.atomic
def draft_indikator(
    sasaran: Sasaran,
    isi: IsiIndikator,
    *,
    pengampu: Unit | None = None,
    lanjutan_dari: Indikator | None = None,
    by: Pengguna | None,
) -> Indikator:
    """Add an indicator at the end of a sasaran; lanjutan_dari: the one of an earlier period that lives on in it.

    Raises PermissionDenied, ValidationError by field.
    """
    renstra = kunci_naskah(sasaran.renstra, by=by, tindakan="indikator.draft")
    check_indikator(isi)
    _check_lain(renstra, isi.kode, pengampu, bukan=None)
    indikator = Indikator(
        sasaran=sasaran, pengampu=pengampu, urut=next_urut(sasaran.daftar_indikator), **rapikan_isi(isi)
    )
    if lanjutan_dari is not None:
        indikator.silsilah = _silsilah(renstra, lanjutan_dari)
    indikator.full_clean()
    indikator.save()
    terisi = {nama: nilai for nama, nilai in rapikan_isi(isi).items() if nilai != ""}
    record_audit(by, "indikator.draft", indikator, baru=terisi)
    return indikator


def write_indikator(
    indikator: Indikator, isi: IsiIndikator, *, pengampu: Unit | None, dilihat: int, by: Pengguna | None
) -> Indikator:
    """Change an indicator of a draft. Raises PermissionDenied, ValidationError by field, SudahBerubahError."""
    with transaction.atomic():
        renstra = kunci_naskah(indikator.sasaran.renstra, by=by, tindakan="indikator.write")
        check_indikator(isi)
        _check_lain(renstra, isi.kode, pengampu, bukan=indikator)
        nilai = rapikan_isi(isi) | {"pengampu": pengampu}
        jejak = Jejak("indikator.write", f"Indikator {indikator.kode}")
        return write_baris(indikator, nilai, dilihat=dilihat, by=by, jejak=jejak)


def _check_lain(renstra: Renstra, kode: str, pengampu: Unit | None, *, bukan: Indikator | None) -> None:
    """What only the database knows: the code stands once in the plan, the unit belongs to the office."""
    salah: dict[str, str] = {}
    sama = Indikator.objects.filter(sasaran__renstra=renstra, kode=kode.strip())
    if (sama.exclude(pk=bukan.pk) if bukan else sama).exists():
        salah["kode"] = f"Kode {kode.strip()} sudah dipakai indikator lain dalam Renstra ini."
    if pengampu is not None and pengampu.satker_id != renstra.satker_id:
        salah["pengampu"] = f"{pengampu} bukan unit {renstra.satker}."
    if salah:
        raise ValidationError(salah)


def _silsilah(renstra: Renstra, asal: Indikator) -> UUID:
    if asal.sasaran.renstra_id == renstra.pk or asal.sasaran.renstra.satker_id != renstra.satker_id:
        raise ValidationError({"lanjutan_dari": f"{asal} bukan indikator Renstra {renstra.satker} yang lain."})
    return asal.silsilah
