"""HTML pages: paragraphs, headings and tables with their spans."""

from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

from akuntabel.core.naskah.terbaca import Letak, NaskahTerbaca, ParagrafTerbaca, SelTerbaca
from akuntabel.core.readers.galat import BerkasTidakTerbacaError
from akuntabel.core.readers.kisi import Kisi, build_naskah

_PARAGRAF = ("p", "li", "h1", "h2", "h3", "h4", "figcaption", "dd")


def read_html(berkas: str, isi: bytes) -> NaskahTerbaca:
    """The words and tables of a page. Raises BerkasTidakTerbacaError."""
    try:
        akar = lxml_html.document_fromstring(isi, parser=lxml_html.HTMLParser(encoding="utf-8", no_network=True))
    except (etree.ParserError, etree.XMLSyntaxError):
        raise BerkasTidakTerbacaError(berkas, "halaman HTML ini kosong atau rusak") from None
    etree.strip_elements(akar, "script", "style", "nav", "svg", with_tail=False)
    return build_naskah(berkas, "html", _blok(akar))


def _blok(akar: etree._Element) -> Iterator[ParagrafTerbaca | Kisi]:
    for e in akar.iter("table", *_PARAGRAF):
        if e.tag == "table":
            kisi = _kisi(e)
            if kisi is not None:
                yield kisi
        elif not any(leluhur.tag == "table" for leluhur in e.iterancestors()):
            teks = _teks(e)
            if teks:
                yield ParagrafTerbaca(teks, Letak(), int(e.tag[1]) if e.tag in ("h1", "h2", "h3", "h4") else 0)


def _teks(e: etree._Element) -> str:
    return " ".join("".join(str(t) for t in e.itertext()).split())


def _kisi(tabel: etree._Element) -> Kisi | None:
    judul = tabel.find("caption")
    baris: list[list[SelTerbaca]] = []
    tertutup: dict[int, int] = {}  # column to the number of rows that a cell from above still covers
    kepala = 0
    for tr in tabel.iter("tr"):
        daftar_sel = list(_baris(tr, tertutup))
        if daftar_sel:
            baris.append(daftar_sel)
            kepala += all(sel.tag == "th" for sel in tr)
    return Kisi(baris, Letak(), kepala or None, _teks(judul) if judul is not None else "") if baris else None


def _baris(tr: etree._Element, tertutup: dict[int, int]) -> Iterator[SelTerbaca]:
    kolom = 1
    antre = [e for e in tr if e.tag in ("td", "th")]
    while antre or tertutup.get(kolom, 0):
        if tertutup.get(kolom, 0):
            tertutup[kolom] -= 1
            yield SelTerbaca("", Letak(), is_lanjutan=True)
            kolom += 1
            continue
        e = antre.pop(0)
        for ke in range(_rentang(e, "colspan")):
            tertutup[kolom] = _rentang(e, "rowspan") - 1
            yield SelTerbaca("" if ke else _teks(e), Letak(), is_lanjutan=ke > 0)
            kolom += 1


def _rentang(e: etree._Element, nama: str) -> int:
    """A span as browsers take it: at least 1, never absurd."""
    teks = e.get(nama) or "1"
    return min(max(int(teks), 1), 1000) if teks.isdigit() else 1
