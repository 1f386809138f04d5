"""Sections: cover, front matter and body number their pages apart; wide tables turn the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from akuntabel.core.naskah.model import (
    MARGIN_MM,
    UKURAN_KERTAS_MM,
    Bab,
    JenisBab,
    Kertas,
)
from akuntabel.core.render.docx.kepala_kaki import Acuan
from akuntabel.core.render.docx.wml import Elemen, R, add, twip, w
from akuntabel.core.render.lanskap import find_lanskap

JARAK_KEPALA_MM = 12.5


@dataclass(frozen=True, slots=True)
class Bagian:
    """A run of pages with one direction and one way of numbering. ``is_awal``: its numbers start at 1."""

    jenis: JenisBab
    is_lanskap: bool
    is_awal: bool


def number_bagian(daftar_bab: Sequence[Bab]) -> Iterator[tuple[Bab, Bagian]]:
    """Each chapter with the section in which it starts. Annexes go on with the numbers of the body."""
    sebelum: JenisBab | None = None
    for bab in daftar_bab:
        jenis = JenisBab.BAB if bab.jenis is JenisBab.LAMPIRAN else bab.jenis
        lanskap = find_lanskap(bab.isi)
        yield bab, Bagian(jenis, bool(lanskap) and lanskap[0], jenis is not sebelum)
        sebelum = jenis


def add_sectpr(induk: Elemen, bagian: Bagian, kertas: Kertas, kepala_kaki: Sequence[Acuan]) -> None:
    """Append the properties of a section. The cover comes first and names no header or footer, so it has none."""
    sect = add(induk, "sectPr")
    if bagian.jenis is not JenisBab.SAMPUL:
        for elemen, jenis, id_hubungan in kepala_kaki:
            add(sect, elemen, type=jenis).set(f"{{{R}}}id", id_hubungan)
    add(sect, "type", val="nextPage")
    lebar, tinggi = (twip(mm) for mm in UKURAN_KERTAS_MM[kertas])
    if bagian.is_lanskap:
        add(sect, "pgSz", w=tinggi, h=lebar, orient="landscape")
    else:
        add(sect, "pgSz", w=lebar, h=tinggi)
    tepi = ("kiri", "atas", "kanan", "bawah") if bagian.is_lanskap else ("atas", "kanan", "bawah", "kiri")
    margin = {sisi: twip(MARGIN_MM[nama]) for sisi, nama in zip(("top", "right", "bottom", "left"), tepi, strict=True)}
    add(sect, "pgMar", **margin, header=twip(JARAK_KEPALA_MM), footer=twip(JARAK_KEPALA_MM), gutter=0)
    nomor = add(sect, "pgNumType", fmt="lowerRoman" if bagian.jenis is JenisBab.DEPAN else "decimal")
    if bagian.is_awal:
        nomor.set(w["start"], "1")
