"""Word documents by lxml: paragraphs and tables in order, merged cells, tracked changes as accepted."""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from akuntabel.core.naskah.terbaca import Letak, NaskahTerbaca, ParagrafTerbaca, SelTerbaca, TabelTerbaca
from akuntabel.core.readers.galat import BerkasTidakTerbacaError
from akuntabel.core.readers.kisi import build_tabel, is_caption

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
BATAS_XML = 128 * 1024 * 1024  # bytes unpacked; a report of 500 pages has 20 MB


def read_docx(berkas: str, isi: bytes) -> NaskahTerbaca:
    """The body of a Word document. Raises BerkasTidakTerbacaError for a broken or hostile file."""
    badan = _read_badan(berkas, isi)
    return NaskahTerbaca(berkas, tuple(_blok(badan)))


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


def _blok(badan: etree._Element) -> Iterator[ParagrafTerbaca | TabelTerbaca]:
    caption = ""
    for n, elemen in enumerate(badan.iter(f"{W}p", f"{W}tbl"), 1):
        if any(leluhur.tag in (f"{W}tbl", FALLBACK) for leluhur in elemen.iterancestors()):
            continue
        if elemen.tag == f"{W}tbl":
            tabel = _tabel(caption, elemen, n)
            if tabel is not None:
                yield tabel
            caption = ""
            continue
        teks = teks_paragraf(elemen)
        if teks:
            caption = _caption(caption, teks)
            yield ParagrafTerbaca(teks, Letak(), _tingkat(elemen))


def _caption(sebelum: str, teks: str) -> str:
    """The caption so far: a line that opens with a number, its title on the next line where it stands alone."""
    if is_caption(teks):
        return teks
    return f"{sebelum} {teks}" if sebelum and len(sebelum.split()) <= 2 else ""


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


def _tabel(caption: str, tbl: etree._Element, nomor: int) -> TabelTerbaca | None:
    nama = " ".join(caption.split()[:2]) or f"tabel ke-{nomor}"
    kisi = [baris for urut, tr in enumerate(tbl.findall(f"{W}tr"), 1) if (baris := list(_sel_baris(tr, nama, urut)))]
    if not kisi:
        return None
    kepala = sum(tr.find(f"{W}trPr/{W}tblHeader") is not None for tr in tbl.findall(f"{W}tr"))
    return build_tabel(caption, kisi, Letak(tabel=nama), kepala or None)


def _sel_baris(tr: etree._Element, nama: str, urut: int) -> Iterator[SelTerbaca]:
    """The cells of a row; what a merge covers is there as an empty continuation."""
    kolom = 1
    for tc in tr.findall(f"{W}tc"):
        rentang = tc.find(f"{W}tcPr/{W}gridSpan")
        gabung = tc.find(f"{W}tcPr/{W}vMerge")
        is_lanjutan = gabung is not None and gabung.get(f"{W}val") != "restart"
        teks = "" if is_lanjutan else " ".join(t for p in tc.iter(f"{W}p") if (t := teks_paragraf(p)))
        for ke in range(int(rentang.get(f"{W}val") or 1) if rentang is not None else 1):
            lanjutan = is_lanjutan or ke > 0
            yield SelTerbaca("" if ke else teks, Letak(0, 0, nama, urut, kolom), lanjutan)
            kolom += 1
