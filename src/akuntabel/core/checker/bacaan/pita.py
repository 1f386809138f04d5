"""Scales as a report prints them: bands in tables and in lists, in any of the wordings in use."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from akuntabel.core.checker.dokumen import Dokumen, per_dokumen
from akuntabel.core.naskah.terbaca import Letak, ParagrafTerbaca, TabelTerbaca

_N = r"(\d{1,3}(?:[.,]\d{1,2})?)\s*%?"
_ATAS = r"(?:>|di ?atas|lebih (?:dari|besar dari)|melebihi)"
_MULAI = r"(?:≥|>\s*=|=\s*>|mulai(?: dari)?|minimal|paling sedikit)"
_BAWAH = r"(?:<|di ?bawah|kurang dari|lebih kecil dari)"
_SAMPAI = r"(?:≤|<\s*=|=\s*<|maksimal|paling banyak)"
_ANTARA = r"(?:-|–|—|s\.?\s?/?d\.?|sampai(?: dengan)?|hingga)"
_RENTANG = re.compile(
    rf"(?P<ketat>{_ATAS})?\s*(?:{_MULAI}|antara)?\s*{_N}\s*(?:{_ANTARA}|dan)\s*(?P<batas>{_BAWAH})?\s*(?:{_SAMPAI})?\s*{_N}",
    re.IGNORECASE,
)
# "91 ≤ x ≤ 100": what stands between the signs may be any letter, dots or words without a digit.
_DUA_SISI = re.compile(
    rf"{_N}\s*(?P<kiri>≤|<\s*=|<)\s*(?:[^\d≤<≥>]{{0,20}}?)\s*(?P<kanan>≤|<\s*=|<)\s*{_N}", re.IGNORECASE
)
# "76 ≤ 90": the value between the two was left out.
_SATU_TANDA = re.compile(rf"{_N}\s*(?P<tanda>≤|<\s*=|<)\s*{_N}")
_BAWAH_SAJA = re.compile(rf"(?:[a-z]\s*)?(?:(?P<ketat>{_ATAS})|{_MULAI})\s*{_N}(?:\s*ke ?atas)?", re.IGNORECASE)
_KE_ATAS = re.compile(rf"{_N}\s*(?:ke ?atas|atau lebih)", re.IGNORECASE)
_ATAS_SAJA = re.compile(rf"(?:[a-z]\s*)?(?:(?P<ketat>{_BAWAH})|{_SAMPAI})\s*{_N}(?:\s*ke ?bawah)?", re.IGNORECASE)
_BUKAN_PITA = re.compile(r"[\d.,%\s]*|\D*")  # a bare figure, or words only: most cells
_KEPALA_KATEGORI = re.compile(
    r"\b(kategori|predikat|kriteria|interpretasi|klasifikasi|sebutan|peringkat)\b", re.IGNORECASE
)
_BUKAN_RENTANG = re.compile(r"\b(target|realisasi|tahun|periode|jadwal|waktu|tanggal|umur|usia)\b", re.IGNORECASE)
_LAIN = re.compile(
    r"\b(akip|sakip|evaluasi|kepuasan|ikm|skm|survei|ikpa|spbe|indeks|risiko|reformasi birokrasi|nilai kinerja anggaran"
    r"|mutu|kematangan|maturitas|efisiensi|individu|pegawai|inovasi|merit|integritas|serapan|penyerapan)\b",
    re.IGNORECASE,
)
_HURUF = re.compile(r"[A-D]{1,2}[+-]?")
_BUTIR_LABEL = re.compile(
    r"(?:[-•▪]\s*)?(?:\(?[a-z\d]{1,2}[.)]\s+)?(?P<kiri>[^:=;()]{2,60}?)\s*(?:[:=]|\()\s*(?P<kanan>[^:=;()]{2,60}?)\)?[;.,]?(?:\s*dan)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PitaTercetak:
    """A band as printed. bawah, atas: None where it names no such end; *_ikut: whether the end belongs to it."""

    bawah: Decimal | None
    bawah_ikut: bool
    atas: Decimal | None
    atas_ikut: bool
    kategori: str
    tertulis: str
    letak: Letak
    keterangan: str = ""

    @property
    def tangga(self) -> tuple[Decimal, bool]:
        """Where it stands among the others: by its lower end, an open one lowest."""
        return (Decimal(-1) if self.bawah is None else self.bawah, not self.bawah_ikut)

    def holds(self, bawah: Decimal, atas: Decimal) -> bool:
        """Whether some value from ``bawah`` to ``atas`` lies in it."""
        di_atas = self.bawah is None or atas > self.bawah or (self.bawah_ikut and atas == self.bawah)
        di_bawah = self.atas is None or bawah < self.atas or (self.atas_ikut and bawah == self.atas)
        return di_atas and di_bawah


@dataclass(frozen=True, slots=True)
class SkalaTercetak:
    """Bands that belong together, highest first; tabel None: they stand in a list. is_capaian: it judges capaian."""

    pita: tuple[PitaTercetak, ...]
    letak: Letak
    judul: str
    tabel: TabelTerbaca | None
    is_capaian: bool

    @property
    def batas(self) -> frozenset[tuple[Decimal | None, Decimal | None]]:
        """What sets it apart from another scale."""
        return frozenset((p.bawah, p.atas) for p in self.pita)


def parse_pita(teks: str) -> tuple[Decimal | None, bool, Decimal | None, bool] | None:
    """Lower end, whether it belongs, upper end, whether it belongs; None where the text is no band."""
    if _BUKAN_PITA.fullmatch(teks):
        return None
    polos = " ".join(teks.split())
    if cocok := _DUA_SISI.fullmatch(polos):
        return _angka(cocok[1]), cocok["kiri"] != "<", _angka(cocok[4]), cocok["kanan"] != "<"
    if cocok := _SATU_TANDA.fullmatch(polos):
        return _angka(cocok[1]), True, _angka(cocok[3]), cocok["tanda"] != "<"
    if cocok := _RENTANG.fullmatch(polos):
        bawah, atas = _angka(cocok[2]), _angka(cocok[4])
        return (bawah, cocok["ketat"] is None, atas, cocok["batas"] is None) if bawah <= atas else None
    if cocok := _BAWAH_SAJA.fullmatch(polos):
        return _angka(cocok[2]), cocok["ketat"] is None, None, False
    if cocok := _KE_ATAS.fullmatch(polos):
        return _angka(cocok[1]), True, None, False
    if cocok := _ATAS_SAJA.fullmatch(polos):
        return None, False, _angka(cocok[2]), cocok["ketat"] is None
    return None


@per_dokumen
def daftar_skala(dok: Dokumen) -> tuple[SkalaTercetak, ...]:
    """The scales of a document, in order."""
    skala = (*_skala_tabel(dok), *_skala_butir(dok.daftar_paragraf))
    return tuple(sorted(skala, key=lambda s: s.letak.blok))


def _skala_tabel(dok: Dokumen) -> Iterator[SkalaTercetak]:
    """Tables with a column of bands beside one of categories."""
    sebelum = ""
    for blok in dok.naskah.isi:
        if isinstance(blok, ParagrafTerbaca):
            sebelum = blok.teks
            continue
        kategori = next((n for n, k in enumerate(blok.kepala) if _KEPALA_KATEGORI.search(k)), None)
        kolom = _kolom_rentang(blok, kategori)
        if kategori is not None and kolom is not None:
            pita = tuple(_pita_baris(blok, kolom, kategori))
            judul = blok.caption or (blok.nama if blok.nama.startswith("Tabel") else "tabel kategori")
            konteks = " ".join((blok.caption, *blok.kepala, "" if blok.caption else sebelum[-200:]))
            yield _build(pita, blok.letak, judul, blok, konteks)


def _kolom_rentang(tabel: TabelTerbaca, kategori: int | None) -> int | None:
    """The column in which at least two cells are bands, and most cells that are not empty."""
    terbaik, jumlah = None, 1
    for n, kepala in enumerate(tabel.kepala):
        if n == kategori or _BUKAN_RENTANG.search(kepala):
            continue
        isi = [b[n].teks for b in tabel.baris if b[n].teks]
        pita = sum(parse_pita(t) is not None for t in isi)
        if pita > jumlah and 2 * pita > len(isi):
            terbaik, jumlah = n, pita
    return terbaik


def _pita_baris(tabel: TabelTerbaca, kolom: int, kategori: int) -> Iterator[PitaTercetak]:
    for baris in tabel.baris:
        rentang = parse_pita(baris[kolom].teks)
        if rentang is not None:
            lain = " ".join(s.teks for n, s in enumerate(baris) if n not in (kolom, kategori))
            yield PitaTercetak(*rentang, baris[kategori].teks, baris[kolom].teks, baris[kolom].letak, lain)


def _skala_butir(daftar: Sequence[ParagrafTerbaca]) -> Iterator[SkalaTercetak]:
    """Three or more lines of a list, each with a band and its category."""
    pita: list[PitaTercetak] = []
    pengantar = ""
    for p in daftar:
        satu = _pita_butir(p)
        if satu is not None:
            pita.append(satu)
            continue
        if len(pita) >= 3:
            yield _build(tuple(pita), pita[0].letak, "daftar kategori", None, pengantar[-200:])
        pita, pengantar = [], p.teks
    if len(pita) >= 3:
        yield _build(tuple(pita), pita[0].letak, "daftar kategori", None, pengantar[-200:])


def _pita_butir(p: ParagrafTerbaca) -> PitaTercetak | None:
    cocok = _BUTIR_LABEL.fullmatch(p.teks) if len(p.teks) < 130 else None
    if cocok is None:
        return None
    for rentang, label in (("kiri", "kanan"), ("kanan", "kiri")):
        pita = parse_pita(cocok[rentang])
        if pita is not None and cocok[label][:1].isalpha() and len(cocok[label].split()) <= 5:
            return PitaTercetak(*pita, cocok[label].strip(), cocok[rentang].strip(), p.letak_bagian(cocok, rentang))
    return None


def _build(
    pita: tuple[PitaTercetak, ...], letak: Letak, judul: str, tabel: TabelTerbaca | None, konteks: str
) -> SkalaTercetak:
    urut = tuple(sorted(pita, key=lambda p: p.tangga, reverse=True))
    teratas = urut[0]
    puncak = teratas.bawah if teratas.bawah is not None else teratas.atas
    is_persen = puncak is not None and 70 <= puncak <= 130
    is_huruf = all(_HURUF.fullmatch(p.kategori.strip()) for p in urut)
    return SkalaTercetak(urut, letak, judul, tabel, is_persen and not is_huruf and _LAIN.search(konteks) is None)


def _angka(teks: str) -> Decimal:
    return Decimal(teks.replace(",", "."))
