"""The words of one Word paragraph in their order: runs, fields, breaks, and what is not seen left out."""

from dataclasses import dataclass

from lxml import etree

from akuntabel.core.readers.word.gaya import VAL, W, is_aktif

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATIF = f"{_MC}AlternateContent"
GANTI_HALAMAN = b"lastRenderedPageBreak"
_R, _T, _BIDANG, _RPR = f"{W}r", f"{W}t", f"{W}fldChar", f"{W}rPr"
_HALAMAN_BARU, _SIMBOL_WORD = f"{W}lastRenderedPageBreak", f"{W}sym"
_KOTAK = f"{W}txbxContent"
_RUMUS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_PENYEBUT = f"{_RUMUS}den"
_GAMBAR = frozenset((f"{W}drawing", f"{W}pict", f"{W}object"))
_HILANG = frozenset(
    f"{W}{nama}"
    for nama in (
        *("del", "moveFrom", "delText", "instrText", "delInstrText", "pPr", "rPr", "sdtPr", "fldData", "rt"),
        *("softHyphen", "footnoteReference", "endnoteReference", "commentReference", "bookmarkStart", "bookmarkEnd"),
    )
)
_GANTI = {
    f"{W}tab": " ",
    f"{W}br": " ",
    f"{W}cr": " ",
    f"{W}ptab": " ",
    f"{W}noBreakHyphen": "-",
    f"{_RUMUS}t": None,
}
_AWAL_SIMBOL = 0xF000  # fonts of pictures keep their signs here
_SIMBOL = {0xFB: "✗", 0xFC: "✓", 0xFE: "☑", 0xA8: "☐", 0xD2: "✓", 0xB3: "≥", 0xA3: "≤"}


@dataclass(frozen=True, slots=True)
class PenyaringLenyap:
    """Knows hidden runs; a document that hides nothing needs none. gaya: the styles that hide."""

    gaya: frozenset[str]

    def hides(self, r: etree._Element) -> bool:
        """Whether a run is hidden, by itself or by its style."""
        rpr = next(r.iterchildren(_RPR), None)
        if rpr is None:
            return False
        lenyap, gaya = rpr.find(f"{W}vanish"), rpr.find(f"{W}rStyle")
        return is_aktif(lenyap) if lenyap is not None else gaya is not None and gaya.get(VAL) in self.gaya


class AliranWord:
    """Reads a paragraph. halaman: the page reached; halaman_awal: the one its first word is on."""

    __slots__ = ("_kata", "_kode_bidang", "halaman", "halaman_awal", "kotak", "penyaring")

    def __init__(self, halaman: int, penyaring: PenyaringLenyap | None) -> None:
        self.halaman = self.halaman_awal = halaman
        self.penyaring = penyaring
        self.kotak: list[etree._Element] = []
        self._kata: list[str] = []
        self._kode_bidang: list[bool] = []  # per open field: still in its instruction

    @property
    def teks(self) -> str:
        """What was read, spaces as they stand."""
        return "".join(self._kata)

    def read(self, wadah: etree._Element) -> None:
        """Read on through a paragraph, a run, or anything in between."""
        for e in wadah:
            tag = e.tag
            if tag == _T:
                if not self._kode_bidang:
                    self._kata.append(e.text or "")
                else:
                    self._add(e.text)
            elif tag == _R:
                if self.penyaring is None or not self.penyaring.hides(e):
                    self.read(e)
            elif tag in _HILANG:
                continue
            elif tag in _GANTI:
                self._add(_GANTI[tag] or e.text)
            else:
                self._read_lain(e, tag)

    def _read_lain(self, e: etree._Element, tag: str) -> None:
        if tag == _BIDANG:
            self._bidang(e.get(f"{W}fldCharType"))
        elif tag == _HALAMAN_BARU:
            self.halaman += self.halaman > 0
            if not self.teks.strip():
                self.halaman_awal = self.halaman
        elif tag == _SIMBOL_WORD:
            self._add(_simbol(e.get(f"{W}char", "")))
        elif tag in _GAMBAR:
            self._cari_kotak(e)
        elif tag == ALTERNATIF:
            self.read(pilih_alternatif(e))
        else:
            self._add("/" if tag == _PENYEBUT else None)  # what stands under the line of a fraction
            self.read(e)

    def _add(self, teks: str | None) -> None:
        if teks and not (self._kode_bidang and any(self._kode_bidang)):
            self._kata.append(teks)

    def _bidang(self, jenis: str | None) -> None:
        if jenis == "begin":
            self._kode_bidang.append(True)
        elif jenis == "separate" and self._kode_bidang:
            self._kode_bidang[-1] = False
        elif jenis == "end" and self._kode_bidang:
            self._kode_bidang.pop()

    def _cari_kotak(self, wadah: etree._Element) -> None:
        for e in wadah:
            if e.tag == _KOTAK:
                self.kotak.append(e)
            else:
                self._cari_kotak(pilih_alternatif(e) if e.tag == ALTERNATIF else e)


def pilih_alternatif(e: etree._Element) -> etree._Element:
    """One of several versions of the same: the first, which Word shows, or the fallback."""
    pilihan = e.find(f"{_MC}Choice")
    cadangan = e.find(f"{_MC}Fallback")
    if pilihan is not None and len(pilihan):
        return pilihan
    return cadangan if cadangan is not None else e


def _simbol(kode: str) -> str:
    try:
        nilai = int(kode, 16)
    except ValueError:
        return ""
    if nilai < _AWAL_SIMBOL:
        return _SIMBOL.get(nilai) or (chr(nilai) if chr(nilai).isprintable() else "")
    return _SIMBOL.get(nilai - _AWAL_SIMBOL, "•")
