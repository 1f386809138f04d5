"""What can be done to a rencana aksi: drafted from a signed agreement, submitted, approved, revised."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from akuntabel.core.calc.angka import format_rupiah
from akuntabel.core.calc.konsolidasi import Konsolidasi
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.organisasi.models import Pejabat, Unit
from akuntabel.siklus.organisasi.permissions import require_peran
from akuntabel.siklus.perencanaan.target import write_target
from akuntabel.siklus.perjanjian.berlaku import find_rencana_aksi_berlaku
from akuntabel.siklus.perjanjian.catatan import require_tanpa_halangan
from akuntabel.siklus.perjanjian.isi import build_isi_rencana_aksi, compute_sidik_isi
from akuntabel.siklus.perjanjian.models import (
    ROMAWI,
    TRIWULAN,
    Aksi,
    PerjanjianKinerja,
    PerjanjianTarget,
    RencanaAksi,
    TargetTriwulan,
)
from akuntabel.siklus.perjanjian.pemeriksaan_rencana_aksi import check_rencana_aksi
from akuntabel.siklus.perjanjian.peralihan import alihkan, bump_versi, lock_draf, require_versi
from akuntabel.siklus.perjanjian.permissions import PERALIHAN_RENCANA_AKSI, PERAN_PENYUSUN


@dataclass(frozen=True, slots=True, kw_only=True)
class AksiBaris:
    """An action as somebody writes it; anggaran in whole rupiah under a code of the annex."""

    uraian: str
    triwulan: int
    unit: Unit | None = None
    pejabat: Pejabat | None = None
    kode_anggaran: str = ""
    anggaran: int | None = None


@transaction.atomic
def draft_rencana_aksi(perjanjian: PerjanjianKinerja, *, by: Pengguna) -> RencanaAksi:
    """The rencana aksi of a signed agreement. Raises PermissionDenied, ValidationError.

    Where the agreement revises another one, its quarters and actions go on as far as the indicators are the same;
    else the quarters begin with what the annual target already says.
    """
    require_peran(by, perjanjian.satker, PERAN_PENYUSUN, "rencana_aksi.draft")
    induk = PerjanjianKinerja.objects.select_for_update().get(pk=perjanjian.pk)
    if not induk.is_beku:
        raise ValidationError(f"{induk} belum ditandatangani; rencana aksi menjabarkan perjanjian yang sudah mengikat.")
    if induk.daftar_rencana_aksi.exists():
        raise ValidationError(f"{induk} sudah mempunyai rencana aksi. Lanjutkan atau revisi yang ada.")
    rencana_aksi = RencanaAksi.objects.create(satker=induk.satker, perjanjian=induk)
    lama = find_rencana_aksi_berlaku(induk.sebelumnya) if induk.sebelumnya else None
    _isi_awal(rencana_aksi)
    if lama is not None:
        _salin(lama, rencana_aksi)
    record_audit(by, "rencana_aksi.draft", rencana_aksi, baru={"perjanjian": str(induk)})
    return rencana_aksi


@transaction.atomic
def set_target_triwulan(
    rencana_aksi: RencanaAksi,
    perjanjian_target: PerjanjianTarget,
    triwulan: int,
    target: str,
    *,
    by: Pengguna,
    versi: int | None = None,
) -> None:
    """Write what an indicator is to reach in a quarter. Raises PermissionDenied, ValidationError, SudahBerubahError.

    versi: of the line as the person saw it (0 where it was empty). An empty target means: nothing due yet.
    """
    terkunci = lock_draf(rencana_aksi, by=by, tindakan="draft")
    _require_milik(terkunci, perjanjian_target)
    baris = TargetTriwulan.objects.filter(
        rencana_aksi=terkunci, perjanjian_target=perjanjian_target, triwulan=triwulan
    ).first() or TargetTriwulan(rencana_aksi=terkunci, perjanjian_target=perjanjian_target, triwulan=triwulan)
    indikator = perjanjian_target.indikator
    kunci = f"{indikator.kode} triwulan {ROMAWI.get(triwulan, triwulan)}"
    require_versi(terkunci, baris.versi, versi, tindakan="target", kunci=kunci, sekarang={"target": baris.target})
    lama = baris.target
    baris.target = lama if target.strip() == lama else write_target(target, indikator)
    if baris.target == lama:
        return
    baris.versi = bump_versi(terkunci, rencana_aksi)
    baris.full_clean()
    baris.save()
    record_audit(by, "rencana_aksi.target", terkunci, lama={kunci: lama}, baru={kunci: baris.target})


@transaction.atomic
def set_aksi(
    rencana_aksi: RencanaAksi,
    perjanjian_target: PerjanjianTarget,
    isi: AksiBaris,
    *,
    by: Pengguna,
    aksi: Aksi | None = None,
    versi: int | None = None,
) -> Aksi:
    """Write an action of an indicator, a new one or in place of ``aksi``. versi: of the action as the person saw it."""
    terkunci = lock_draf(rencana_aksi, by=by, tindakan="draft")
    _require_milik(terkunci, perjanjian_target)
    _require_penanggung_jawab(terkunci, isi)
    baris = _find_aksi(terkunci, aksi) or Aksi(rencana_aksi=terkunci, urut=terkunci.daftar_aksi.count() + 1)
    lama = _teks(baris) if baris.pk else ""
    if baris.pk:
        require_versi(terkunci, baris.versi, versi, tindakan="aksi", kunci=_kunci(baris), sekarang=_rekam(baris))
    baris.perjanjian_target = perjanjian_target
    for nama in asdict(isi):
        setattr(baris, nama, getattr(isi, nama))
    baris.versi = bump_versi(terkunci, rencana_aksi)
    baris.full_clean()
    baris.save()
    record_audit(by, "rencana_aksi.aksi", terkunci, lama={_kunci(baris): lama}, baru={_kunci(baris): _teks(baris)})
    return baris


@transaction.atomic
def withdraw_aksi(rencana_aksi: RencanaAksi, aksi: Aksi, *, by: Pengguna, versi: int | None = None) -> None:
    """Take an action out of the draft."""
    terkunci = lock_draf(rencana_aksi, by=by, tindakan="draft")
    baris = _find_aksi(terkunci, aksi)
    if baris is None:
        return
    lama, kunci = _teks(baris), _kunci(baris)
    require_versi(terkunci, baris.versi, versi, tindakan="aksi", kunci=kunci, sekarang=_rekam(baris))
    baris.delete()
    bump_versi(terkunci, rencana_aksi)
    record_audit(by, "rencana_aksi.aksi", terkunci, lama={kunci: lama}, baru={kunci: ""})


def submit_rencana_aksi(rencana_aksi: RencanaAksi, *, by: Pengguna) -> None:
    """Hand it to the head of the office. Raises ValidationError with everything that stands in the way."""
    aturan = PERALIHAN_RENCANA_AKSI["submit"]
    require_peran(by, rencana_aksi.satker, aturan.peran, "rencana_aksi.submit")
    require_tanpa_halangan(check_rencana_aksi(rencana_aksi))
    alihkan(rencana_aksi, "submit", aturan, by=by)


def return_rencana_aksi(rencana_aksi: RencanaAksi, *, by: Pengguna, alasan: str) -> None:
    """Send it back to whoever drafts it, with the reason."""
    if not alasan.strip():
        raise ValidationError("Sebutkan alasan pengembalian, agar penyusun tahu apa yang harus diperbaiki.")
    alihkan(rencana_aksi, "return", PERALIHAN_RENCANA_AKSI["return"], by=by, alasan=alasan.strip())


@transaction.atomic
def approve_rencana_aksi(rencana_aksi: RencanaAksi, *, by: Pengguna, tanggal: date | None = None) -> None:
    """Agree to it; not by the person who submitted it. From now on it is revised, never edited."""
    aturan = PERALIHAN_RENCANA_AKSI["approve"]
    require_peran(by, rencana_aksi.satker, aturan.peran, "rencana_aksi.approve")
    hari = tanggal or timezone.localdate()
    terkunci = RencanaAksi.objects.select_for_update().get(pk=rencana_aksi.pk)
    isi = build_isi_rencana_aksi(terkunci, hari)
    alihkan(
        rencana_aksi,
        "approve",
        aturan,
        by=by,
        isi={"tanggal_persetujuan": hari, "isi": isi, "sidik": compute_sidik_isi(isi)},
    )


@transaction.atomic
def revise_rencana_aksi(rencana_aksi: RencanaAksi, *, by: Pengguna, uraian: str) -> RencanaAksi:
    """A new draft of the same agreement's rencana aksi; the approved one stays in force until the new one is."""
    require_peran(by, rencana_aksi.satker, PERAN_PENYUSUN, "rencana_aksi.revise")
    lama = RencanaAksi.objects.select_for_update().get(pk=rencana_aksi.pk)
    if not lama.is_beku:
        raise ValidationError(f"{lama} belum disetujui; ubah saja naskahnya.")
    if not uraian.strip():
        raise ValidationError("Uraikan alasan revisi rencana aksi.")
    terakhir = lama.perjanjian.daftar_rencana_aksi.order_by("revisi").last()
    if terakhir is not None and terakhir.pk != lama.pk:
        raise ValidationError(f"{lama} sudah direvisi: {terakhir} berstatus {terakhir.status}. Lanjutkan yang itu.")
    baru = RencanaAksi.objects.create(
        satker=lama.satker, perjanjian=lama.perjanjian, revisi=lama.revisi + 1, uraian_revisi=uraian.strip()
    )
    _salin(lama, baru)
    record_audit(by, "rencana_aksi.revise", baru, baru={"revisi": baru.revisi}, alasan=uraian.strip())
    return baru


