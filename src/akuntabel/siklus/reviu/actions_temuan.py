"""Findings: written by the auditor or taken over from the checker, answered, agreed on, mended, closed."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.organisasi.permissions import require_peran
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.reviu.actions import lock_laporan
from akuntabel.siklus.reviu.kabar import announce_temuan
from akuntabel.siklus.reviu.models import BuktiReviu, TanggapanTemuan, TemuanReviu
from akuntabel.siklus.reviu.permissions import PENANGGAP, PERALIHAN_TEMUAN, require_auditor


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiTemuan:
    """A finding as somebody writes it."""

    uraian: str
    saran: str = ""
    letak: str = ""
    blok: str = ""
    butir: str = ""


@transaction.atomic
def draft_temuan(laporan: LaporanKinerja, isi: IsiTemuan, *, by: Pengguna) -> TemuanReviu:
    """Write a finding. The office is called to answer. Raises PermissionDenied, ValidationError."""
    require_auditor(by, laporan)
    terkunci = lock_laporan(laporan)
    return _save_baru(
        TemuanReviu(
            laporan=terkunci,
            uraian=isi.uraian.strip(),
            saran=isi.saran.strip(),
            letak=isi.letak.strip(),
            blok=isi.blok.strip(),
            butir=isi.butir,
            pembuat=by,
        )
    )


@transaction.atomic
def adopt_temuan_mesin(laporan: LaporanKinerja, kunci: str, *, by: Pengguna) -> TemuanReviu:
    """Take a finding of the checker over, once. Raises PermissionDenied, ValidationError where it is not there."""
    require_auditor(by, laporan)
    terkunci = lock_laporan(laporan)
    bukti = BuktiReviu.objects.filter(laporan=terkunci).first()
    mesin = next((t for t in (bukti.daftar_temuan if bukti else []) if t["kunci"] == kunci), None)
    if mesin is None:
        raise ValidationError("Temuan pemeriksa itu tidak ada lagi; muat ulang halaman.")
    if TemuanReviu.objects.filter(laporan=terkunci, kunci=kunci).exists():
        raise ValidationError("Temuan pemeriksa itu sudah diambil.")
    return _save_baru(
        TemuanReviu(
            laporan=terkunci,
            uraian=mesin["uraian"],
            saran=mesin["perbaikan"],
            letak=mesin["letak"][:300],
            kode_aturan=mesin["kode"],
            kunci=kunci,
            pembuat=by,
        )
    )


def submit_tanggapan(temuan: TemuanReviu, *, teks: str, versi: int, by: Pengguna) -> None:
    """The office answers: it agrees and says what it will do, or explains."""
    _move(temuan, "submit_tanggapan", teks=teks, versi=versi, by=by)


def return_tanggapan(temuan: TemuanReviu, *, teks: str, versi: int, by: Pengguna) -> None:
    """The answer does not do; the auditor says why."""
    _move(temuan, "return_tanggapan", teks=teks, versi=versi, by=by)


def approve_tanggapan(temuan: TemuanReviu, *, teks: str, versi: int, by: Pengguna) -> None:
    """Both agree on what will be mended ("langkah perbaikan yang disepakati")."""
    _move(temuan, "approve_tanggapan", teks=teks, versi=versi, by=by)


def approve_penjelasan(temuan: TemuanReviu, *, teks: str, versi: int, by: Pengguna) -> None:
    """It stays as it is, and the statement says so: teks becomes its explanatory paragraph."""
    _move(temuan, "approve_penjelasan", teks=teks, versi=versi, by=by)


def submit_perbaikan(temuan: TemuanReviu, *, teks: str, versi: int, by: Pengguna) -> None:
    """The office has mended it, and says how."""
    _move(temuan, "submit_perbaikan", teks=teks, versi=versi, by=by)


def return_perbaikan(temuan: TemuanReviu, *, teks: str, versi: int, by: Pengguna) -> None:
    """It is not mended yet."""
    _move(temuan, "return_perbaikan", teks=teks, versi=versi, by=by)


def approve_perbaikan(temuan: TemuanReviu, *, teks: str, versi: int, by: Pengguna) -> None:
    """The auditor has seen that it is mended: closed."""
    _move(temuan, "approve_perbaikan", teks=teks, versi=versi, by=by)


def withdraw_temuan(temuan: TemuanReviu, *, teks: str, versi: int, by: Pengguna) -> None:
    """It was none: closed, with the reason."""
    _move(temuan, "withdraw_temuan", teks=teks, versi=versi, by=by)


TINDAKAN_TEMUAN = {
    f.__name__: f
    for f in (
        submit_tanggapan,
        return_tanggapan,
        approve_tanggapan,
        approve_penjelasan,
        submit_perbaikan,
        return_perbaikan,
        approve_perbaikan,
        withdraw_temuan,
    )
}


@transaction.atomic
def _move(temuan: TemuanReviu, tindakan: str, *, teks: str, versi: int, by: Pengguna) -> None:
    """Change the state where it is still what the person saw: the condition is in the UPDATE, so two cannot win."""
    aturan, teks = PERALIHAN_TEMUAN[tindakan], teks.strip()
    if aturan.is_auditor:
        require_auditor(by, temuan.laporan)
    else:
        require_peran(by, temuan.laporan.satker, PENANGGAP, f"reviu.{tindakan}")
    laporan = lock_laporan(temuan.laporan)
    if aturan.is_beralasan and not teks:
        raise ValidationError({"teks": f"{aturan.sebutan}: tuliskan isinya."})
    berubah = TemuanReviu.objects.filter(pk=temuan.pk, versi=versi, status__in=[s.value for s in aturan.dari]).update(
        status=aturan.ke.value, versi=versi + 1
    )
    lama = temuan.status
    temuan.refresh_from_db()
    if not berubah:
        raise SudahBerubahError(
            f"{temuan} sudah berubah sejak Anda membukanya (sekarang {temuan.status_enum.label}). Yang Anda tulis "
            "belum disimpan.",
            sekarang={"status": temuan.status},
            versi=temuan.versi,
        )
    kata = teks or f"{aturan.sebutan}."
    TanggapanTemuan.objects.create(temuan=temuan, tindakan=tindakan, teks=kata, status=temuan.status, oleh=by)
    record_audit(
        by, f"reviu.{tindakan}", laporan, lama={str(temuan.nomor): lama}, baru={str(temuan.nomor): temuan.status},
        alasan=kata,
    )  # fmt: skip
    announce_temuan(temuan, by=by, teks=kata)


def _save_baru(temuan: TemuanReviu) -> TemuanReviu:
    terakhir = TemuanReviu.objects.filter(laporan=temuan.laporan).aggregate(n=Max("nomor"))["n"] or 0
    temuan.nomor = terakhir + 1
    temuan.full_clean()
    temuan.save()
    record_audit(temuan.pembuat, "reviu.temuan", temuan.laporan, baru={str(temuan.nomor): temuan.uraian})
    announce_temuan(temuan, by=temuan.pembuat, teks=temuan.uraian)
    return temuan
