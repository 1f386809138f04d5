"""Which line of the budget pays for which indicator. For the sasaran: perencanaan.write_sasaran_anggaran."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.anggaran.models import IndikatorAnggaran
from akuntabel.siklus.anggaran.permissions import require_permission
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.perencanaan.berlaku import daftar_indikator_berlaku
from akuntabel.siklus.perencanaan.models import Indikator


@dataclass(frozen=True, slots=True)
class TautanIndikator:
    """A code of the budget (all sources where sumber_dana is empty) for an indicator."""

    indikator: Indikator
    kode: str
    sumber_dana: str = ""


@transaction.atomic
def write_indikator_anggaran(
    satker: Satker, tahun: int, daftar: Sequence[TautanIndikator], *, dikenal: set[str], by: Pengguna
) -> None:
    """Say anew which lines pay for which indicators in a year; dikenal: the codes of the budget.

    Raises PermissionDenied, ValidationError with every line.
    """
    require_permission(by, "tautan.write", satker)
    sendiri = set(daftar_indikator_berlaku(satker, tahun).values_list("pk", flat=True))
    salah = [
        f"Baris {n}: kode {t.kode or 'kosong'} tidak ada dalam anggaran tahun {tahun}."
        for n, t in enumerate(daftar, 1)
        if t.kode not in dikenal
    ]
    salah += [
        f"Baris {n}: {t.indikator} bukan indikator satker ini tahun {tahun}."
        for n, t in enumerate(daftar, 1)
        if t.indikator.pk not in sendiri
    ]
    if len(set(daftar)) != len(daftar):
        salah.append("Ada baris yang tertulis dua kali.")
    if salah:
        raise ValidationError(salah)
    semula = IndikatorAnggaran.objects.filter(satker=satker, tahun=tahun).select_related("indikator")
    lama = [f"{s} {s.sumber_dana}".strip() for s in semula]
    semula.delete()
    baris = IndikatorAnggaran.objects.bulk_create(
        IndikatorAnggaran(
            satker=satker, tahun=tahun, indikator=t.indikator, kode=t.kode, sumber_dana=t.sumber_dana, urut=urut
        )
        for urut, t in enumerate(daftar)
    )
    baru = [f"{b} {b.sumber_dana}".strip() for b in baris]
    record_audit(by, "indikator_anggaran.write", satker, lama={"baris": lama}, baru={"tahun": tahun, "baris": baru})
