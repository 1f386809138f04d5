"""A Renstra as Rina drafts it: one tujuan, one sasaran, two indicators with targets of five years."""

from dataclasses import dataclass, replace

from pemeran import Pemeran

from akuntabel.siklus.perencanaan.actions.angka_renstra import IsianTarget, write_target
from akuntabel.siklus.perencanaan.actions.butir import draft_sasaran, draft_tujuan
from akuntabel.siklus.perencanaan.actions.indikator import draft_indikator
from akuntabel.siklus.perencanaan.actions.renstra import draft_renstra
from akuntabel.siklus.perencanaan.isian import IsiIndikator, IsiRenstra
from akuntabel.siklus.perencanaan.models import Indikator, Renstra, Sasaran, Tujuan

ISI_RENSTRA = IsiRenstra(
    2025, 2029, "Keputusan KPU 1/2025", "Menjadi penyelenggara yang mandiri", ("Melayani pemilih",)
)
PARTISIPASI = IsiIndikator(
    kode="1.1",
    nama="Persentase partisipasi pemilih",
    definisi="Pengguna hak pilih dibandingkan dengan pemilih dalam DPT pada pemilihan tahun itu.",
    satuan="%",
    arah="maksimasi",
    rumus="pengguna / dpt * 100",
    pembilang="pengguna hak pilih",
    penyebut="pemilih dalam DPT",
    sumber_data="rekapitulasi hasil",
    sumber_realisasi="sendiri",
    konsolidasi="rumus",
    agregasi="rasio_dari_jumlah",
)
AKIP = replace(
    PARTISIPASI,
    kode="1.2",
    nama="Nilai akuntabilitas kinerja",
    definisi="Predikat evaluasi AKIP terakhir.",
    satuan="predikat",
    arah="ordinal",
    rumus="nilai_akip",
    predikat="akip",
    pembilang="",
    penyebut="",
    konsolidasi="terakhir",
    agregasi="tidak",
    desimal=0,
)


@dataclass(frozen=True)
class Naskah:
    """The draft with its parts."""

    renstra: Renstra
    tujuan: Tujuan
    sasaran: Sasaran
    partisipasi: Indikator
    akip: Indikator


def build_naskah(pemeran: Pemeran) -> Naskah:
    """Drafted by Rina through the actions."""
    rina = pemeran.rina
    renstra = draft_renstra(pemeran.kota, ISI_RENSTRA, by=rina)
    tujuan = draft_tujuan(renstra, kode="1", nama="Pemilihan yang demokratis", by=rina)
    sasaran = draft_sasaran(renstra, kode="1", nama="Meningkatnya partisipasi", tujuan=tujuan, by=rina)
    partisipasi = draft_indikator(sasaran, PARTISIPASI, by=rina)
    akip = draft_indikator(sasaran, AKIP, by=rina)
    angka = [IsianTarget(partisipasi.pk, tahun, str(74 + n)) for n, tahun in enumerate(renstra.daftar_tahun)]
    huruf = [IsianTarget(akip.pk, tahun, "BB") for tahun in renstra.daftar_tahun]
    write_target(renstra, [*angka, *huruf], by=rina)
    return Naskah(renstra, tujuan, sasaran, partisipasi, akip)
