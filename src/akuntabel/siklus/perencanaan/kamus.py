"""Kamus indikator: every indicator an office answers for, and how its wording has changed over versions and periods."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.siklus.perencanaan.models import Indikator, Renstra
from akuntabel.siklus.perencanaan.querysets import IndikatorQuerySet
from akuntabel.siklus.perencanaan.susunan import RencanaBerlaku

BIDANG_RUMUSAN = (
    "kode",
    "nama",
    "definisi",
    "satuan",
    "arah",
    "rumus",
    "pembilang",
    "penyebut",
    "sumber_data",
    "sumber_realisasi",
    "konsolidasi",
    "agregasi",
    "desimal",
    "predikat",
)


@dataclass(frozen=True, slots=True)
class Perubahan:
    """One field that was worded otherwise before."""

    bidang: str
    lama: str
    baru: str


@dataclass(frozen=True, slots=True)
class BabakIndikator:
    """The indicator in one version of a plan, and what is worded otherwise than in the one before."""

    indikator: Indikator
    daftar_perubahan: tuple[Perubahan, ...]


def find_kamus(rencana: RencanaBerlaku, cari: str = "") -> list[Indikator]:
    """The indicators in force, those only that hold every word of the search in code, name or definition."""
    daftar_kata = cari.casefold().split()
    return [
        i
        for i in rencana.daftar_indikator
        if all(kata in f"{i.kode}\n{i.nama}\n{i.definisi}".casefold() for kata in daftar_kata)
    ]


def daftar_lanjutan(renstra: Renstra) -> IndikatorQuerySet[Indikator]:
    """The indicators of the office's other periods that may live on in this plan, each in its newest wording."""
    daftar = Indikator.objects.filter(sasaran__renstra__satker=renstra.satker_id).exclude(
        sasaran__renstra__mulai=renstra.mulai
    )
    urut = daftar.order_by("sasaran__renstra__mulai", "sasaran__renstra__versi")
    terbaru = dict(urut.values_list("silsilah", "pk"))  # of each, the last one stays
    return daftar.filter(pk__in=terbaru.values()).select_related("sasaran__renstra").berurut()


def daftar_riwayat(indikator: Indikator, pengguna: Pengguna) -> list[BabakIndikator]:
    """The life of an indicator that the person sees, the oldest wording first."""
    daftar = list(
        Indikator.objects.visible_to(pengguna)
        .filter(silsilah=indikator.silsilah)
        .select_related("sasaran__renstra__satker")
        .order_by("sasaran__renstra__mulai", "sasaran__renstra__versi")
    )
    if not daftar:
        return []
    pertama = BabakIndikator(daftar[0], ())
    return [pertama, *(BabakIndikator(b, tuple(find_perubahan(a, b))) for a, b in pairwise(daftar))]


def find_perubahan(lama: Indikator, baru: Indikator) -> Iterator[Perubahan]:
    """What is worded otherwise from one version of an indicator to another."""
    sebutan = {b.name: str(b.verbose_name) for b in Indikator._meta.concrete_fields}
    for nama in BIDANG_RUMUSAN:
        a, b = str(getattr(lama, nama)), str(getattr(baru, nama))
        if a != b:
            yield Perubahan(sebutan[nama], a, b)
