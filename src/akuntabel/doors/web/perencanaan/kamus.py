"""Kamus indikator: the list with its search, and one page per indicator with the history of its wording."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from akuntabel.core.calc.kebijakan import Arah
from akuntabel.core.calc.konsolidasi import Konsolidasi
from akuntabel.core.calc.rumus import RumusTidakSah, parse_rumus, show_rumus
from akuntabel.core.fakta.perencanaan import Agregasi, SumberRealisasi
from akuntabel.doors.web.evaluasi.terbuka import read_terbuka
from akuntabel.doors.web.perencanaan.cari import find_indikator
from akuntabel.doors.web.perencanaan.forms_indikator import LABEL_AGREGASI, LABEL_ARAH, LABEL_KONSOLIDASI, LABEL_SUMBER
from akuntabel.doors.web.permintaan import read_kata
from akuntabel.doors.web.riwayat import daftar_riwayat as daftar_jejak
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.perencanaan.kamus import daftar_riwayat, find_kamus
from akuntabel.siklus.perencanaan.models import Indikator
from akuntabel.siklus.perencanaan.susunan import read_rencana_berlaku
from akuntabel.siklus.perencanaan.target import show_target_tersimpan

BARIS_PER_HALAMAN = 50


@di_ruang
def show_kamus(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """The indicators in force in the year, those only that hold the words searched for."""
    cari = read_kata(request)
    rencana = read_rencana_berlaku(ruang.satker, ruang.tahun)
    halaman = Paginator(find_kamus(rencana, cari), BARIS_PER_HALAMAN).get_page(request.GET.get("halaman"))
    konteks = {"ruang": ruang, "halaman": halaman, "cari": cari, "renstra": rencana.renstra}
    konteks["terbuka"] = read_terbuka(ruang)
    return render(request, "perencanaan/kamus.html", konteks)


@di_ruang
def show_indikator(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """One indicator with its manual, targets, and how its wording has changed."""
    indikator = find_indikator(ruang, id_)
    renstra = indikator.sasaran.renstra
    target = {t.tahun: t for t in indikator.daftar_target.all()}
    konteks = {
        "ruang": ruang,
        "indikator": indikator,
        "renstra": renstra,
        "label": {
            "arah": LABEL_ARAH[Arah(indikator.arah)],
            "sumber": LABEL_SUMBER[SumberRealisasi(indikator.sumber_realisasi)],
            "konsolidasi": LABEL_KONSOLIDASI[Konsolidasi(indikator.konsolidasi)],
            "agregasi": LABEL_AGREGASI[Agregasi(indikator.agregasi)],
        },
        "rumus": _rumus(indikator),
        "daftar_target": [
            (tahun, show_target_tersimpan(target[tahun].target, indikator) if tahun in target else "")
            for tahun in renstra.daftar_tahun
        ],
        "daftar_babak": daftar_riwayat(indikator, ruang.pengguna),
        "riwayat": daftar_jejak(indikator),
        "is_dapat_ditulis": ruang.is_perencana and renstra.satker_id == ruang.satker.pk and renstra.status == "disusun",
    }
    return render(request, "perencanaan/indikator.html", konteks)


def _rumus(indikator: Indikator) -> str:
    """The formula with the signs that a reader knows; what cannot be read as it stands."""
    try:
        return show_rumus(parse_rumus(indikator.rumus), {})
    except RumusTidakSah:
        return indikator.rumus
