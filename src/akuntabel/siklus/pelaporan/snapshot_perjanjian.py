"""The signed agreements of a year as facts of the data package."""

from dataclasses import dataclass

from akuntabel.core.fakta import perencanaan as fakta
from akuntabel.platform.kueri import BarisTetap, KueriTetap
from akuntabel.siklus.organisasi.models import Pejabat, Satker
from akuntabel.siklus.pelaporan.snapshot_organisasi import DaftarPihak
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja, PerjanjianTarget, StatusPerjanjian

_PERJANJIAN = KueriTetap(
    lambda satker, tahun: PerjanjianKinerja.objects.filter(
        satker=satker, tahun=tahun, status=StatusPerjanjian.DITANDATANGANI.value
    ).order_by("revisi", "pk"),
    1,
    2020,
)
_PIHAK = KueriTetap(lambda *pk: Pejabat.objects.filter(pk__in=pk).order_by("pk"), 1, 2)
_TARGET = BarisTetap(
    lambda perjanjian: (
        PerjanjianTarget.objects.filter(perjanjian=perjanjian)
        .order_by("urut", "pk")
        .values_list("indikator__kode", "target")
    ),
    1,
)


@dataclass(frozen=True, slots=True)
class IsiPerjanjian:
    """What a package says of the agreements."""

    daftar_perjanjian: tuple[fakta.PerjanjianKinerja, ...] = ()
    daftar_target: tuple[fakta.PerjanjianTarget, ...] = ()


def daftar_perjanjian_tahun(satker: Satker, tahun: int) -> list[PerjanjianKinerja]:
    """The signed agreements of the year, as they followed each other. What is not signed promises nothing."""
    daftar = _PERJANJIAN(satker.pk, tahun)
    pejabat: dict[int, Pejabat] = {}
    for p in daftar:
        pihak = (p.pihak_pertama_id, p.pihak_kedua_id)
        if not pejabat.keys() >= set(pihak):  # a revision has mostly the same two
            pejabat |= {j.pk: j for j in _PIHAK(*pihak)}
        p.pihak_pertama, p.pihak_kedua = pejabat[p.pihak_pertama_id], pejabat[p.pihak_kedua_id]
    return daftar


def build_perjanjian(daftar: list[PerjanjianKinerja], pihak: DaftarPihak) -> IsiPerjanjian:
    """Agreements and their targets in the words they were signed in."""
    return IsiPerjanjian(
        tuple(_build(p, pihak) for p in daftar),
        tuple(fakta.PerjanjianTarget(p.kode, indikator, target) for p in daftar for indikator, target in _TARGET(p.pk)),
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
