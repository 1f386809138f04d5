"""What an auditor does: the team, the checklist, the steps of the working paper, sending the report back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.organisasi.permissions import has_peran
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.pelaporan.peralihan import record_pengembalian
from akuntabel.siklus.reviu.berlaku import DIREVIU
from akuntabel.siklus.reviu.checklist import DISANGKAL, find_butir, is_ditanya
from akuntabel.siklus.reviu.kabar import announce_penugasan
from akuntabel.siklus.reviu.models import ButirReviu, Jawaban, KelompokLangkah, LangkahReviu, PenugasanReviu
from akuntabel.siklus.reviu.permissions import (
    PEREVIU,
    has_peran_di_atas,
    is_penyusun,
    require_auditor,
    require_penunjuk,
)


@dataclass(frozen=True, slots=True)
class IsiButir:
    """The answer to a line of the checklist as somebody gives it. jawaban "": none. versi: as it was seen."""

    kode: str
    jawaban: str
    catatan: str
    versi: int


@dataclass(frozen=True, slots=True)
class IsiLangkah:
    """A step of the working paper as somebody writes it."""

    kelompok: KelompokLangkah
    uraian: str
    hasil: str = ""
    simpulan: str = ""


@transaction.atomic
def assign_auditor(
    laporan: LaporanKinerja,
    auditor: Pengguna,
    *,
    by: Pengguna,
    is_ketua: bool = False,
    is_satker_sendiri: bool = False,
    dasar: str = "",
) -> PenugasanReviu:
    """Put an auditor on the team of a report: one of an office above, or of the office itself where that is marked.

    Of the office itself only its head appoints, and says by what decision. A new head of the team replaces the old one.
    Raises PermissionDenied, ValidationError.
    """
    require_penunjuk(by, laporan)
    terkunci = lock_laporan(laporan)
    dasar = dasar.strip()
    _require_layak(terkunci, auditor, by=by, is_satker_sendiri=is_satker_sendiri, dasar=dasar)
    tim = PenugasanReviu.objects.filter(laporan=terkunci, selesai_pada__isnull=True)
    if is_ketua:
        tim.filter(is_ketua=True).update(is_ketua=False)
    tim.filter(auditor=auditor).update(selesai_pada=timezone.now())
    penugasan = PenugasanReviu(
        laporan=terkunci,
        auditor=auditor,
        is_ketua=is_ketua,
        is_satker_sendiri=is_satker_sendiri,
        dasar=dasar,
        penunjuk=by,
    )
    penugasan.full_clean()
    penugasan.save()
    record_audit(
        by,
        "reviu.assign",
        terkunci,
        baru={"auditor": str(auditor), "sebagai": "ketua tim" if is_ketua else "anggota tim"},
        alasan=dasar,
    )
    announce_penugasan(penugasan, by=by)
    return penugasan


@transaction.atomic
def withdraw_auditor(penugasan: PenugasanReviu, *, by: Pengguna, alasan: str) -> None:
    """Take an auditor off the team; what was written stays. Raises PermissionDenied, ValidationError."""
    require_penunjuk(by, penugasan.laporan)
    terkunci = lock_laporan(penugasan.laporan)
    if not alasan.strip():
        raise ValidationError({"alasan": "Sebutkan mengapa auditor ini berhenti mereviu."})
    berubah = PenugasanReviu.objects.filter(pk=penugasan.pk, selesai_pada__isnull=True)
    if not berubah.update(selesai_pada=timezone.now()):
        raise ValidationError("Penugasan ini sudah berakhir.")
    record_audit(by, "reviu.withdraw", terkunci, lama={"auditor": str(penugasan.auditor)}, alasan=alasan.strip())


def review_butir(
    laporan: LaporanKinerja, kode: str, *, jawaban: str, catatan: str, versi: int, by: Pengguna
) -> ButirReviu:
    """Answer one line of the checklist. Raises as ``review_checklist``."""
    review_checklist(laporan, [IsiButir(kode, jawaban, catatan, versi)], by=by)
    return ButirReviu.objects.get(laporan=laporan, kode=kode)


@transaction.atomic
def review_checklist(laporan: LaporanKinerja, daftar: Sequence[IsiButir], *, by: Pengguna) -> int:
    """Answer lines of the checklist, all or none; how many changed. "No" and "in part" are explained.

    What stands as it was written is passed over, and so is a line that is not asked. Raises PermissionDenied;
    ValidationError by ``jawaban_<kode>`` and ``catatan_<kode>``; SudahBerubahError where another was faster.
    """
    require_auditor(by, laporan)
    terkunci = lock_laporan(laporan)
    ada = {b.kode: b for b in ButirReviu.objects.filter(laporan=terkunci).select_related("oleh")}
    jawaban = {kode: b.jawaban for kode, b in ada.items()} | {isi.kode: isi.jawaban for isi in daftar}
    galat: dict[str, list[str]] = {}
    berubah = 0
    for isi in daftar:
        butir = ada.get(isi.kode) or ButirReviu(laporan=terkunci, kode=isi.kode)
        if (butir.jawaban, butir.catatan) == (isi.jawaban, isi.catatan.strip()):
            continue
        if salah := _check_jawaban(isi, jawaban):
            galat |= salah
        else:
            _write_jawaban(butir, isi, by=by)
            berubah += 1
    if galat:
        raise ValidationError(galat)
    return berubah


@transaction.atomic
def draft_langkah(laporan: LaporanKinerja, isi: IsiLangkah, *, by: Pengguna) -> LangkahReviu:
    """Write a step into the working paper, at its end. Raises PermissionDenied, ValidationError."""
    require_auditor(by, laporan)
    terkunci = lock_laporan(laporan)
    terakhir = LangkahReviu.objects.filter(laporan=terkunci).aggregate(n=Max("urut"))["n"] or 0
    langkah = LangkahReviu(laporan=terkunci, urut=terakhir + 1, oleh=by, **_bidang(isi))
    langkah.full_clean()
    langkah.save()
    record_audit(by, "reviu.langkah", terkunci, baru={str(langkah.urut): langkah.uraian})
    return langkah


@transaction.atomic
def revise_langkah(langkah: LangkahReviu, isi: IsiLangkah, *, versi: int, by: Pengguna) -> None:
    """Write a step anew: mostly what came out of it. Raises PermissionDenied, ValidationError, SudahBerubahError."""
    require_auditor(by, langkah.laporan)
    lock_laporan(langkah.laporan)
    kini = LangkahReviu.objects.select_related("oleh").get(pk=langkah.pk)
    lama = {nama: str(getattr(kini, nama)) for nama in _bidang(isi)}
    if kini.versi != versi:
        raise SudahBerubahError(
            f"Langkah {kini.urut} sudah diubah {kini.oleh} sejak Anda membukanya. Yang Anda tulis belum disimpan.",
            sekarang=lama,
            oleh=str(kini.oleh),
            waktu=kini.diubah_pada,
            versi=kini.versi,
        )
    for nama, nilai in _bidang(isi).items():
        setattr(kini, nama, nilai)
    kini.oleh, kini.diubah_pada, kini.versi = by, timezone.now(), versi + 1
    kini.full_clean()
    kini.save()
    langkah.refresh_from_db()
    record_audit(by, "reviu.langkah", kini.laporan, lama=lama, baru=_bidang(isi))


@transaction.atomic
def withdraw_langkah(langkah: LangkahReviu, *, by: Pengguna) -> None:
    """Take a step out of the working paper. Raises PermissionDenied, ValidationError."""
    require_auditor(by, langkah.laporan)
    laporan = lock_laporan(langkah.laporan)
    record_audit(by, "reviu.langkah", laporan, lama={str(langkah.urut): langkah.uraian})
    langkah.delete()


@transaction.atomic
def return_reviu(laporan: LaporanKinerja, *, by: Pengguna, catatan: str) -> None:
    """Send the report back to be mended; checklist, steps and findings wait for it. Raises PermissionDenied, …"""
    require_auditor(by, laporan)
    record_pengembalian(laporan, by=by, catatan=catatan)


def lock_laporan(laporan: LaporanKinerja) -> LaporanKinerja:
    """The row of a report under review, locked until the transaction ends. Raises ValidationError where that is over.

    The review goes on while the report is being written: it runs beside the drafting (Lampiran III.C.2).
    """
    terkunci = LaporanKinerja.objects.select_for_update().select_related("satker", "entitas").get(pk=laporan.pk)
    if not terkunci.is_tahunan:
        raise ValidationError(f"{terkunci} tidak direviu; reviu dilakukan atas laporan tahunan.")
    if terkunci.status in DIREVIU:
        raise ValidationError(
            f"{terkunci} sudah {terkunci.status}; kertas kerjanya beku. Kembalikan laporannya lebih dahulu."
        )
    return terkunci


def _require_layak(
    laporan: LaporanKinerja, auditor: Pengguna, *, by: Pengguna, is_satker_sendiri: bool, dasar: str
) -> None:
    """Raises ValidationError for who may not review this report, PermissionDenied for who may not appoint them."""
    if is_penyusun(auditor, laporan):
        raise ValidationError({"auditor": f"{auditor} menyusun atau mengajukan {laporan}; tunjuk orang lain."})
    if not is_satker_sendiri:
        if not has_peran_di_atas(auditor, laporan.satker, PEREVIU):
            raise ValidationError(
                {"auditor": f"{auditor} bukan auditor satker di atas {laporan.satker}; pilih dari daftar."}
            )
        return
    if not has_peran(auditor, laporan.satker, PEREVIU):
        raise ValidationError({"auditor": f"{auditor} bukan auditor {laporan.satker}; pilih dari daftar."})
    if not dasar:
        raise ValidationError({"dasar": "Sebutkan keputusan yang membentuk tim dari satker sendiri."})
    if by == auditor:
        raise PermissionDenied("Auditor satker sendiri ditunjuk pimpinan, bukan oleh dirinya.")


def _check_jawaban(isi: IsiButir, jawaban: Mapping[str, str]) -> dict[str, list[str]]:
    """What is wrong with an answer, by the field it is in."""
    butir = find_butir(isi.kode)
    bidang = f"jawaban_{isi.kode}"
    if butir is None:
        return {bidang: [f"Checklist reviu tidak memuat butir “{isi.kode}”."]}
    if isi.jawaban and isi.jawaban not in Jawaban.values:
        return {bidang: ["Pilih ya, sebagian, tidak, atau tidak berlaku."]}
    if isi.jawaban and not is_ditanya(butir, jawaban):
        syarat = " atau ".join(butir.jika_tidak)
        return {bidang: [f"Hanya ditanyakan bila butir {syarat} dijawab tidak atau sebagian; kosongkan."]}
    if isi.jawaban in DISANGKAL and not isi.catatan.strip():
        return {f"catatan_{isi.kode}": ["Jelaskan jawaban “tidak” atau “sebagian”."]}
    return {}


def _write_jawaban(butir: ButirReviu, isi: IsiButir, *, by: Pengguna) -> None:
    """The answer where the line is still what the person saw. Raises SudahBerubahError."""
    lama = butir.jawaban
    if butir.pk is None:
        butir.save()
    berubah = ButirReviu.objects.filter(pk=butir.pk, versi=isi.versi).update(
        jawaban=isi.jawaban, catatan=isi.catatan.strip(), oleh=by, diubah_pada=timezone.now(), versi=isi.versi + 1
    )
    if not berubah:
        raise SudahBerubahError(
            f"Butir {isi.kode} sudah dijawab {butir.oleh or 'orang lain'} sejak Anda membukanya. Jawaban Anda belum "
            "disimpan.",
            sekarang={
                f"jawaban_{isi.kode}": butir.jawaban,
                f"catatan_{isi.kode}": butir.catatan,
                f"versi_{isi.kode}": butir.versi,
            },
            oleh=str(butir.oleh or ""),
            waktu=butir.diubah_pada,
        )
    record_audit(
        by, "reviu.butir", butir.laporan, lama={isi.kode: lama}, baru={isi.kode: isi.jawaban}, alasan=isi.catatan
    )


def _bidang(isi: IsiLangkah) -> dict[str, str]:
    return {
        "kelompok": isi.kelompok.value,
        "uraian": isi.uraian.strip(),
        "hasil": isi.hasil.strip(),
        "simpulan": isi.simpulan.strip(),
    }
