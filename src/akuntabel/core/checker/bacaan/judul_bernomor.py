"""Captions of tables and figures with their numbers, and the places in sentences that refer to them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from akuntabel.core.checker.bacaan.daftar_depan import daftar_blok_isi
from akuntabel.core.checker.bacaan.prosa import Kalimat
from akuntabel.core.checker.dokumen import Dokumen, per_dokumen
from akuntabel.core.naskah.terbaca import Letak, ParagrafTerbaca, TabelTerbaca

_JENIS = r"(?P<jenis>Tabel|Gambar|Grafik|Bagan|Diagram)"
_NOMOR = r"(?P<nomor>(?:(?:[A-Z]{1,2}|[IVX]{1,4})[.-]?)?\d{1,3}(?:[.-]\d{1,3}){0,3})"
_CAPTION = re.compile(rf"{_JENIS}\.?\s+{_NOMOR}(?![\d%/])[.:]?\s*(?P<judul>.*)", re.IGNORECASE | re.DOTALL)
_RUJUKAN = re.compile(rf"\b{_JENIS}\s+{_NOMOR}(?![\d%/]|[.,]\d)", re.IGNORECASE)
# A sentence that opens with "Tabel 3.1" is no caption.
_KALIMAT = re.compile(
    r"^(?:di ?atas|di ?bawah|berikut|tersebut|ini|dan|menunjukkan|memperlihatkan|menyajikan|memuat|menggambarkan"
    r"|merupakan|dapat|adalah|menjelaskan|berisi|terlihat|pada|dari|sumber)\b",
    re.IGNORECASE,
)
_HALAMAN = re.compile(r"[\s.…_]+(?:\d{1,3}|[ivxlc]{1,6})\s*$")
_LANJUTAN = re.compile(r"\b(lanjutan|sambungan)\b", re.IGNORECASE)
JARAK = 3  # blocks within which a table stands under its caption
_ROMAWI = {"I": "1", "II": "2", "III": "3", "IV": "4", "V": "5", "VI": "6"}


@dataclass(frozen=True, slots=True)
class JudulBernomor:
    """A caption. nomor: its parts, a Roman chapter as a figure; tabel: the table under it, None where none was read."""

    jenis: str
    nomor: tuple[str, ...]
    cetak: str
    judul: str
    letak: Letak
    bab: int
    tabel: TabelTerbaca | None

    @property
    def sebutan(self) -> str:
        """ "Tabel 3.1"."""
        return f"{self.jenis} {self.cetak}"


@dataclass(frozen=True, slots=True)
class RujukanTabel:
    """A place in a sentence that names a table or figure by its number."""

    jenis: str
    nomor: tuple[str, ...]
    sebutan: str
    kalimat: Kalimat
    letak: Letak
    awal: int
    akhir: int


def parse_nomor(teks: str) -> tuple[str, ...]:
    """The parts of a number: "3.2.1" is 3, 2, 1; "III.2" is 3, 2; "L1.2" is L1, 2."""
    bagian = tuple(re.split(r"[.-]", teks.upper()))
    return (_ROMAWI.get(bagian[0], bagian[0]), *bagian[1:])


@per_dokumen
def daftar_judul_bernomor(dok: Dokumen) -> tuple[JudulBernomor, ...]:
    """The captions in order; the lists at the front and continuations ("lanjutan") are left out."""
    isi = daftar_blok_isi(dok)
    return tuple(_daftar(dok, isi))


def _daftar(dok: Dokumen, isi: frozenset[int]) -> Iterator[JudulBernomor]:
    blok = dok.naskah.isi
    for n, b in enumerate(blok):
        berikut = blok[n + 1 : n + 1 + JARAK]
        if isinstance(b, TabelTerbaca):
            cocok = _CAPTION.match(b.caption)
            if cocok and not _LANJUTAN.search(b.caption):
                yield _build(dok, cocok, b.letak, b, cocok["judul"])
        elif (
            b.letak.blok not in isi
            and (cocok := _caption_paragraf(b.teks))
            and not any(isinstance(x, TabelTerbaca) and x.caption.startswith(b.teks) for x in berikut)
        ):
            judul = cocok["judul"] or next((x.teks for x in berikut[:1] if isinstance(x, ParagrafTerbaca)), "")
            yield _build(dok, cocok, b.letak, None, judul)


def _caption_paragraf(teks: str) -> re.Match[str] | None:
    cocok = _CAPTION.match(teks) if len(teks) < 220 else None
    if cocok is None or _LANJUTAN.search(teks) or _KALIMAT.match(cocok["judul"]):
        return None
    judul = cocok["judul"].strip()
    return cocok if not judul or (judul[:1].isupper() and not judul.endswith((".", ";", ",", ":"))) else None


def _build(dok: Dokumen, cocok: re.Match[str], letak: Letak, tabel: TabelTerbaca | None, judul: str) -> JudulBernomor:
    cetak = cocok["nomor"]
    bab = dok.find_bagian(letak).bab
    return JudulBernomor(cocok["jenis"].title(), parse_nomor(cetak), cetak, " ".join(judul.split()), letak, bab, tabel)


def parse_baris_daftar(teks: str) -> tuple[str, tuple[str, ...], str] | None:
    """Kind, number and title of a line of a list of tables, its page number left out; None where it is none."""
    cocok = _CAPTION.match(teks)
    if cocok is None:
        return None
    judul = _HALAMAN.sub("", cocok["judul"])
    return cocok["jenis"].title(), parse_nomor(cocok["nomor"]), " ".join(judul.split())


@per_dokumen
def daftar_rujukan(dok: Dokumen) -> tuple[RujukanTabel, ...]:
    """Every mention of a numbered table or figure in a sentence; captions and lists at the front are none."""
    return tuple(_daftar_rujukan(dok))


def _daftar_rujukan(dok: Dokumen) -> Iterator[RujukanTabel]:
    isi = daftar_blok_isi(dok)
    for k in dok.daftar_kalimat_dengan("tabel", "gambar", "grafik", "bagan", "diagram"):
        if k.blok in isi or (k.awal == 0 and _caption_paragraf(k.paragraf.teks)):
            continue
        for m in _RUJUKAN.finditer(k.teks):
            yield RujukanTabel(
                m["jenis"].title(), parse_nomor(m["nomor"]), m[0], k, k.letak_bagian(m), m.start(), m.end()
            )
