"""What each column of a table means, from the many spellings of its header.

A column that cannot be told for certain is left without a meaning, and so a rule about it stays silent.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from akuntabel.core.naskah.terbaca import TabelTerbaca


class Peran(StrEnum):
    """The meaning of a column."""

    NOMOR = "nomor"
    KODE = "kode"
    SASARAN = "sasaran"
    INDIKATOR = "indikator"
    URAIAN = "uraian"
    DANA = "sumber dana"
    SATUAN = "satuan"
    TARGET = "target"
    REALISASI = "realisasi"
    CAPAIAN = "capaian"
    KATEGORI = "kategori"
    PAGU = "pagu"
    REALISASI_ANGGARAN = "realisasi anggaran"
    SISA = "sisa"
    PERSEN = "persen"
    SEMULA = "semula"
    MENJADI = "menjadi"
    SELISIH = "selisih"
    LAKI_LAKI = "laki-laki"
    PEREMPUAN = "perempuan"
    JUMLAH = "jumlah"


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column with its meaning, and the year and period that its header names."""

    indeks: int
    peran: Peran
    tahun: int | None = None
    periode: str = ""


_POLA: tuple[tuple[Peran, re.Pattern[str]], ...] = tuple(
    (peran, re.compile(pola))
    for peran, pola in (
        (Peran.NOMOR, r"^(no|nomor|nmr)\.?$"),
        (Peran.KODE, r"\bkode\b"),
        (Peran.SEMULA, r"\b(semula|pagu awal|anggaran awal|sebelum)\b"),
        (Peran.MENJADI, r"\b(menjadi|pagu revisi|setelah|sesudah)\b"),
        (Peran.SELISIH, r"\b(selisih|bertambah|berkurang)\b"),
        (Peran.SISA, r"\bsisa\b"),
        (Peran.DANA, r"^(sumber )?dana$|\bsumber (dana|anggaran)\b"),
        (Peran.LAKI_LAKI, r"\blaki[ -]*laki\b|^l$|^lk$"),
        (Peran.PEREMPUAN, r"\bperempuan\b|^p$|^pr$"),
        (Peran.CAPAIAN, r"capaian|^kinerja\s*\(?%\)?$"),
        (Peran.TARGET, r"\btarget\b"),
        (Peran.REALISASI, r"\brealisasi\b|\bhasil\b|^rupiah$"),
        (Peran.PAGU, r"\b(anggaran|pagu|alokasi|jumlah dana|dipa)\b"),
        (Peran.PERSEN, r"^\(?%\)?$|\b(persen|persentase|prosentase|serapan|penyerapan)\b"),
        (Peran.SATUAN, r"\bsatuan\b"),
        (Peran.INDIKATOR, r"\bindikator\b"),
        (Peran.SASARAN, r"\b(sasaran|tujuan)\b"),
        (Peran.URAIAN, r"\b(uraian|program|kegiatan|output|keluaran|jenis belanja|komponen|akun)\b"),
        (Peran.KATEGORI, r"\b(kategori|predikat|kriteria|interpretasi)\b"),
        (Peran.JUMLAH, r"^(jumlah|total|l\s*\+\s*p)$"),
    )
)
_TAHUN = re.compile(r"\b(?:19|20)\d\d\b")
_PERIODE = re.compile(
    r"\b(?:tw|triwulan|semester)\.?\s*(?:i{1,3}v?|iv|[1-4])\b"
    r"|\b(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)\b"
)
_ANGGARAN = re.compile(r"\b(anggaran|pagu|keuangan|rp|rupiah|dana|dipa|alokasi)\b")
_PERSEN = re.compile(r"%|\b(persen|persentase|prosentase)\b")


def daftar_kolom(tabel: TabelTerbaca) -> tuple[Kolom, ...]:
    """The columns whose meaning is certain, in order."""
    mentah = [_baca(n, k) for n, k in enumerate(tabel.kepala)]
    return tuple(_luruskan([k for k in mentah if k is not None], tabel.kepala))


def _baca(indeks: int, kepala: str) -> Kolom | None:
    """The meaning of one header by itself."""
    polos = " ".join(kepala.lower().replace("-", " ").split())
    tahun = _TAHUN.findall(polos)
    periode = _PERIODE.search(polos)
    inti = " ".join(_PERIODE.sub(" ", _TAHUN.sub(" ", polos)).split())
    peran = next((p for p, pola in _POLA if pola.search(inti)), None)
    if peran is None or len(set(tahun)) > 1:
        return None
    return Kolom(indeks, peran, int(tahun[0]) if tahun else None, periode[0] if periode else "")


def _luruskan(kolom: Sequence[Kolom], kepala: Sequence[str]) -> Iterator[Kolom]:
    """What a header means beside the others: realisasi of money after pagu, % after realisasi, capaian before %."""
    is_anggaran = False
    for urut, k in enumerate(kolom):
        teks = kepala[k.indeks].lower()
        if k.peran is Peran.TARGET:
            is_anggaran = False
        elif k.peran is Peran.PAGU:
            is_anggaran = True
        serumpun = [x for x in kolom if (x.tahun, x.periode) == (k.tahun, k.periode) and x is not k]
        yield replace(k, peran=_peran_di(k, teks, serumpun, kolom[urut + 1 :], is_anggaran=is_anggaran))


def _peran_di(k: Kolom, teks: str, serumpun: Sequence[Kolom], kanan: Sequence[Kolom], *, is_anggaran: bool) -> Peran:
    ada = {x.peran for x in serumpun}
    if k.peran is Peran.REALISASI:
        if _PERSEN.search(teks) and ada & {Peran.REALISASI} and not ada & {Peran.PERSEN}:
            return Peran.PERSEN if is_anggaran else Peran.CAPAIAN
        return Peran.REALISASI_ANGGARAN if is_anggaran or _ANGGARAN.search(teks) else Peran.REALISASI
    if k.peran is Peran.PERSEN and not is_anggaran and Peran.TARGET in ada:
        return Peran.CAPAIAN if ada & {Peran.REALISASI, Peran.CAPAIAN} else Peran.PERSEN
    # "Target | Capaian | % Capaian": the first is what was reached, not its ratio.
    if k.peran is Peran.CAPAIAN and Peran.REALISASI not in ada and not _PERSEN.search(teks):
        ada_persen = any(x.peran in (Peran.CAPAIAN, Peran.PERSEN) and x in serumpun for x in kanan)
        return Peran.REALISASI if ada_persen and Peran.TARGET in ada else Peran.CAPAIAN
    return k.peran
