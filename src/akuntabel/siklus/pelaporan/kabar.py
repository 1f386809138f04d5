"""Who is told what about a report: whose turn it is, what became of one's work, and what one is asked to do."""

from collections.abc import Callable, Iterator

from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.notifikasi.kirim import withdraw_notifikasi
from akuntabel.siklus.organisasi.kabar import Kabar, daftar_berperan, tell
from akuntabel.siklus.organisasi.models import Peran
from akuntabel.siklus.pelaporan.models import KomentarBlok, LaporanKinerja
from akuntabel.siklus.pelaporan.permissions import PERALIHAN, PERAN_PENYUSUN

_PIMPINAN = frozenset({Peran.PIMPINAN})
Pengabar = Callable[[LaporanKinerja, str, Pengguna], None]
_pengabar: list[Pengabar] = []


def register_pengabar(kabari: Pengabar) -> None:
    """Let the later stage that reviews the report call its own people after every change of state."""
    _pengabar[:] = [kabari]


def announce_peralihan(laporan: LaporanKinerja, tindakan: str, *, by: Pengguna, alasan: str = "") -> None:
    """After a change of state: the calls that it answers are withdrawn, the next person is called."""
    withdraw_notifikasi(*(f"laporan.{t}:{laporan.pk}" for t in PERALIHAN))
    argumen = (laporan.satker.kode, laporan.tahun, laporan.pk)
    for daftar_peran, teks in _daftar_pesan(laporan, tindakan, by, alasan):
        kabar = Kabar(f"laporan.{tindakan}", teks, "laporan_ruang", argumen, f"laporan.{tindakan}:{laporan.pk}")
        tell(daftar_berperan(laporan.satker, daftar_peran), kabar, by=by)
    for kabari in _pengabar:
        kabari(laporan, tindakan, by)


def announce_komentar(komentar: KomentarBlok, *, by: Pengguna) -> None:
    """Whoever is asked to do something hears of it; who wrote first hears the answer."""
    laporan = komentar.blok.laporan
    argumen = (laporan.satker.kode, laporan.tahun, laporan.pk, komentar.blok.nama)
    tugas, asal = komentar.ditugaskan_kepada, komentar.menanggapi
    if tugas is not None:
        teks = f"{by} meminta Anda pada {laporan}, {komentar.blok.nama}: {komentar.teks}"
        tell([tugas], Kabar("laporan.tugas", teks, "laporan_blok", argumen, kunci_tugas(komentar)), by=by)
    if asal is not None and asal.oleh != tugas:
        teks = f"{by} menanggapi komentar Anda pada {laporan}, {komentar.blok.nama}: {komentar.teks}"
        kunci = f"laporan.tanggapan:{komentar.pk}"
        tell([asal.oleh], Kabar("laporan.tanggapan", teks, "laporan_blok", argumen, kunci), by=by)


def announce_selesai(komentar: KomentarBlok, *, by: Pengguna) -> None:
    """Done: the assignee is not called any longer, who asked hears of it."""
    withdraw_notifikasi(kunci_tugas(komentar))
    laporan = komentar.blok.laporan
    argumen = (laporan.satker.kode, laporan.tahun, laporan.pk, komentar.blok.nama)
    teks = f"{by} menyelesaikan: {komentar.teks}"
    tell(
        [komentar.oleh],
        Kabar("laporan.selesai", teks, "laporan_blok", argumen, f"laporan.selesai:{komentar.pk}"),
        by=by,
    )


def kunci_tugas(komentar: KomentarBlok) -> str:
    """What the call to a task is about."""
    return f"laporan.tugas:{komentar.pk}"


def _daftar_pesan(
    laporan: LaporanKinerja, tindakan: str, by: Pengguna, alasan: str
) -> Iterator[tuple[frozenset[Peran], str]]:
    """Whom to tell, and what. Auditors are assigned, and called, by the stage of the review."""
    match tindakan:
        case "submit":
            tujuan = "untuk direviu. Baca," if laporan.is_tahunan else "untuk ditandatangani. Tandatangani,"
            yield _PIMPINAN, f"{laporan} diajukan {by} {tujuan} atau kembalikan bila masih ada yang kurang."
        case "return" | "return_reviu":
            yield PERAN_PENYUSUN, f"{laporan} dikembalikan {by}: {alasan}"
        case "review":
            yield PERAN_PENYUSUN | _PIMPINAN, f"{laporan} selesai direviu; menunggu tanda tangan."
        case "sign":
            yield PERAN_PENYUSUN, f"{laporan} ditandatangani."
