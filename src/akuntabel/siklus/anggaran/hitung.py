"""The budget of a year as it is shown and reported: the tree from its leaves, the ledger, what served which sasaran."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from akuntabel.core.calc.anggaran import BarisAnggaran, compute_serapan
from akuntabel.core.calc.efisiensi import (
    Efisiensi,
    EfisiensiSederhana,
    KeluaranAnggaran,
    compute_efisiensi,
    compute_efisiensi_sederhana,
)
from akuntabel.core.calc.nilai import Nilai, StatusNilai
from akuntabel.core.calc.revisi import JenisKetidakcocokan
from akuntabel.core.fakta.hasil import BarisBerkode, HasilAnggaran, compute_hasil_anggaran
from akuntabel.siklus.anggaran.berlaku import read_anggaran
from akuntabel.siklus.organisasi.models import Satker
from akuntabel.siklus.perencanaan.models import Sasaran, SasaranAnggaran


@dataclass(frozen=True, slots=True)
class BarisTaut:
    """A line of the budget in the service of a sasaran. uraian: its official name; hubungan: utama or pendukung."""

    kode: str
    uraian: str
    baris: BarisAnggaran
    hubungan: str


@dataclass(frozen=True, slots=True)
class AnggaranSasaran:
    """The money of a sasaran and what came of it. efisiensi: by PMK 22/PMK.02/2021; sederhana: capaian less serapan."""

    sasaran: Sasaran
    daftar_baris: tuple[BarisTaut, ...]
    pagu: int
    realisasi: int | None
    serapan: Nilai
    capaian: Nilai
    efisiensi: Efisiensi
    sederhana: EfisiensiSederhana


def compute_anggaran_tahun(satker: Satker, tahun: int) -> HasilAnggaran:
    """The budget in force with its ledger; parents, totals and differences are computed, only leaves are facts.

    Where no budget is known yet, the end of the ledger has nothing that it could fail to fit.
    """
    isi = read_anggaran(satker, tahun)
    hasil = compute_hasil_anggaran(isi)
    if isi.daftar_anggaran:
        return hasil
    temuan = tuple(k for k in hasil.ketidakcocokan if k.jenis is not JenisKetidakcocokan.DAUN)
    return replace(hasil, ketidakcocokan=temuan, beda_pagu=None)


def compute_anggaran_sasaran(
    satker: Satker, tahun: int, hasil: HasilAnggaran, capaian: Mapping[int, Nilai]
) -> list[AnggaranSasaran]:
    """The money of each sasaran that has any. capaian: by primary key of the sasaran, from whoever measured it."""
    per_sasaran: dict[Sasaran, list[SasaranAnggaran]] = {}
    daftar = SasaranAnggaran.objects.filter(satker=satker, tahun=tahun).select_related("sasaran")
    for kait in daftar.order_by("sasaran__urut", "urut", "pk"):
        per_sasaran.setdefault(kait.sasaran, []).append(kait)
    return [
        _compute_sasaran(sasaran, kait, hasil, capaian.get(sasaran.pk, _BELUM_DIUKUR))
        for sasaran, kait in per_sasaran.items()
    ]


def daftar_tanpa_sasaran(satker: Satker, tahun: int, hasil: HasilAnggaran) -> list[BarisBerkode]:
    """The lowest lines that serve no sasaran, neither by themselves nor by a code above them."""
    kait = set(SasaranAnggaran.objects.filter(satker=satker, tahun=tahun).values_list("kode", "sumber_dana"))
    induk = {b.kode.kode: b.kode.induk for b in hasil.baris}
    cabang = set(induk.values())

    def is_tertaut(b: BarisBerkode) -> bool:
        kode: str | None = b.kode.kode
        while kode is not None:
            if {(kode, ""), (kode, b.baris.sumber_dana)} & kait:
                return True
            kode = induk.get(kode)
        return False

    return [b for b in hasil.baris if b.kode.kode not in cabang and not is_tertaut(b)]


_BELUM_DIUKUR = Nilai.absent(StatusNilai.TIDAK_DAPAT_DIHITUNG, "Capaian sasaran belum ada.")


def _compute_sasaran(
    sasaran: Sasaran, daftar_kait: Sequence[SasaranAnggaran], hasil: HasilAnggaran, capaian: Nilai
) -> AnggaranSasaran:
    baris = tuple(
        BarisTaut(b.kode.kode, b.kode.uraian, b.baris, kait.hubungan)
        for kait in daftar_kait
        for b in hasil.baris
        if b.kode.kode == kait.kode and kait.sumber_dana in ("", b.baris.sumber_dana)
    )
    pagu = sum(b.baris.pagu for b in baris)
    diketahui = [b.baris.realisasi_lengkap for b in baris]
    realisasi = None if None in diketahui or not baris else sum(r for r in diketahui if r is not None)
    serapan = compute_serapan(pagu, realisasi)
    keluaran = [KeluaranAnggaran(b.baris.pagu, b.baris.realisasi_lengkap, capaian) for b in baris]
    return AnggaranSasaran(
        sasaran=sasaran,
        daftar_baris=baris,
        pagu=pagu,
        realisasi=realisasi,
        serapan=serapan,
        capaian=capaian,
        efisiensi=compute_efisiensi(keluaran),
        sederhana=compute_efisiensi_sederhana(capaian, serapan),
    )
