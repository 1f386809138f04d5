"""Order of elements: Word opens only what stands in the order of the schema (ECMA-376, transitional)."""

import posixpath
from dataclasses import replace

import pytest
from baca_docx import W, read_bagian, render_contoh
from contoh_naskah import build_contoh_naskah
from lxml import etree

from akuntabel.core.naskah.model import Kertas

PPR = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
RPR = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs "
    "em lang eastAsianLayout specVanish oMath"
)
TBLPR = (
    "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
    "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
)
SEKUEN = {
    "pPr": PPR,
    "rPr": RPR,
    "tblPr": TBLPR,
    "trPr": (
        "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden"
    ),
    "tcPr": ("cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark"),
    "tcBorders": "top left bottom right insideH insideV tl2br tr2bl",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "pBdr": "top left bottom right between bar",
    "numPr": "ilvl numId",
    "tbl": "tblPr tblGrid tr*",
    "tblGrid": "gridCol*",
    "tr": "tblPrEx trPr tc*",
    "sdt": "sdtPr sdtEndPr sdtContent",
    "docPartObj": "docPartGallery docPartCategory docPartUnique",
    "sectPr": (
        "headerReference* footerReference* footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
        "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings"
    ),
    "styles": "docDefaults latentStyles style*",
    "docDefaults": "rPrDefault pPrDefault",
    "style": (
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
        "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr*"
    ),
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "numbering": "numPicBullet* abstractNum* num* numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl*",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride*",
    "lvlOverride": "startOverride lvl",
    "settings": (
        "writeProtection view zoom mirrorMargins defaultTabStop autoHyphenation evenAndOddHeaders "
        "characterSpacingControl footnotePr endnotePr compat docVars rsids themeFontLang clrSchemeMapping "
        "shapeDefaults decimalSymbol listSeparator"
    ),
}
WAJIB_PERTAMA = {"p": "pPr", "r": "rPr", "tc": "tcPr"}


def find_salah_urut(akar: etree._Element) -> list[str]:
    """Elements whose children are unknown to the schema, repeated, or out of order."""
    salah = []
    for elemen in akar.iter(f"{W}*"):
        nama = etree.QName(elemen).localname
        anak = [etree.QName(e).localname for e in elemen]
        if nama in SEKUEN and not _is_urut(anak, SEKUEN[nama].split()):
            salah.append(f"{nama}: {anak}")
        pertama = WAJIB_PERTAMA.get(nama)
        if pertama in anak[1:]:
            salah.append(f"{nama}: {anak}")
        if nama == "tc" and anak[-1] != "p":
            salah.append(f"tc does not end in a paragraph: {anak}")
    return salah


def _is_urut(anak: list[str], sekuen: list[str]) -> bool:
    urutan = [s.rstrip("*") for s in sekuen]
    berulang = {s.rstrip("*") for s in sekuen if s.endswith("*")}
    if any(a not in urutan for a in anak):
        return False
    letak = [urutan.index(a) for a in anak]
    return letak == sorted(letak) and all(a in berulang or anak.count(a) == 1 for a in anak)


@pytest.mark.parametrize("kertas", list(Kertas))
def test_every_part_has_its_elements_in_the_order_of_the_schema(kertas: Kertas) -> None:
    bagian = read_bagian(render_contoh(replace(build_contoh_naskah(), kertas=kertas)))
    xml = [nama for nama in bagian if nama.startswith("word/") and nama.endswith(".xml")]
    assert len(xml) == 6
    for nama in xml:
        assert find_salah_urut(etree.fromstring(bagian[nama])) == [], nama


def test_the_check_sees_a_property_out_of_order() -> None:
    ns = W.strip("{}")
    salah = etree.fromstring(f'<w:p xmlns:w="{ns}"><w:pPr><w:jc w:val="left"/><w:pStyle w:val="X"/></w:pPr></w:p>')
    ganda = etree.fromstring(f'<w:tcPr xmlns:w="{ns}"><w:shd/><w:shd/></w:tcPr>')
    asing = etree.fromstring(f'<w:pPr xmlns:w="{ns}"><w:bukan/></w:pPr>')
    assert all(find_salah_urut(e) for e in (salah, ganda, asing))


def test_every_relationship_leads_to_a_part_and_every_part_has_a_content_type() -> None:
    bagian = read_bagian(render_contoh())
    jenis = etree.fromstring(bagian["[Content_Types].xml"])
    bawaan = {e.get("Extension") for e in jenis if e.get("Extension")}
    tersebut = {e.get("PartName") for e in jenis if e.get("PartName")}
    assert all(f"/{nama}" in tersebut or nama.rpartition(".")[2] in bawaan for nama in bagian)
    assert all(nama.lstrip("/") in bagian for nama in tersebut)
    jumlah = 0
    for nama in (n for n in bagian if n.endswith(".rels")):
        folder = posixpath.dirname(posixpath.dirname(nama))
        for hubungan in etree.fromstring(bagian[nama]):
            assert posixpath.normpath(posixpath.join(folder, hubungan.get("Target", ""))) in bagian
            jumlah += 1
    assert jumlah == 5 + 3 + 2


def test_every_style_and_list_that_is_used_is_defined() -> None:
    bagian = read_bagian(render_contoh())
    dokumen = etree.fromstring(bagian["word/document.xml"])
    styles = etree.fromstring(bagian["word/styles.xml"])
    ada = {g.get(f"{W}styleId") for g in styles.findall(f"{W}style")}
    dipakai = {e.get(f"{W}val") for n in ("pStyle", "rStyle", "tblStyle") for e in dokumen.iter(f"{W}{n}")}
    assert len(dipakai) > 15
    assert dipakai <= ada
    numbering = etree.fromstring(bagian["word/numbering.xml"])
    assert {e.get(f"{W}val") for e in dokumen.iter(f"{W}numId")} == {
        n.get(f"{W}numId") for n in numbering.findall(f"{W}num")
    }
