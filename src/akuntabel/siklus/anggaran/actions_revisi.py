"""The ledger of revisions: an entry is drafted with its details, handed in, and booked by the head of the office."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.platform.audit.models import JejakAudit
from akuntabel.siklus.anggaran.buku_revisi import check_revisi, find_output, require_cocok
from akuntabel.siklus.anggaran.models import RevisiDipa, RincianRevisi, StatusRevisi
from akuntabel.siklus.anggaran.permissions import PERALIHAN_REVISI, require_permission
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.organisasi.permissions import require_peran
from akuntabel.siklus.organisasi.pohon import lock_satker
from akuntabel.siklus.perencanaan.berlaku import daftar_kode_berlaku


@dataclass(frozen=True, slots=True)
class IsianRevisi:
    """What somebody writes of an entry. menjadi None: from the details."""

    jenis: str
    alasan: str
    menjadi: int | None = None
    tanggal: date | None = None
    kewenangan: str = ""
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class IsianRincian:
    """A part of the change, signed, whole rupiah."""

    kode: str
    sumber_dana: str
    selisih: int


@transaction.atomic
def draft_revisi(
    satker: Satker, tahun: int, isian: IsianRevisi, rincian: Iterable[IsianRincian] = (), *, by: Pengguna
) -> RevisiDipa:
    """The next entry of the ledger: it starts where the last booked one ended.

    One entry is open at a time, for the next one would not know where to start. Raises PermissionDenied,
    ValidationError.
    """
    require_permission(by, "revisi.draft", satker)
    lock_satker(satker)
    terakhir = RevisiDipa.objects.filter(satker=satker, tahun=tahun).order_by("nomor").last()
    if terakhir is not None and not terakhir.is_beku:
        raise ValidationError(f"{terakhir} masih {terakhir.status}. Tetapkan atau hapus dahulu yang itu.")
    revisi = RevisiDipa(
        satker=satker,
        tahun=tahun,
        nomor=terakhir.nomor + 1 if terakhir else 0,
        semula=terakhir.menjadi if terakhir else None,
        urut=terakhir.urut + 1 if terakhir else 0,
    )
    _isi(revisi, isian, list(rincian))
    record_audit(by, "revisi_dipa.draft", revisi, baru=_rekam(revisi))
    return revisi


@transaction.atomic
def set_revisi(
    revisi: RevisiDipa,
    isian: IsianRevisi,
    rincian: Iterable[IsianRincian],
    *,
    by: Pengguna,
    versi: int | None = None,
) -> None:
    """Write an open entry anew, with all its details. versi: as the person saw it. Raises as ``draft_revisi``."""
    terkunci = _lock_draf(revisi, by=by, versi=versi)
    lama = _rekam(terkunci)
    terkunci.versi += 1
    _isi(terkunci, isian, list(rincian))
    revisi.refresh_from_db()
    record_audit(by, "revisi_dipa.revise", terkunci, lama=lama, baru=_rekam(terkunci))


@transaction.atomic
def withdraw_revisi(revisi: RevisiDipa, *, by: Pengguna) -> None:
    """Take an open entry out of the ledger again. Raises PermissionDenied, ValidationError."""
    terkunci = _lock_draf(revisi, by=by, versi=None)
    record_audit(by, "revisi_dipa.withdraw", terkunci, lama=_rekam(terkunci))
    terkunci.delete()


def submit_revisi(revisi: RevisiDipa, *, by: Pengguna) -> None:
    """Hand it to the head of the office. Raises ValidationError with all that does not fit."""
    require_peran(by, revisi.satker, PERALIHAN_REVISI["submit"].peran, "revisi_dipa.submit")
    require_cocok(check_revisi(revisi))
    _alihkan(revisi, "submit", by=by)


def return_revisi(revisi: RevisiDipa, *, by: Pengguna, alasan: str) -> None:
    """Send it back to whoever drafted it, with the reason."""
    if not alasan.strip():
        raise ValidationError("Sebutkan alasan pengembalian, agar penyusun tahu apa yang harus diperbaiki.")
    _alihkan(revisi, "return", by=by, alasan=alasan.strip())


def adopt_revisi(revisi: RevisiDipa, *, by: Pengguna, tanggal: date | None = None) -> None:
    """Book it: from now on it is frozen with its details, and the next entry starts from it.

    tanggal: the day of the approval, where it was not known before. Raises PermissionDenied, ValidationError with all
    that does not fit, SudahBerubahError.
    """
    require_peran(by, revisi.satker, PERALIHAN_REVISI["adopt"].peran, "revisi_dipa.adopt")
    require_cocok(check_revisi(revisi))
    _alihkan(revisi, "adopt", by=by, isi={"tanggal": tanggal} if tanggal else {})


def _isi(revisi: RevisiDipa, isian: IsianRevisi, rincian: Sequence[IsianRincian]) -> None:
    jumlah = sum(r.selisih for r in rincian)
    if isian.menjadi is None and not rincian and revisi.semula is None:
        raise ValidationError("DIPA awal: tulis pagunya.")
    revisi.jenis, revisi.alasan = isian.jenis, isian.alasan.strip()
    revisi.menjadi = (revisi.semula if revisi.semula is not None else 0) + jumlah
    if isian.menjadi is not None:
        revisi.menjadi = isian.menjadi
    revisi.tanggal, revisi.kewenangan, revisi.sumber = isian.tanggal, isian.kewenangan.strip(), isian.sumber.strip()
    if not revisi.alasan:
        raise ValidationError("Tulis alasan revisi.")
    revisi.full_clean()
    revisi.save()
    revisi.daftar_rincian.all().delete()
    katalog = daftar_kode_berlaku(revisi.satker, revisi.tahun)
    baris = [
        RincianRevisi(
            revisi=revisi,
            urut=urut,
            kode=r.kode.strip(),
            sumber_dana=r.sumber_dana.strip(),
            selisih=r.selisih,
            output=find_output(r.kode.strip(), katalog),
        )
        for urut, r in enumerate(rincian, 1)
    ]
    salah = [
        f"Baris {b.urut}: kode dan sumber dana wajib diisi, dan selisihnya tidak 0."
        for b in baris
        if not (b.kode and b.sumber_dana and b.selisih)
    ]
    if salah:
        raise ValidationError(salah)
    RincianRevisi.objects.bulk_create(baris)


def _lock_draf(revisi: RevisiDipa, *, by: Pengguna, versi: int | None) -> RevisiDipa:
    require_permission(by, "revisi.draft", revisi.satker)
    terkunci = RevisiDipa.objects.select_for_update(of=("self",)).select_related("satker").get(pk=revisi.pk)
    if terkunci.status != StatusRevisi.DISUSUN:
        raise ValidationError(
            f"{terkunci} sudah {terkunci.status}; yang sudah ditetapkan diubah oleh revisi berikutnya."
        )
    if versi is not None and versi != terkunci.versi:
        raise _bentrok(terkunci)
    return terkunci


@transaction.atomic
def _alihkan(
    revisi: RevisiDipa, tindakan: str, *, by: Pengguna, alasan: str = "", isi: dict[str, Any] | None = None
) -> None:
    """Change the state where it is still what the person saw: the condition is in the UPDATE, so two cannot win."""
    aturan = PERALIHAN_REVISI[tindakan]
    require_peran(by, revisi.satker, aturan.peran, f"revisi_dipa.{tindakan}")
    if aturan.is_orang_lain and _find_pengaju(revisi) == by:
        raise PermissionDenied("Yang mengajukan revisi tidak dapat menetapkannya sendiri.")
    berhak = RevisiDipa.objects.filter(pk=revisi.pk, status=aturan.dari, versi=revisi.versi)
    try:
        with transaction.atomic():
            berubah = berhak.update(status=aturan.ke, versi=revisi.versi + 1, **(isi or {}))
    except DatabaseError as galat:  # the ledger itself refuses what no longer fits, in words
        raise ValidationError(f"{revisi}: {str(galat).splitlines()[0]}.") from galat
    if not berubah:
        raise _bentrok(RevisiDipa.objects.get(pk=revisi.pk))
    lama = revisi.status
    revisi.refresh_from_db()
    record_audit(
        by,
        f"revisi_dipa.{tindakan}",
        revisi,
        lama={"status": lama},
        baru={"status": revisi.status, **_rekam(revisi)} if tindakan == "adopt" else {"status": revisi.status},
        alasan=alasan,
    )


def _bentrok(kini: RevisiDipa) -> SudahBerubahError:
    jejak = JejakAudit.objects.filter(objek=kini._meta.label, objek_id=str(kini.pk)).order_by("pk").last()
    oleh = str(jejak.pelaku) if jejak and jejak.pelaku else ""
    return SudahBerubahError(
        f"{kini} sudah berubah sejak Anda membukanya (sekarang {kini.status}, oleh {oleh or 'orang lain'}). "
        "Muat ulang, lalu ulangi.",
        sekarang=_rekam(kini) | {"status": kini.status},
        oleh=oleh,
        waktu=jejak.waktu if jejak else None,
        versi=kini.versi,
    )


def _find_pengaju(revisi: RevisiDipa) -> Pengguna | None:
    jejak = JejakAudit.objects.filter(
        tindakan="revisi_dipa.submit", objek=revisi._meta.label, objek_id=str(revisi.pk)
    ).order_by("pk")
    terakhir = jejak.last()
    return terakhir.pelaku if terakhir else None


def _rekam(revisi: RevisiDipa) -> dict[str, Any]:
    return {
        "nomor": revisi.nomor,
        "jenis": revisi.jenis,
        "semula": revisi.semula,
        "menjadi": revisi.menjadi,
        "alasan": revisi.alasan,
        "tanggal": revisi.tanggal.isoformat() if revisi.tanggal else None,
        "kewenangan": revisi.kewenangan,
        "rincian": [f"{r.kode} {r.sumber_dana} {r.selisih:+d}" for r in revisi.daftar_rincian.all()],
    }
