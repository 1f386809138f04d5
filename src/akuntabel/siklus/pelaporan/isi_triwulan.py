"""What a quarterly report says: the measurement up to the quarter, and the money of the year beside it."""

from akuntabel.core.compose.formulir_pengukuran_isi import IsiPengukuran
from akuntabel.siklus.anggaran.hitung import compute_anggaran_tahun
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.pelaporan.snapshot_renstra import build_daftar_sasaran_anggaran
from akuntabel.siklus.pengukuran.dokumen import AnggaranDokumen, build_isi_pengukuran


def build_isi_triwulan(laporan: LaporanKinerja) -> IsiPengukuran:
    """For the core to compose. Raises ValueError for an annual report, which has chapters instead."""
    if laporan.triwulan is None:
        raise ValueError(f"{laporan} is about no quarter")
    satker, tahun = laporan.satker, laporan.tahun
    anggaran = AnggaranDokumen(compute_anggaran_tahun(satker, tahun), build_daftar_sasaran_anggaran(satker, tahun))
    return build_isi_pengukuran(satker, tahun, laporan.triwulan, anggaran)
