"""Words of WordprocessingML: names, measures, and the few elements every part of a document is made of.

Children are always added in the order of the schema (ECMA-376, transitional): Word refuses a file whose
properties stand in another one.
"""

from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from lxml import etree

Elemen = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
NSMAP = {"w": W, "r": R, "wp": WP, "a": A, "pic": PIC}

TWIP_PER_MM = Decimal(1440) / Decimal("25.4")
EMU_PER_MM = 36_000


class _NamaW(dict[str, str]):
    """Qualified names in the main namespace, built once each: a document asks for the same forty, 50,000 times."""

    def __missing__(self, nama: str) -> str:
        self[nama] = qualified = f"{{{W}}}{nama}"
        return qualified


w = _NamaW()
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@cache
def twip(mm: float) -> int:
    """A length on paper in twentieths of a point."""
    return int((Decimal(str(mm)) * TWIP_PER_MM).to_integral_value(ROUND_HALF_UP))


def emu(mm: float) -> int:
    """A length on paper in the units of pictures."""
    return int((Decimal(str(mm)) * EMU_PER_MM).to_integral_value(ROUND_HALF_UP))


def add(induk: Elemen, nama: str, **atribut: str | int) -> Elemen:
    """Append a ``w:`` element whose attributes are in the same namespace."""
    return etree.SubElement(induk, w[nama], {w[kunci]: str(nilai) for kunci, nilai in atribut.items()})


def add_paragraf(induk: Elemen, gaya: str, *, rata: str = "", is_ganti_halaman: bool = False) -> Elemen:
    """Append a paragraph of a style; ``rata`` only where it departs from the style."""
    p = etree.SubElement(induk, w["p"])
    properti = etree.SubElement(p, w["pPr"])
    etree.SubElement(properti, w["pStyle"], {w["val"]: gaya})
    if is_ganti_halaman:
        add(properti, "pageBreakBefore")
    if rata:
        add(properti, "jc", val=rata)
    return p


def add_teks(
    p: Elemen,
    teks: str,
    *,
    gaya: str = "",
    tebal: bool = False,
    miring: bool = False,
    huruf_pt: float | None = None,
) -> None:
    """Append a run of words; a newline in them is a line break."""
    r = etree.SubElement(p, w["r"])
    if gaya or tebal or miring or huruf_pt is not None:
        _add_properti_run(r, gaya, tebal, miring, huruf_pt)
    for ke, baris in enumerate(teks.split("\n")):
        if ke:
            add(r, "br")
        t = etree.SubElement(r, w["t"])
        t.text = baris
        if baris != baris.strip():
            t.set(XML_SPACE, "preserve")


def _add_properti_run(r: Elemen, gaya: str, tebal: bool, miring: bool, huruf_pt: float | None) -> None:
    properti = etree.SubElement(r, w["rPr"])
    if gaya:
        add(properti, "rStyle", val=gaya)
    if tebal:
        add(properti, "b")
    if miring:
        add(properti, "i")
    if huruf_pt is not None:
        setengah_pt = int(Decimal(str(huruf_pt)) * 2)
        add(properti, "sz", val=setengah_pt)
        add(properti, "szCs", val=setengah_pt)


def begin_medan(p: Elemen, instruksi: str) -> None:
    """Open a field that Word can update; what follows up to :func:`end_medan` is its cached result."""
    add(add(p, "r"), "fldChar", fldCharType="begin")
    teks = add(add(p, "r"), "instrText")
    teks.text = f" {instruksi} "
    teks.set(XML_SPACE, "preserve")
    add(add(p, "r"), "fldChar", fldCharType="separate")


def end_medan(p: Elemen) -> None:
    """Close the field opened last."""
    add(add(p, "r"), "fldChar", fldCharType="end")


def add_medan(p: Elemen, instruksi: str, hasil: str, *, tebal: bool = False, huruf_pt: float | None = None) -> None:
    """A whole field with its cached result."""
    begin_medan(p, instruksi)
    add_teks(p, hasil, tebal=tebal, huruf_pt=huruf_pt)
    end_medan(p)
