"""What the records prove about the performance report: that it is there, reviewed, signed, published, and complete."""

from collections.abc import Iterator
from datetime import date

from akuntabel.core.calc.angka import format_tanggal
from akuntabel.core.compose.kelengkapan import StatusAnalisis, daftar_kelengkapan
from akuntabel.core.fakta.hasil import HasilTahun, compute_hasil
from akuntabel.core.fakta.masalah import PaketTidakSahError
from akuntabel.core.regulasi.laporan import Kewajiban, daftar_kewajiban
from akuntabel.core.regulasi.lke import Pemenuhan
from akuntabel.siklus.evaluasi.bukti import BuktiMesin, pick_pemenuhan
from akuntabel.siklus.evaluasi.sumber_terbitan import read_terbitan
from akuntabel.siklus.organisasi.models import JenisSatker, Satker
from akuntabel.siklus.pelaporan.berlaku import daftar_laporan, find_laporan
from akuntabel.siklus.pelaporan.models import LaporanKinerja, StatusLaporan
from akuntabel.siklus.pelaporan.snapshot import build_fakta_laporan

# Which of the seven analyses (PermenPANRB 53/2014, core/compose/kelengkapan.py) answers which kriteria.
ANALISIS = (
    ("3b3", 0, "pembandingan dengan target tahunan"),
    ("3b4", 2, "pembandingan dengan target jangka menengah"),
    ("3b5", 1, "pembandingan dengan tahun-tahun sebelumnya"),
    ("3b6", 3, "pembandingan dengan standar nasional"),
    ("3b7", 4, "analisis sebab, upaya, dan hambatan"),
    ("3b8", 5, "analisis efisiensi"),
)
TRIWULAN_BERJALAN = 3  # the fourth quarter is told by the annual report


def daftar_bukti_laporan(satker: Satker, tahun: int) -> Iterator[BuktiMesin]:
    """All that can be said about the annual report; nothing where there is none."""
    laporan = find_laporan(satker, tahun)
    if laporan is None:
        return
    halaman, argumen = "laporan_ruang", (satker.kode, tahun, laporan.pk)
    teks = f"{laporan} berstatus {laporan.status}."
    yield BuktiMesin("3a1", Pemenuhan.YA if not laporan.is_disusun else Pemenuhan.SEBAGIAN, teks, halaman, argumen)
    yield _berkala(satker, tahun)
    is_tertanda = laporan.status == StatusLaporan.DITANDATANGANI.value
    teks = f"Ditandatangani {format_tanggal(laporan.tanggal)}." if is_tertanda and laporan.tanggal else "Belum resmi."
    yield BuktiMesin("3a3", Pemenuhan.YA if is_tertanda else None, teks, halaman, argumen, laporan.tanggal)
    is_direviu = is_tertanda or laporan.status == StatusLaporan.DIREVIU.value
    teks = "Pernyataan telah direviu terbit." if is_direviu else "Reviu belum selesai."
    yield BuktiMesin("3a4", Pemenuhan.YA if is_direviu else None, teks, "reviu", (satker.kode, tahun))
    yield from _terbit(satker, tahun, laporan)
    yield from _isi(laporan)


def find_jatuh_tempo(satker: Satker, tahun: int) -> tuple[date, Kewajiban] | None:
    """Until when the report of a year is due, where that is known."""
    ada = daftar_kewajiban()
    khusus = next((k for k in ada.values() if k.tahun == tahun and k.id.startswith("lkj-")), None)
    umum = ada["lkj-kementerian-lembaga"] if satker.jenis == JenisSatker.PUSAT.value else None
    kewajiban = khusus or umum
    tanggal = kewajiban.compute_jatuh_tempo(date(tahun, 12, 31)) if kewajiban else None
    return (tanggal, kewajiban) if kewajiban and tanggal else None


def _berkala(satker: Satker, tahun: int) -> BuktiMesin:
    """3a2: the quarters of the year have reports of their own."""
    triwulan = {n.triwulan for n in daftar_laporan(satker, tahun) if n.triwulan and not n.is_disusun}
    teks = f"Laporan tahunan dan laporan {len(triwulan)} triwulan."
    jawaban = pick_pemenuhan(len(triwulan), TRIWULAN_BERJALAN)
    return BuktiMesin("3a2", jawaban, teks, "laporan", (satker.kode, tahun))


def _terbit(satker: Satker, tahun: int, laporan: LaporanKinerja) -> Iterator[BuktiMesin]:
    """3a5 and 3a6: published, and in time."""
    terbitan = read_terbitan(satker, tahun)
    if terbitan is not None:
        teks = f"{terbitan.judul} terbit di portal sejak {format_tanggal(terbitan.tanggal)}."
        yield BuktiMesin("3a5", Pemenuhan.YA, teks, terbitan.halaman, terbitan.argumen, terbitan.tanggal)
    if laporan.tanggal is None or laporan.status != StatusLaporan.DITANDATANGANI.value:
        return
    halaman, argumen = "laporan_ruang", (satker.kode, tahun, laporan.pk)
    tempo = find_jatuh_tempo(satker, tahun)
    if tempo is None:
        teks = f"Ditandatangani {format_tanggal(laporan.tanggal)}; jatuh temponya tidak tercatat."
        yield BuktiMesin("3a6", None, teks, halaman, argumen, laporan.tanggal)
        return
    tanggal, kewajiban = tempo
    teks = (
        f"Ditandatangani {format_tanggal(laporan.tanggal)}, jatuh tempo {format_tanggal(tanggal)} ({kewajiban.dasar})."
    )
    jawaban = Pemenuhan.YA if laporan.tanggal <= tanggal else Pemenuhan.TIDAK
    yield BuktiMesin("3a6", jawaban, teks, halaman, argumen, laporan.tanggal)


def _isi(laporan: LaporanKinerja) -> Iterator[BuktiMesin]:
    """3b3 to 3b9: which indicators have which analysis, and the steps ahead."""
    try:
        hasil = compute_hasil(build_fakta_laporan(laporan))
    except PaketTidakSahError:
        return  # facts that do not hold together prove nothing
    argumen = (laporan.satker.kode, laporan.tahun, laporan.pk)
    yield from _analisis(hasil, argumen)
    langkah = len(hasil.fakta.daftar_langkah)
    teks = (
        f"{langkah} langkah ke depan dengan penanggung jawab dan tenggatnya." if langkah else "Langkah belum ditulis."
    )
    yield BuktiMesin("3b9", Pemenuhan.YA if langkah else None, teks, "laporan_ruang", argumen)


def _analisis(hasil: HasilTahun, argumen: tuple[object, ...]) -> Iterator[BuktiMesin]:
    daftar = daftar_kelengkapan(hasil)
    for kode, urut, nama in ANALISIS:
        ada = sum(k.status[urut] is StatusAnalisis.ADA for k in daftar)
        teks = f"{ada} dari {len(daftar)} indikator mempunyai {nama}."
        yield BuktiMesin(kode, pick_pemenuhan(ada, len(daftar)), teks, "laporan_ruang", argumen)
