"""What can be done to an agreement: permission, change and trail in one transaction, and one winner of two."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.organisasi.models import Pejabat, Satker
from akuntabel.siklus.organisasi.permissions import require_peran
from akuntabel.siklus.perencanaan.models import Indikator, TargetRenstra
from akuntabel.siklus.perjanjian.models import AlasanRevisi, PerjanjianKinerja, PerjanjianTarget
from akuntabel.siklus.perjanjian.permissions import PERALIHAN, PERAN_PENYUSUN


class SudahBerubahError(Exception):
    """Somebody else has changed the agreement since it was shown; nothing of this act was done."""


@transaction.atomic
def draft_perjanjian(
    satker: Satker, tahun: int, *, pihak_pertama: Pejabat, pihak_kedua: Pejabat, by: Pengguna
) -> PerjanjianKinerja:
    """The first agreement of a year, with the targets that the Renstra sets for it. Raises PermissionDenied."""
    require_peran(by, satker, PERAN_PENYUSUN, "perjanjian.draft")
    perjanjian = PerjanjianKinerja(satker=satker, tahun=tahun, pihak_pertama=pihak_pertama, pihak_kedua=pihak_kedua)
    perjanjian.full_clean()
    perjanjian.save()
    daftar = TargetRenstra.objects.filter(indikator__sasaran__renstra__satker=satker, tahun=tahun)
    PerjanjianTarget.objects.bulk_create(
        PerjanjianTarget(perjanjian=perjanjian, indikator_id=t.indikator_id, target=t.target) for t in daftar
    )
    record_audit(by, "perjanjian.draft", perjanjian, baru={"tahun": tahun, "target": _isi_target(perjanjian)})
    return perjanjian


@transaction.atomic
def set_target(perjanjian: PerjanjianKinerja, indikator: Indikator, target: str, *, by: Pengguna) -> None:
    """Write a target while the agreement is being drafted. Raises PermissionDenied, ValidationError."""
    require_peran(by, perjanjian.satker, PERAN_PENYUSUN, "perjanjian.draft")
    terkunci = PerjanjianKinerja.objects.select_for_update().get(pk=perjanjian.pk)
    if terkunci.status != "disusun":
        raise ValidationError(f"{terkunci} sudah {terkunci.status}; targetnya diubah lewat revisi.")
    baris, _ = PerjanjianTarget.objects.get_or_create(perjanjian=terkunci, indikator=indikator)
    lama, baris.target = baris.target, target
    baris.full_clean()
    baris.save(update_fields=["target"])
    record_audit(by, "perjanjian.target", terkunci, lama={indikator.kode: lama}, baru={indikator.kode: target})


def submit_perjanjian(perjanjian: PerjanjianKinerja, *, by: Pengguna) -> None:
    """Hand the draft to the head of the office. Raises ValidationError where an indicator has no target."""
    tanpa_target = _daftar_tanpa_target(perjanjian)
    if tanpa_target:
        raise ValidationError(f"Belum ada target untuk {', '.join(i.kode for i in tanpa_target)}.")
    _alihkan(perjanjian, "submit", by=by)


def return_perjanjian(perjanjian: PerjanjianKinerja, *, by: Pengguna, alasan: str) -> None:
    """Send it back to whoever drafts it, with the reason."""
    _alihkan(perjanjian, "return", by=by, alasan=alasan)


def approve_perjanjian(perjanjian: PerjanjianKinerja, *, by: Pengguna) -> None:
    """Agree to it; not by the person who submitted it."""
    _alihkan(perjanjian, "approve", by=by)


def sign_perjanjian(perjanjian: PerjanjianKinerja, *, by: Pengguna, tanggal: date) -> None:
    """Make the agreement binding: from now on its targets are revised, never edited."""
    _alihkan(
        perjanjian, "sign", by=by, isi={"tanggal_penandatanganan": tanggal, "sidik": compute_sidik(perjanjian, tanggal)}
    )


@transaction.atomic
def revise_perjanjian(
    perjanjian: PerjanjianKinerja, *, by: Pengguna, alasan: AlasanRevisi, uraian: str
) -> PerjanjianKinerja:
    """A new draft with the targets of a signed agreement, for one of the three legal reasons."""
    require_peran(by, perjanjian.satker, PERAN_PENYUSUN, "perjanjian.revise")
    if not perjanjian.is_beku:
        raise ValidationError(f"{perjanjian} belum ditandatangani; ubah saja naskahnya.")
    baru = PerjanjianKinerja(
        satker=perjanjian.satker,
        tahun=perjanjian.tahun,
        revisi=perjanjian.revisi + 1,
        pihak_pertama=perjanjian.pihak_pertama,
        pihak_kedua=perjanjian.pihak_kedua,
        alasan_revisi=alasan.value,
        uraian_revisi=uraian,
    )
    baru.full_clean()
    baru.save()
    PerjanjianTarget.objects.bulk_create(
        PerjanjianTarget(perjanjian=baru, indikator_id=t.indikator_id, target=t.target)
        for t in perjanjian.daftar_target.all()
    )
    record_audit(by, "perjanjian.revise", baru, baru={"revisi": baru.revisi}, alasan=f"{alasan.label}: {uraian}")
    return baru


def compute_sidik(perjanjian: PerjanjianKinerja, tanggal: date) -> str:
    """SHA-256 of what is signed: office, year, revision, parties, day, every indicator with its wording and target."""
    isi = {
        "satker": perjanjian.satker.kode,
        "tahun": perjanjian.tahun,
        "revisi": perjanjian.revisi,
        "pihak": [str(perjanjian.pihak_pertama), str(perjanjian.pihak_kedua)],
        "tanggal": tanggal.isoformat(),
        "target": _isi_target(perjanjian),
    }
    return hashlib.sha256(json.dumps(isi, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


@transaction.atomic
def _alihkan(
    perjanjian: PerjanjianKinerja,
    tindakan: str,
    *,
    by: Pengguna,
    isi: Mapping[str, object] | None = None,
    alasan: str = "",
) -> None:
    """Change the state where it is still what the person saw: the condition is in the UPDATE, so two cannot win."""
    aturan = PERALIHAN[tindakan]
    require_peran(by, perjanjian.satker, aturan.peran, f"perjanjian.{tindakan}")
    if aturan.is_orang_lain and _pengaju(perjanjian) == by:
        raise PermissionDenied("Yang mengajukan perjanjian tidak dapat menyetujuinya sendiri.")
    berubah = PerjanjianKinerja.objects.filter(
        pk=perjanjian.pk, versi=perjanjian.versi, status__in=[s.value for s in aturan.dari]
    ).update(status=aturan.ke.value, versi=perjanjian.versi + 1, **(isi or {}))
    if not berubah:
        raise SudahBerubahError(f"{perjanjian} sudah berubah sejak Anda membukanya. Muat ulang, lalu ulangi.")
    lama = perjanjian.status
    perjanjian.refresh_from_db()
    record_audit(
        by,
        f"perjanjian.{tindakan}",
        perjanjian,
        lama={"status": lama},
        baru={"status": perjanjian.status},
        alasan=alasan,
    )


def _pengaju(perjanjian: PerjanjianKinerja) -> Pengguna | None:
    jejak = JejakAudit.objects.filter(
        tindakan="perjanjian.submit", objek=perjanjian._meta.label, objek_id=str(perjanjian.pk)
    ).order_by("pk")
    terakhir = jejak.last()
    return terakhir.pelaku if terakhir else None


def _daftar_tanpa_target(perjanjian: PerjanjianKinerja) -> list[Indikator]:
    """Indicators of the plan in force that the agreement says nothing of."""
    semua = Indikator.objects.filter(
        sasaran__renstra__satker=perjanjian.satker,
        sasaran__renstra__mulai__lte=perjanjian.tahun,
        sasaran__renstra__selesai__gte=perjanjian.tahun,
    )
    return list(semua.exclude(pk__in=perjanjian.daftar_target.exclude(target="").values("indikator")))


def _isi_target(perjanjian: PerjanjianKinerja) -> list[list[str]]:
    baris = perjanjian.daftar_target.select_related("indikator").order_by("indikator__kode")
    return [[t.indikator.kode, t.indikator.nama, t.target] for t in baris]
