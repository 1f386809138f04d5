"""A PDF read again through its own tags, with nothing of the writer's code: what a screen reader would be told."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

import pdfplumber
import pikepdf
from contoh_naskah import build_contoh_naskah

from akuntabel.core.naskah.lebar import measure_naskah
from akuntabel.core.naskah.model import Bab, Blok, JenisBab, Naskah
from akuntabel.core.naskah.penomoran import number_naskah
from akuntabel.core.render.gambar import draw_semua
from akuntabel.core.render.pdf import HasilPdf, render_pdf


@dataclass(frozen=True)
class Unsur:
    """A tagged part of the document: its role, its words without white space, the pages it stands on."""

    jenis: str
    teks: str
    halaman: tuple[int, ...]
    anak: tuple["Unsur", ...]
    alt: str = ""

    def cari(self, *jenis: str) -> Iterator["Unsur"]:
        """All parts below it with one of these roles, in reading order."""
        for a in self.anak:
            if a.jenis in jenis:
                yield a
            yield from a.cari(*jenis)

    @property
    def daftar_baris(self) -> list[list[str]]:
        """A table's rows as the words of their cells."""
        return [[sel.teks for sel in tr.cari("TH", "TD")] for tr in self.cari("TR")]


def padat(teks: str) -> str:
    """Without white space: where a line ends is no word."""
    return "".join(teks.split())


def read_pdf(pdf: bytes) -> Unsur:
    """The tree of tags with the words that each holds."""
    with pdfplumber.open(BytesIO(pdf)) as berkas:
        teks: dict[tuple[int, int], str] = defaultdict(str)
        for halaman in berkas.pages:
            for huruf in halaman.chars:
                if huruf.get("mcid") is not None:
                    teks[halaman.page_number, huruf["mcid"]] += huruf["text"]
        (akar,) = berkas.structure_tree
        return _read_unsur(akar, teks)


def _read_unsur(elemen: dict[str, Any], teks: dict[tuple[int, int], str]) -> Unsur:
    anak = tuple(_read_unsur(a, teks) for a in elemen.get("children", ()))
    halaman = elemen.get("page_number") or 0
    potongan = [(halaman, mcid, teks[halaman, mcid]) for mcid in elemen.get("mcids", ())]
    potongan += [(a.halaman[0], -1, a.teks) for a in anak if a.halaman] if not potongan else []
    isi = padat("".join(p[2] for p in sorted(potongan, key=lambda p: p[0])))
    semua = {p[0] for p in potongan} | {h for a in anak for h in a.halaman}
    return Unsur(elemen["type"], isi, tuple(sorted(semua)), anak, elemen.get("alt_text") or "")


@cache
def render_contoh_pdf() -> HasilPdf:
    """The made-up document as PDF."""
    naskah = build_contoh_naskah()
    return render_pdf(naskah, gambar=draw_semua(naskah, png=False))


@cache
def read_contoh_pdf() -> Unsur:
    """The made-up document, rendered and read."""
    return read_pdf(render_contoh_pdf().pdf)


def render_blok(*blok: Blok) -> HasilPdf:
    """A document of one chapter that holds just these blocks, numbered and measured."""
    bab = Bab(JenisBab.BAB, "Uji", blok, "uji")
    naskah = measure_naskah(number_naskah(Naskah("Uji", (bab,), "KPU Kota Contoh", 2020)))
    return render_pdf(naskah, gambar=draw_semua(naskah, png=False))


def daftar_kata(pdf: bytes) -> list[list[str]]:
    """The words that stand on the paper of each page; what runs off it is not seen."""
    with pdfplumber.open(BytesIO(pdf)) as berkas:
        return [
            [k["text"] for k in halaman.extract_words() if k["bottom"] < halaman.height] for halaman in berkas.pages
        ]


def daftar_label(pdf: bytes) -> list[str]:
    """The page numbers that a viewer shows."""
    with pikepdf.open(BytesIO(pdf)) as berkas:
        return [halaman.label for halaman in berkas.pages]
