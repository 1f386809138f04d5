"""HTML pages by lxml, in one pass: paragraphs, headings, list items and tables, as a reader sees them.

Every block starts a paragraph, whatever it is called; hidden elements are left out; a table in a cell follows the
table around it. The spelling of bytes is told by their mark, by the page itself, or tried.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml import html as lxml_html

from akuntabel.core.naskah.terbaca import Letak, NaskahTerbaca, ParagrafTerbaca, SelTerbaca
from akuntabel.core.readers.batas import BATAS_KOLOM, require_wajar
from akuntabel.core.readers.galat import BerkasTidakTerbacaError
from akuntabel.core.readers.kisi import Blok, Kisi, build_naskah, count_kepala
from akuntabel.core.readers.nomor_butir import format_nomor
from akuntabel.core.readers.sandi import decode_teks

_JUDUL = {f"h{n}": n for n in range(1, 7)}
_BLOK = frozenset(
    (
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
        ),
        *("figcaption", "figure", "footer", "form", "header", "hr", "li", "main", "ol", "p", "pre", "section"),
        *("summary", "ul", *_JUDUL),
    )
)
_HILANG = frozenset(
    (
        *("script", "style", "nav", "svg", "head", "template", "noscript", "del", "option", "textarea", "object"),
        *("iframe", "math", "rt", "rp", "colgroup", "caption"),
    )
)
_GAYA_HILANG = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SANDI_HALAMAN = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)|<\?xml[^>]+encoding\s*=\s*[\"']([\w-]+)", re.I)


def read_html(berkas: str, isi: bytes) -> NaskahTerbaca:
    """The words and tables of a page. Raises BerkasTidakTerbacaError."""
    sandi = _SANDI_HALAMAN.search(isi[:4096])
    teks = decode_teks(berkas, isi, (sandi[1] or sandi[2]).decode() if sandi else "")
    try:
        pengurai = lxml_html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
        akar = lxml_html.document_fromstring(teks.encode("utf-8", "replace"), parser=pengurai)
        return build_naskah(berkas, "html", _Pembaca(berkas).read_blok(akar))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise BerkasTidakTerbacaError(berkas, "halaman HTML ini kosong atau rusak") from None
    except RecursionError:
        raise BerkasTidakTerbacaError(berkas, "isinya bersarang terlalu dalam") from None


@dataclass(slots=True)
class _Alir:
    """Words on their way to a paragraph, and the blocks that are done."""

    hasil: list[Blok] = field(default_factory=list)
    kata: list[str] = field(default_factory=list)
    awalan: str = ""  # the mark of a list item, for its first paragraph

    def tutup(self, tingkat: int = 0) -> None:
        """End the paragraph."""
        teks = " ".join("".join(self.kata).split())
        self.kata.clear()
        if teks:
            self.hasil.append(ParagrafTerbaca(f"{self.awalan} {teks}".strip(), Letak(), tingkat))
            self.awalan = ""


@dataclass(slots=True)
class _Pembaca:
    """The page while it is read. _nomor: the number of the last item of each ordered list."""

    berkas: str
    _nomor: dict[etree._Element, int] = field(default_factory=dict, init=False)

    def read_blok(self, wadah: etree._Element) -> list[Blok]:
        """Paragraphs and tables in order."""
        alir = _Alir()
        self._read(wadah, alir, 0)
        alir.tutup()
        return alir.hasil

    def _read(self, e: etree._Element, alir: _Alir, tingkat: int) -> None:
        alir.kata.append(e.text or "")
        for anak in e:
            if isinstance(anak.tag, str) and anak.tag not in _HILANG and not _is_tersembunyi(anak):
                self._read_anak(anak, alir, tingkat)
            alir.kata.append(anak.tail or "")

    def _read_anak(self, e: etree._Element, alir: _Alir, tingkat: int) -> None:
        if e.tag == "table":
            alir.tutup(tingkat)
            alir.hasil += self._tabel(e)
        elif e.tag in ("br", "td", "th", "wbr"):
            alir.kata.append("" if e.tag == "wbr" else " ")
            self._read(e, alir, tingkat)
        elif e.tag in _BLOK:
            alir.tutup(tingkat)
            if e.tag == "li":
                alir.awalan = self._awalan(e)
            self._read(e, alir, _JUDUL.get(e.tag, tingkat))
            alir.tutup(_JUDUL.get(e.tag, tingkat))
        else:
            self._read(e, alir, tingkat)

    def _awalan(self, li: etree._Element) -> str:
        """The mark before an item: its number in an ordered list, nothing in another."""
        daftar = li.getparent()
        if daftar is None or daftar.tag != "ol":
            return ""
        sebelum = self._nomor.get(daftar)
        berikut = _bilangan(daftar.get("start"), 1) if sebelum is None else sebelum + 1
        self._nomor[daftar] = _bilangan(li.get("value"), berikut)
        return f"{format_nomor(self._nomor[daftar], daftar.get('type', '1'))}."

    def _tabel(self, tabel: etree._Element) -> list[Blok]:
        """The grid, then the tables that stood in its cells; a frame around one cell is no table."""
        bersarang: list[Blok] = []
        daftar_tr = sorted(_cari_baris(tabel), key=lambda tr: _URUTAN.get(_tag_induk(tr), 1))
        if len(daftar_tr) == 1 and len(sel := _daftar_sel(daftar_tr[0])) == 1:
            return self.read_blok(sel[0])
        tertutup: dict[int, int] = {}  # column to the number of rows that a cell from above still covers
        baris: list[list[SelTerbaca]] = []
        jumlah_sel = 0
        for tr in daftar_tr:
            if isi := list(self._baris(tr, tertutup, bersarang)):
                baris.append(isi)
                jumlah_sel += len(isi)
                require_wajar(self.berkas, jumlah_sel, 1)
        if not baris:
            return bersarang
        require_wajar(self.berkas, len(baris), max(len(b) for b in baris))
        judul = next(tabel.iterchildren("caption"), None)
        caption = " ".join("".join(str(t) for t in judul.itertext()).split()) if judul is not None else ""
        return [Kisi(baris, Letak(), _jumlah_kepala(daftar_tr), caption), *bersarang]

    def _baris(self, tr: etree._Element, tertutup: dict[int, int], bersarang: list[Blok]) -> Iterator[SelTerbaca]:
        kolom = 1
        antre = _daftar_sel(tr)[::-1]
        while antre or tertutup.get(kolom, 0):
            if tertutup.get(kolom, 0):
                tertutup[kolom] -= 1
                yield SelTerbaca("", Letak(), is_lanjutan=True)
                kolom += 1
                continue
            e = antre.pop()
            isi = self.read_blok(e)
            bersarang += [b for b in isi if isinstance(b, Kisi)]
            teks = " ".join(b.teks for b in isi if isinstance(b, ParagrafTerbaca))
            for ke in range(_rentang(e, "colspan", BATAS_KOLOM)):
                tertutup[kolom] = _rentang(e, "rowspan", _RENTANG_BARIS) - 1
                yield SelTerbaca("" if ke else teks, Letak(), is_lanjutan=ke > 0)
                kolom += 1


_URUTAN = {"thead": 0, "tfoot": 2}
_RENTANG_BARIS = 65_534  # what browsers allow


def _cari_baris(wadah: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table itself, in order, not those of tables in it."""
    for e in wadah:
        if not isinstance(e.tag, str) or _is_tersembunyi(e):
            continue
        if e.tag == "tr":
            yield e
        elif e.tag not in ("table", "caption", "colgroup"):
            yield from _cari_baris(e)


