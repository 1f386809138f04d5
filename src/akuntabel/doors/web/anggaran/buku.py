"""A ledger of the past from files: read, looked at, and taken as it was told, or not at all."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from akuntabel.core.calc.revisi import Revisi, check_rantai
from akuntabel.core.fakta.skema import DAFTAR_TABEL
from akuntabel.core.fakta.tabel_csv import write_csv
from akuntabel.doors.web.anggaran.forms import BukuForm, BukuSetujuForm
from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.anggaran.actions_paket import import_revisi
from akuntabel.siklus.anggaran.baca_revisi import BukuRevisi, build_templat_revisi, read_buku_revisi
from akuntabel.siklus.anggaran.permissions import PERAN_PENYUSUN

_TABEL = {t.nama: t for t in DAFTAR_TABEL}
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@di_ruang
def import_buku(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Read the files; nothing is taken before it was looked at."""
    ruang.require(*PERAN_PENYUSUN)
    form = open_form(request, BukuForm)
    buku: list[BukuRevisi] = []

    def tindakan(_: Mapping[str, Any]) -> None:
        buku.append(read_buku_revisi(form.baca()))
        if buku[0].masalah:
            raise ValidationError([str(m) for m in buku[0].masalah])

    if request.method == "POST" and save_form(request, form, tindakan):
        return _pratinjau(request, ruang, buku[0])
    return render(request, "anggaran/revisi_impor.html", {"ruang": ruang, "form": form})


@require_POST
@di_ruang
def adopt_buku(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Take what was looked at, as it was told; it is read and checked once more."""
    ruang.require(*PERAN_PENYUSUN)
    form = open_form(request, BukuSetujuForm)
    jumlah: list[int] = []

    def tindakan(isi: Mapping[str, Any]) -> None:
        berkas = [("revisi.csv", isi["revisi"].encode()), ("revisi-rincian.csv", isi["rincian"].encode())]
        buku = read_buku_revisi([b for b in berkas if b[1]])
        if buku.masalah:
            raise ValidationError([str(m) for m in buku.masalah])
        jumlah.append(import_revisi(ruang.satker, ruang.tahun, buku.daftar, buku.rincian, by=ruang.pengguna))

    if save_form(request, form, tindakan):
        messages.success(request, f"{jumlah[0]} revisi diambil ke buku. Yang tidak cocok ditandai, tidak dibetulkan.")
        return redirect("anggaran_revisi", kode=ruang.satker.kode, tahun=ruang.tahun)
    for pesan in form.errors_di_luar_bidang() or ["Tidak ada yang diambil. Unggah berkasnya lagi."]:
        messages.error(request, pesan)
    return redirect("anggaran_revisi_impor", kode=ruang.satker.kode, tahun=ruang.tahun)


@di_ruang
def send_templat(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """The workbook to fill in."""
    jawaban = HttpResponse(build_templat_revisi(), content_type=XLSX)
    jawaban.headers["Content-Disposition"] = 'attachment; filename="templat-revisi-dipa.xlsx"'
    return jawaban


def _pratinjau(request: HttpRequest, ruang: Ruang, buku: BukuRevisi) -> HttpResponse:
    urut = sorted(buku.daftar, key=lambda r: r.nomor)
    rincian = {r.nomor: [d for d in buku.rincian if d.nomor == r.nomor] for r in urut}
    rantai = [Revisi(r.nomor, r.semula, r.menjadi, tuple((d.kode, d.selisih) for d in rincian[r.nomor])) for r in urut]
    isi = {
        "revisi": write_csv(_TABEL["revisi"], buku.daftar).decode(),
        "rincian": write_csv(_TABEL["revisi-rincian"], buku.rincian).decode() if buku.rincian else "",
    }
    konteks = {
        "ruang": ruang,
        "form": BukuSetujuForm(initial=isi),
        "daftar": [(r, mata.selisih, rincian[r.nomor]) for r, mata in zip(urut, rantai, strict=True)],
        "daftar_temuan": check_rantai(rantai),
        "daftar_catatan": buku.catatan,
    }
    return render(request, "anggaran/revisi_pratinjau.html", konteks)
