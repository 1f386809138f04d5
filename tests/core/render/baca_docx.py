"""A Word file read again, with nothing of the writer's own code: parts, paragraphs, tables, fields."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from contoh_naskah import build_contoh_naskah
from lxml import etree

from akuntabel.core.naskah.model import Bab, Gambar, Naskah, Tabel
from akuntabel.core.render.docx import render_docx
from akuntabel.core.render.gambar import GambarJadi

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def build_png(lebar: int, tinggi: int) -> bytes:
    """A grey picture."""

    def potongan(jenis: bytes, isi: bytes) -> bytes:
        return struct.pack(">I", len(isi)) + jenis + isi + struct.pack(">I", zlib.crc32(jenis + isi))

    titik = b"".join(b"\0" + b"\xd0" * lebar for _ in range(tinggi))
    kepala = struct.pack(">IIBBBBB", lebar, tinggi, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (potongan(b"IHDR", kepala), potongan(b"IDAT", zlib.compress(titik)), potongan(b"IEND", b""))
    )


GAMBAR = {
    "gambar-partisipasi": GambarJadi(svg="<svg/>", png=build_png(120, 60), lebar_mm=120.0, tinggi_mm=60.0),
    "gambar-struktur": GambarJadi(svg="<svg/>", png=build_png(140, 50), lebar_mm=140.0, tinggi_mm=50.0),
    "qr": GambarJadi(svg="<svg/>", png=build_png(22, 22), lebar_mm=22.0, tinggi_mm=22.0),
}
HALAMAN = {
    "kata-pengantar": "i",
    "daftar-isi": "iv",
    "bab-pendahuluan": "1",
    "bab-akuntabilitas": "7",
    "tabel-pengukuran": "8",
}


def render_contoh(naskah: Naskah | None = None) -> bytes:
    """The made-up document as a Word file."""
    return render_docx(naskah or build_contoh_naskah(), gambar=GAMBAR, halaman=HALAMAN)


def read_bagian(isi: bytes) -> dict[str, bytes]:
    """All parts by name."""
    with zipfile.ZipFile(BytesIO(isi)) as arsip:
        assert arsip.testzip() is None
        return {nama: arsip.read(nama) for nama in arsip.namelist()}


def read_body(isi: bytes) -> etree._Element:
    """The body of the main document."""
    body = etree.fromstring(read_bagian(isi)["word/document.xml"]).find(f"{W}body")
    assert body is not None
    return body


def teks(elemen: etree._Element) -> str:
    """What a reader sees: words and cached results of fields, line breaks as newlines."""
    return "".join(
        "\n" if e.tag == f"{W}br" else (e.text or "")
        for e in elemen.iter(f"{W}t", f"{W}br")
        if e.get(f"{W}type") is None
    )


def gaya(p: etree._Element) -> str:
    """Id of a paragraph's style."""
    elemen = p.find(f"{W}pPr/{W}pStyle")
    return "" if elemen is None else elemen.get(f"{W}val", "")


def daftar_paragraf(body: etree._Element, id_gaya: str) -> list[str]:
    """Texts of all paragraphs of a style, tables included."""
    return [teks(p) for p in body.iter(f"{W}p") if gaya(p) == id_gaya]


def daftar_tabel(body: etree._Element) -> list[etree._Element]:
    """Tables of figures, without the forms set as tables."""
    return [t for t in body.iter(f"{W}tbl") if t.find(f"{W}tblPr/{W}tblStyle") is not None]


@dataclass(frozen=True)
class SelTerbaca:
    """A cell as it stands in the file."""

    teks: str
    kolom: int
    gabung: str  # "", "restart" or "continue"


def read_baris(tr: etree._Element) -> list[SelTerbaca]:
    """Cells of a row."""
    hasil = []
    for tc in tr.findall(f"{W}tc"):
        span, gabung = tc.find(f"{W}tcPr/{W}gridSpan"), tc.find(f"{W}tcPr/{W}vMerge")
        kolom = 1 if span is None else int(span.get(f"{W}val", ""))
        hasil.append(SelTerbaca(teks(tc), kolom, "" if gabung is None else gabung.get(f"{W}val", "continue")))
    return hasil


def instruksi(elemen: etree._Element) -> list[str]:
    """Instructions of the fields."""
    return [(e.text or "").strip() for e in elemen.iter(f"{W}instrText")]


def tabel_naskah(naskah: Naskah) -> Iterator[Tabel]:
    """Every table of the document in reading order, those beside figures included."""
    for blok in (b for bab in naskah.bab for b in bab.isi):
        if isinstance(blok, Tabel):
            yield blok
        elif isinstance(blok, Gambar) and blok.data is not None:
            yield blok.data


def find_bab(naskah: Naskah, id_bab: str) -> Bab:
    """A chapter by its id."""
    return next(b for b in naskah.bab if b.id == id_bab)
