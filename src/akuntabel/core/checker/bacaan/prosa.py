"""Sentences and the figures in them: percentages, sums of money, counts; never dates, codes or numbers of laws."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from akuntabel.core.calc.angka import BULAN
from akuntabel.core.calc.baca_angka import AngkaTertulis, AngkaTidakTerbacaError, parse_angka
from akuntabel.core.naskah.terbaca import Letak, ParagrafTerbaca


class JenisAngka(StrEnum):
    """What kind of figure stands in a sentence."""

    PERSEN = "persen"
    RUPIAH = "rupiah"
    BILANGAN = "bilangan"


@dataclass(frozen=True, slots=True)
class AngkaProsa:
    """A figure in a sentence; letak: its characters in the paragraph; awal, akhir: its characters in the sentence."""

    jenis: JenisAngka
    nilai: AngkaTertulis
    letak: Letak
    awal: int
    akhir: int

    @property
    def teks(self) -> str:
        """As it is printed."""
        return self.nilai.tertulis


@dataclass(frozen=True, slots=True)
class Kalimat:
    """A sentence with its figures; ``awal`` is where it begins in its paragraph."""

    teks: str
    paragraf: ParagrafTerbaca
    awal: int
    daftar_angka: tuple[AngkaProsa, ...]

    def letak_bagian(self, cocok: re.Match[str], kelompok: int | str = 0) -> Letak:
        """The place of a match inside the sentence."""
        return self.paragraf.letak.bagian(self.awal + cocok.start(kelompok), self.awal + cocok.end(kelompok))

    @property
    def letak(self) -> Letak:
        """The whole sentence."""
        return self.paragraf.letak.bagian(self.awal, self.awal + len(self.teks))

    @property
    def blok(self) -> int:
        """Its paragraph among all blocks."""
        return self.paragraf.letak.blok


# A full stop ends a sentence before a capital, but not after an abbreviation, an initial or the number of an item.
_AKHIR = re.compile(r"(?<=[.!?])[\"”')]*\s+(?=[\"“'(]?[A-Z0-9*])")
_SINGKATAN = re.compile(
    r"(?:\b(?:No|Nomor|Rp|RP|dkk|dll|dsb|a\.n|u\.b|s\.d|jo|Kab|Prov|Drs|Dr|Ir|H|Hj|Sdr|[A-Z])|^\W*\w{1,3})\.$"
)
_ANGKA = re.compile(
    r"(?:(?P<rp>\b[Rr][Pp]\.?\s*)|(?<![\d.,/\w-]))(?P<angka>[-−–]?\d[\d.,]*\d|\d)(?:,-)?"
    r"(?P<persen>\s*\*{0,2}\s*(?:%|persen\b))?"
)
_BULAN = "|".join(BULAN)
_KEPUTUSAN = r"\w*\d+(?:/[\w.-]+)+"  # numbers of decrees
_BUKAN_ANGKA = re.compile(
    r"\b(?:(?=\d)(?:"  # what begins with a digit, tried apart from words: this pattern is the slowest of all
    rf"\d{{1,2}}\s+(?:{_BULAN})(?:\s+\d{{4}})?"  # dates
    r"|^\d{1,2}(?:\.\d{1,2})*[.)]\s"  # marks of items
    r"|(?:19|20)\d\d\s*[-–/]\s*(?:19|20)\d\d\b"
    rf"|{_KEPUTUSAN}"
    r"|\d{3}\.\d{2}(?:\.\d{2})?\b|\d{4}\.(?:\d{3}|[A-Z]{3})(?:\.\d{3})?\b(?!\.)"  # budget codes
    r")|(?=\D)(?:"
    rf"(?:{_BULAN})\s+\d{{4}}"
    r"|(?:tahun|TA|anggaran|periode|renstra)\s+(?:anggaran\s+)?\d{4}(?:\s*[-–/]\s*\d{4})?"
    r"|(?:sasaran|indikator|tujuan|misi|program|kegiatan|divisi)\s+(?:strategis\s+|kinerja\s+)?\d+(?:\.\d+)*\b(?![.,]\d|\s*%)"
    r"(?:,?\s+(?:dan\s+)?\d+\.\d+\b(?![\d.,]*\d|\s*%))*"  # "indikator 1.1, 1.3, dan 1.5"
    r"|(?:nomor|no\.?|pasal|ayat|huruf|butir|bab|tabel|gambar|grafik|bagan|lampiran|halaman|angka|register)\.?\s*:?\s*\(?[\w./-]*\d[\w./-]*\)?"
    r"|BA\s+\d{3}\b"  # a part of the budget
    rf"|{_KEPUTUSAN}"
    r"))|^\s*(?:[-•]\s*)?\(?\d{1,2}(?:\.\d{1,2})*[.)]\s|\(\d{1,2}\)\s",  # marks of items
    re.IGNORECASE,
)
_TAHUN = re.compile(r"(?:19|20)\d\d")
_ADA_ANGKA = re.compile(r"\d")


def daftar_kalimat(paragraf: ParagrafTerbaca) -> Iterator[Kalimat]:
    """The sentences of a paragraph, in order."""
    awal = 0
    for batas in _AKHIR.finditer(paragraf.teks):
        potongan = paragraf.teks[awal : batas.start()]
        if _SINGKATAN.search(potongan):
            continue
        yield _build_kalimat(paragraf, awal, potongan)
        awal = batas.end()
    if paragraf.teks[awal:].strip():
        yield _build_kalimat(paragraf, awal, paragraf.teks[awal:])


def _build_kalimat(paragraf: ParagrafTerbaca, awal: int, teks: str) -> Kalimat:
    return Kalimat(teks, paragraf, awal, tuple(_daftar_angka(paragraf, awal, teks)))


def _daftar_angka(paragraf: ParagrafTerbaca, awal: int, teks: str) -> Iterator[AngkaProsa]:
    """Figures of a sentence; a bare number of four digits that looks like a year is none."""
    if not _ADA_ANGKA.search(teks):
        return
    terlarang = [m.span() for m in _BUKAN_ANGKA.finditer(teks)]
    for m in _ANGKA.finditer(teks):
        if any(m.start("angka") < akhir and mulai < m.end("angka") for mulai, akhir in terlarang) and not m["rp"]:
            continue
        nilai = _parse(m)
        if nilai is None or (not m["persen"] and not m["rp"] and _TAHUN.fullmatch(m["angka"])):
            continue
        letak = paragraf.letak.bagian(awal + m.start(), awal + m.end())
        yield AngkaProsa(_jenis(m), nilai, letak, m.start(), m.end())


def _parse(m: re.Match[str]) -> AngkaTertulis | None:
    """The figure of a match; None where it cannot be read for certain."""
    try:
        nilai = parse_angka(m["angka"].rstrip(".,"))
    except AngkaTidakTerbacaError:
        return None
    if nilai.angka is None or nilai.predikat or (nilai.is_meragukan and not m["persen"]):
        return None
    return replace(nilai, tertulis=m[0].strip())


def _jenis(m: re.Match[str]) -> JenisAngka:
    if m["persen"]:
        return JenisAngka.PERSEN
    return JenisAngka.RUPIAH if m["rp"] else JenisAngka.BILANGAN
