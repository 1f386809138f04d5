"""The worksheet or recommendation that an address names, as far as the person sees it; else 404."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from akuntabel.core.regulasi.lke import KriteriaLke, SubLke
from akuntabel.doors.web.ruang import Ruang
from akuntabel.siklus.evaluasi.models import BuktiKriteria, Lke, Rekomendasi
from akuntabel.siklus.evaluasi.permissions import is_penyusun


def find_lke(ruang: Ruang, id_: int) -> Lke:
    """A worksheet of the office and year; a draft of the evaluator only for its evaluators."""
    daftar = Lke.objects.visible_to(ruang.pengguna).select_related("satker", "penilai", "evaluator", "pengaju")
    return get_object_or_404(daftar, pk=id_, satker=ruang.satker, tahun=ruang.tahun)


def find_sub(lke: Lke, kode: str) -> SubLke:
    """A sub-component of it."""
    sub = lke.templat.find_sub(kode)
    if sub is None:
        raise Http404
    return sub


def find_kriteria(lke: Lke, kode: str) -> KriteriaLke:
    """A kriteria of it."""
    kriteria = lke.templat.find_kriteria(kode)
    if kriteria is None:
        raise Http404
    return kriteria


def find_bukti(lke: Lke, id_: int) -> BuktiKriteria:
    """A piece of evidence of it."""
    return get_object_or_404(lke.daftar_bukti.select_related("berkas", "lke__satker", "lke__penilai"), pk=id_)


def find_rekomendasi(ruang: Ruang, id_: int) -> Rekomendasi:
    """A recommendation of the office and year: one that binds, or one that the person is drafting."""
    daftar = Rekomendasi.objects.visible_to(ruang.pengguna).select_related(
        "satker", "lke__satker", "lke__penilai", "indikator", "unit", "pejabat__pengguna"
    )
    rekomendasi = get_object_or_404(daftar, pk=id_, satker=ruang.satker, tahun=ruang.tahun)
    lke = rekomendasi.lke
    if lke is not None and lke.is_resmi and not lke.is_beku and not is_penyusun(ruang.pengguna, lke):
        raise Http404
    return rekomendasi
