"""The reports of a year: which there are, how far each is, what comes next; and the beginning of one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from akuntabel.doors.web.formulir import open_form, save_form
from akuntabel.doors.web.laporan.forms import LaporanBaruForm
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.organisasi.models import EntitasPelapor
from akuntabel.siklus.pelaporan.actions import draft_laporan
from akuntabel.siklus.pelaporan.berlaku import daftar_laporan, pilih_utama
from akuntabel.siklus.pelaporan.models import ROMAWI, BlokLaporan, JenisLaporan, LaporanKinerja, StatusLaporan
from akuntabel.siklus.pelaporan.permissions import PERAN_PENYUSUN

LANGKAH = {
    StatusLaporan.DISUSUN.value: "Tulis dan periksa teksnya, lalu ajukan.",
    StatusLaporan.DIAJUKAN.value: "Menunggu reviu APIP.",
    StatusLaporan.DIREVIU.value: "Menunggu tanda tangan pimpinan.",
    StatusLaporan.DITANDATANGANI.value: "Siap dipublikasikan.",
}
# Of less than a year: neither reviewed nor published.
LANGKAH_TRIWULAN = LANGKAH | {
    StatusLaporan.DIAJUKAN.value: "Menunggu tanda tangan pimpinan.",
    StatusLaporan.DITANDATANGANI.value: "Selesai.",
}


@dataclass(frozen=True, slots=True)
class BarisLaporan:
    """A report that there is, or could be begun."""

    nama: str
    entitas: EntitasPelapor
    jenis: str
    triwulan: int | None
    laporan: LaporanKinerja | None
    jumlah: Mapping[str, int]

    @property
    def langkah(self) -> str:
        """What comes next."""
        return read_langkah(self.laporan) if self.laporan else "Belum dimulai."


def read_langkah(laporan: LaporanKinerja) -> str:
    """What comes next for a report."""
    return (LANGKAH if laporan.is_tahunan else LANGKAH_TRIWULAN)[laporan.status]


@di_ruang
def show_daftar(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Annual reports of every entity, the quarters of the main one, and whatever else has been begun."""
    entitas = list(EntitasPelapor.objects.filter(satker=ruang.satker).order_by("pk"))
    baris = tuple(_daftar_baris(ruang, entitas))
    konteks = {
        "ruang": ruang,
        "tahunan": [b for b in baris if b.triwulan is None],
        "triwulan": [b for b in baris if b.triwulan is not None],
        "is_penyusun": ruang.is_boleh(*PERAN_PENYUSUN),
    }
    return render(request, "laporan/daftar.html", konteks)


@di_ruang
def draft(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Begin a report."""
    ruang.require(*PERAN_PENYUSUN)
    entitas = list(EntitasPelapor.objects.filter(satker=ruang.satker).order_by("pk"))
    form = open_form(request, LaporanBaruForm, daftar_entitas=entitas)
    dibuat: list[LaporanKinerja] = []

    def tindakan(isi: Mapping[str, Any]) -> None:
        dibuat.append(
            draft_laporan(
                ruang.satker,
                ruang.tahun,
                entitas=isi["entitas"],
                jenis=isi["jenis"],
                triwulan=isi["triwulan"],
                by=ruang.pengguna,
            )
        )

    if request.method == "POST" and save_form(request, form, tindakan):
        messages.success(request, f"{dibuat[0]} dimulai. Angkanya sudah terisi dari data; teksnya menunggu Anda.")
        return redirect("laporan_ruang", kode=ruang.satker.kode, tahun=ruang.tahun, id_=dibuat[0].pk)
    return render(request, "laporan/baru.html", {"ruang": ruang, "form": form})


def _daftar_baris(ruang: Ruang, entitas: list[EntitasPelapor]) -> Iterator[BarisLaporan]:
    ada = {(n.entitas_id, n.jenis, n.triwulan): n for n in daftar_laporan(ruang.satker, ruang.tahun)}
    jumlah = _count(list(ada.values()))
    utama = pilih_utama(entitas)
    kunci: list[tuple[int, str, int | None]] = [(e.pk, JenisLaporan.TAHUNAN.value, None) for e in entitas]
    if utama is not None:
        kunci += [(utama.pk, JenisLaporan.TRIWULAN.value, n) for n in range(1, len(ROMAWI) + 1)]
    kunci += [k for k in ada if k not in kunci]
    per_pk = {e.pk: e for e in entitas}
    for pk, jenis, triwulan in kunci:
        laporan = ada.get((pk, jenis, triwulan))
        contoh = laporan or LaporanKinerja(jenis=jenis, triwulan=triwulan)
        yield BarisLaporan(
            contoh.nama_jenis, per_pk[pk], jenis, triwulan, laporan, jumlah.get(laporan.pk, {}) if laporan else {}
        )


def _count(daftar: list[LaporanKinerja]) -> dict[int, dict[str, int]]:
    """Texts written, drafts not accepted, tasks open, by report."""
    hitung = (
        BlokLaporan.objects.filter(laporan__in=daftar)
        .values("laporan")
        .annotate(
            teks=Count("pk", filter=~Q(isi="") & Q(is_usulan=False), distinct=True),
            usulan=Count("pk", filter=Q(is_usulan=True), distinct=True),
            tugas=Count(
                "daftar_komentar",
                filter=Q(daftar_komentar__ditugaskan_kepada__isnull=False, daftar_komentar__selesai_pada__isnull=True),
                distinct=True,
            ),
        )
    )
    return {h["laporan"]: {k: h[k] for k in ("teks", "usulan", "tugas")} for h in hitung}
