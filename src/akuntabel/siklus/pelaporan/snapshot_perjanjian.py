"""The signed agreements of a year as facts of the data package."""

from dataclasses import dataclass

from akuntabel.core.fakta import perencanaan as fakta
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.pelaporan.snapshot_organisasi import DaftarPihak
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja, PerjanjianTarget, StatusPerjanjian


@dataclass(frozen=True, slots=True)
class IsiPerjanjian:
    """What a package says of the agreements."""

    daftar_perjanjian: tuple[fakta.PerjanjianKinerja, ...] = ()
    daftar_target: tuple[fakta.PerjanjianTarget, ...] = ()


def daftar_perjanjian_tahun(satker: Satker, tahun: int) -> list[PerjanjianKinerja]:
    """The signed agreements of the year, as they followed each other. What is not signed promises nothing."""
    daftar = PerjanjianKinerja.objects.filter(
        satker=satker, tahun=tahun, status=StatusPerjanjian.DITANDATANGANI.value
    ).select_related("pihak_pertama__satker", "pihak_kedua__satker", "renstra__satker")
    return list(daftar.order_by("revisi", "pk"))


def build_perjanjian(daftar: list[PerjanjianKinerja], pihak: DaftarPihak) -> IsiPerjanjian:
    """Agreements and their targets in the words they were signed in."""
    target: dict[int, list[PerjanjianTarget]] = {}
    for t in PerjanjianTarget.objects.filter(perjanjian__in=daftar).select_related("indikator").order_by("urut", "pk"):
        target.setdefault(t.perjanjian_id, []).append(t)
    return IsiPerjanjian(
        tuple(_build(p, pihak) for p in daftar),
        tuple(fakta.PerjanjianTarget(p.kode, t.indikator.kode, t.target) for p in daftar for t in target.get(p.pk, ())),
    )


def _build(p: PerjanjianKinerja, pihak: DaftarPihak) -> fakta.PerjanjianKinerja:
    isi = p.isi or {}
    return fakta.PerjanjianKinerja(
        kode=p.kode,
        tahun=p.tahun,
        revisi=p.revisi,
        pihak_pertama=pihak.find_kode(p.pihak_pertama, isi.get("pihak_pertama", {})),
        pihak_kedua=pihak.find_kode(p.pihak_kedua, isi.get("pihak_kedua", {})),
        tanggal=p.tanggal_penandatanganan,
        alasan=p.uraian_revisi or None,
        sumber=p.sumber,
    )


def merge_perjanjian(tersimpan: IsiPerjanjian, baris: IsiPerjanjian) -> IsiPerjanjian:
    """What the year keeps as it came (signed, so it cannot have changed), and what the rows have besides."""
    perjanjian = {p.kode for p in tersimpan.daftar_perjanjian}
    bertarget = {t.perjanjian for t in tersimpan.daftar_target}
    return IsiPerjanjian(
        tersimpan.daftar_perjanjian + tuple(p for p in baris.daftar_perjanjian if p.kode not in perjanjian),
        tersimpan.daftar_target + tuple(t for t in baris.daftar_target if t.perjanjian not in bertarget),
    )
