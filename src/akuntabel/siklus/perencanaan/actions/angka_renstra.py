"""The figures of a draft: targets of five years and funding, written as a grid, all or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction

from akuntabel.core.fakta.target import TargetTidakTerbacaError
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.audit.catat import record_audit
from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.perencanaan.actions.renstra import kunci_naskah
from akuntabel.siklus.perencanaan.isian import rapikan
from akuntabel.siklus.perencanaan.models import Indikator, PendanaanRenstra, Renstra, TargetRenstra
from akuntabel.siklus.perencanaan.sunting import build_bentrok
from akuntabel.siklus.perencanaan.target import read_target

T = TypeVar("T", TargetRenstra, PendanaanRenstra)


@dataclass(frozen=True, slots=True)
class IsianTarget:
    """One cell of the grid. target "": none; dilihat: the ``suntingan`` of the cell, None where it was empty."""

    indikator: int
    tahun: int
    target: str
    sumber: str = ""
    dilihat: int | None = None


@dataclass(frozen=True, slots=True)
class IsianPendanaan:
    """Funding of a code in one year, whole rupiah; pagu None: none."""

    kode: str
    uraian: str
    tahun: int
    pagu: int | None
    dilihat: int | None = None


@transaction.atomic
def write_target(
    renstra: Renstra, daftar: Sequence[IsianTarget], *, by: Pengguna | None, is_baku: bool = False
) -> None:
    """Write cells of the grid of targets; what is not among them stays.

    is_baku: they are written as in a data package (``77.5``), not as people write (77,5). Raises PermissionDenied,
    ValidationError with every cell that cannot be read, SudahBerubahError for the first that somebody else has changed.
    """
    kini = kunci_naskah(renstra, by=by, tindakan="target.write")
    indikator = {i.pk: i for i in Indikator.objects.filter(sasaran__renstra=kini).select_related("sasaran")}
    ada = {(t.indikator_id, t.tahun): t for t in TargetRenstra.objects.filter(indikator__in=indikator)}
    salah: list[str] = []
    perubahan: dict[str, tuple[str, str]] = {}
    for urut, isian in enumerate(daftar):
        i = indikator.get(isian.indikator)
        if i is None or isian.tahun not in kini.daftar_tahun:
            salah.append(f"Indikator atau tahun {isian.tahun} tidak ada dalam {kini}.")
            continue
        try:
            target = isian.target if is_baku or not isian.target.strip() else read_target(isian.target, i)
        except TargetTidakTerbacaError as galat:
            salah.append(
                f"Indikator {i.kode} tahun {isian.tahun}: tertulis “{isian.target}”, diharapkan {galat.diharapkan}."
            )
            continue
        baris = ada.get((i.pk, isian.tahun))
        isi = {"target": target.strip(), "sumber": rapikan(isian.sumber)}
        buat = partial(TargetRenstra, indikator=i, tahun=isian.tahun, urut=urut)
        if _tulis_sel(baris, buat(), isi, isian.dilihat, "target", f"Target {i.kode} tahun {isian.tahun}"):
            perubahan[f"{i.kode}/{isian.tahun}"] = (baris.target if baris else "", isi["target"])
    _tutup(kini, "target.write", salah, perubahan, by)


@transaction.atomic
def write_pendanaan(renstra: Renstra, daftar: Sequence[IsianPendanaan], *, by: Pengguna | None) -> None:
    """Write cells of the grid of funding; what is not among them stays.

    Raises PermissionDenied, ValidationError with every cell, SudahBerubahError.
    """
    kini = kunci_naskah(renstra, by=by, tindakan="pendanaan.write")
    ada = {(p.kode, p.tahun): p for p in kini.daftar_pendanaan.all()}
    salah: list[str] = []
    perubahan: dict[str, tuple[int | None, int | None]] = {}
    for isian in daftar:
        kode, letak = rapikan(isian.kode), f"Pendanaan {isian.kode} tahun {isian.tahun}"
        if not kode or not rapikan(isian.uraian):
            salah.append(f"{letak}: kode dan uraian wajib diisi.")
        elif isian.tahun not in kini.daftar_tahun:
            salah.append(f"{letak}: diharapkan tahun {kini.mulai} sampai {kini.selesai}.")
        elif isian.pagu is not None and isian.pagu < 0:
            salah.append(f"{letak}: tertulis {isian.pagu}, diharapkan rupiah bulat, paling sedikit 0.")
        else:
            baris = ada.get((kode, isian.tahun))
            isi = {"pagu": isian.pagu, "uraian": rapikan(isian.uraian)}
            baru = PendanaanRenstra(renstra=kini, kode=kode, tahun=isian.tahun)
            if _tulis_sel(baris, baru, isi, isian.dilihat, "pagu", letak):
                perubahan[f"{kode}/{isian.tahun}"] = (baris.pagu if baris else None, isian.pagu)
    _tutup(kini, "pendanaan.write", salah, perubahan, by)


def _tulis_sel(kini: T | None, baru: T, isi: Mapping[str, object], dilihat: int | None, pokok: str, letak: str) -> bool:
    """Store, change or remove one cell; whether anything changed. The row that was there keeps its old values."""
    nilai = isi[pokok]
    is_kosong = nilai is None or nilai == ""
    if (kini is None and is_kosong) or (kini is not None and all(getattr(kini, n) == v for n, v in isi.items())):
        return False
    if (kini.suntingan if kini else None) != dilihat:
        if kini is None:
            raise SudahBerubahError(f"{letak} sudah dihapus orang lain sejak Anda membukanya.", sekarang={pokok: ""})
        raise build_bentrok(kini, letak, {pokok: nilai})
    if kini is None:
        for nama, v in isi.items():
            setattr(baru, nama, v)
        baru.save()
    elif is_kosong:
        type(kini)._default_manager.filter(pk=kini.pk).delete()
    else:
        type(kini)._default_manager.filter(pk=kini.pk).update(suntingan=kini.suntingan + 1, **isi)
    return True


def _tutup(
    renstra: Renstra,
    tindakan: str,
    salah: list[str],
    perubahan: Mapping[str, tuple[object, object]],
    by: Pengguna | None,
) -> None:
    """All or nothing, and one row of the trail for the grid."""
    if salah:
        raise ValidationError(salah)
    if perubahan:
        pokok = tindakan.partition(".")[0]
        lama = {pokok: {letak: a for letak, (a, _) in perubahan.items()}}
        record_audit(by, tindakan, renstra, lama=lama, baru={pokok: {letak: b for letak, (_, b) in perubahan.items()}})
