"""The cast with a plan of the nation, what five offices reached in two years, and how far they have come."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone
from nilai_contoh import build_belum, build_organisasi, build_rasio
from pemeran import Pemeran, build_pemeran, build_satker

from akuntabel.siklus.anggaran.models import VersiAnggaran
from akuntabel.siklus.organisasi.actions import assign_peran
from akuntabel.siklus.organisasi.models import EntitasPelapor, Peran, Satker
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.pengukuran.models import JadwalPengukuran, PengukuranTriwulan
from akuntabel.siklus.pengukuran.rekap import write_nilai_tahunan
from akuntabel.siklus.perencanaan.models import Indikator
from doors.web.isi import TAHUN, build_renstra_nasional

HADIR = {"357200": (90, 100), "350100": (1, 10), "337300": (60, 100), "330100": (6, 10)}


@dataclass(frozen=True)
class Negeri:
    """The offices by kode, and the indicator that all of them measure."""

    pemeran: Pemeran
    satker: dict[str, Satker]
    silsilah: UUID


def build_negeri() -> Negeri:
    """Two provinces of two offices each; the mean of percentages puts them the other way round."""
    pemeran = build_pemeran()
    jateng = Satker.objects.get(kode="330000")
    build_satker("350100", "KPU Kabupaten Pacitan", "kabupaten", pemeran.provinsi)
    build_satker("330100", "KPU Kabupaten Cilacap", "kabupaten", jateng)
    for pengguna, satker in ((pemeran.supervisor, pemeran.pusat), (pemeran.rina, pemeran.provinsi)):
        assign_peran(pengguna, satker, Peran.SUPERVISOR if satker is pemeran.pusat else Peran.PERENCANA, by=None)
    renstra = build_renstra_nasional(pemeran.pusat)
    indikator = Indikator.objects.filter(sasaran__renstra=renstra).earliest("pk")
    satker = {s.kode: s for s in Satker.objects.all()}
    for kode, (hadir, terdaftar) in HADIR.items():
        rasio = build_rasio(hadir, terdaftar, indikator.silsilah)
        write_nilai_tahunan(satker[kode], TAHUN, [rasio, build_organisasi(rasio)])
    write_nilai_tahunan(satker["357200"], TAHUN - 1, [build_organisasi(build_rasio(1, 2))])
    write_nilai_tahunan(jateng, TAHUN, [build_belum(indikator.silsilah), build_organisasi(build_belum())])
    _build_triwulan(satker)
    for kode, pagu, terpakai in (("357200", 900, 450), ("337300", 100, 100), ("330100", 50, None)):
        versi = VersiAnggaran.objects.create(
            satker=satker[kode], tahun=TAHUN, jenis="sakti", total_pagu=pagu, total_realisasi=terpakai
        )
        VersiAnggaran.objects.filter(pk=versi.pk).update(status="diambil", nomor=1, diambil_pada=timezone.now())
    return Negeri(pemeran, satker, indikator.silsilah)


def build_laporan(
    satker: Satker, status: str, *, revisi: int = 0, entitas: EntitasPelapor | None = None
) -> LaporanKinerja:
    """An annual report in that state, of the head of the office."""
    return LaporanKinerja.objects.create(
        satker=satker,
        tahun=TAHUN,
        entitas=entitas or EntitasPelapor.objects.filter(satker=satker).earliest("pk"),
        revisi=revisi,
        alasan_revisi="Salah angka" if revisi else "",
        status=status,
        sidik="" if status == "disusun" else "a" * 64,
        tempat=satker.kota,
        bulan=f"Januari {TAHUN + 1}",
        penanda_tangan="ketua",
        pereviu="ketua",
    )


def _build_triwulan(satker: dict[str, Satker]) -> None:
    """The first quarter is due everywhere but in Jawa Tengah, which has given itself more time."""
    lama, nanti = date(TAHUN, 1, 2), date(TAHUN + 1, 12, 31)
    for kode, tenggat in (("000000", lama), ("330000", nanti)):
        JadwalPengukuran.objects.create(
            satker=satker[kode], tahun=TAHUN, triwulan=1, buka=date(TAHUN, 1, 1), tenggat=tenggat
        )
    PengukuranTriwulan.objects.create(satker=satker["357200"], tahun=TAHUN, triwulan=1, status="disusun")
