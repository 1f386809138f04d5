"""PGC: exceptions that people decided on, watched so that none outlives its reason."""

from collections.abc import Iterator

from akuntabel.core.calc.angka import format_tanggal
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.pengecualian import Pengecualian
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import Letak


def pengecualian_tidak_terpakai(dok: Dokumen) -> Iterator[Bukti]:
    """Pengecualian tidak cocok dengan temuan mana pun.

    Yang diperiksa: setiap butir berkas pengecualian yang aturannya dijalankan.
    Mengapa penting: pengecualian yang tertinggal menutupi kesalahan berikutnya di tempat yang sama.
    Perbaikan: hapus butirnya; yang dikecualikan sudah tidak ada.
    Dasar: kebijakan pengecualian Akuntabel.
    """
    for p in dok.daftar_pengecualian_menganggur:
        yield _bukti(p, "tidak ada temuan yang cocok", "Hapus butir ini; yang dikecualikan sudah tidak ada.")


def pengecualian_kedaluwarsa(dok: Dokumen) -> Iterator[Bukti]:
    """Pengecualian sudah lewat tanggal berlakunya, jadi tidak lagi dipakai.

    Yang diperiksa: tanggal "sampai" setiap butir berkas pengecualian.
    Mengapa penting: keputusan untuk membiarkan kesalahan harus ditinjau kembali.
    Perbaikan: betulkan laporannya, atau putuskan kembali dengan tanggal baru.
    Dasar: kebijakan pengecualian Akuntabel.
    """
    for p in dok.daftar_pengecualian_kedaluwarsa:
        hitung = f"berlaku sampai {format_tanggal(p.sampai)}"
        yield _bukti(p, hitung, "Betulkan laporannya, atau putuskan kembali dengan tanggal baru.")


def _bukti(p: Pengecualian, hitung: str, perbaikan: str) -> Bukti:
    letak = Letak(tabel=f"berkas pengecualian, {p}")
    return Bukti(letak, str(p), hitung, f"diputuskan oleh {p.oleh}: {p.alasan}", perbaikan)


DAFTAR_ATURAN = (
    Aturan("PGC001", "pengecualian-tidak-terpakai", Tingkat.INFO, pengecualian_tidak_terpakai),
    Aturan("PGC002", "pengecualian-kedaluwarsa", Tingkat.PERINGATAN, pengecualian_kedaluwarsa),
)
