"""Sums of money in sentences, with their rounding: "Rp20.184.522.000", "Rp. 1.552.671.000,-", "Rp20,2 miliar"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from akuntabel.core.calc.baca_angka import AngkaTidakTerbacaError, parse_angka
from akuntabel.core.checker.bacaan.prosa import Kalimat
from akuntabel.core.checker.dokumen import Dokumen, per_dokumen
from akuntabel.core.checker.uang.tabel import Uang, find_skala

_UANG = re.compile(
    r"(?P<tanda>[-−+])?(?:\b[Rr][Pp]\.?\s*(?P<rp>\d[\d.,]*\d|\d)|(?<![\w.,/-])(?P<polos>\d{1,3}(?:\.\d{3}){2,}))"
    r"(?:,-|\.-)?(?![\d/%]|\s*%)(?:\s*(?P<skala>ribu|juta|miliar|milyar|triliun|trilyun)\b)?"
)


@dataclass(frozen=True, slots=True)
class UangProsa:
    """A sum in a sentence; awal, akhir: its characters in the sentence."""

    uang: Uang
    awal: int
    akhir: int

    @property
    def is_bulat(self) -> bool:
        """Whether it is given to the rupiah."""
        return self.uang.lebar == 0


@per_dokumen
def daftar_kalimat_uang(dok: Dokumen) -> tuple[tuple[Kalimat, tuple[UangProsa, ...]], ...]:
    """The sentences that name sums of money, each with its sums in order."""
    return tuple((k, uang) for k in dok.daftar_kalimat if (uang := tuple(daftar_uang_prosa(k))))


def daftar_uang_prosa(kalimat: Kalimat) -> Iterator[UangProsa]:
    """The sums of money of a sentence, in order."""
    if "rp" not in kalimat.teks.lower() and kalimat.teks.count(".") < 2:
        return
    for m in _UANG.finditer(kalimat.teks):
        skala = find_skala(m["skala"]) if m["skala"] else Decimal(1)
        try:
            angka = parse_angka((m["rp"] or m["polos"]).rstrip(".,"))
        except AngkaTidakTerbacaError:
            continue
        if angka.angka is None or skala is None or angka.is_meragukan:
            continue
        # "Rp20,2 miliar" may have been rounded or cut off.
        lebar = Decimal(0) if skala == 1 and not angka.desimal else Decimal(1).scaleb(-angka.desimal) * skala
        nilai = angka.angka * skala * (-1 if m["tanda"] in ("-", "−") else 1)
        yield UangProsa(Uang(kalimat.letak_bagian(m), m[0], nilai, lebar), m.start(), m.end())