def _daftar_sel(tr: etree._Element) -> list[etree._Element]:
    return [e for e in tr if e.tag in ("td", "th") and not _is_tersembunyi(e)]


def _jumlah_kepala(daftar_tr: list[etree._Element]) -> int | None:
    """Rows of the head, or of headings only."""
    berisi = [tr for tr in daftar_tr if _daftar_sel(tr)]
    return count_kepala([_tag_induk(tr) == "thead" or all(s.tag == "th" for s in _daftar_sel(tr)) for tr in berisi])


def _tag_induk(e: etree._Element) -> str:
    induk = e.getparent()
    return str(induk.tag) if induk is not None else ""


def _is_tersembunyi(e: etree._Element) -> bool:
    if not e.attrib:
        return False
    return "hidden" in e.attrib or _GAYA_HILANG.search(e.get("style", "")) is not None


def _bilangan(teks: str | None, bawaan: int) -> int:
    return int(teks) if teks is not None and re.fullmatch(r"-?\d{1,6}", teks) else bawaan


def _rentang(e: etree._Element, nama: str, batas: int) -> int:
    """A span as browsers take it: at least 1, never absurd; rowspan 0 means to the end."""
    teks = e.get(nama, "1").strip()
    if not teks.isdecimal() or len(teks) > 6:
        return 1
    return batas if nama == "rowspan" and int(teks) == 0 else min(max(int(teks), 1), batas)
