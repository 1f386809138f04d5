"""The reports of an office-year on their way to the public: what waits, one report, what the public will see."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from akuntabel.doors.web.publikasi.pratinjau import build_pratinjau
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.platform.files.kirim import send_berkas
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.publikasi.actions import read_terbit
from akuntabel.siklus.publikasi.actions_penetapan import prepare_laporan
from akuntabel.siklus.publikasi.alamat import build_nama_berkas
from akuntabel.siklus.publikasi.dokumen import NaskahTerbit, render_resmi
from akuntabel.siklus.publikasi.keadaan import KeadaanPublikasi, TahapPublikasi, daftar_keadaan, find_keadaan
from akuntabel.siklus.publikasi.models import PenetapanLaporan
from akuntabel.siklus.publikasi.permissions import is_boleh_menandatangani
from akuntabel.siklus.publikasi.tugas import find_tugas


@di_ruang
def show_daftar(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Every report of the year, how far it is and what comes next."""
    konteks = {"ruang": ruang, "daftar": daftar_keadaan(ruang.satker, ruang.tahun), "tahap": TahapPublikasi}
    return render(request, "publikasi/daftar.html", konteks)


@di_ruang
def show_rinci(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """One report: its signature, its publication, the job that makes it public."""
    keadaan = find_keadaan(find_laporan_ruang(ruang, id_))
    tugas = None if keadaan.terbitan else find_tugas(keadaan.laporan)
    if request.headers.get("HX-Request"):
        return _show_kemajuan(request, keadaan, tugas)
    konteks = konteks_rinci(ruang, keadaan) | {"tugas": tugas}
    return render(request, "publikasi/rinci.html", konteks)


@di_ruang
def show_pratinjau(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """What the public will see, before it does."""
    keadaan = find_keadaan(find_laporan_ruang(ruang, id_))
    terbit, halangan = _read_terbit(keadaan)
    konteks = konteks_rinci(ruang, keadaan) | {
        "halangan": halangan,
        "isi": None if terbit is None else build_pratinjau(terbit),
    }
    return render(request, "publikasi/pratinjau.html", konteks)


@di_ruang
def send_rancangan(request: HttpRequest, ruang: Ruang, id_: int) -> HttpResponse:
    """The very PDF that would be signed today, to be read or printed; without its signature field."""
    laporan = find_laporan_tanda(ruang, id_)
    try:
        siap = prepare_laporan(laporan, timezone.localdate(), is_elektronik=False)
    except ValidationError as galat:
        raise Http404("; ".join(galat.messages)) from galat
    nama = build_nama_berkas(f"{ruang.satker.kode}-{ruang.tahun}", "pdf", bagian="siap-ditandatangani")
    return HttpResponse(
        render_resmi(siap.terbit, siap.paket, is_elektronik=False),
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{nama}"', "Cache-Control": "private, no-store"},
    )


@di_ruang
def send_penetapan(request: HttpRequest, ruang: Ruang, id_: int, bagian: str) -> HttpResponseBase:
    """A file of the adoption: the signed PDF, the data package, the scan."""
    laporan = find_laporan_tanda(ruang, id_)
    penetapan = get_object_or_404(
        PenetapanLaporan.objects.select_related("berkas", "paket", "pindaian"), laporan=laporan
    )
    berkas = {"pdf": penetapan.berkas, "paket": penetapan.paket, "pindaian": penetapan.pindaian}.get(bagian)
    if berkas is None:
        raise Http404
    return send_berkas(berkas)


def find_laporan_ruang(ruang: Ruang, id_: int) -> LaporanKinerja:
    """An annual report of this office and year; else 404."""
    laporan = find_laporan_tanda(ruang, id_)
    if not laporan.is_tahunan:
        raise Http404
    return laporan


def find_laporan_tanda(ruang: Ruang, id_: int) -> LaporanKinerja:
    """A report of this office and year of any kind: all are signed, the annual ones are published; else 404."""
    daftar = LaporanKinerja.objects.select_related("satker__induk", "entitas")
    return get_object_or_404(daftar, pk=id_, satker=ruang.satker, tahun=ruang.tahun)


def build_kembali(ruang: Ruang, laporan: LaporanKinerja) -> str:
    """The page of the report from which one goes to sign it."""
    nama = "publikasi_rinci" if laporan.is_tahunan else "laporan_ruang"
    return reverse(nama, kwargs={"kode": ruang.satker.kode, "tahun": ruang.tahun, "id_": laporan.pk})


def konteks_rinci(ruang: Ruang, keadaan: KeadaanPublikasi) -> dict[str, Any]:
    """What every page of one report shows."""
    laporan = keadaan.laporan
    induk = ("Publikasi", "publikasi") if laporan.is_tahunan else ("Laporan kinerja", "laporan")
    return {
        "ruang": ruang,
        "keadaan": keadaan,
        "laporan": laporan,
        "tahap": TahapPublikasi,
        "is_boleh_tanda": is_boleh_menandatangani(ruang.pengguna, laporan),
        "remah": [
            (induk[0], reverse(induk[1], kwargs={"kode": ruang.satker.kode, "tahun": ruang.tahun})),
            (str(laporan), build_kembali(ruang, laporan)),
        ],
    }


def _read_terbit(keadaan: KeadaanPublikasi) -> tuple[NaskahTerbit | None, list[str]]:
    """What was signed, else what would be signed today, else why nothing can be."""
    if keadaan.penetapan is not None:
        return read_terbit(keadaan.penetapan), []
    try:
        return prepare_laporan(keadaan.laporan, timezone.localdate(), is_elektronik=True).terbit, []
    except ValidationError as galat:
        return None, list(galat.messages)


def _show_kemajuan(request: HttpRequest, keadaan: KeadaanPublikasi, tugas: Any) -> HttpResponse:
    """The part that a script asks for; at the end it asks for the page."""
    jawaban = render(request, "publikasi/kemajuan.html", {"tugas": tugas})
    if tugas is None or tugas.is_selesai:
        jawaban.headers["HX-Refresh"] = "true"
    return jawaban
