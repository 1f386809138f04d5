"""Capaian per sasaran and the absorption of the budget as Beranda shows them, and the page with every trace.

Beranda reads the annual values that were written with the facts (NilaiTahunan) and rolls them up with the formula of
the core; the page of the traces computes from the facts themselves.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from markupsafe import Markup

from akuntabel.core.calc.agregat import Agregat
from akuntabel.core.calc.anggaran import compute_serapan
from akuntabel.core.calc.angka import BULAN, format_angka, format_rupiah
from akuntabel.core.calc.capaian import Capaian
from akuntabel.core.calc.jejak import Operan
from akuntabel.core.calc.kebijakan import Kebijakan, Pita
from akuntabel.core.calc.nilai import Nilai, StatusNilai
from akuntabel.core.fakta.hasil import compute_organisasi, compute_sasaran
from akuntabel.core.regulasi import load_kebijakan
from akuntabel.doors.web.beranda_bacaan import TahunKerja, read_pelaksanaan
from akuntabel.doors.web.gambar import Batang, TitikBulan, draw_batang, draw_bulanan
from akuntabel.doors.web.ruang import Ruang, di_ruang
from akuntabel.siklus.anggaran.models import VersiAnggaran
from akuntabel.siklus.anggaran.pelaksanaan import BULAN_SETAHUN, BahanPelaksanaan
from akuntabel.siklus.pengukuran.berlaku import find_aturan
from akuntabel.siklus.pengukuran.hitung import compute_capaian_tahun
from akuntabel.siklus.pengukuran.models import NilaiTahunan
from akuntabel.siklus.perencanaan.models import Indikator, Sasaran

BATAS_GAMBAR = 120
BELUM = Nilai.absent(StatusNilai.TIDAK_DAPAT_DIHITUNG, "Belum ada fakta yang dicatat.")


@dataclass(frozen=True, slots=True)
class BarisIndikator:
    """What an indicator came to in the year so far."""

    indikator: Indikator
    capaian: Nilai
    kategori: str


@dataclass(frozen=True, slots=True)
class BarisSasaran:
    """A sasaran with its roll-up."""

    sasaran: Sasaran
    daftar_indikator: tuple[BarisIndikator, ...]
    rekap: Agregat
    kategori: Pita | None


@dataclass(frozen=True, slots=True)
class CapaianTahun:
    """The year so far, with its picture."""

    kebijakan: Kebijakan
    daftar: tuple[BarisSasaran, ...]
    organisasi: Agregat
    kategori: Pita | None
    gambar: Markup

    @property
    def daftar_indikator(self) -> list[BarisIndikator]:
        """All indicators."""
        return [i for s in self.daftar for i in s.daftar_indikator]


@dataclass(frozen=True, slots=True)
class BarisBulan:
    """A month of the table beside the picture: sums until its end."""

    nama: str
    baris: str
    rencana: int | None
    realisasi: int | None
    serapan: Nilai


@dataclass(frozen=True, slots=True)
class SerapanTahun:
    """The budget that holds, what of it was spent, and the months where they are known."""

    versi: VersiAnggaran
    serapan: Nilai
    daftar_bulan: tuple[BarisBulan, ...]
    gambar: Markup | None


def build_capaian(kerja: TahunKerja) -> CapaianTahun | None:
    """None as long as nothing was measured."""
    if not kerja.daftar_target:
        return None
    kebijakan = load_kebijakan(find_aturan(kerja.ruang.satker, kerja.ruang.tahun).kebijakan)
    per_sasaran: dict[int, list[BarisIndikator]] = {}
    for t in kerja.daftar_target:
        baris = _build_indikator(t.indikator, kerja.nilai.get(t.indikator.silsilah))
        per_sasaran.setdefault(t.indikator.sasaran_id, []).append(baris)
    daftar = tuple(_build_sasaran(anggota, kebijakan) for anggota in per_sasaran.values())
    organisasi, kategori = compute_organisasi([s.rekap for s in daftar], kebijakan)
    organisasi = _tell_jejak(organisasi, [f"capaian sasaran {s.sasaran.kode}" for s in daftar], kebijakan)
    judul = f"Capaian {len(daftar)} sasaran, dalam persen"
    gambar = draw_batang(tuple(_batang(s, kebijakan) for s in daftar), judul, BATAS_GAMBAR)
    return CapaianTahun(kebijakan, daftar, organisasi, kategori, gambar)


def build_serapan(kerja: TahunKerja) -> SerapanTahun | None:
    """None as long as no version of the budget was taken."""
    versi = kerja.versi
    if versi is None:
        return None
    serapan = compute_serapan(versi.total_pagu, versi.total_realisasi)
    if serapan.jejak is not None:
        asal = f"{versi.get_jenis_display()}, versi {versi.nomor}"
        operan = tuple(replace(o, satuan="rupiah", sumber=asal) for o in serapan.jejak.operan)
        serapan = replace(serapan, jejak=replace(serapan.jejak, operan=operan))
    daftar = _daftar_bulan(read_pelaksanaan(kerja), versi)
    gambar = draw_bulanan(tuple(_titik_bulan(n, b, versi) for n, b in daftar), "Rencana dan realisasi per bulan")
    return SerapanTahun(versi, serapan, tuple(b for _, b in daftar), gambar if daftar else None)


@di_ruang
def show_capaian(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    """Every indicator of the year with target, realisasi and capaian, each with its whole trace."""
    hasil = compute_capaian_tahun(ruang.satker, ruang.tahun)
    return render(request, "beranda/capaian.html", {"ruang": ruang, "hasil": hasil})


def find_rupa(kategori: Pita | None, kebijakan: Kebijakan) -> str:
    """How a band looks: the lowest as bad, the upper half as good, what is between as on the way."""
    if kategori is None:
        return "kosong"
    pita = kebijakan.skala.pita
    urut = pita.index(kategori)
    if urut == len(pita) - 1:
        return "buruk"
    return "baik" if urut < len(pita) // 2 else "menunggu"


def _build_indikator(indikator: Indikator, nilai: NilaiTahunan | None) -> BarisIndikator:
    if nilai is None:
        return BarisIndikator(indikator, BELUM, "")
    if nilai.capaian is None:
        alasan = "Alasannya ada pada rincian capaian."
        return BarisIndikator(indikator, Nilai.absent(StatusNilai(nilai.status), alasan), "")
    return BarisIndikator(indikator, Nilai.of(nilai.capaian), nilai.kategori)


def _build_sasaran(anggota: list[BarisIndikator], kebijakan: Kebijakan) -> BarisSasaran:
    rekap, kategori = compute_sasaran([Capaian(b.capaian, b.capaian, None, None) for b in anggota], kebijakan)
    rekap = _tell_jejak(rekap, [f"capaian indikator {b.indikator.kode}" for b in anggota], kebijakan)
    return BarisSasaran(anggota[0].indikator.sasaran, tuple(anggota), rekap, kategori)


def _tell_jejak(rekap: Agregat, daftar_nama: list[str], kebijakan: Kebijakan) -> Agregat:
    """The operands of a roll-up by the names that the page uses for them, and the policy that asks for it."""
    jejak = rekap.nilai.jejak
    if jejak is None:
        return rekap
    operan = tuple(
        Operan(nama, o.nilai, "%" if o.nilai[-1:].isdecimal() else "")
        for nama, o in zip(daftar_nama, jejak.operan, strict=True)
    )
    jejak = replace(jejak, operan=operan, kebijakan=kebijakan.judul, dasar=kebijakan.dasar)
    return replace(rekap, nilai=replace(rekap.nilai, jejak=jejak))


def _batang(s: BarisSasaran, kebijakan: Kebijakan) -> Batang:
    nilai = s.rekap.nilai
    if nilai.angka is None:
        tulisan = nilai.status.label
    else:
        pembulatan = kebijakan.pembulatan
        tulisan = f"{format_angka(nilai.angka, pembulatan.desimal, cara=pembulatan.cara)}%"
        tulisan += f", {s.kategori.label}" if s.kategori else ""
    return Batang(f"Sasaran {s.sasaran.kode}", nilai.angka, tulisan, find_rupa(s.kategori, kebijakan), _baris(s))


def _baris(s: BarisSasaran) -> str:
    return f"sasaran-{s.sasaran.pk}"


def _daftar_bulan(bahan: BahanPelaksanaan, versi: VersiAnggaran) -> list[tuple[int, BarisBulan]]:
    """Months up to the last of which anything is known; with a plan, the whole year."""
    if not bahan.rencana and not bahan.bulan_terakhir:
        return []
    akhir = 12 if bahan.rencana else bahan.bulan_terakhir
    hasil, rencana = [], 0
    for bulan in BULAN_SETAHUN[:akhir]:
        rencana += sum(bahan.rencana.get(bulan, {}).values())
        realisasi = bahan.sum_sampai(bulan)
        serapan = compute_serapan(versi.total_pagu, realisasi)
        nama = BULAN[bulan - 1]
        hasil.append(
            (bulan, BarisBulan(nama, f"bulan-{bulan}", rencana if bahan.rencana else None, realisasi, serapan))
        )
    return hasil


def _titik_bulan(bulan: int, b: BarisBulan, versi: VersiAnggaran) -> TitikBulan:
    tulisan = [f"s.d. {b.nama}"]
    tulisan += [f"rencana {format_rupiah(b.rencana)}"] if b.rencana is not None else []
    tulisan += [f"realisasi {format_rupiah(b.realisasi)}"] if b.realisasi is not None else []
    rencana = compute_serapan(versi.total_pagu, b.rencana).angka if b.rencana is not None else None
    return TitikBulan(bulan, _kasar(rencana), _kasar(b.serapan.angka), ", ".join(tulisan), b.baris)


def _kasar(angka: Decimal | None) -> Decimal | None:
    """As exact as a picture can show."""
    return None if angka is None else angka.quantize(Decimal("0.1"))
