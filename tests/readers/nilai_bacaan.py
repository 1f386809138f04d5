"""How well a reader recovers tables: its cells against the truth written beside each layout.

Cells are compared as (table, row, column head, words), where rows are put beside each other in order: a row that is
missing costs recall, a wrong cell costs precision and recall.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import yaml

from akuntabel.core.naskah.terbaca import NaskahTerbaca, TabelTerbaca
from akuntabel.core.readers.teks.teks import read_teks

BENTUK = Path(__file__).parent / "bentuk"


@dataclass(frozen=True)
class Tabel:
    """A table as it should be read."""

    caption: str
    kepala: tuple[str, ...]
    baris: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Kebenaran:
    """What a layout holds: its tables, and paragraphs that must stay paragraphs."""

    tabel: tuple[Tabel, ...]
    paragraf: tuple[str, ...]


@dataclass(frozen=True)
class Nilai:
    """Cells that are right, of those read and of those there."""

    benar: int
    terbaca: int
    ada: int

    def __add__(self, lain: "Nilai") -> "Nilai":
        return Nilai(self.benar + lain.benar, self.terbaca + lain.terbaca, self.ada + lain.ada)

    @property
    def precision(self) -> float:
        """Right ones among those read; nothing read is nothing wrong."""
        return self.benar / self.terbaca if self.terbaca else 1.0

    @property
    def recall(self) -> float:
        """Right ones among those there."""
        return self.benar / self.ada if self.ada else 1.0


def daftar_bentuk() -> list[str]:
    """The names of all layouts."""
    return sorted(b.stem for b in BENTUK.glob("*.txt"))


def read_bentuk(nama: str) -> NaskahTerbaca:
    """A layout as the reader sees it."""
    return read_teks(nama, (BENTUK / f"{nama}.txt").read_text("utf-8"))


def read_kebenaran(nama: str) -> Kebenaran:
    """The truth beside it."""
    isi: dict[str, Any] = yaml.safe_load((BENTUK / f"{nama}.yaml").read_text("utf-8"))
    return Kebenaran(
        tuple(Tabel(t["caption"], tuple(t["kepala"]), tuple(map(tuple, t["baris"]))) for t in isi["tabel"]),
        tuple(isi.get("paragraf", ())),
    )


def ringkas(tabel: TabelTerbaca) -> Tabel:
    """A table that was read, without its places."""
    return Tabel(tabel.caption, tabel.kepala, tuple(tuple(s.teks for s in b) for b in tabel.baris))


def nilai_bentuk(nama: str) -> Nilai:
    """The cells of one layout."""
    return nilai_tabel([ringkas(t) for t in read_bentuk(nama).daftar_tabel], read_kebenaran(nama).tabel)


def nilai_tabel(terbaca: Sequence[Tabel], benar: Sequence[Tabel]) -> Nilai:
    """Cells that were read against cells that are there; empty cells count for neither."""
    terhitung = [_nilai_satu(a, b) for a, b in zip(terbaca, benar, strict=False)]
    lebih = sum(_jumlah_sel(t.baris) for t in terbaca[len(benar) :])
    kurang = sum(_jumlah_sel(t.baris) for t in benar[len(terbaca) :])
    return sum(terhitung, Nilai(0, lebih, kurang))


def _nilai_satu(terbaca: Tabel, benar: Tabel) -> Nilai:
    cocok = 0
    pasangan = SequenceMatcher(None, terbaca.baris, benar.baris, autojunk=False).get_opcodes()
    for _, a_awal, a_akhir, b_awal, b_akhir in pasangan:
        for a, b in zip(terbaca.baris[a_awal:a_akhir], benar.baris[b_awal:b_akhir], strict=False):
            isi = {(k, s) for k, s in zip(benar.kepala, b, strict=True) if s}
            cocok += sum((k, s) in isi for k, s in zip(terbaca.kepala, a, strict=True))
    return Nilai(cocok, _jumlah_sel(terbaca.baris), _jumlah_sel(benar.baris))


def _jumlah_sel(baris: Sequence[Sequence[str]]) -> int:
    return sum(bool(s) for b in baris for s in b)
