"""The signed agreements of a year as facts of the data package."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from akuntabel.core.fakta import perencanaan as fakta
from akuntabel.platform.kueri import BarisTetap, KueriTetap
from akuntabel.siklus.organisasi.models import Pejabat, Satker
from akuntabel.siklus.pelaporan.snapshot_organisasi import DaftarPihak
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja, PerjanjianTarget, StatusPerjanjian


def _bertanda(satker: int, tahun: int) -> QuerySet[PerjanjianKinerja]:
    status = StatusPerjanjian.DITANDATANGANI.value
    return PerjanjianKinerja.objects.filter(satker=satker, tahun=tahun, status=status)


_PERJANJIAN = KueriTetap(lambda satker, tahun: _bertanda(satker, tahun).order_by("revisi", "pk"), 1, 2020)
_PIHAK = KueriTetap(
    lambda satker, tahun: Pejabat.objects.filter(
        Q(pk__in=_bertanda(satker, tahun).values("pihak_pertama"))
        | Q(pk__in=_bertanda(satker, tahun).values("pihak_kedua"))
    ).order_by("pk"),
    1,
    2020,
)
_TARGET = BarisTetap(
    lambda satker, tahun: (
        PerjanjianTarget.objects.filter(perjanjian__in=_bertanda(satker, tahun))
        .order_by("urut", "pk")
        .values_list("perjanjian", "indikator__kode", "target")
    ),
    1,
    2020,
)


@dataclass(frozen=True, slots=True)
class IsiPerjanjian:
    """What a package says of the agreements."""

    daftar_perjanjian: tuple[fakta.PerjanjianKinerja, ...] = ()
    daftar_target: tuple[fakta.PerjanjianTarget, ...] = ()


def daftar_perjanjian_tahun(satker: Satker, tahun: int) -> list[PerjanjianKinerja]:
    """The signed agreements of the year, as they followed each other. What is not signed promises nothing."""
    daftar = _PERJANJIAN(satker.pk, tahun)
    pejabat = {j.pk: j for j in _PIHAK(satker.pk, tahun)} if daftar else {}
    for p in daftar:
        p.pihak_pertama, p.pihak_kedua = pejabat[p.pihak_pertama_id], pejabat[p.pihak_kedua_id]
    return daftar


def build_perjanjian(daftar: list[PerjanjianKinerja], pihak: DaftarPihak) -> IsiPerjanjian:
    """Agreements of one office and year, and their targets, in the words they were signed in."""
    target: dict[int, list[tuple[str, str]]] = {}
    for pk, indikator, isi in _TARGET(daftar[0].satker_id, daftar[0].tahun) if daftar else ():
        target.setdefault(pk, []).append((indikator, isi))
    return IsiPerjanjian(
        tuple(_build(p, pihak) for p in daftar),
        tuple(fakta.PerjanjianTarget(p.kode, i, isi) for p in daftar for i, isi in target.get(p.pk, ())),
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
