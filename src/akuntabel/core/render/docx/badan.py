"""The body of the document: chapters in sections, each section closed where the next begins."""

from collections.abc import Sequence
from dataclasses import replace

from lxml import etree

from akuntabel.core.naskah.model import Bab
from akuntabel.core.render.docx.bagian import Bagian, add_sectpr, number_bagian
from akuntabel.core.render.docx.blok import add_blok, add_halaman_baru, add_judul_bab
from akuntabel.core.render.docx.kepala_kaki import Acuan
from akuntabel.core.render.docx.konteks import Konteks
from akuntabel.core.render.docx.peta import has_judul
from akuntabel.core.render.docx.wml import NSMAP, Elemen, add, w
from akuntabel.core.render.kop import count_kop
from akuntabel.core.render.lanskap import find_lanskap


def write_dokumen(konteks: Konteks, kepala_kaki: Sequence[Acuan]) -> Elemen:
    """The main part of the file."""
    dokumen = etree.Element(w["document"], nsmap=NSMAP)
    badan = _Badan(konteks, add(dokumen, "body"), kepala_kaki)
    for bab, bagian in number_bagian(konteks.naskah.bab):
        badan.write_bab(bab, bagian)
    badan.close()
    return dokumen


class _Badan:
    """The body under way; ``kini`` is the section that is open."""

    def __init__(self, konteks: Konteks, body: Elemen, kepala_kaki: Sequence[Acuan]) -> None:
        self.konteks = konteks
        self.body = body
        self.kepala_kaki = kepala_kaki
        self.kini: Bagian | None = None

    def write_bab(self, bab: Bab, bagian: Bagian) -> None:
        """A chapter: on a new page of the open section, or in a section of its own."""
        is_bersambung = self.kini is not None and self.kini.is_lanskap == bagian.is_lanskap and not bagian.is_awal
        if not is_bersambung:
            self._open(bagian)
        kop = count_kop(bab.isi)
        if is_bersambung and (kop or not has_judul(bab)):
            add_halaman_baru(self.konteks, self.body)
        for blok in bab.isi[:kop]:
            add_blok(self.konteks, self.body, blok)
        if has_judul(bab):
            add_judul_bab(self.konteks, self.body, bab, is_ganti_halaman=is_bersambung and not kop)
        for blok, is_lanskap in list(zip(bab.isi, find_lanskap(bab.isi), strict=True))[kop:]:
            if is_lanskap != self.konteks.is_lanskap:
                self._open(replace(bagian, is_lanskap=is_lanskap, is_awal=False))
            add_blok(self.konteks, self.body, blok)

    def close(self) -> None:
        """The last section's properties end the body itself."""
        if self.kini is not None:
            add_sectpr(self.body, self.kini, self.konteks.naskah.kertas, self.kepala_kaki)

    def _open(self, bagian: Bagian) -> None:
        """Close the open section in its last paragraph, and begin another."""
        if self.kini is not None:
            add_sectpr(self._take_penutup()[0], self.kini, self.konteks.naskah.kertas, self.kepala_kaki)
        self.kini = bagian
        self.konteks.is_lanskap = bagian.is_lanskap

    def _take_penutup(self) -> Elemen:
        """The paragraph that closes the section: the last one, or an empty one where that cannot.

        A paragraph that closes a list of contents cannot: LibreOffice reads the section's footer before the words
        of its last paragraph, and inside an open field it loses the page number.
        """
        akhir = self.body[-1] if len(self.body) else None
        if akhir is not None and akhir.tag == w["p"]:
            has_sectpr = akhir.find(f"{w['pPr']}/{w['sectPr']}") is not None
            if not has_sectpr and akhir.find(f"{w['r']}/{w['fldChar']}") is None:
                return akhir
        return self.konteks.add_ruang(self.body, 0)
