"""Word documents by lxml, in one pass: paragraphs and tables in order, as a reader sees them.

Tracked changes count as accepted; fields count by their result, text boxes once, automatic numbers as text. Headers,
footers and comments are left out; footnotes and endnotes stand at the end.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from akuntabel.core.naskah.terbaca import Letak, NaskahTerbaca, ParagrafTerbaca, SelTerbaca
from akuntabel.core.readers.batas import BATAS_KOLOM, Arsip, parse_bilangan, require_wajar
from akuntabel.core.readers.galat import BerkasTidakTerbacaError
from akuntabel.core.readers.kisi import Blok, Kisi, build_naskah, count_kepala
from akuntabel.core.readers.word.alir import ALTERNATIF, GANTI_HALAMAN, AliranWord, PenyaringLenyap, pilih_alternatif
from akuntabel.core.readers.word.gaya import (
    VAL,
    Gaya,
    W,
    is_aktif,
    load_gaya,
    read_nomor,
    read_tingkat,
    tingkat_dari_nama,
)
from akuntabel.core.readers.word.nomor import PencacahWord

DOKUMEN = "word/document.xml"
_P, _TBL, _TR, _TC, _PPR, _TRPR, _TCPR = (f"{W}{n}" for n in ("p", "tbl", "tr", "tc", "pPr", "trPr", "tcPr"))
_GAYA, _NUMPR, _KERANGKA, _RPR = (f"{W}{n}" for n in ("pStyle", "numPr", "outlineLvl", "rPr"))
_RENTANG, _HAPUS, _SEL_HAPUS, _KEPALA = (f"{W}{n}" for n in ("gridSpan", "del", "cellDel", "tblHeader"))
_SEBELUM, _SETELAH = f"{W}gridBefore", f"{W}gridAfter"
_TANPA_SIFAT = Gaya()
_GABUNG = frozenset((f"{W}vMerge", f"{W}hMerge"))
_HILANG = frozenset((_HAPUS, f"{W}moveFrom", f"{W}sdtPr", f"{W}sectPr", f"{W}tblPr", f"{W}tblGrid", _TCPR))
_CATATAN_SEMU = ("separator", "continuationSeparator", "continuationNotice")


def read_docx(berkas: str, isi: bytes) -> NaskahTerbaca:
    """The body of a Word document. Raises BerkasTidakTerbacaError for a broken or hostile file."""
    arsip = Arsip(berkas, isi)
    bagian = next(iter(arsip.find_bagian("", "officeDocument")), DOKUMEN)
    xml = arsip.read(bagian)
    if xml is None:
        raise BerkasTidakTerbacaError(arsip.berkas, "dokumen Word ini tidak mempunyai isi")
    badan = arsip.parse(bagian, xml).find(f"{W}body")
    if badan is None:
        raise BerkasTidakTerbacaError(arsip.berkas, "dokumen Word ini tidak mempunyai isi")
    pembaca = _build_pembaca(arsip, bagian, xml)
    try:
        blok = pembaca.read_blok(badan)
        jumlah_halaman = pembaca.halaman
        for jenis in ("footnotes", "endnotes"):
            blok += pembaca.read_catatan(_baca_kaitan(arsip, bagian, jenis))
    except RecursionError:
        raise BerkasTidakTerbacaError(arsip.berkas, "isinya bersarang terlalu dalam") from None
    return build_naskah(arsip.berkas, "docx", blok, jumlah_halaman=jumlah_halaman)


def _baca_kaitan(arsip: Arsip, bagian: str, jenis: str) -> etree._Element | None:
    nama = next(iter(arsip.find_bagian(bagian, jenis)), "")
    return arsip.read_xml(nama)


def _build_pembaca(arsip: Arsip, bagian: str, xml: bytes) -> "_Pembaca":
    gaya = load_gaya(_baca_kaitan(arsip, bagian, "styles"))
    lenyap = frozenset(n for n, g in gaya.items() if g.is_tersembunyi)
    return _Pembaca(
        arsip.berkas,
        gaya,
        PencacahWord(_baca_kaitan(arsip, bagian, "numbering")),
        # Only what Word laid out itself says where pages end; breaks by hand are but some of them.
        halaman=1 if GANTI_HALAMAN in xml else 0,
        penyaring=PenyaringLenyap(lenyap) if lenyap or b":vanish" in xml else None,
    )


@dataclass(slots=True)
class _Pembaca:
    """What is known while reading on: styles, counters of lists, the page."""

    berkas: str
    gaya: dict[str, Gaya]
    pencacah: PencacahWord
    halaman: int
    penyaring: PenyaringLenyap | None
    _sambungan: str = field(default="", init=False)
    _daftar_letak: dict[int, Letak] = field(default_factory=dict, init=False)

    def read_blok(self, wadah: etree._Element) -> list[Blok]:
        """Paragraphs and tables of a container; what a table or paragraph holds inside follows it."""
        hasil: list[Blok] = []
        for e in wadah:
            tag = e.tag
            if tag == _P:
                hasil += self._paragraf(e)
            elif tag == _TBL:
                hasil += self._tabel(e)
            elif tag == ALTERNATIF:
                hasil += self.read_blok(pilih_alternatif(e))
            elif tag not in _HILANG:
                hasil += self.read_blok(e)
        return hasil

    def read_catatan(self, akar: etree._Element | None) -> list[Blok]:
        """The notes of a part of footnotes or endnotes, without the lines that separate them."""
        self.halaman = 0  # on which page a note stands, the file does not say
        return [
            blok
            for catatan in (akar if akar is not None else ())
            if catatan.get(f"{W}type") not in _CATATAN_SEMU
            for blok in self.read_blok(catatan)
        ]

    def _paragraf(self, p: etree._Element) -> list[Blok]:
        """The paragraph, empty where it only bears a number, then the text boxes that hang on it."""
        tingkat, awalan, is_bersambung = self._sifat(p)
        alir = AliranWord(self.halaman, self.penyaring)
        alir.read(p)
        self.halaman = alir.halaman
        teks = self._sambungan + alir.teks
        # A paragraph whose end mark was deleted goes on in the next.
        self._sambungan = teks if is_bersambung else ""
        teks = " ".join(teks.split())
        hasil: list[Blok] = []
        if not is_bersambung and (teks or awalan):
            hasil.append(ParagrafTerbaca(f"{awalan} {teks}".strip(), self._letak(alir.halaman_awal), tingkat))
        for kotak in alir.kotak:
            hasil += self.read_blok(kotak)
        return hasil

    def _letak(self, halaman: int) -> Letak:
        """The place on a page, one for all that stands there."""
        if halaman not in self._daftar_letak:
            self._daftar_letak[halaman] = Letak(halaman)
        return self._daftar_letak[halaman]

    def _sifat(self, p: etree._Element) -> tuple[int, str, bool]:
        """Heading level, automatic number, and whether the mark at its end was deleted: by itself or its style."""
        nama, tingkat, is_bersambung = "", None, False
        nomor: tuple[str, str] | None = None
        ppr = _anak(p, _PPR)
        for e in ppr if ppr is not None else ():
            tag = e.tag
            if tag == _GAYA:
                nama = e.get(VAL, "")
            elif tag == _NUMPR:
                nomor = read_nomor(e)
            elif tag == _KERANGKA:
                tingkat = read_tingkat(e)
            elif tag == _RPR:
                is_bersambung = next(e.iterchildren(_HAPUS), None) is not None
        gaya = self.gaya.get(nama, _TANPA_SIFAT) if nama else _TANPA_SIFAT
        if gaya is _TANPA_SIFAT and nama:  # a file that names styles it does not bring
            gaya = self.gaya[nama] = Gaya(tingkat_dari_nama(nama))
        tingkat = gaya.tingkat if tingkat is None else tingkat
        awalan = self._awalan(nomor, gaya, nama) if nomor is not None or gaya.nomor is not None else ""
        return 0 if tingkat is None else tingkat, awalan, is_bersambung

    def _awalan(self, nomor: tuple[str, str] | None, gaya: Gaya, nama: str) -> str:
        """The automatic number; list 0 means none."""
        num_id, ilvl = nomor or gaya.nomor or ("", "")
        if not num_id and gaya.nomor is not None:
            num_id = gaya.nomor[0]
        return self.pencacah.next_awalan(num_id, ilvl, nama) if num_id not in ("", "0") else ""

    def _tabel(self, tbl: etree._Element) -> list[Blok]:
        """The grid, then the tables that stood in its cells; a frame around one cell is no table."""
        bersarang: list[Blok] = []
        letak = self._letak(self.halaman)
        daftar_tr = [tr for tr in _cari(tbl, _TR) if not _punya(_anak(tr, _TRPR), _HAPUS)]
        if len(daftar_tr) == 1 and len(satu := list(_cari(daftar_tr[0], _TC))) == 1:
            return self.read_blok(satu[0])
        baris = [sel for tr in daftar_tr if (sel := self._baris(tr, bersarang))]
        if not baris:
            return bersarang
        require_wajar(self.berkas, len(baris), max(len(b) for b in baris))
        return [Kisi(baris, letak, _jumlah_kepala(daftar_tr)), *bersarang]

    def _baris(self, tr: etree._Element, bersarang: list[Blok]) -> list[SelTerbaca]:
        """The cells of a row; what a merge covers is there as an empty continuation."""
        trpr = _anak(tr, _TRPR)
        kosong = SelTerbaca("", self._letak(self.halaman))
        hasil = [kosong] * _jumlah(_anak(trpr, _SEBELUM), 0)
        for tc in _cari(tr, _TC):
            rentang, is_lanjutan = _gabungan(_anak(tc, _TCPR))
            if not rentang:
                continue
            isi = self.read_blok(tc)
            paragraf = [b for b in isi if isinstance(b, ParagrafTerbaca)]
            if len(paragraf) < len(isi):
                bersarang += [b for b in isi if isinstance(b, Kisi)]
            letak = paragraf[0].letak if paragraf else self._letak(self.halaman)
            hasil.append(SelTerbaca("" if is_lanjutan else " ".join(p.teks for p in paragraf), letak, is_lanjutan))
            if rentang > 1:
                hasil += [SelTerbaca("", letak, is_lanjutan=True)] * (rentang - 1)
        return hasil + [kosong] * _jumlah(_anak(trpr, _SETELAH), 0)


def _cari(wadah: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Rows or cells of a table itself, through content controls and the like, not those of tables in it."""
    for e in wadah:
        if e.tag == tag:
            yield e
        elif e.tag not in _HILANG and e.tag not in (_TBL, _P, _TRPR):
            yield from _cari(e, tag)


