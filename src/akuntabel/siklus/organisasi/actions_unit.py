"""Divisions and parts of the secretariat, and what is laid upon them and upon the office."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.organisasi.models import Satker, Unit, UraianTugas
from akuntabel.siklus.organisasi.permissions import require_permission
from akuntabel.siklus.organisasi.pohon import lock_satker
from akuntabel.siklus.organisasi.ubah import change_berversi

BIDANG_UNIT = ("jenis", "nama", "induk", "dasar", "sumber", "urut")


@dataclass(frozen=True, slots=True)
class UraianBaru:
    """One duty, power or obligation as it is handed in."""

    jenis: str
    teks: str
    dasar: str = ""


@transaction.atomic
def draft_unit(
    satker: Satker,
    *,
    kode: str,
    jenis: str,
    nama: str,
    induk: Unit | None = None,
    dasar: str = "",
    sumber: str = "",
    by: Pengguna | None,
) -> Unit:
    """Write down a part of the office, after those it has. Raises PermissionDenied, ValidationError."""
    if by is not None:
        require_permission(by, "unit.revise", satker)
    lock_satker(satker)
    urut = (satker.daftar_unit.aggregate(akhir=Max("urut"))["akhir"] or 0) + 1
    unit = Unit(satker=satker, kode=kode, urut=urut, jenis=jenis, nama=nama, induk=induk, dasar=dasar, sumber=sumber)
    _check_induk(unit, induk)
    unit.full_clean()
    unit.save()
    record_audit(by, "unit.draft", unit, baru={"satker": satker.kode, "kode": kode, "nama": nama})
    return unit


@transaction.atomic
def revise_unit(unit: Unit, isi: Mapping[str, object], *, versi: int | None, by: Pengguna) -> None:
    """Change what is known of a part of the office. Raises PermissionDenied, SudahBerubahError, ValidationError."""
    require_permission(by, "unit.revise", unit.satker)
    asing = set(isi) - set(BIDANG_UNIT)
    if asing:
        raise ValueError(f"not of a unit: {sorted(asing)}")
    lock_satker(unit.satker)
    induk = isi.get("induk")
    _check_induk(unit, induk if isinstance(induk, Unit) else None)
    change_berversi(unit, isi, versi=versi, by=by, tindakan="unit.revise")


@transaction.atomic
def revise_uraian_tugas(
    satker: Satker, unit: Unit | None, daftar: Sequence[UraianBaru], *, versi: int | None = None, by: Pengguna | None
) -> list[UraianTugas]:
    """Set the whole list of a unit (None: of the office), numbered anew within each kind.

    versi: ``compute_versi_tugas`` of the list that the person saw. Raises PermissionDenied, SudahBerubahError,
    ValidationError.
    """
    if by is not None:
        require_permission(by, "unit.revise", satker)
    if unit is not None and unit.satker_id != satker.pk:
        raise ValidationError(f"{unit} bukan unit {satker}.")
    lock_satker(satker)
    lama = list(satker.daftar_tugas.filter(unit=unit))
    if versi is not None and versi != compute_versi_tugas(lama):
        raise SudahBerubahError(
            f"Uraian tugas {unit or satker} sudah diubah orang lain sejak Anda membukanya. "
            "Isian Anda belum disimpan; bandingkan, lalu simpan lagi.",
            sekarang={str(n): t.teks for n, t in enumerate(lama)},
            versi=compute_versi_tugas(lama),
        )
    posisi = lama[0].posisi if lama else (satker.daftar_tugas.aggregate(akhir=Max("posisi"))["akhir"] or 0) + 1
    baru, jumlah = [], dict[str, int]()
    for n, uraian in enumerate(daftar):
        urut = jumlah[uraian.jenis] = jumlah.get(uraian.jenis, 0) + 1
        tugas = UraianTugas(
            satker=satker,
            unit=unit,
            jenis=uraian.jenis,
            urut=urut,
            posisi=posisi + n,
            teks=uraian.teks.strip(),
            dasar=uraian.dasar,
        )
        tugas.full_clean(exclude=["satker", "unit"])
        baru.append(tugas)
    _geser(satker, lama, posisi, len(daftar))
    UraianTugas.objects.filter(pk__in=[t.pk for t in lama]).delete()
    UraianTugas.objects.bulk_create(baru)
    record_audit(by, "uraian_tugas.revise", unit or satker, lama={"daftar": _isi(lama)}, baru={"daftar": _isi(baru)})
    return baru


def compute_versi_tugas(daftar: Sequence[UraianTugas]) -> int:
    """What tells a list from any that it was before: it is written anew with every change, with new ids."""
    return max((t.pk for t in daftar), default=0)


def _geser(satker: Satker, lama: Sequence[UraianTugas], posisi: int, jumlah: int) -> None:
    """Keep the place of the list among those of the other units: what stands after it makes room."""
    sesudah = satker.daftar_tugas.exclude(pk__in=[t.pk for t in lama]).filter(posisi__gte=posisi)
    for tugas in sesudah:
        tugas.posisi += jumlah
    UraianTugas.objects.bulk_update(sesudah, ["posisi"], batch_size=200)


def _isi(daftar: Sequence[UraianTugas]) -> list[list[object]]:
    return [[t.jenis, t.urut, t.teks, t.dasar] for t in daftar]


def _check_induk(unit: Unit, induk: Unit | None) -> None:
    """A unit lies in its own office, and not below itself."""
    if induk is None:
        return
    if induk.satker_id != unit.satker_id:
        raise ValidationError({"induk": f"{induk} bukan unit {unit.satker}. Pilih unit di satker yang sama."})
    atas: Unit | None = induk
    while atas is not None:
        if atas.pk is not None and atas.pk == unit.pk:
            raise ValidationError({"induk": f"{induk} berada di bawah {unit}, jadi tidak dapat menjadi induknya."})
        atas = atas.induk
