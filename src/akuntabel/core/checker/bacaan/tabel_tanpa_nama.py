"""Performance tables without a column of indicators: rows that are years or offices, and tables that lie on their side.

Such a table speaks of one indicator, which its caption or heading names. What its rows are called is no indicator, so
only rules that need no name are given these tables.
"""

import re
from collections.abc import Iterator, Sequence

from akuntabel.core.checker.bacaan.kolom import Peran, daftar_kolom
from akuntabel.core.checker.bacaan.tabel import RangkaiKinerja, daftar_rangkai_kinerja
from akuntabel.core.naskah.terbaca import SelTerbaca, TabelTerbaca

Baris = Sequence[SelTerbaca]
_BERNAMA = frozenset({Peran.INDIKATOR, Peran.SASARAN, Peran.URAIAN})
_TIGA = (
    re.compile(r"target(?:nya)?(?:\s+(?:kinerja|(?:19|20)\d\d))?\s*(?:\(?%\)?)?", re.IGNORECASE),
    re.compile(r"realisasi(?:nya)?(?:\s+(?:kinerja|(?:19|20)\d\d))?\s*(?:\(?%\)?)?", re.IGNORECASE),
    re.compile(
        r"(?:%|persen\w*|tingkat|indeks)?\s*(?:pen)?capaian(?:\s+(?:kinerja|iku|indikator|(?:19|20)\d\d))?\s*(?:\(?%\)?)?",
        re.IGNORECASE,
    ),
)
# Measured against something else than the target beside it, or no measurement but what became of it.
_LAIN = re.compile(
    r"\b(?:terhadap|thd|renstra|rpjm\w*|akhir|tahunan|kumulatif|rata[- ]*rata|rerata|perubahan|selisih|deviasi|tren"
    r"|pertumbuhan|perbandingan|keterangan|naik|turun|(?:ke|me|pe)(?:naik|nurun|ningkat)\w*)\b",
    re.IGNORECASE,
)
_PERIODE = re.compile(r"\d|^(?:tw|triwulan|smt|semester|tahun)\b|^i{1,3}$|^iv$", re.IGNORECASE)


def daftar_rangkai_tanpa_nama(tabel: TabelTerbaca) -> Iterator[RangkaiKinerja]:
    """Target, realisasi and capaian of rows or of columns that are no indicators."""
    yield from _daftar_tegak(tabel)
    for balik in _daftar_terbalik(tabel):
        yield from daftar_rangkai_kinerja(balik)


def is_bukan_pengukuran(teks: str) -> bool:
    """Whether a row, column or header of that name compares measurements: "Perubahan", "terhadap target akhir"."""
    return _LAIN.search(teks) is not None


def _daftar_tegak(tabel: TabelTerbaca) -> Iterator[RangkaiKinerja]:
    """ "Tahun | Target | Realisasi | Capaian" and "Kantor | Target | Realisasi | Capaian"."""
    kolom = daftar_kolom(tabel)
    if _BERNAMA & {k.peran for k in kolom}:
        return
    ukuran = [[k.indeks for k in kolom if k.peran is p] for p in (Peran.TARGET, Peran.REALISASI, Peran.CAPAIAN)]
    if any(len(u) != 1 for u in ukuran) or any(is_bukan_pengukuran(tabel.kepala[u[0]]) for u in ukuran):
        return
    target, realisasi, capaian = (u[0] for u in ukuran)
    nomor = {k.indeks for k in kolom if k.peran is Peran.NOMOR}
    nama = next((n for n in range(min(target, realisasi, capaian)) if n not in nomor), None)
    if nama is not None:
        yield RangkaiKinerja(tabel, nama, target, realisasi, capaian, None, None, None, None, "")


def _daftar_terbalik(tabel: TabelTerbaca) -> Iterator[TabelTerbaca]:
    """Each three neighbouring rows Target, Realisasi and Capaian as a table that stands upright, a column a row."""
    for n in range(len(tabel.baris) - 2):
        tiga = tabel.baris[n : n + 3]
        if not any(sel.teks[:6].lower() == "target" for sel in tiga[0][:3]):
            continue
        kolom = next((k for k in range(min(3, len(tabel.kepala) - 2)) if _is_tiga([b[k] for b in tiga])), None)
        if kolom is not None:
            yield _tegakkan(tabel, tiga, kolom)


def _is_tiga(label: Baris) -> bool:
    return all(pola.fullmatch(sel.teks.strip()) for pola, sel in zip(_TIGA, label, strict=True))


def _tegakkan(tabel: TabelTerbaca, tiga: Sequence[Baris], kolom: int) -> TabelTerbaca:
    isi = [
        (SelTerbaca(tabel.kepala[n], tabel.letak), *(b[n] for b in tiga))
        for n in range(kolom + 1, len(tabel.kepala))
        if _PERIODE.search(tabel.kepala[n].strip()) and not is_bukan_pengukuran(tabel.kepala[n])
    ]
    return TabelTerbaca(tabel.caption, ("Uraian", "Target", "Realisasi", "Capaian"), tuple(isi), tabel.letak)
