"""Following the plan of an office above."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.perencanaan.forms import AdopsiForm
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.perencanaan.actions.adopsi import adopt_renstra_induk
from akuntabel.siklus.perencanaan.berlaku import find_adopsi_berlaku
from akuntabel.siklus.perencanaan.models import Indikator, Renstra, StatusRenstra
from akuntabel.siklus.perencanaan.permissions import PERAN_PENYUSUN
from akuntabel.siklus.perencanaan.querysets import RenstraQuerySet, daftar_jalur_atas


def daftar_renstra_atas(ruang: Ruang) -> RenstraQuerySet[Renstra]:
    """The adopted plans of the offices above, the newest first."""
    return (
        Renstra.objects.filter(
            satker__path__in=daftar_jalur_atas(ruang.satker.path), status=StatusRenstra.DITETAPKAN.value
        )
        .select_related("satker")
        .order_by("-mulai", "-versi", "satker__path")
    )


@di_ruang
def show_pilihan(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Which plan to follow."""
    ruang.require(*PERAN_PENYUSUN)
    return render(request, "perencanaan/adopsi_pilih.html", {"ruang": ruang, "daftar": daftar_renstra_atas(ruang)})


@di_ruang
def adopt(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """From which year, and with which indicators; those chosen before are chosen again."""
    ruang.require(*PERAN_PENYUSUN)
    renstra = get_object_or_404(daftar_renstra_atas(ruang), pk=id_)
    semula = find_adopsi_berlaku(ruang.satker, ruang.tahun)
    terpilih = _terpilih(renstra, set(semula.daftar_indikator.values_list("silsilah", flat=True)) if semula else None)
    form = open_form(request, AdopsiForm, renstra=renstra, terpilih=terpilih, tahun=ruang.tahun)

    def tindakan(isi: Mapping[str, Any]) -> None:
        adopt_renstra_induk(
            ruang.satker,
            renstra,
            tahun_mulai=isi["tahun_mulai"],
            daftar_indikator=list(isi["daftar_indikator"]),
            dasar=isi["dasar"],
            by=ruang.pengguna,
        )

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, f"{ruang.satker} mengikuti {renstra}.")
        return redirect("renstra", kode=ruang.satker.kode)
    return render(request, "perencanaan/adopsi.html", {"ruang": ruang, "form": form, "renstra": renstra})


def _terpilih(renstra: Renstra, silsilah: set[Any] | None) -> list[int]:
    daftar = Indikator.objects.filter(sasaran__renstra=renstra)
    if silsilah is not None:
        daftar = daftar.filter(silsilah__in=silsilah)
    return list(daftar.values_list("pk", flat=True))
