"""Revisions of the DIPA: a chain in which every ceiling starts where the one before ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from akuntabel.core.calc.angka import format_rupiah


@dataclass(frozen=True, slots=True)
class Revisi:
    """One link: the ceiling before and after. The first DIPA has number 0 and no ``semula``.

    rincian: the parts of the change, (code, signed difference); empty when the revision was not broken down.
    """

    nomor: int
    semula: int | None
    menjadi: int
    rincian: tuple[tuple[str, int], ...] = ()

    @property
    def selisih(self) -> int | None:
        """The change with its sign, in rupiah; None for the first DIPA, which changes nothing."""
        return None if self.semula is None else self.menjadi - self.semula


class JenisKetidakcocokan(StrEnum):
    """Where a chain can break."""

    RANTAI = "rantai"
    RINCIAN = "rincian"
    DAUN = "daun"


@dataclass(frozen=True, slots=True)
class Ketidakcocokan:
    """One place where the chain does not fit, in rupiah. It is shown, never mended silently.

    tertulis: what is written (None: nothing is); seharusnya: what the rest of the chain says.
    """

    jenis: JenisKetidakcocokan
    nomor: int
    tertulis: int | None
    seharusnya: int
    pesan: str

    @property
    def selisih(self) -> int | None:
        """Written minus expected, signed; None where nothing is written."""
        return None if self.tertulis is None else self.tertulis - self.seharusnya


def check_rantai(daftar: Sequence[Revisi], jumlah_daun: int | None = None) -> tuple[Ketidakcocokan, ...]:
    """Everything that does not fit in a chain of revisions (sakip-rules §6.2): breaks, details, leaves.

    Each ``semula`` is the ``menjadi`` before it; details add up to the change; the last ``menjadi`` is the sum of
    the budget leaves (``jumlah_daun``, None when they are not known).
    """
    temuan = [
        _describe_putus(sebelum, revisi) for sebelum, revisi in pairwise(daftar) if revisi.semula != sebelum.menjadi
    ]
    temuan += [
        _describe_rincian(revisi, jumlah, revisi.selisih)
        for revisi in daftar
        if revisi.rincian and revisi.selisih is not None
        if (jumlah := sum(bagian for _, bagian in revisi.rincian)) != revisi.selisih
    ]
    if daftar and jumlah_daun is not None and daftar[-1].menjadi != jumlah_daun:
        temuan.append(_describe_daun(daftar[-1], jumlah_daun))
    return tuple(temuan)


def _describe_putus(sebelum: Revisi, revisi: Revisi) -> Ketidakcocokan:
    tertulis = "kosong" if revisi.semula is None else f"tertulis {format_rupiah(revisi.semula)}"
    return Ketidakcocokan(
        JenisKetidakcocokan.RANTAI,
        revisi.nomor,
        revisi.semula,
        sebelum.menjadi,
        f"Revisi DIPA {revisi.nomor}: pagu semula {tertulis}, seharusnya {format_rupiah(sebelum.menjadi)}, yaitu "
        f"pagu menjadi pada nomor {sebelum.nomor}. Betulkan salah satunya, atau sisipkan revisi yang terlewat.",
    )


def _describe_rincian(revisi: Revisi, jumlah: int, selisih: int) -> Ketidakcocokan:
    return Ketidakcocokan(
        JenisKetidakcocokan.RINCIAN,
        revisi.nomor,
        jumlah,
        selisih,
        f"Revisi DIPA {revisi.nomor}: rinciannya berjumlah {format_rupiah(jumlah, bertanda=True)}, padahal "
        f"pagunya berubah {format_rupiah(selisih, bertanda=True)}. Lengkapi atau betulkan rinciannya.",
    )


def _describe_daun(terakhir: Revisi, jumlah_daun: int) -> Ketidakcocokan:
    beda = format_rupiah(terakhir.menjadi - jumlah_daun, bertanda=True)
    return Ketidakcocokan(
        JenisKetidakcocokan.DAUN,
        terakhir.nomor,
        terakhir.menjadi,
        jumlah_daun,
        f"Revisi DIPA {terakhir.nomor}: pagu terakhir {format_rupiah(terakhir.menjadi)}, sedangkan rincian "
        f"anggaran berjumlah {format_rupiah(jumlah_daun)} (selisih {beda}). "
        "Cocokkan rincian dengan halaman DIPA terakhir.",
    )
