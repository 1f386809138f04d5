"""Bands of achievement: which word a percentage earns."""

from collections import Counter
from decimal import Decimal
from itertools import pairwise

from akuntabel.core.calc.angka import format_angka
from akuntabel.core.calc.kebijakan import Pita, Skala


def classify(angka: Decimal, skala: Skala) -> Pita:
    """The band of a figure, judged unrounded: 90,996 is not yet "91 or more" even if it prints as 91,00.

    Everything below all bounds belongs to the lowest band, so every figure has exactly one.
    """
    for pita in skala.pita:
        if angka > pita.batas or (pita.inklusif and angka == pita.batas):
            return pita
    return skala.pita[-1]


def validate_skala(skala: Skala) -> list[str]:
    """What is wrong with a scale as written, one sentence per problem; empty when nothing is."""
    if not skala.pita:
        return [f'Skala "{skala.nama}": tidak ada pita. Isi sedikitnya satu pita.']
    masalah = []
    for atas, bawah in pairwise(skala.pita):
        if atas.batas == bawah.batas and atas.inklusif == bawah.inklusif:
            masalah.append(
                f'Skala "{skala.nama}": pita "{atas.label}" dan "{bawah.label}" tertulis dengan batas yang sama, '
                f"{_describe_batas(bawah)}. Beri tiap pita batas bawahnya sendiri."
            )
        elif _sort_key(atas) <= _sort_key(bawah):
            masalah.append(
                f'Skala "{skala.nama}": pita "{bawah.label}" ({_describe_batas(bawah)}) tertulis sesudah '
                f'"{atas.label}" ({_describe_batas(atas)}), padahal batasnya tidak lebih rendah. '
                "Urutkan pita dari batas tertinggi."
            )
    for label, jumlah in Counter(pita.label for pita in skala.pita).items():
        if jumlah > 1:
            masalah.append(
                f'Skala "{skala.nama}": label "{label}" dipakai {jumlah} kali. Beri tiap pita label sendiri.'
            )
    return masalah


def _sort_key(pita: Pita) -> tuple[Decimal, bool]:
    """Height of a bound: strictly above 100 lies higher than 100 or more."""
    return pita.batas, not pita.inklusif


def _describe_batas(pita: Pita) -> str:
    return f"{'≥' if pita.inklusif else '>'} {format_angka(pita.batas, None)}"
