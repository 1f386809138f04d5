"""ANG: capaian beside absorption, as tables of efficiency show them."""

import re
from collections.abc import Iterator

from akuntabel.core.calc.angka import format_angka
from akuntabel.core.calc.baca_angka import AngkaTertulis
from akuntabel.core.checker.bacaan.angka_tercetak import read_sel
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import TabelTerbaca

_CAPAIAN = re.compile(r"\bcapaian\b", re.IGNORECASE)
_SERAPAN = re.compile(r"\b(?:serapan|penyerapan)\b(?!.*\b(?:rp|rupiah)\b)", re.IGNORECASE)
_SELISIH = re.compile(r"\b(?:selisih|efisiensi)\b", re.IGNORECASE)


def selisih_serapan_salah(dok: Dokumen) -> Iterator[Bukti]:
    """Selisih capaian dan serapan bukan pengurangan keduanya.

    Yang diperiksa: tabel dengan satu kolom capaian, satu kolom serapan, dan satu kolom selisih atau efisiensi dalam
    poin, yang baris-barisnya memang pengurangan; dengan rentang pembulatannya.
    Mengapa penting: dari selisih inilah sasaran disebut efisien atau tidak.
    Perbaikan: hitung ulang selisihnya, atau betulkan capaian atau serapannya.
    Dasar: aritmetika.
    """
    for t in dok.daftar_tabel:
        kolom = [[n for n, k in enumerate(t.kepala) if pola.search(k)] for pola in (_CAPAIAN, _SERAPAN, _SELISIH)]
        if any(len(k) != 1 for k in kolom) or not _is_pengurangan(t, *(k[0] for k in kolom)):
            continue
        for baris in t.baris:
            capaian, serapan, selisih = (baris[k[0]] for k in kolom)
            c, s, beda = (read_sel(x) for x in (capaian, serapan, selisih))
            if not (c and s and beda) or c.angka is None or s.angka is None or beda.angka is None:
                continue
            dok.tandai(selisih.letak)
            benar = c.angka - s.angka
            if not _is_selisih(c, s, beda):
                yield Bukti(
                    selisih.letak,
                    selisih.teks,
                    format_angka(benar, max(c.desimal, s.desimal), bertanda=True),
                    f"{capaian.teks} − {serapan.teks}",
                    "Hitung ulang selisihnya, atau betulkan capaian atau serapannya.",
                    (capaian.letak, serapan.letak),
                    operan=(capaian.letak, serapan.letak),
                )


def _is_pengurangan(t: TabelTerbaca, capaian: int, serapan: int, selisih: int) -> bool:
    """Whether the column is a difference: its header says "poin", or half of its rows or more are one."""
    if "poin" in t.kepala[selisih].lower():
        return True
    isi = [[read_sel(b[n]) for n in (capaian, serapan, selisih)] for b in t.baris]
    cocok = [_is_selisih(c, s, beda) for c, s, beda in isi if c and s and beda]
    return any(cocok) and 2 * sum(cocok) >= len(cocok)


def _is_selisih(capaian: AngkaTertulis, serapan: AngkaTertulis, beda: AngkaTertulis) -> bool:
    """Whether one figure is the difference of the others, rounding aside, in either direction."""
    if capaian.angka is None or serapan.angka is None or beda.angka is None:
        return False
    benar = abs(capaian.angka - serapan.angka)
    lebar = capaian.setengah_lebar + serapan.setengah_lebar + beda.setengah_lebar
    return abs(benar - abs(beda.angka)) <= lebar


DAFTAR_ATURAN = (Aturan("ANG022", "selisih-serapan-salah", Tingkat.GALAT, selisih_serapan_salah),)
