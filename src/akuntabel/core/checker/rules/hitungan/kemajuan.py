"""HIT: how far a plan of several years has come, recomputed from its target and this year's realisasi."""

import re
from collections.abc import Iterator

from akuntabel.core.calc.angka import format_persen
from akuntabel.core.checker.bacaan.angka_tercetak import is_persen, read_sel
from akuntabel.core.checker.bacaan.kolom import Peran, daftar_kolom
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.checker.kinerja.rumus_kolom import Ukuran
from akuntabel.core.checker.temuan import Aturan, Bukti, Tingkat
from akuntabel.core.naskah.terbaca import TabelTerbaca

_KEMAJUAN = re.compile(r"^(?:tingkat |persentase |%\s*)?kemajuan\b|\bcapaian\b.*\b(?:renstra|rpjm\w*)\b", re.IGNORECASE)


def kemajuan_salah(dok: Dokumen) -> Iterator[Bukti]:
    """Kemajuan menuju target jangka menengah tidak dihasilkan rumus mana pun dari target dan realisasinya.

    Yang diperiksa: kolom "Kemajuan" pada tabel dengan satu kolom target dan satu kolom realisasi, terhadap rumus-rumus
    yang juga dipakai untuk capaian, dengan rentang pembulatannya.
    Mengapa penting: dari kemajuan inilah terlihat apakah target Renstra masih dapat dicapai.
    Perbaikan: hitung ulang dari realisasi dan target jangka menengah.
    Dasar: PermenPANRB 53/2014, lampiran III/2-2 butir II.2.c.
    """
    for tabel in dok.daftar_tabel:
        kolom = _find_kolom(tabel)
        if kolom is None:
            continue
        for baris in tabel.baris:
            target, realisasi, kemajuan = (read_sel(baris[n]) for n in kolom)
            if target is None or realisasi is None or kemajuan is None or not target.angka or target.angka < 0:
                continue
            if is_persen(target) != is_persen(realisasi):
                continue
            sel = baris[kolom[2]]
            ukuran = Ukuran(target, realisasi, kemajuan)
            dok.tandai(sel.letak)
            if not ukuran.is_terulang:
                yield Bukti(
                    sel.letak,
                    sel.teks,
                    format_persen(ukuran.rasio),
                    f"{baris[kolom[1]].teks} ÷ {baris[kolom[0]].teks}; rumus lain pun tidak menghasilkan yang tertulis",
                    "Hitung ulang dari realisasi dan target jangka menengah.",
                    (baris[kolom[0]].letak, baris[kolom[1]].letak),
                    operan=(baris[kolom[0]].letak, baris[kolom[1]].letak),
                )


def _find_kolom(tabel: TabelTerbaca) -> tuple[int, int, int] | None:
    """Target, realisasi and progress, where each stands once."""
    daftar = daftar_kolom(tabel)
    target = [k.indeks for k in daftar if k.peran is Peran.TARGET and not _is_tahun(tabel.kepala[k.indeks])]
    realisasi = [k.indeks for k in daftar if k.peran is Peran.REALISASI]
    kemajuan = [n for n, k in enumerate(tabel.kepala) if _KEMAJUAN.search(k.strip())]
    return (target[0], realisasi[0], kemajuan[0]) if len(target) == len(realisasi) == len(kemajuan) == 1 else None


def _is_tahun(kepala: str) -> bool:
    """ "Tahun target" says when, not what."""
    return kepala.strip().lower().startswith("tahun")


DAFTAR_ATURAN = (Aturan("HIT023", "kemajuan-salah", Tingkat.GALAT, kemajuan_salah),)
