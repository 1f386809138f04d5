"""Numbering of lists: real Word numbering, one instance per list so that each starts again at its first mark."""

from akuntabel.core.render.docx.wml import Elemen, add, w

# Word keeps this name of a numbering definition, so an agency may restyle it in the template.
NAMA_DEFINISI = {"1.": "akuntabel-angka", "a.": "akuntabel-huruf", "-": "akuntabel-strip"}
BENTUK = {"1.": ("decimal", "%{}."), "a.": ("lowerLetter", "%{}."), "-": ("bullet", "–")}
JUMLAH_TINGKAT = 6
INDEN_TWIP = 397


class NomorDaftar:
    """The numbering part of the document being written."""

    def __init__(self, numbering: Elemen) -> None:
        self._akar = numbering
        self._definisi = {cara: self._find_definisi(cara) for cara in NAMA_DEFINISI}
        self._nomor = max((int(n.get(w["numId"], "0")) for n in numbering.iterchildren(w["num"])), default=0)

    def _find_definisi(self, cara: str) -> str:
        terbesar = -1
        for definisi in self._akar.iterchildren(w["abstractNum"]):
            nama = definisi.find(w["name"])
            id_definisi = definisi.get(w["abstractNumId"], "0")
            if nama is not None and nama.get(w["val"]) == NAMA_DEFINISI[cara]:
                return id_definisi
            terbesar = max(terbesar, int(id_definisi))
        baru = add_definisi(self._akar, cara, terbesar + 1)
        # Definitions stand before the instances.
        instansi = self._akar.find(w["num"])
        if instansi is not None:
            instansi.addprevious(baru)
        return str(terbesar + 1)

    def start_daftar(self, cara: str, tingkat: int) -> int:
        """A list of its own at this depth; returns the numId for its items."""
        self._nomor += 1
        num = add(self._akar, "num", numId=self._nomor)
        add(num, "abstractNumId", val=self._definisi[cara])
        if cara != "-":
            add(add(num, "lvlOverride", ilvl=tingkat), "startOverride", val=1)
        penutup = self._akar.find(w["numIdMacAtCleanup"])
        if penutup is not None:
            penutup.addprevious(num)
        return self._nomor


def add_definisi(akar: Elemen, cara: str, nomor: int) -> Elemen:
    """Append the definition of one way of marking, six levels deep."""
    definisi = add(akar, "abstractNum", abstractNumId=nomor)
    add(definisi, "multiLevelType", val="multilevel")
    add(definisi, "name", val=NAMA_DEFINISI[cara])
    bentuk, pola = BENTUK[cara]
    for tingkat in range(JUMLAH_TINGKAT):
        lvl = add(definisi, "lvl", ilvl=tingkat)
        add(lvl, "start", val=1)
        add(lvl, "numFmt", val=bentuk)
        add(lvl, "suff", val="tab")
        add(lvl, "lvlText", val=pola.format(tingkat + 1))
        add(lvl, "lvlJc", val="left")
        add(add(lvl, "pPr"), "ind", left=INDEN_TWIP * (tingkat + 1), hanging=INDEN_TWIP)
    return definisi
