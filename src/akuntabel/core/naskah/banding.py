"""A document that was given out beside the one that came back: which texts of the report were edited, and how.

Paragraphs of the document given out are known by the texts they were printed from; what came back is laid beside it
paragraph by paragraph. What cannot be placed is kept and told.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from akuntabel.core.naskah.alinea import Alinea, write_alinea
from akuntabel.core.naskah.suntingan import (
    Suntingan,
    build_alinea_baru,
    clean_tercetak,
    match_alinea,
    merge_alinea,
)

MIRIP = 0.5  # of two paragraphs' words, for one to be the other edited
_ANGKA = re.compile(r"\d+(?:[.,]\d+)*")
_BUKAN_KATA = re.compile(r"[^\w#]+")
_HALAMAN = re.compile(r"[\s.…]*(?:\d{1,3}|[ivxlc]{1,6})$")  # of a line of contents
_KATA_TERSEDIKIT = 8  # characters between the slots of a paragraph that can be known by them
_RANCANGAN = "Rancangan kalimat: "
_NAMA_BERKAS = re.compile(r"narasi/([\w.-]+?)\.md")  # what stands where a text is missing


@dataclass(frozen=True, slots=True)
class TempatAlinea:
    """Where a printed paragraph comes from: which text, which paragraph of it, and what its pieces printed.

    urut -1: a sentence that stands in for a text that nobody has written.
    """

    nama: str
    urut: int
    tercetak: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SuntinganBlok:
    """A text as it was edited. semula and baru: Markdown; daftar: its paragraphs that were changed or added."""

    nama: str
    semula: str
    baru: str
    daftar: tuple[Suntingan, ...]


@dataclass(frozen=True, slots=True)
class KalimatLain:
    """A paragraph outside the texts that came back otherwise: added, changed or missing."""

    semula: str
    tertulis: str


@dataclass(frozen=True, slots=True)
class HasilBanding:
    """What an edited document changes. lain: what belongs to no text, and is not taken over.

    letak_kembali: which paragraphs of what came back belong to texts.
    """

    blok: tuple[SuntinganBlok, ...]
    lain: tuple[KalimatLain, ...]
    letak_kembali: frozenset[int] = frozenset()


@dataclass(slots=True)
class _Antrean:
    """Paragraphs whose words between the slots are the same, in the order of the report."""

    penanda: str  # the longest words between two slots, by which most others are told apart at once
    calon: list[tuple[str, int, Alinea]] = field(default_factory=list)


def locate_alinea(
    daftar_blok: Mapping[str, Sequence[Alinea]], daftar_paragraf: Sequence[str]
) -> dict[int, TempatAlinea]:
    """Which paragraphs of a document are printed from which texts; of several alike the first that is left."""
    antrean = _build_antrean(daftar_blok)
    hasil: dict[int, TempatAlinea] = {}
    for n, teks in enumerate(daftar_paragraf):
        tempat = _find_tempat(antrean, clean_tercetak(teks))
        if tempat is not None:
            hasil[n] = tempat
        elif (kosong := _NAMA_BERKAS.search(teks)) and not daftar_blok.get(kosong[1]):
            hasil[n] = TempatAlinea(kosong[1], -1)
    return hasil


def _build_antrean(daftar_blok: Mapping[str, Sequence[Alinea]]) -> list[_Antrean]:
    per_kunci: dict[tuple[str, ...], _Antrean] = {}
    for nama, daftar in daftar_blok.items():
        for urut, alinea in enumerate(daftar):
            kata = tuple("" if r.is_slot else " ".join(r.teks.split()) for r in alinea.isi)
            if "" in kata and sum(map(len, kata)) < _KATA_TERSEDIKIT:
                continue  # hardly anything but slots: every sentence would look like it
            per_kunci.setdefault(kata, _Antrean(max(kata, key=len))).calon.append((nama, urut, alinea))
    return list(per_kunci.values())


def _find_tempat(antrean: Sequence[_Antrean], teks: str) -> TempatAlinea | None:
    for a in antrean:
        if not a.calon or a.penanda not in teks:
            continue
        nama, urut, alinea = a.calon[0]
        tercetak = match_alinea(alinea, teks)
        if tercetak is not None:
            a.calon.pop(0)
            return TempatAlinea(nama, urut, tercetak)
    return None


def compare_naskah(
    daftar_blok: Mapping[str, Sequence[Alinea]], dasar: Sequence[str], kembali: Sequence[str]
) -> HasilBanding:
    """What an edited document changes. dasar: paragraphs as they were given out; kembali: as they came back."""
    letak = locate_alinea(daftar_blok, dasar)
    penyusun: dict[str, _Penyusun] = {}
    lain: list[KalimatLain] = []
    letak_kembali: set[int] = set()
    pasangan = list(_daftar_pasangan(dasar, kembali))
    for n, (i, j) in enumerate(pasangan):
        tempat = letak.get(i) if i is not None else _tempat_tambahan(pasangan, n, letak)
        semula, tertulis = dasar[i] if i is not None else "", kembali[j] if j is not None else ""
        if tempat is None:
            if _kunci(semula) != _kunci(tertulis):
                lain.append(KalimatLain(semula, tertulis))
            continue
        blok = penyusun.setdefault(tempat.nama, _Penyusun(daftar_blok.get(tempat.nama, ())))
        letak_kembali.update(() if j is None else (j,))
        if i is None:
            blok.add_tambahan(tertulis)
        else:
            blok.add(tempat, semula, tertulis)
    blok_berubah = tuple(s for nama, p in penyusun.items() if (s := p.build(nama)) is not None)
    return HasilBanding(blok_berubah, tuple(lain), frozenset(letak_kembali))


class _Penyusun:
    """A text while it is put together from what came back."""

    def __init__(self, semula: Sequence[Alinea]) -> None:
        self.semula = tuple(semula)
        self.baru: list[Alinea] = []
        self.suntingan: list[Suntingan] = []
        self.is_tersentuh: set[int] = set()

    def add(self, tempat: TempatAlinea, semula: str, tertulis: str) -> None:
        """One of its paragraphs: as it was, edited, or gone."""
        self.is_tersentuh.add(tempat.urut)
        if not tertulis:
            return
        if tempat.urut < 0:
            if clean_tercetak(semula) != clean_tercetak(tertulis):
                self.add_tambahan(tertulis.removeprefix(_RANCANGAN))
            return
        alinea = self.semula[tempat.urut]
        if clean_tercetak(semula) == clean_tercetak(tertulis):
            self.baru.append(alinea)
            return
        suntingan = merge_alinea(alinea, tempat.tercetak, tertulis)
        self.baru.append(suntingan.alinea)
        self.suntingan.append(suntingan)

    def add_tambahan(self, tertulis: str) -> None:
        """A paragraph that was not there."""
        suntingan = build_alinea_baru(tertulis, self.baru[-1] if self.baru else None)
        self.baru.append(suntingan.alinea)
        self.suntingan.append(suntingan)

    def build(self, nama: str) -> SuntinganBlok | None:
        """The edited text; None where nothing of it was changed. A paragraph that was not found stays."""
        for urut, alinea in enumerate(self.semula):
            if urut not in self.is_tersentuh:
                self.baru.insert(min(urut, len(self.baru)), alinea)
        semula, baru = write_alinea(self.semula), write_alinea(self.baru)
        return None if semula == baru else SuntinganBlok(nama, semula, baru, tuple(self.suntingan))


def _tempat_tambahan(
    pasangan: Sequence[tuple[int | None, int | None]], n: int, letak: Mapping[int, TempatAlinea]
) -> TempatAlinea | None:
    """The text that an added paragraph belongs to: that of the one before it, else of the one after it."""
    sebelum = next((i for i, _ in reversed(pasangan[:n]) if i is not None), None)
    sesudah = next((i for i, _ in pasangan[n:] if i is not None), None)
    return next((letak[i] for i in (sebelum, sesudah) if i is not None and i in letak), None)


def _daftar_pasangan(dasar: Sequence[str], kembali: Sequence[str]) -> Iterator[tuple[int | None, int | None]]:
    """Paragraphs that are each other, in order; one alone was dropped or added."""
    penunjuk = SequenceMatcher(None, [_kunci(p) for p in dasar], [_kunci(p) for p in kembali], autojunk=False)
    for jenis, i1, i2, j1, j2 in penunjuk.get_opcodes():
        if jenis == "equal":
            yield from zip(range(i1, i2), range(j1, j2), strict=True)
        else:
            yield from _pasangkan(dasar, kembali, range(i1, i2), range(j1, j2))


def _pasangkan(
    dasar: Sequence[str], kembali: Sequence[str], kiri: range, kanan: range
) -> Iterator[tuple[int | None, int | None]]:
    """Within a stretch that differs: each old paragraph with the next new one that is like it."""
    j = kanan.start
    for i in kiri:
        mirip = next((k for k in range(j, kanan.stop) if _is_mirip(dasar[i], kembali[k])), None)
        if mirip is None:
            yield i, None
            continue
        yield from ((None, k) for k in range(j, mirip))
        yield i, mirip
        j = mirip + 1
    yield from ((None, k) for k in range(j, kanan.stop))


def _is_mirip(satu: str, dua: str) -> bool:
    penunjuk = SequenceMatcher(None, _kata(satu), _kata(dua), autojunk=False)
    return penunjuk.quick_ratio() >= MIRIP and penunjuk.ratio() >= MIRIP


def _kata(teks: str) -> list[str]:
    """The words of a paragraph, one figure like another: a changed figure makes no other paragraph of it."""
    return _BUKAN_KATA.sub(" ", _ANGKA.sub("#", teks)).split()


def _kunci(teks: str) -> str:
    """What two lines of contents on other pages have in common."""
    return _HALAMAN.sub("", " ".join(teks.split()))
