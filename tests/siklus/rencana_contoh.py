"""The national plan as an office follows it, with heads and budget: what an agreement is drafted from."""

from dataclasses import dataclass
from datetime import date

from pemeran import Pemeran

from akuntabel.siklus.organisasi.actions import draft_entitas
from akuntabel.siklus.organisasi.models import EntitasPelapor, Pejabat
from akuntabel.siklus.perencanaan.models import (
    AdopsiRenstra,
    Indikator,
    KodeReferensi,
    Pagu,
    Renstra,
    Sasaran,
    TargetRenstra,
)

TANGGAL = date(2026, 1, 15)
_ISIAN = {"satuan": "%", "konsolidasi": "terakhir", "rumus": "a / b * 100", "sumber_realisasi": "sendiri"}


@dataclass(frozen=True)
class Rencana:
    """What an agreement is drafted from."""

    renstra: Renstra
    ketua: Pejabat
    atasan: Pejabat
    sekretaris: Pejabat
    sekretariat: EntitasPelapor
    partisipasi: Indikator
    daftar_pemilih: Indikator


def build_rencana(pemeran: Pemeran) -> Rencana:
    """The national plan with two indicators and their targets for 2026, taken over by the city; DIPA of 1 January."""
    renstra = Renstra.objects.create(satker=pemeran.pusat, mulai=2025, selesai=2029, dasar="Keputusan", visi="Visi")
    sasaran = renstra.daftar_sasaran.create(kode="1", nama="Meningkatnya partisipasi", urut=1)
    indikator = [
        build_indikator(sasaran, "1.1", "Partisipasi", "maksimasi", "77.5"),
        build_indikator(sasaran, "1.2", "Tidak terdaftar", "minimasi", "10"),
    ]
    adopt_renstra(renstra)
    adopsi = AdopsiRenstra.objects.create(satker=pemeran.kota, renstra=renstra, tahun_mulai=2025, dasar="Surat")
    adopsi.daftar_indikator.set(indikator)
    pejabat = pemeran.kota.daftar_pejabat
    ketua = pejabat.create(kode="ketua", peran="pimpinan", jabatan="Ketua KPU Kota Blitar", nama="Bu Ketua")
    sekretaris = pejabat.create(
        kode="sekretaris", peran="sekretaris", jabatan="Sekretaris KPU Kota Blitar", nama="Pak Sekretaris"
    )
    atasan = pemeran.provinsi.daftar_pejabat.create(
        kode="ketua", peran="pimpinan", jabatan="Ketua KPU Provinsi Jawa Timur", nama="Pak Atasan"
    )
    sekretariat = draft_entitas(
        pemeran.kota, kode="sekretariat", nama="Sekretariat", peran_pimpinan="sekretaris", by=None
    )
    _tulis_anggaran(pemeran)
    return Rencana(renstra, ketua, atasan, sekretaris, sekretariat, *indikator)


def build_indikator(sasaran: Sasaran, kode: str, nama: str, arah: str, target: str, **isian: str) -> Indikator:
    """An indicator with its target for 2026."""
    indikator = sasaran.daftar_indikator.create(
        kode=kode,
        nama=nama,
        definisi=nama,
        arah=arah,
        sumber_data="rekapitulasi",
        agregasi="rasio_dari_jumlah",
        **_ISIAN | isian,
    )
    TargetRenstra.objects.create(indikator=indikator, tahun=2026, target=target, sumber="Renstra")
    return indikator


def adopt_renstra(renstra: Renstra) -> None:
    """As if its office had adopted it."""
    renstra.status, renstra.tanggal_penetapan = "ditetapkan", date(renstra.mulai, 1, 2)
    renstra.save()


def add_pagu(pemeran: Pemeran, kode: str, pagu: int, sejak: date, sumber_dana: str = "RM") -> None:
    """A line of the budget of the city in 2026."""
    Pagu.objects.create(
        satker=pemeran.kota, tahun=2026, kode=kode, sumber_dana=sumber_dana, pagu=pagu, sejak=sejak, sumber="DIPA"
    )


def _tulis_anggaran(pemeran: Pemeran) -> None:
    """Two outputs of one kegiatan, one of another."""
    katalog = (
        ("CQ", "program", "Penyelenggaraan Pemilu", ""),
        ("3355", "kegiatan", "Pengelolaan Keuangan", "CQ"),
        ("3355.994", "output", "Layanan Perkantoran", "3355"),
        ("3355.950", "output", "Layanan Internal", "3355"),
        ("3357", "kegiatan", "Perencanaan dan Data", "CQ"),
        ("3357.001", "output", "Data Pemilih", "3357"),
    )
    for urut, (kode, tingkat, uraian, induk) in enumerate(katalog, 1):
        KodeReferensi.objects.create(
            satker=pemeran.pusat, tahun=2026, kode=kode, tingkat=tingkat, uraian=uraian, induk=induk, urut=urut
        )
    for kode, pagu in (("3355.994", 900_000_000), ("3355.950", 100_000_000), ("3357.001", 50_000_000)):
        add_pagu(pemeran, kode, pagu, date(2026, 1, 1))
