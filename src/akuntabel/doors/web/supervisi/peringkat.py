"""Offices beside each other: one indicator over five years, or all indicators in one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import cached_property

from akuntabel.core.calc.nilai import Cakupan
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.doors.web.supervisi.berkas import send_tabel
from akuntabel.doors.web.supervisi.butir import ORGANISASI, ButirIndikator, pilih_silsilah, read_butir
from akuntabel.doors.web.supervisi.tampil import show_sel
from akuntabel.siklus.pengukuran.models import SILSILAH_ORGANISASI
from akuntabel.siklus.pengukuran.rekap import Kunci
from akuntabel.siklus.pengukuran.rekap_hasil import compute_rata_rata
from akuntabel.siklus.pengukuran.rekap_lingkup import Lingkup
from akuntabel.siklus.pengukuran.rekap_peringkat import (
    CakupanRekap,
    Pilihan,
    read_cakupan,
    read_capaian,
    read_peringkat,
)

SEBANYAK = 50
SEBANYAK_LEBAR = 25  # a column for every indicator: still twice as many figures


@dataclass(frozen=True, slots=True)
class Lajur:
    """A column of figures, with what stands below it: the mean of all offices, and of how many."""

    judul: str
    keterangan: str
    is_urutan: bool
    rata_rata: Decimal | None
    cakupan: Cakupan | None


@dataclass(frozen=True)
class Papan:
    """What a person asked to see."""

    lingkup: Lingkup
    pilihan: Pilihan
    terpilih: ButirIndikator
    daftar_butir: list[ButirIndikator]
    cakupan: dict[Kunci, CakupanRekap]

    @property
    def is_semua(self) -> bool:
        """All indicators of the year beside each other."""
        return bool(self.pilihan.daftar_silsilah)

    @cached_property
    def daftar_lajur(self) -> list[Lajur]:
        """The columns from left to right."""
        nama = {b.silsilah: b for b in (ORGANISASI, *self.daftar_butir)}
        return [self._build_lajur(kunci, nama[kunci[1]]) for kunci in self.pilihan.lajur]

    def _build_lajur(self, kunci: Kunci, butir: ButirIndikator) -> Lajur:
        tahun, _ = kunci
        ada = self.cakupan.get(kunci)
        return Lajur(
            judul=(butir.kode or "Organisasi") if self.is_semua else str(tahun),
            keterangan=f"{butir.kode} {butir.nama}, {tahun}".strip(),
            is_urutan=kunci == (self.pilihan.tahun, self.pilihan.silsilah),
            rata_rata=compute_rata_rata(ada.total_capaian, ada.jumlah_capaian) if ada else None,
            cakupan=Cakupan(ada.jumlah_capaian, ada.jumlah_satker) if ada else None,
        )

    @property
    def sebanyak(self) -> int:
        """How many offices stand on a page."""
        return SEBANYAK_LEBAR if self.is_semua else SEBANYAK

    @property
    def banyaknya(self) -> int:
        """How many offices have a place: from the sums, or the one office that the person sees."""
        if not self.lingkup.is_utuh:
            return len(read_peringkat(self.lingkup, self.pilihan))
        ada = self.cakupan.get((self.pilihan.tahun, self.pilihan.silsilah))
        return ada.jumlah_capaian if ada else 0

    @property
    def kueri(self) -> str:
        """The choice as the beginning of another page's address."""
        pilihan = {
            "indikator": "" if self.terpilih is ORGANISASI else str(self.terpilih.silsilah),
            "bentuk": "semua" if self.is_semua else "",
            "urut": "naik" if self.pilihan.is_naik else "",
        }
        return "".join(f"{nama}={nilai}&" for nama, nilai in pilihan.items() if nilai)


@di_ruang
def show(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """A page of the order, the best first."""
    papan = _open_papan(request, ruang)
    halaman = Paginator(range(papan.banyaknya), papan.sebanyak).get_page(request.GET.get("halaman"))
    awal = (halaman.number - 1) * papan.sebanyak
    baris = read_peringkat(papan.lingkup, papan.pilihan, awal=awal, sebanyak=papan.sebanyak)
    return render(
        request,
        "supervisi/peringkat.html",
        {
            "ruang": ruang,
            "papan": papan,
            "halaman": halaman,
            "baris": [(t.tempat, t.kode, t.nama, [show_sel(s) for s in t.sel]) for t in baris],
        },
    )


@di_ruang
def download(request: HttpRequest, ruang: Ruang, format_: str) -> HttpResponse:
    """The same with all offices, to the last digit."""
    papan = _open_papan(request, ruang)
    nilai = read_capaian(papan.lingkup, papan.pilihan)
    kepala = ["Urutan", "Kode satker", "Satker", *(f"{k.judul} (capaian, %)" for k in papan.daftar_lajur)]
    isi = [
        [t.tempat, t.kode, t.nama, *(nilai.get((t.satker_id, kunci)) for kunci in papan.pilihan.lajur)]
        for t in read_peringkat(papan.lingkup, papan.pilihan)
    ]
    return send_tabel(format_, f"peringkat-{ruang.satker.kode}-{ruang.tahun}", kepala, isi)


def _open_papan(request: HttpRequest, ruang: Ruang) -> Papan:
    """What the address asks for; an indicator that nobody below has is 404."""
    lingkup = Lingkup.of(ruang.satker, ruang.pengguna)
    silsilah = _read_silsilah(request.GET.get("indikator", ""))
    pilihan = Pilihan(ruang.tahun, silsilah, is_naik=request.GET.get("urut") == "naik")
    cakupan = read_cakupan(lingkup, pilihan)
    daftar_butir = read_butir(ruang.satker, _daftar_silsilah(lingkup, ruang.tahun, cakupan))
    terpilih = next((b for b in (ORGANISASI, *daftar_butir) if b.silsilah == silsilah), None)
    if terpilih is None:
        raise Http404
    if request.GET.get("bentuk") == "semua":
        pilihan = replace(pilihan, daftar_silsilah=(SILSILAH_ORGANISASI, *(b.silsilah for b in daftar_butir)))
    return Papan(lingkup, pilihan, terpilih, daftar_butir, cakupan)


def _read_silsilah(teks: str) -> UUID:
    try:
        return UUID(teks) if teks else SILSILAH_ORGANISASI
    except ValueError:
        raise Http404 from None


def _daftar_silsilah(lingkup: Lingkup, tahun: int, cakupan: Mapping[Kunci, CakupanRekap]) -> list[UUID]:
    if lingkup.is_utuh:
        return pilih_silsilah({silsilah: c.jumlah_satker for (t, silsilah), c in cakupan.items() if t == tahun})
    sendiri = lingkup.saring_nilai().filter(tahun=tahun).values_list("silsilah", flat=True)
    return pilih_silsilah(dict.fromkeys(sendiri, 1))
