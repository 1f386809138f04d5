"""Who is told what about an agreement and a rencana aksi: whose turn it is, and what became of one's work."""

from collections.abc import Iterator

from akuntabel.core.fakta.organisasi import PeranPejabat
from akuntabel.platform.accounts.models import Pengguna
from akuntabel.platform.notifikasi.kirim import withdraw_notifikasi
from akuntabel.siklus.organisasi.kabar import Kabar, daftar_berperan, tell
from akuntabel.siklus.organisasi.models import Peran, Satker
from akuntabel.siklus.perjanjian.models import PerjanjianKinerja, PihakPerjanjian, RencanaAksi
from akuntabel.siklus.perjanjian.permissions import PERAN_PENYETUJU, PERAN_PENYUSUN

TINDAKAN = ("submit", "return", "approve", "sign")


def announce_peralihan(
    dokumen: PerjanjianKinerja | RencanaAksi, nama: str, tindakan: str, *, by: Pengguna, alasan: str = ""
) -> None:
    """After a change of state: the calls that it answers are withdrawn, the next person is called."""
    withdraw_kabar(dokumen, nama)
    for daftar_peran, teks in _daftar_pesan(dokumen, tindakan, by, alasan):
        kabar = Kabar(f"{nama}.{tindakan}", teks, *_halaman(dokumen), kunci=f"{nama}.{tindakan}:{dokumen.pk}")
        tell(daftar_berperan(dokumen.satker, daftar_peran), kabar, by=by)


def withdraw_kabar(dokumen: PerjanjianKinerja | RencanaAksi, nama: str) -> None:
    """What was said of its states calls nobody any longer."""
    withdraw_notifikasi(*(f"{nama}.{t}:{dokumen.pk}" for t in TINDAKAN))


def announce_tanda_tangan(perjanjian: PerjanjianKinerja, pihak: PihakPerjanjian, *, by: Pengguna) -> None:
    """After the signature of a party: pihak kedua is called, then no longer."""
    kunci = f"perjanjian.pihak_kedua:{perjanjian.pk}"
    if pihak is PihakPerjanjian.KEDUA:
        withdraw_notifikasi(kunci)
        return
    teks = f"{perjanjian} sudah ditandatangani pihak pertama; menunggu tanda tangan pihak kedua."
    satker = _satker_pihak_kedua(perjanjian)
    argumen = (satker.kode, perjanjian.tahun, perjanjian.pk)
    kabar = Kabar("perjanjian.pihak_kedua", teks, "perjanjian_tanda_tangan", argumen, kunci)
    akun = perjanjian.pihak_kedua.pengguna
    tell([akun] if akun else daftar_berperan(satker, PERAN_PENYETUJU), kabar, by=by)


def _daftar_pesan(
    dokumen: PerjanjianKinerja | RencanaAksi, tindakan: str, by: Pengguna, alasan: str
) -> Iterator[tuple[frozenset[Peran], str]]:
    """Whom to tell, and what; both sides hear of the end of their work in one message each."""
    match tindakan:
        case "submit":
            yield PERAN_PENYETUJU, f"{dokumen} diajukan {by}. Setujui atau kembalikan."
        case "return":
            yield PERAN_PENYUSUN, f"{dokumen} dikembalikan {by}: {alasan}"
        case "approve" if isinstance(dokumen, PerjanjianKinerja):
            yield PERAN_PENYUSUN | PERAN_PENYETUJU, f"{dokumen} disetujui {by}; menunggu tanda tangan."
        case "approve":
            yield PERAN_PENYUSUN | frozenset({Peran.PENGELOLA_DATA}), f"{dokumen} disetujui {by} dan berlaku."
        case "sign":
            yield PERAN_PENYUSUN, f"{dokumen} ditandatangani dan mengikat. Susun rencana aksinya."


def _halaman(dokumen: PerjanjianKinerja | RencanaAksi) -> tuple[str, tuple[object, ...]]:
    if isinstance(dokumen, PerjanjianKinerja):
        return "perjanjian_rinci", (dokumen.satker.kode, dokumen.tahun, dokumen.pk)
    return "rencana_aksi_rinci", (dokumen.satker.kode, dokumen.perjanjian.tahun, dokumen.pk)


def _satker_pihak_kedua(perjanjian: PerjanjianKinerja) -> Satker:
    """The office that pihak kedua leads; a package lists the official above among those of the office below."""
    satker, peran = perjanjian.pihak_kedua.satker, perjanjian.pihak_kedua.peran
    return satker.induk if peran == PeranPejabat.ATASAN.value and satker.induk is not None else satker
