"""Word documents by lxml: paragraphs and tables in order, merged cells, tracked changes as accepted."""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from akuntabel.core.naskah.terbaca import Letak, NaskahTerbaca, ParagrafTerbaca, SelTerbaca
from akuntabel.core.readers.galat import BerkasTidakTerbacaError
from akuntabel.core.readers.kisi import Kisi, build_naskah

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
BATAS_XML = 128 * 1024 * 1024  # bytes unpacked; a report of 500 pages has 20 MB


def read_docx(berkas: str, isi: bytes) -> NaskahTerbaca:
    """The body of a Word document. Raises BerkasTidakTerbacaError for a broken or hostile file."""
    badan = _read_badan(berkas, isi)
    return build_naskah(berkas, "docx", _blok(badan))


def _read_badan(berkas: str, isi: bytes) -> etree._Element:
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as zip_:
            if zip_.getinfo("word/document.xml").file_size > BATAS_XML:
                raise BerkasTidakTerbacaError(berkas, "isinya terlalu besar setelah dibuka")
            xml = zip_.read("word/document.xml")
        pengurai = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        badan = etree.fromstring(xml, pengurai).find(f"{W}body")
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, RuntimeError):
        raise BerkasTidakTerbacaError(berkas, "dokumen Word ini rusak atau terkunci") from None
    if badan is None:
        raise BerkasTidakTerbacaError(berkas, "dokumen Word ini tidak mempunyai isi")
    return badan


def _blok(badan: etree._Element) -> Iterator[ParagrafTerbaca | Kisi]:
    for elemen in badan.iter(f"{W}p", f"{W}tbl"):
        if any(leluhur.tag in (f"{W}tbl", FALLBACK) for leluhur in elemen.iterancestors()):
            continue
        if elemen.tag == f"{W}tbl":
            kisi = _kisi(elemen)
            if kisi is not None:
                yield kisi
        elif teks := teks_paragraf(elemen):
            yield ParagrafTerbaca(teks, Letak(), _tingkat(elemen))


def teks_paragraf(p: etree._Element) -> str:
    """The words of a paragraph with insertions accepted and deletions gone; fields count by their result."""
    kata: list[str] = []
    for e in p.iter(f"{W}t", f"{W}tab", f"{W}br"):
        if any(leluhur.tag in (f"{W}del", FALLBACK) for leluhur in e.iterancestors()):
            continue
        kata.append(e.text or "" if e.tag == f"{W}t" else " ")
    return " ".join("".join(kata).split())


def _tingkat(p: etree._Element) -> int:
    gaya = p.find(f"{W}pPr/{W}pStyle")
    nama = (gaya.get(f"{W}val") or "") if gaya is not None else ""
    return int(nama[-1]) if nama.lower().startswith(("heading", "judul")) and nama[-1].isdigit() else 0


def _kisi(tbl: etree._Element) -> Kisi | None:
    daftar_tr = tbl.findall(f"{W}tr")
    baris = [sel for tr in daftar_tr if (sel := list(_sel_baris(tr)))]
    kepala = sum(tr.find(f"{W}trPr/{W}tblHeader") is not None for tr in daftar_tr)
    return Kisi(baris, Letak(), kepala or None) if baris else None


def _sel_baris(tr: etree._Element) -> Iterator[SelTerbaca]:
    """The cells of a row; what a merge covers is there as an empty continuation."""
    for tc in tr.findall(f"{W}tc"):
        rentang = tc.find(f"{W}tcPr/{W}gridSpan")
        gabung = tc.find(f"{W}tcPr/{W}vMerge")
        is_lanjutan = gabung is not None and gabung.get(f"{W}val") != "restart"
        teks = "" if is_lanjutan else " ".join(t for p in tc.iter(f"{W}p") if (t := teks_paragraf(p)))
        for ke in range(int(rentang.get(f"{W}val") or 1) if rentang is not None else 1):
            yield SelTerbaca("" if ke else teks, Letak(), is_lanjutan or ke > 0)
