"""Agreements that were made elsewhere and are recorded as they were, in the words of their document."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.organisasi.models import EntitasPelapor, Pejabat, Satker
from akuntabel.siklus.organisasi.permissions import require_peran
from akuntabel.siklus.perencanaan.models import Indikator, Renstra
from akuntabel.siklus.perjanjian.actions import AnggaranBaris
from akuntabel.siklus.perjanjian.isi import build_isi, compute_sidik_isi
from akuntabel.siklus.perjanjian.models import (
    AlasanRevisi,
    PerjanjianAnggaran,
    PerjanjianKinerja,
    PerjanjianTarget,
    StatusPerjanjian,
)
from akuntabel.siklus.perjanjian.permissions import PERAN_PENYUSUN
from akuntabel.siklus.perjanjian.pihak import find_entitas


@dataclass(frozen=True, slots=True, kw_only=True)
class PerjanjianImpor:
    """An agreement as its document says it; targets and words to the letter. alasan: the reason in its own words."""

    kode: str
    tahun: int
    revisi: int
    pihak_pertama: Pejabat
    pihak_kedua: Pejabat
    tanggal: date | None
    alasan: str
    sumber: str
    daftar_target: Sequence[tuple[Indikator, str]]
    daftar_anggaran: Sequence[AnggaranBaris] = ()
    renstra: Renstra | None = None


@transaction.atomic
def import_perjanjian(
    satker: Satker, impor: PerjanjianImpor, *, by: Pengguna | None, entitas: EntitasPelapor | None = None
) -> PerjanjianKinerja:
    """Record a signed agreement, frozen like any other. Raises PermissionDenied, ValidationError.

    by None: the system itself.
    """
    if by is not None:
        require_peran(by, satker, PERAN_PENYUSUN, "perjanjian.import")
    terpilih = entitas or find_entitas(satker, impor.pihak_pertama)
    perjanjian = PerjanjianKinerja(
        satker=satker,
        entitas=terpilih,
        kode=impor.kode,
        tahun=impor.tahun,
        revisi=impor.revisi,
        sebelumnya=_find_sebelumnya(terpilih, impor),
        pihak_pertama=impor.pihak_pertama,
        pihak_kedua=impor.pihak_kedua,
        renstra=impor.renstra,
        alasan_revisi=_baca_alasan(impor),
        uraian_revisi=impor.alasan,
        is_impor=True,
        sumber=impor.sumber,
    )
    perjanjian.full_clean()
    perjanjian.save()
    PerjanjianTarget.objects.bulk_create(
        PerjanjianTarget(perjanjian=perjanjian, indikator=i, target=teks, urut=urut)
        for urut, (i, teks) in enumerate(impor.daftar_target, 1)
    )
    PerjanjianAnggaran.objects.bulk_create(
        PerjanjianAnggaran(
            perjanjian=perjanjian,
            kode=a.kode,
            uraian=a.uraian,
            sumber_dana=a.sumber_dana,
            pagu=a.pagu,
            keterangan=a.keterangan,
            urut=urut,
        )
        for urut, a in enumerate(impor.daftar_anggaran, 1)
    )
    perjanjian.isi = build_isi(perjanjian, impor.tanggal)
    perjanjian.sidik = compute_sidik_isi(perjanjian.isi)
    perjanjian.tanggal_penandatanganan = impor.tanggal
    perjanjian.status = StatusPerjanjian.DITANDATANGANI.value
    perjanjian.versi = 1
    perjanjian.save()
    record_audit(
        by, "perjanjian.import", perjanjian, baru={"kode": impor.kode, "sidik": perjanjian.sidik}, alasan=impor.sumber
    )
    return perjanjian


def _find_sebelumnya(entitas: EntitasPelapor, impor: PerjanjianImpor) -> PerjanjianKinerja | None:
    """What it revises, as far as that was recorded too: the last signed one of the post with a lower number."""
    lama = (
        PerjanjianKinerja.objects.filter(
            entitas=entitas,
            tahun=impor.tahun,
            pihak_pertama__jabatan=impor.pihak_pertama.jabatan,
            revisi__lt=impor.revisi,
            berikutnya__isnull=True,
        )
        .order_by("revisi")
        .last()
    )
    if lama is not None and not lama.is_beku:
        raise ValidationError(f"{lama} masih {lama.status}; selesaikan dahulu sebelum mengimpor revisinya.")
    return lama


def _baca_alasan(impor: PerjanjianImpor) -> str:
    """The legal reason where the document uses its words; else only its own words are kept."""
    if impor.revisi == 0:
        return ""
    teks = impor.alasan.casefold()
    return next((a.value for a in AlasanRevisi if a.label.casefold() in teks or a.value == teks), "")
