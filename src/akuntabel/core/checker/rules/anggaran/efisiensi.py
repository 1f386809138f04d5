"""ANG: capaian beside absorption, as tables of efficiency show them."""

import re
from collections.abc import Iterator

from akuntabel.core.calc.angka import format_angka
from akuntabel.core.checker.bacaan.angka_tercetak import read_sel
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat

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
        if any(len(k) != 1 for k in kolom) or "poin" not in t.kepala[kolom[2][0]].lower():
            continue
        for baris in t.baris:
            capaian, serapan, selisih = (baris[k[0]] for k in kolom)
            c, s, beda = (read_sel(x) for x in (capaian, serapan, selisih))
            if not (c and s and beda) or c.angka is None or s.angka is None or beda.angka is None:
                continue
            dok.tandai(selisih.letak)
            benar = c.angka - s.angka
            lebar = c.setengah_lebar + s.setengah_lebar + beda.setengah_lebar
            if min(abs(benar - beda.angka), abs(benar + beda.angka)) > lebar:
                yield Bukti(
                    selisih.letak,
                    selisih.teks,
                    format_angka(benar, max(c.desimal, s.desimal), bertanda=True),
                    f"{capaian.teks} − {serapan.teks}",
                    "Hitung ulang selisihnya, atau betulkan capaian atau serapannya.",
                    (capaian.letak, serapan.letak),
                )


DAFTAR_ATURAN = (Aturan("ANG022", "selisih-serapan-salah", Tingkat.GALAT, selisih_serapan_salah),)
