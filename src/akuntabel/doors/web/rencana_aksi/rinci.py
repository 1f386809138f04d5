"""The rencana aksi of a year, and one of them: indicator by quarter, with what is done for each."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from akuntabel.core.calc.konsolidasi import Konsolidasi
from akuntabel.core.render.berkas import Format
from akuntabel.doors.web.rencana_aksi.cari import find_rencana_aksi
from akuntabel.doors.web.rencana_aksi.forms import read_triwulan
from akuntabel.doors.web.riwayat import daftar_riwayat
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.perencanaan.models import Sasaran
from akuntabel.siklus.perjanjian.baris import daftar_baris_target
from akuntabel.siklus.perjanjian.berlaku import daftar_perjanjian_berlaku
from akuntabel.siklus.perjanjian.dokumen import build_nama_berkas, render_rencana_aksi
from akuntabel.siklus.perjanjian.models import ROMAWI, TRIWULAN, Aksi, PerjanjianTarget, RencanaAksi
from akuntabel.siklus.perjanjian.pemeriksaan_rencana_aksi import CARA, check_rencana_aksi
from akuntabel.siklus.perjanjian.target import show_teks_target

JENIS_MEDIA = {
    Format.PDF: "application/pdf",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.HTML: "text/html; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class BarisIndikator:
    """An indicator with its quarters as a reader sees them, and its actions. cara: how the quarters make the year."""

    sasaran: Sasaran
    is_sasaran_baru: bool
    target: PerjanjianTarget
    setahun: str
    triwulan: tuple[str, ...]
    cara: str
    daftar_aksi: tuple[Aksi, ...]


@di_ruang
def show_daftar(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """All rencana aksi of the office in the year, and the signed agreements that have none yet."""
    daftar = list(
        RencanaAksi.objects.filter(satker=ruang.satker, perjanjian__tahun=ruang.tahun)
        .select_related("perjanjian__pihak_pertama", "perjanjian__entitas")
        .order_by("perjanjian__entitas__kode", "perjanjian__pihak_pertama__jabatan", "-perjanjian__revisi", "-revisi")
    )
    punya = {r.perjanjian_id for r in daftar}
    berlaku = daftar_perjanjian_berlaku(ruang.satker, ruang.tahun)
    konteks = {"ruang": ruang, "daftar": daftar, "daftar_belum": [p for p in berlaku if p.pk not in punya]}
    return render(request, "rencana_aksi/daftar.html", konteks)


@di_ruang
def show_rinci(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """One rencana aksi: the grid, the actions, what stands in its way, what can be done next."""
    rencana_aksi = find_rencana_aksi(ruang, id_)
    is_terakhir = not RencanaAksi.objects.filter(
        perjanjian=rencana_aksi.perjanjian, revisi__gt=rencana_aksi.revisi
    ).exists()
    return render(
        request,
        "rencana_aksi/rinci.html",
        {
            "ruang": ruang,
            "rencana_aksi": rencana_aksi,
            "romawi": [ROMAWI[n] for n in TRIWULAN],
            "baris": tuple(daftar_baris(rencana_aksi)),
            "daftar_catatan": () if rencana_aksi.is_beku else check_rencana_aksi(rencana_aksi),
            "is_disusun": rencana_aksi.status == "disusun" and ruang.is_perencana,
            "is_revisi_boleh": rencana_aksi.is_beku and is_terakhir and ruang.is_perencana,
            "riwayat": daftar_riwayat(rencana_aksi),
        },
    )


def daftar_baris(rencana_aksi: RencanaAksi) -> Iterator[BarisIndikator]:
    """The lines of the agreement in its order, each with its quarters and actions."""
    triwulan = read_triwulan(rencana_aksi)
    aksi: dict[int, list[Aksi]] = {}
    for a in rencana_aksi.daftar_aksi.select_related("unit", "pejabat"):
        aksi.setdefault(a.perjanjian_target_id, []).append(a)
    sebelum = None
    for t in daftar_baris_target(rencana_aksi.perjanjian):
        sasaran = t.indikator.sasaran
        sel = (triwulan.get((t.pk, n)) for n in TRIWULAN)
        yield BarisIndikator(
            sasaran,
            sasaran.pk != sebelum,
            t,
            show_teks_target(t.target, t.indikator),
            tuple(show_teks_target(s.target, t.indikator) if s else "" for s in sel),
            CARA[Konsolidasi(t.indikator.konsolidasi)],
            tuple(aksi.get(t.pk, ())),
        )
        sebelum = sasaran.pk


@di_ruang
def download(request: HttpRequest, ruang: Ruang, id_: int, format_: str) -> HttpResponse:
    """The document: of an approved one what was approved, else what it says now, marked as a draft."""
    rencana_aksi = find_rencana_aksi(ruang, id_)
    pilihan = next((f for f in JENIS_MEDIA if f.value == format_), None)
    if pilihan is None:
        raise Http404
    nama = build_nama_berkas(rencana_aksi, format_)
    return HttpResponse(
        render_rencana_aksi(rencana_aksi, pilihan),
        content_type=JENIS_MEDIA[pilihan],
        headers={"Content-Disposition": f'attachment; filename="{nama}"', "Content-Security-Policy": "sandbox"},
    )
