"""Who is told that a report is public, or no longer is."""

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.notifikasi.kirim import withdraw_notifikasi
from akuntabel.siklus.organisasi.kabar import Kabar, daftar_berperan, tell
from akuntabel.siklus.pelaporan.models import LaporanKinerja
from akuntabel.siklus.publikasi.permissions import PERAN_PENERBIT


def announce_terbit(laporan: LaporanKinerja, *, by: Pengguna) -> None:
    """The report is public: who waited to publish it need not any more."""
    withdraw_notifikasi(f"laporan.sign:{laporan.pk}")
    _tell(laporan, "laporan.publish", f"{laporan} terbit dan dapat dibaca siapa saja.", by=by)


def announce_tarik(laporan: LaporanKinerja, alasan: str, *, by: Pengguna) -> None:
    """The report was withdrawn, and why."""
    teks = f"{laporan} ditarik dari publik oleh {by}: {alasan} Buat revisinya bila perlu diganti."
    _tell(laporan, "terbitan.withdraw", teks, by=by)


def _tell(laporan: LaporanKinerja, jenis: str, teks: str, *, by: Pengguna) -> None:
    argumen = (laporan.satker.kode, laporan.tahun, laporan.pk)
    kabar = Kabar(jenis, teks, "publikasi_rinci", argumen, f"{jenis}:{laporan.pk}")
    tell(daftar_berperan(laporan.satker, PERAN_PENERBIT), kabar, by=by)
