"""Paragraphs that lines or a page break cut are whole again."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from akuntabel.core.naskah.terbaca import ParagrafTerbaca
from akuntabel.core.readers.kisi import Blok, is_caption
from akuntabel.core.readers.letak.bentuk_sel import is_butir

LEBAR_BUNGKUS = range(60, 140)  # letters of a line after which text was wrapped; shorter ones end where they should
_RP_PUTUS = re.compile(r"\bRp\.?$")  # the amount stands on the next line
PANJANG = 20_000  # letters of one paragraph


def join_paragraf(daftar: Iterable[Blok]) -> Iterator[Blok]:
    """The same blocks; a paragraph whose first half has no end and whose second no beginning is one."""
    bagian: list[ParagrafTerbaca] = []
    for blok in daftar:
        if isinstance(blok, ParagrafTerbaca) and bagian and _is_sambungan(bagian, blok):
            bagian.append(blok)
            continue
        yield from _satukan(bagian)
        bagian = []
        if isinstance(blok, ParagrafTerbaca):
            bagian = [blok]
        else:
            yield blok
    yield from _satukan(bagian)


def _satukan(bagian: list[ParagrafTerbaca]) -> Iterator[ParagrafTerbaca]:
    if bagian:
        yield bagian[0] if len(bagian) == 1 else replace(bagian[0], teks=" ".join(b.teks for b in bagian))


def _is_sambungan(bagian: list[ParagrafTerbaca], bawah: ParagrafTerbaca) -> bool:
    atas = bagian[-1]
    if atas.tingkat or bawah.tingkat or len(bagian) * len(atas.teks) > PANJANG:
        return False
    if bawah.teks[:1].islower() and atas.teks[-1].isalpha():
        return True
    is_bersebelahan = bawah.letak.baris_berkas == atas.letak.baris_berkas + 1
    if is_bersebelahan and _RP_PUTUS.search(atas.teks) and bawah.teks[:1].isdigit():
        return True
    return (
        is_bersebelahan
        and len(atas.teks) in LEBAR_BUNGKUS
        and not is_butir(bawah.teks)
        and not is_caption(bawah.teks)
        and not is_caption(atas.teks)
        and (bawah.teks[:1].islower() or atas.teks[-1] not in ".:;!?")
        and not atas.teks.isupper()
    )
