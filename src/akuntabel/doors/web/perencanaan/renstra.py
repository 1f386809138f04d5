"""The plans of an office, and one of them as a tree with its figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.perencanaan.cari import find_renstra, find_renstra_sendiri
from akuntabel.doors.web.perencanaan.forms import RenstraForm
from akuntabel.doors.web.riwayat import daftar_riwayat
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.platform.kueri import KueriTetap
from akuntabel.siklus.perencanaan.actions.renstra import draft_renstra, write_renstra
from akuntabel.siklus.perencanaan.berlaku import find_adopsi_berlaku, find_renstra_berlaku, find_versi_baru
from akuntabel.siklus.perencanaan.models import AdopsiRenstra, Indikator, PendanaanRenstra, Renstra, Sasaran, Tujuan
from akuntabel.siklus.perencanaan.permissions import PERAN_PENYUSUN
from akuntabel.siklus.perencanaan.susunan import read_susunan
from akuntabel.siklus.perencanaan.target import build_fakta_indikator, show_target_baku


@dataclass(frozen=True, slots=True)
class BarisIndikator:
    """An indicator with its targets as they are read: (year, target)."""

    indikator: Indikator
    target: Sequence[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class CabangSasaran:
    """A sasaran with its indicators."""

    sasaran: Sasaran
    daftar_baris: Sequence[BarisIndikator]


@dataclass(frozen=True, slots=True)
class CabangTujuan:
    """A tujuan with its sasaran; tujuan None: those that spell out no tujuan."""

    tujuan: Tujuan | None
    daftar_cabang: Sequence[CabangSasaran]


@dataclass(frozen=True, slots=True)
class BarisPendanaan:
    """The funding of a code over the years of the plan."""

    kode: str
    uraian: str
    pagu: Sequence[int | None]

    @property
    def jumlah(self) -> int:
        """Over all years that are known."""
        return sum(p for p in self.pagu if p is not None)


@di_ruang
def show_daftar(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """The plans of the office in all versions, and the plan above that it follows."""
    daftar = Renstra.objects.filter(satker=ruang.satker).order_by("-mulai", "-versi")
    adopsi = (
        AdopsiRenstra.objects.filter(satker=ruang.satker)
        .select_related("renstra__satker")
        .prefetch_related("daftar_indikator")
        .order_by("-tahun_mulai", "-pk")
    )
    adopsi_berlaku = find_adopsi_berlaku(ruang.satker, ruang.tahun)
    konteks = {
        "ruang": ruang,
        "daftar": daftar,
        "daftar_adopsi": adopsi,
        "berlaku": find_renstra_berlaku(ruang.satker, ruang.tahun),
        "adopsi_berlaku": adopsi_berlaku,
        "versi_baru": find_versi_baru(adopsi_berlaku.renstra) if adopsi_berlaku else None,
        "is_berinduk": ruang.satker.induk_id is not None,
    }
    return render(request, "perencanaan/renstra_daftar.html", konteks)


@di_ruang
def show_rinci(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """One version as a tree: tujuan, sasaran, indicators with targets of five years; funding; what can be done next."""
    renstra = find_renstra(ruang, id_)
    is_sendiri = renstra.satker_id == ruang.satker.pk
    konteks = {
        "ruang": ruang,
        "renstra": renstra,
        "is_sendiri": is_sendiri,
        "is_dapat_ditulis": is_sendiri and ruang.is_perencana and renstra.status == "disusun",
        "daftar_cabang": build_cabang(renstra),
        "daftar_pendanaan": build_pendanaan(renstra),
        "is_terakhir": is_sendiri and _is_terakhir(renstra),
        "riwayat": daftar_riwayat(renstra),
    }
    return render(request, "perencanaan/renstra.html", konteks)


@di_ruang
def draft(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """A new plan."""
    ruang.require(*PERAN_PENYUSUN)
    form = open_form(request, RenstraForm)
    dibuat: list[Renstra] = []
    if request.method == "POST" and save_form(
        request, form, lambda _: dibuat.append(draft_renstra(ruang.satker, form.isi(), by=ruang.pengguna))
    ):
        messages.success(request, "Renstra disusun. Lengkapi tujuan, sasaran, dan indikatornya.")
        return redirect("renstra_rinci", kode=ruang.satker.kode, id_=dibuat[0].pk)
    return render(request, "perencanaan/renstra_baru.html", {"ruang": ruang, "form": form})


@di_ruang
def edit(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """The head of a draft."""
    ruang.require(*PERAN_PENYUSUN)
    renstra = find_renstra_sendiri(ruang, id_)
    form = open_form(request, RenstraForm, initial=RenstraForm.awal(renstra))

    def tindakan(isi: Mapping[str, Any]) -> None:
        write_renstra(renstra, form.isi(), dilihat=isi["versi"] or 0, by=ruang.pengguna)

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, "Renstra tersimpan.")
        return redirect("renstra_rinci", kode=ruang.satker.kode, id_=renstra.pk)
    return render(request, "perencanaan/renstra_ubah.html", {"ruang": ruang, "form": form, "renstra": renstra})


def build_cabang(renstra: Renstra) -> list[CabangTujuan]:
    """The whole tree in the order of the plan."""
    susunan = read_susunan(renstra)
    per_sasaran: dict[int, list[BarisIndikator]] = {}
    for i in susunan.daftar_indikator:
        baris = BarisIndikator(i, _target(i, renstra, susunan.target.get(i.pk, {})))
        per_sasaran.setdefault(i.sasaran_id, []).append(baris)
    per_tujuan: dict[int | None, list[CabangSasaran]] = {}
    for s in susunan.daftar_sasaran:
        per_tujuan.setdefault(s.tujuan_id, []).append(CabangSasaran(s, per_sasaran.get(s.pk, [])))
    cabang = [CabangTujuan(t, per_tujuan.pop(t.pk, [])) for t in susunan.daftar_tujuan]
    return [*cabang, *(CabangTujuan(None, daftar) for daftar in per_tujuan.values())]


def _target(indikator: Indikator, renstra: Renstra, per_tahun: Mapping[int, str]) -> list[tuple[int, str]]:
    acuan = build_fakta_indikator(indikator)
    terbaca = {teks: show_target_baku(teks, acuan) for teks in set(per_tahun.values())}
    return [(tahun, terbaca[per_tahun[tahun]] if tahun in per_tahun else "–") for tahun in renstra.daftar_tahun]


def build_pendanaan(renstra: Renstra) -> list[BarisPendanaan]:
    """The funding by code, one figure per year; a year that is not known is None and no zero."""
    uraian: dict[str, str] = {}
    per_kode: dict[str, dict[int, int]] = {}
    for p in _PENDANAAN(renstra.pk):
        uraian[p.kode] = p.uraian
        per_kode.setdefault(p.kode, {})[p.tahun] = p.pagu
    return [
        BarisPendanaan(kode, uraian[kode], [pagu.get(tahun) for tahun in renstra.daftar_tahun])
        for kode, pagu in per_kode.items()
    ]


def _is_terakhir(renstra: Renstra) -> bool:
    return all(r.versi <= renstra.versi for r in _VERSI(renstra.satker_id, renstra.mulai))


_PENDANAAN = KueriTetap(lambda renstra: PendanaanRenstra.objects.filter(renstra=renstra), 1)
_VERSI = KueriTetap(
    lambda satker, mulai: Renstra.objects.filter(satker=satker, mulai=mulai).only("satker", "versi"), 1, 2020
)