def _isi_awal(rencana_aksi: RencanaAksi) -> None:
    """What needs no choice: a figure that ends where the year ends, or that holds all year. A sum is to be divided."""
    for t in rencana_aksi.perjanjian.daftar_target.select_related("indikator"):
        TargetTriwulan.objects.bulk_create(
            TargetTriwulan(rencana_aksi=rencana_aksi, perjanjian_target=t, triwulan=n, target=t.target)
            for n in _TRIWULAN_AWAL.get(Konsolidasi(t.indikator.konsolidasi), TRIWULAN)
        )


_TRIWULAN_AWAL: Mapping[Konsolidasi, tuple[int, ...]] = {
    Konsolidasi.JUMLAH: (),
    Konsolidasi.TERAKHIR: (4,),
    Konsolidasi.RUMUS: (4,),
}


def _salin(lama: RencanaAksi, baru: RencanaAksi) -> None:
    """Quarters and actions, for every indicator that the new agreement has too; an annual target may have changed."""
    padanan = {t.indikator_id: t for t in baru.perjanjian.daftar_target.all()}
    for t in lama.daftar_target.select_related("perjanjian_target"):
        if (kini := padanan.get(t.perjanjian_target.indikator_id)) is not None:
            TargetTriwulan.objects.update_or_create(
                rencana_aksi=baru, perjanjian_target=kini, triwulan=t.triwulan, defaults={"target": t.target}
            )
    Aksi.objects.bulk_create(
        Aksi(
            rencana_aksi=baru,
            perjanjian_target=padanan[a.perjanjian_target.indikator_id],
            uraian=a.uraian,
            triwulan=a.triwulan,
            unit=a.unit,
            pejabat=a.pejabat,
            kode_anggaran=a.kode_anggaran,
            anggaran=a.anggaran,
            urut=a.urut,
        )
        for a in lama.daftar_aksi.select_related("perjanjian_target")
        if a.perjanjian_target.indikator_id in padanan
    )


