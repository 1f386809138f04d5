"""Figures by year, in a sentence or a table: what a word of rise or fall can be held against."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from akuntabel.core.calc.baca_angka import AngkaTertulis, parse_angka
from akuntabel.core.checker.bacaan.angka_tercetak import read_sel, rentang_cetak
from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.naskah.terbaca import Letak, ParagrafTerbaca, TabelTerbaca

_ISIAN = (
    r"(?:yaitu|adalah|sebesar|mencapai|sebanyak|sejumlah|yang|hanya|tercatat|berada|di|angka|pada|realisasi(?:nya)?)"
)
_TAHUN_ANGKA = re.compile(
    rf"\b(?P<tahun>(?:19|20)\d\d)\s*[:=,]?\s*(?:{_ISIAN}\s+){{0,5}}\(?\s*(?P<angka>\d+(?:[.,]\d+)?)\s*%", re.IGNORECASE
)
_ANGKA_TAHUN = re.compile(
    r"(?<![\d.,])(?P<angka>\d+(?:[.,]\d+)?)\s*%\s*\(?\s*(?:(?:pada|di|untuk|dalam)\s+)?(?:tahun\s+)?(?P<tahun>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_KEPALA_TAHUN = re.compile(r"(?:realisasi|capaian|tahun)?\s*(?P<tahun>(?:19|20)\d\d)\s*(?:\(?%\)?)?", re.IGNORECASE)
_KATA = re.compile(r"[^\W\d_]{5,}")


@dataclass(frozen=True, slots=True)
class Titik:
    """A figure of a year."""

    tahun: int
    angka: AngkaTertulis
    letak: Letak

    def is_di_atas(self, lain: "Titik") -> bool:
        """Certainly more, whatever the printed digits leave open."""
        return (self.angka.angka or 0) > (lain.angka.angka or 0) and not self.is_setara(lain)

    def is_setara(self, lain: "Titik") -> bool:
        """Whether both can be the same figure."""
        return self.angka.angka == lain.angka.angka or (
            self.angka.desimal != lain.angka.desimal and rentang_cetak(self.angka).meets(rentang_cetak(lain.angka))
        )

    def __str__(self) -> str:
        return f"{self.angka.tertulis.strip()} ({self.tahun})"


@dataclass(frozen=True, slots=True)
class Deret:
    """Figures by year, the earliest first, and the words that tell of what they are."""

    titik: tuple[Titik, ...]
    kata: frozenset[str]

    def find_berlawanan(self, *, is_naik: bool) -> tuple[Titik, Titik] | None:
        """The first two neighbours that go the other way."""
        return next(
            ((a, b) for a, b in pairwise(self.titik) if (a.is_di_atas(b) if is_naik else b.is_di_atas(a))), None
        )

    def __str__(self) -> str:
        return ", ".join(map(str, self.titik))


@lru_cache(maxsize=256)  # a paragraph is asked about once per sentence
def kata_isi(teks: str) -> frozenset[str]:
    """The longer words of a text, which tell of what it speaks."""
    return frozenset(k.lower() for k in _KATA.findall(teks))


def find_deret_paragraf(p: ParagrafTerbaca, awal: int = 0, akhir: int | None = None) -> Deret | None:
    """The percentages by year of a paragraph, or of a part of it; None where a year stands twice."""
    teks = p.teks[:akhir]
    cocok = list(_TAHUN_ANGKA.finditer(teks, awal))
    if len(cocok) < 2:
        cocok = list(_ANGKA_TAHUN.finditer(teks, awal))
    titik = [Titik(int(m["tahun"]), parse_angka(f"{m['angka']}%"), p.letak_bagian(m, "angka")) for m in cocok]
    return _urutkan(titik, kata_isi(p.teks))


def daftar_deret_tabel(tabel: TabelTerbaca) -> Iterator[Deret]:
    """The series of a table: rows under columns of years, or rows that each are of one year."""
    kolom = [(n, int(m["tahun"])) for n, k in enumerate(tabel.kepala) if (m := _KEPALA_TAHUN.fullmatch(k.strip()))]
    if len(kolom) >= 3:
        for baris in tabel.baris:
            sel = [(tahun, baris[n], read_sel(baris[n])) for n, tahun in kolom]
            nama = " ".join(s.teks for n, s in enumerate(baris) if n < kolom[0][0])
            deret = _urutkan([Titik(t, a, s.letak) for t, s, a in sel if a is not None], kata_isi(nama))
            if deret is not None:
                yield deret
        return
    tahun = [n for n, k in enumerate(tabel.kepala) if k.strip().lower() == "tahun"]
    nilai = [n for n, k in enumerate(tabel.kepala) if k.strip().lower().startswith("realisasi")]
    if len(tahun) == len(nilai) == 1:
        isi = [(b[tahun[0]].teks.strip(), b[nilai[0]], read_sel(b[nilai[0]])) for b in tabel.baris]
        titik = [Titik(int(t), a, s.letak) for t, s, a in isi if re.fullmatch(r"(?:19|20)\d\d", t) and a is not None]
        kata = kata_isi(" ".join([tabel.caption, *(s.teks for b in tabel.baris for s in b[: tahun[0]])]))
        deret = _urutkan(titik, kata)
        if deret is not None:
            yield deret


def find_deret_sekitar(dok: Dokumen, p: ParagrafTerbaca, kata: frozenset[str]) -> Deret | None:
    """The one series under the same heading that speaks of the same thing; None where there is none or several."""
    judul = dok.find_bagian(p.letak).judul
    if not judul:
        return None
    calon: list[Deret] = []
    for blok in dok.naskah.isi:
        if blok is p or dok.find_bagian(blok.letak).judul != judul:
            continue
        if isinstance(blok, ParagrafTerbaca):
            deret = find_deret_paragraf(blok)
            calon += [deret] if deret is not None else []
        else:
            calon += daftar_deret_tabel(blok)
    calon = [d for d in calon if len(d.titik) >= 3 and d.kata & kata]
    return calon[0] if len(calon) == 1 else None


def _urutkan(titik: Sequence[Titik], kata: frozenset[str]) -> Deret | None:
    """A series of two years or more in order; None where a year stands twice."""
    urut = sorted(titik, key=lambda t: t.tahun)
    if len(urut) < 2 or len({t.tahun for t in urut}) < len(urut):
        return None
    return Deret(tuple(urut), kata)
