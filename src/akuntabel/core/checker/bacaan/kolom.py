"""What each column of a table means, from the many spellings of its header.

A column that cannot be told for certain is left without a meaning, and so a rule about it stays silent.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

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
        (Peran.SEMULA, r"\b(semula|(pagu|anggaran|dipa) awal|sebelum)\b"),
        (Peran.MENJADI, r"\b(menjadi|(pagu|anggaran|dipa) (akhir|revisi)|setelah|sesudah)\b"),
        (Peran.SELISIH, r"\b(selisih|bertambah|berkurang)\b"),
        (Peran.SISA, r"\bsisa\b"),
        (Peran.DANA, r"^(sumber )?dana$|\bsumber (dana|anggaran)\b"),
        (Peran.LAKI_LAKI, r"\blaki[ -]*laki\b|^l$|^lk$"),
        (Peran.PEREMPUAN, r"\bperempuan\b|^p$|^pr$"),
        # The word that opens a header decides: "Target Capaian" is a target, "Indikator Capaian" an indicator.
        (Peran.TARGET, r"^target\b"),
        (Peran.REALISASI, r"^realisasi\b"),
        (Peran.INDIKATOR, r"^(indikator|iku|ikk)\b"),
        (Peran.URAIAN, r"^uraian\b"),
        (Peran.PERSEN, r"^(serapan|penyerapan)\b(?!.*\b(rp|rupiah)\b)"),
        (Peran.REALISASI, r"^(serapan|penyerapan)\b"),
        (Peran.CAPAIAN, r"capaian|^kinerja\s*\(?%\)?$"),
        (Peran.TARGET, r"\btarget\b"),
        (Peran.REALISASI, r"\brealisasi\b|\bhasil\b|^rupiah$"),
        (Peran.PAGU, r"\b(anggaran|pagu|alokasi|jumlah dana|dipa)\b"),
        (Peran.PERSEN, r"^\(?%\)?$|\b(persen|persentase|prosentase|serapan|penyerapan)\b"),
        (Peran.SATUAN, r"\bsatuan\b"),
        (Peran.INDIKATOR, r"\bindikator\b"),
        (Peran.SASARAN, r"\b(sasaran|tujuan)\b"),
        (Peran.URAIAN, r"\b(uraian|program|kegiatan|output|keluaran|jenis belanja|komponen|akun|paket|pekerjaan)\b"),
        (Peran.KATEGORI, r"\b(kategori|predikat|kriteria|interpretasi)\b"),
        (Peran.JUMLAH, r"^(jumlah|total|l\s*\+\s*p)$"),
    )
)
_TAHUN = re.compile(r"\b(?:19|20)\d\d\b")
_PERIODE = re.compile(
    r"\b(?P<jenis>tw|triwulan|semester|smt)\.?\s*(?:ke\s*)?(?P<urut>i{1,3}v?|iv|[1-4])\b"
    r"|\b(?P<bulan>januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)\b"
)
_URUT_ROMAWI = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_JENIS_PERIODE = {"tw": "triwulan", "smt": "semester"}
_ANGGARAN = re.compile(r"\b(anggaran|pagu|keuangan|rp|rupiah|dana|dipa|alokasi)\b")
_PERSEN = re.compile(r"%|\b(persen|persentase|prosentase)\b")
_UKURAN = (Peran.TARGET, Peran.REALISASI, Peran.CAPAIAN)


def daftar_kolom(tabel: TabelTerbaca) -> tuple[Kolom, ...]:
    """The columns whose meaning is certain, in order."""
    return _daftar_kolom(tabel.kepala)


@lru_cache(maxsize=1024)  # every rule asks; reports repeat their headers
def _daftar_kolom(mentah_kepala: tuple[str, ...]) -> tuple[Kolom, ...]:
    kepala = [" ".join(k.lower().replace("-", " ").split()) for k in mentah_kepala]
    ringkas = _lepas_induk(kepala)
    mentah = [_baca(n, k, ringkas[n]) for n, k in enumerate(kepala)]
    return tuple(_luruskan(_samakan_tahun([k for k in mentah if k is not None]), kepala))


def _lepas_induk(kepala: Sequence[str]) -> list[str]:
    """Headers without the one that spans them: of "Capaian Kinerja Target", "Capaian Kinerja Realisasi" the last words.

    A spanning "Target" or "Realisasi" is what its columns mean, and so it stays.
    """
    hasil = list(kepala)
    awal = 0
    while awal < len(kepala):
        kata = kepala[awal].split()
        induk = next((" ".join(kata[:n]) for n in range(len(kata), 0, -1) if _lebar(kepala, awal, kata[:n]) > 1), "")
        lebar = _lebar(kepala, awal, induk.split()) if induk else 1
        if induk and _find_peran(induk) not in (Peran.TARGET, Peran.REALISASI):
            for n in range(awal, awal + lebar):
                hasil[n] = kepala[n].removeprefix(induk).strip()
        awal += lebar
    return hasil


def _lebar(kepala: Sequence[str], awal: int, induk: Sequence[str]) -> int:
    """Over how many columns from ``awal`` on a header spans."""
    lebar = 0
    while awal + lebar < len(kepala) and kepala[awal + lebar].split()[: len(induk)] == list(induk):
        lebar += 1
    return lebar


def _inti(polos: str) -> str:
    """A header without its year and period."""
    return " ".join(_PERIODE.sub(" ", _TAHUN.sub(" ", polos)).split())


def _find_peran(polos: str) -> Peran | None:
    inti = _inti(polos)
    return next((p for p, pola in _POLA if pola.search(inti)), None)


def _baca(indeks: int, polos: str, ringkas: str) -> Kolom | None:
    """The meaning of one header by itself; ``ringkas`` is it without the header that spans it."""
    tahun = _TAHUN.findall(polos)
    peran = _find_peran(ringkas) or _find_peran(polos)
    if peran is None or len(set(tahun)) > 1:
        return None
    # "Target (Rp)" is money that was planned.
    if peran is Peran.TARGET and _ANGGARAN.search(polos) and "kinerja" not in polos:
        peran = Peran.PAGU
    return Kolom(indeks, peran, int(tahun[0]) if tahun else None, _find_periode(polos))


def _find_periode(polos: str) -> str:
    """ "tw i", "triwulan 1" and "TW ke-1" are one period."""
    periode = _PERIODE.search(polos)
    if periode is None or periode["bulan"]:
        return periode["bulan"] if periode else ""
    jenis, urut = periode["jenis"], periode["urut"]
    return f"{_JENIS_PERIODE.get(jenis, jenis)} {_URUT_ROMAWI.get(urut, urut)}"


def _samakan_tahun(kolom: Sequence[Kolom]) -> list[Kolom]:
    """Where only some of target, realisasi, capaian name the year, and none twice, the others are of that year too."""
    daftar_tahun = {k.tahun for k in kolom if k.tahun is not None}
    ukuran = [k.peran for k in kolom if k.peran in _UKURAN and not k.periode]
    if len(daftar_tahun) != 1 or len(set(ukuran)) != len(ukuran):
        return list(kolom)
    tahun = next(iter(daftar_tahun))
    return [replace(k, tahun=tahun) if k.peran in (*_UKURAN, Peran.PERSEN) and not k.periode else k for k in kolom]


def _luruskan(kolom: Sequence[Kolom], kepala: Sequence[str]) -> Iterator[Kolom]:
    """What a header means beside the others: realisasi of money after pagu, % after realisasi, capaian before %."""
    is_anggaran = False
    for urut, k in enumerate(kolom):
        teks = kepala[k.indeks]
        if k.peran is Peran.TARGET:
            is_anggaran = False
        elif k.peran in (Peran.PAGU, Peran.SEMULA, Peran.MENJADI) or (
            k.peran is Peran.REALISASI and _ANGGARAN.search(teks)
        ):
            is_anggaran = True
        serumpun = [x for x in kolom if (x.tahun, x.periode) == (k.tahun, k.periode) and x is not k]
        kiri = [x for x in serumpun if x.indeks < k.indeks and not _ANGGARAN.search(kepala[x.indeks])]
        yield replace(k, peran=_peran_di(k, teks, serumpun, kiri, kolom[urut + 1 :], is_anggaran=is_anggaran))


def _peran_di(
    k: Kolom, teks: str, serumpun: Sequence[Kolom], kiri: Sequence[Kolom], kanan: Sequence[Kolom], *, is_anggaran: bool
) -> Peran:
    ada = {x.peran for x in serumpun}
    # "Anggaran | Realisasi | Capaian": what was absorbed of the money.
    if k.peran is Peran.CAPAIAN and is_anggaran and Peran.PAGU in ada and not ada & {Peran.TARGET, Peran.PERSEN}:
        return Peran.PERSEN if Peran.REALISASI in ada else k.peran
    if k.peran is Peran.REALISASI:
        return _peran_realisasi(teks, kiri, ada, is_anggaran=is_anggaran)
    if k.peran is Peran.PERSEN and not is_anggaran and Peran.TARGET in ada:
        return Peran.CAPAIAN if ada & {Peran.REALISASI, Peran.CAPAIAN} else Peran.PERSEN
    # "Target | Capaian | % Capaian": the first is what was reached, not its ratio.
    if k.peran is Peran.CAPAIAN and Peran.REALISASI not in ada and not _PERSEN.search(teks):
        ada_persen = any(x.peran in (Peran.CAPAIAN, Peran.PERSEN) and x in serumpun for x in kanan)
        return Peran.REALISASI if ada_persen and Peran.TARGET in ada else Peran.CAPAIAN
    return k.peran


def _peran_realisasi(teks: str, kiri: Sequence[Kolom], ada: set[Peran], *, is_anggaran: bool) -> Peran:
    """ "Realisasi | Realisasi %": the second is the ratio of the first; beside money it is money."""
    if is_anggaran and _PERSEN.search(teks) and Peran.REALISASI in ada and Peran.PERSEN not in ada:
        return Peran.PERSEN
    if is_anggaran or _ANGGARAN.search(teks):
        return Peran.REALISASI_ANGGARAN
    ada_realisasi = any(x.peran is Peran.REALISASI for x in kiri)
    return Peran.CAPAIAN if ada_realisasi and _PERSEN.search(teks) and Peran.PERSEN not in ada else Peran.REALISASI