def _require_milik(rencana_aksi: RencanaAksi, perjanjian_target: PerjanjianTarget) -> None:
    if perjanjian_target.perjanjian_id != rencana_aksi.perjanjian_id:
        raise ValidationError(f"Indikator itu bukan bagian dari {rencana_aksi.perjanjian}.")


def _require_penanggung_jawab(rencana_aksi: RencanaAksi, isi: AksiBaris) -> None:
    for milik in (isi.unit, isi.pejabat):
        if milik is not None and milik.satker_id != rencana_aksi.satker_id:
            raise ValidationError(f"{milik} bukan bagian dari {rencana_aksi.satker}.")


def _find_aksi(rencana_aksi: RencanaAksi, aksi: Aksi | None) -> Aksi | None:
    if aksi is None:
        return None
    baris = rencana_aksi.daftar_aksi.filter(pk=aksi.pk).first()
    if baris is None:
        raise ValidationError("Aksi itu sudah dihapus oleh orang lain. Muat ulang halamannya.")
    return baris


def _kunci(aksi: Aksi) -> str:
    return f"aksi {aksi.pk}"


def _rekam(aksi: Aksi) -> dict[str, object]:
    """The fields of an action, for whoever must be shown what is stored."""
    return {
        "uraian": aksi.uraian,
        "triwulan": aksi.triwulan,
        "unit": str(aksi.unit or ""),
        "pejabat": str(aksi.pejabat or ""),
        "kode_anggaran": aksi.kode_anggaran,
        "anggaran": aksi.anggaran,
    }


def _teks(aksi: Aksi) -> str:
    """An action in one line, as the trail keeps it."""
    pelaku = "; ".join(str(p) for p in (aksi.unit, aksi.pejabat) if p)
    uang = "" if aksi.anggaran is None else f"{aksi.kode_anggaran} {format_rupiah(aksi.anggaran)}"
    bagian = (aksi.perjanjian_target.indikator.kode, f"triwulan {ROMAWI[aksi.triwulan]}", aksi.uraian, pelaku, uang)
    return ", ".join(b for b in bagian if b)
