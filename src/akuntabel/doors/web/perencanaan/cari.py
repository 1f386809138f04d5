"""The thing that an address names, as far as it belongs to the office or holds for it; else 404."""

from typing import TypeVar

from django.db.models import Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from akuntabel.doors.web.ruang import Ruang
from akuntabel.siklus.perencanaan.berlaku import read_renstra
from akuntabel.siklus.perencanaan.models import (
    Indikator,
    KondisiKinerja,
    RencanaKinerja,
    Renstra,
    Sasaran,
    StatusRenstra,
    Tujuan,
)
from akuntabel.siklus.perencanaan.querysets import daftar_jalur_atas

B = TypeVar("B", Tujuan, Sasaran)


def saring_berlaku(ruang: Ruang, awalan: str = "") -> Q:
    """What stands in a plan of the office, or in an adopted one of an office above."""
    atas = {f"{awalan}satker__path__in": daftar_jalur_atas(ruang.satker.path)}
    return Q(**{f"{awalan}satker": ruang.satker}) | Q(**atas, **{f"{awalan}status": StatusRenstra.DITETAPKAN.value})


def find_renstra(ruang: Ruang, id_: int) -> Renstra:
    """A plan to look at: of the office, or an adopted one above it."""
    try:
        renstra = read_renstra(id_)
    except Renstra.DoesNotExist:
        raise Http404 from None
    is_dari_atas = renstra.is_beku and renstra.satker.path in daftar_jalur_atas(ruang.satker.path)
    if renstra.satker_id != ruang.satker.pk and not is_dari_atas:
        raise Http404
    return renstra


def find_renstra_sendiri(ruang: Ruang, id_: int) -> Renstra:
    """A plan to write: of the office itself."""
    return get_object_or_404(Renstra.objects.select_related("satker"), pk=id_, satker=ruang.satker)


def find_butir(model: type[B], ruang: Ruang, id_: int) -> B:
    """A tujuan or sasaran of a plan of the office."""
    daftar: QuerySet[B] = model._default_manager.select_related("renstra__satker")
    return get_object_or_404(daftar, pk=id_, renstra__satker=ruang.satker)


def find_indikator(ruang: Ruang, id_: int, *, is_sendiri: bool = False) -> Indikator:
    """An indicator to look at; is_sendiri: to write."""
    daftar = Indikator.objects.select_related("sasaran__renstra__satker", "sasaran__tujuan", "pengampu")
    if is_sendiri:
        return get_object_or_404(daftar, pk=id_, sasaran__renstra__satker=ruang.satker)
    return get_object_or_404(daftar, saring_berlaku(ruang, "sasaran__renstra__"), pk=id_)


def find_kondisi(ruang: Ruang, id_: int) -> KondisiKinerja:
    """A condition of the office's own tree."""
    daftar = KondisiKinerja.objects.select_related("satker", "renstra", "sasaran", "indikator__sasaran", "unit")
    return get_object_or_404(daftar, pk=id_, satker=ruang.satker)


def find_rencana(ruang: Ruang, id_: int) -> RencanaKinerja:
    """An RKT of the office in the year of the address."""
    daftar = RencanaKinerja.objects.select_related("satker", "renstra__satker", "keputusan")
    return get_object_or_404(daftar, pk=id_, satker=ruang.satker, tahun=ruang.tahun)
