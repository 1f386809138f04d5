"""BHS: figures that nobody means: a zero in front, a percentage a hundred times too large because a comma was lost."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from akuntabel.core.checker.bacaan.angka_tercetak import read_sel
from akuntabel.core.checker.dokumen import Dokumen, per_dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import Letak

_NOL_DI_DEPAN = re.compile(r"(?<![\d.,/\w-])[-−]?0\d[\d.]*(?:,\d+)?\s*%|\bRp\.?\s*0\d[\d.]*(?:,\d+)?")
_NOL = re.compile(r"0\d")
_PERSEN_TANPA_KOMA = re.compile(r"(?<![\d.,/\w])[-−]?(\d{3,6})\s*%")
_PERSEN = re.compile(r"(?<![\d.,/\w])(\d{1,4}),(\d{1,2})\s*%")
BATAS_WAJAR = Decimal(150)  # percent; below it a percentage without a comma may well be meant


def angka_berawalan_nol(dok: Dokumen) -> Iterator[Bukti]:
    """Persentase atau jumlah uang ditulis dengan nol di depannya.

    Yang diperiksa: "08,84%", "010%", "Rp012.000" dalam kalimat dan tabel.
    Mengapa penting: nol di depan tidak mempunyai arti, jadi ada angka yang tertukar atau salah ketik.
    Perbaikan: betulkan angkanya menurut sumbernya.
    Dasar: penulisan bilangan.
    """
    for letak, teks in _daftar_teks(dok):
        for cocok in _NOL_DI_DEPAN.finditer(teks) if _NOL.search(teks) else ():
            tertulis = cocok[0]
            yield Bukti(
                _bagian(letak, cocok),
                tertulis,
                "angka tanpa nol di depan",
                "nol di depan menandakan angka yang tertukar atau salah ketik",
                "Betulkan angkanya menurut sumbernya.",
            )


def koma_desimal_hilang(dok: Dokumen) -> Iterator[Bukti]:
    """Persentase ratusan atau ribuan persen yang dengan koma sama dengan angka lain dalam laporan.

    Yang diperiksa: "7884%" bila "78,84%" tertulis di tempat lain.
    Mengapa penting: koma yang hilang mengalikan angka dengan sepuluh atau seratus.
    Perbaikan: tulis komanya.
    Dasar: penulisan bilangan.
    """
    berkoma = _persen_berkoma(dok)
    for letak, teks in _daftar_teks(dok):
        for cocok in _PERSEN_TANPA_KOMA.finditer(teks) if "%" in teks else ():
            asal = berkoma.get(cocok[1])
            if asal and Decimal(cocok[1]) >= BATAS_WAJAR:
                yield Bukti(
                    _bagian(letak, cocok),
                    cocok[0],
                    asal,
                    "persentase yang sama tertulis dengan koma di tempat lain",
                    "Tulis komanya.",
                    is_keputusan=bool(letak.tabel),
                )


@per_dokumen
def _persen_berkoma(dok: Dokumen) -> dict[str, str]:
    """Percentages with a comma, by their digits alone."""
    return {m[1] + m[2]: m[0] for _, teks in _daftar_teks(dok) if "%" in teks for m in _PERSEN.finditer(teks)}


@per_dokumen
def _daftar_teks(dok: Dokumen) -> tuple[tuple[Letak, str], ...]:
    """Every sentence and cell that holds a figure, with its place."""
    sel = [(s.letak, s.teks) for t in dok.daftar_tabel for b in t.baris for s in b if "%" in s.teks or read_sel(s)]
    return (*((p.letak, p.teks) for p in dok.daftar_paragraf if "%" in p.teks or "Rp" in p.teks), *sel)


def _bagian(letak: Letak, cocok: re.Match[str]) -> Letak:
    return replace(letak, awal=cocok.start(), akhir=cocok.end())


DAFTAR_ATURAN = (
    Aturan("BHS012", "angka-berawalan-nol", Tingkat.PERINGATAN, angka_berawalan_nol),
    Aturan("BHS013", "koma-desimal-hilang", Tingkat.GALAT, koma_desimal_hilang),
)
