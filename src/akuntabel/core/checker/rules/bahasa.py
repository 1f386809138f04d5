"""BHS: numbers beside their words."""

import re
from collections.abc import Iterator
from decimal import Decimal

from akuntabel.core.calc.baca_angka import AngkaTidakTerbacaError, parse_angka
from akuntabel.core.calc.terbilang import TerbilangTidakTerbacaError, parse_terbilang, terbilang
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat

_PASANGAN = re.compile(r"((?:Rp\.?\s?)?\d[\d.,]*)\s*(%)?\s*\(([A-Za-z ]{3,}?)(?:\s+(?:rupiah|persen))?\)")


def terbilang_tidak_cocok(dok: Dokumen) -> Iterator[Bukti]:
    """Angka dan terbilangnya berbeda, atau yang di dalam kurung bukan terbilang.

    Yang diperiksa: "3 (tiga)", "Rp5.000 (lima ribu rupiah)", "83% (delapan puluh tiga)".
    Mengapa penting: bila angka dan hurufnya berbeda, tidak jelas mana yang berlaku.
    Perbaikan: samakan keduanya.
    Dasar: tata naskah dinas.
    """
    for p in dok.daftar_paragraf:
        for cocok in _PASANGAN.finditer(p.teks):
            angka = _angka(cocok[1])
            tertulis = _terbilang(cocok[3])
            if angka is None or tertulis is None:
                continue
            dok.tandai(p.letak_bagian(cocok))
            if angka != tertulis:
                yield Bukti(
                    p.letak_bagian(cocok),
                    cocok[0],
                    terbilang(angka),
                    "terbilang angkanya",
                    "Samakan angka dan terbilangnya.",
                )


_BENDA = re.compile(
    r"\b(\d{1,3})\s*\((sasaran|indikator|program|kegiatan|tujuan|misi)(?: strategis| kinerja)?\)", re.IGNORECASE
)


def kurung_tanpa_terbilang(dok: Dokumen) -> Iterator[Bukti]:
    """Di dalam kurung sesudah angka berdiri bendanya, bukan terbilangnya.

    Yang diperiksa: "3 (sasaran)" dan sejenisnya.
    Mengapa penting: kurung sesudah angka disediakan untuk terbilang; tanpa itu angkanya tidak terjaga.
    Perbaikan: tulis "3 (tiga) sasaran".
    Dasar: tata naskah dinas.
    """
    for p in dok.daftar_paragraf:
        for cocok in _BENDA.finditer(p.teks):
            benar = f"{cocok[1]} ({terbilang(int(cocok[1]))}) {cocok[2].lower()}"
            yield Bukti(p.letak_bagian(cocok), cocok[0], benar, "di dalam kurung bukan terbilang", f"Tulis “{benar}”.")


def _angka(teks: str) -> Decimal | None:
    try:
        return parse_angka(teks.rstrip(".,")).angka
    except AngkaTidakTerbacaError:
        return None


def _terbilang(teks: str) -> Decimal | None:
    try:
        return parse_terbilang(teks)
    except TerbilangTidakTerbacaError:
        return None


DAFTAR_ATURAN = (
    Aturan("BHS001", "terbilang-tidak-cocok", Tingkat.PERINGATAN, terbilang_tidak_cocok),
    Aturan("BHS002", "kurung-tanpa-terbilang", Tingkat.INFO, kurung_tanpa_terbilang),
)
