"""RUJ: regulations that are cited."""

import re
from collections.abc import Iterator
from datetime import date

from akuntabel.core.calc.angka import format_tanggal
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import Letak
from akuntabel.core.regulasi import Peraturan, daftar_peraturan

_SEBUTAN = {
    "Undang-Undang": r"(?:Undang-\s*Undang|UU)",
    "Peraturan Pemerintah": r"(?:Peraturan Pemerintah|PP)",
    "Peraturan Presiden": r"(?:Peraturan Presiden|Perpres)",
    "Peraturan Menteri Keuangan": r"(?:Peraturan Menteri Keuangan|PMK)",
}
# In these words an old regulation is named as history, which is right.
_RIWAYAT = re.compile(r"mencabut|dicabut|diganti|menggantikan|diubah|mengubah|perubahan", re.IGNORECASE)


def peraturan_tidak_berlaku(dok: Dokumen) -> Iterator[Bukti]:
    """Peraturan yang dikutip sudah dicabut sebelum akhir tahun laporan.

    Yang diperiksa: nomor dan tahun peraturan terhadap daftar peraturan beserta masa berlakunya.
    Mengapa penting: dasar hukum yang sudah dicabut tidak dapat menjadi dasar.
    Perbaikan: kutip penggantinya, atau sebutkan bahwa peraturan itu sudah dicabut.
    Dasar: daftar peraturan Akuntabel, masing-masing dengan tanda keyakinannya.
    """
    if dok.tahun is None:
        return
    akhir = date(dok.tahun, 12, 31)
    for peraturan in daftar_peraturan().values():
        pola = _pola(peraturan)
        if pola is None:
            continue
        tempat = [p for p in dok.daftar_paragraf if pola.search(p.teks)]
        salah = [p for p in tempat if not _RIWAYAT.search(p.teks)]
        if salah and not peraturan.is_berlaku(akhir):
            yield _bukti(peraturan, salah[0].letak, tuple(p.letak for p in salah[1:]))


def _bukti(peraturan: Peraturan, letak: Letak, tempat_lain: tuple[Letak, ...]) -> Bukti:
    pengganti = [daftar_peraturan()[p].sebutan_pendek for p in peraturan.digantikan_oleh]
    akhir = (
        f"berlaku sampai {format_tanggal(peraturan.berlaku_sampai)}" if peraturan.berlaku_sampai else "sudah dicabut"
    )
    return Bukti(
        letak,
        peraturan.sebutan_pendek,
        akhir + (f", diganti {', '.join(pengganti)}" if pengganti else ""),
        peraturan.catatan or "sudah tidak berlaku pada akhir tahun laporan",
        "Kutip penggantinya, atau sebutkan bahwa peraturan itu sudah dicabut.",
        tempat_lain,
    )


def _pola(peraturan: Peraturan) -> re.Pattern[str] | None:
    jenis = _SEBUTAN.get(peraturan.jenis)
    if jenis is None:
        return None
    nomor = re.escape(peraturan.nomor)
    ekor = "" if "/" in peraturan.nomor else rf"\s+Tahun\s+{peraturan.tahun}"
    return re.compile(rf"\b{jenis}\s+(?:Nomor|No\.?)\s*:?\s*{nomor}{ekor}\b", re.IGNORECASE)


DAFTAR_ATURAN = (Aturan("RUJ001", "peraturan-tidak-berlaku", Tingkat.PERINGATAN, peraturan_tidak_berlaku),)