def _anak(e: etree._Element | None, tag: str) -> etree._Element | None:
    """The child of that name; properties stand first in what they belong to, and are found there without a search."""
    if e is None or not len(e):
        return None
    pertama = e[0]
    return pertama if pertama.tag == tag else next(e.iterchildren(tag), None)


def _punya(e: etree._Element | None, tag: str) -> bool:
    return _anak(e, tag) is not None


def _jumlah_kepala(daftar_tr: Iterable[etree._Element]) -> int | None:
    """Rows that repeat on every page."""
    return count_kepala([is_aktif(_anak(_anak(tr, _TRPR), _KEPALA)) for tr in daftar_tr])


def _gabungan(tcpr: etree._Element | None) -> tuple[int, bool]:
    """How many columns a cell spans, 0 for one deleted; whether one above or, in old files, on its left covers it."""
    rentang, is_lanjutan = 1, False
    for e in tcpr if tcpr is not None else ():
        tag = e.tag
        if tag == _SEL_HAPUS:
            return 0, False
        if tag == _RENTANG:
            rentang = max(_jumlah(e, 1), 1)
        elif tag in _GABUNG:
            is_lanjutan = is_lanjutan or e.get(VAL) != "restart"
    return rentang, is_lanjutan


def _jumlah(e: etree._Element | None, bawaan: int) -> int:
    """A count of columns, never absurd."""
    return min(parse_bilangan(e.get(VAL) if e is not None else None, bawaan), BATAS_KOLOM)
