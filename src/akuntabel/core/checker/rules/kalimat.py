"""HIT in prose: a percentage that stands in a sentence with its operands."""

import re
from collections.abc import Iterator
from decimal import Decimal

from akuntabel.core.calc.angka import format_angka
from akuntabel.core.calc.baca_angka import AngkaTertulis, AngkaTidakTerbacaError, parse_angka
from akuntabel.core.checker.angka_tercetak import Rentang, rentang_cetak
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat

_PERSEN = re.compile(r"\d+(?:[.,]\d+)?\s*%")
_BILANGAN = re.compile(r"(?<![\d.,/])\d{1,3}(?:\.\d{3})+(?![\d/]|[.,]\d)")


def rasio_kalimat_salah(dok: Dokumen) -> Iterator[Bukti]:
    """Persentase dalam kalimat bukan hasil bagi dua bilangan yang disebut kalimat itu.

    Yang diperiksa: paragraf dengan tepat satu persentase dan tepat dua bilangan ribuan.
    Mengapa penting: pembaca mengira kedua bilangan itulah pembilang dan penyebutnya.
    Perbaikan: sebutkan penyebut yang benar-benar dipakai, atau betulkan persentasenya.
    Dasar: PermenPANRB 53/2014, lampiran III/2-2 butir II.2.
    """
    for p in dok.daftar_paragraf:
        persen, bilangan = _PERSEN.findall(p.teks), _BILANGAN.findall(_PERSEN.sub("", p.teks))
        if len(persen) != 1 or len(bilangan) != 2:
            continue
        tertulis = _baca(persen[0])
        kecil, besar = sorted(int(b.replace(".", "")) for b in bilangan)
        if tertulis is None or kecil == besar:
            continue
        dok.tandai(p.letak)
        rasio = Decimal(kecil) * 100 / besar
        if not rentang_cetak(tertulis).meets(Rentang(rasio, rasio)):
            yield Bukti(
                p.letak,
                persen[0],
                f"{format_angka(rasio, 2)}%",
                f"{format_angka(kecil)} ÷ {format_angka(besar)}, dua bilangan yang disebut bersamanya",
                "Sebutkan penyebut yang dipakai, atau betulkan persentasenya.",
            )


def _baca(teks: str) -> AngkaTertulis | None:
    try:
        return parse_angka(teks)
    except AngkaTidakTerbacaError:
        return None


DAFTAR_ATURAN = (Aturan("HIT003", "rasio-kalimat-salah", Tingkat.GALAT, rasio_kalimat_salah),)
