"""Looks of the Word template: every style, with its type, colours and room."""

from akuntabel.core.render.docx.wml import W

HURUF = "Arial"
TINTA = "1F2937"
AKSEN = "0F4C5C"
LEMBUT = "E7EFF1"
# Names that Word knows as its own.
GAYA_WORD = (
    "Normal",
    "Body Text",
    "Title",
    "Subtitle",
    "Quote",
    "caption",
    "List Number",
    "List Bullet",
    "table of figures",
    "header",
    "footer",
    "Default Paragraph Font",
    "No List",
)
GARIS = "BFC9CE"
ABU = "4B5563"


def huruf(pt: float, *, warna: str = "", tebal: bool = False, miring: bool = False, jarak: int = 0) -> str:
    """Run properties in the order of the schema."""
    return "".join(
        (
            "<w:b/><w:bCs/>" if tebal else "",
            "<w:i/><w:iCs/>" if miring else "",
            f'<w:color w:val="{warna}"/>' if warna else "",
            f'<w:spacing w:val="{jarak}"/>' if jarak else "",
            f'<w:sz w:val="{int(pt * 2)}"/><w:szCs w:val="{int(pt * 2)}"/>',
        )
    )


def spasi(atas: int, bawah: int, baris: int = 240) -> str:
    """Room above and below in twips; ``baris`` 240 is single spacing."""
    return f'<w:spacing w:before="{atas}" w:after="{bawah}" w:line="{baris}" w:lineRule="auto"/>'


def gaya(
    nama: str,
    id_gaya: str,
    *,
    jenis: str = "paragraph",
    induk: str = "Normal",
    berikut: str = "",
    ppr: str = "",
    rpr: str = "",
    prioritas: int = 1,
    is_utama: bool = True,
    is_baku: bool = False,
) -> str:
    """One style. ``is_utama``: shown in Word's gallery; ``is_baku``: what text has that names no style."""
    baku = ' w:default="1"' if is_baku else ""
    buatan = "" if nama in GAYA_WORD or nama.startswith(("heading ", "toc ")) else ' w:customStyle="1"'
    return "".join(
        (
            f'<w:style w:type="{jenis}"{baku}{buatan} w:styleId="{id_gaya}">',
            f'<w:name w:val="{nama}"/>',
            f'<w:basedOn w:val="{induk}"/>' if induk else "",
            f'<w:next w:val="{berikut}"/>' if berikut else "",
            f'<w:uiPriority w:val="{prioritas}"/>',
            "<w:qFormat/>" if is_utama else "",
            f"<w:pPr>{ppr}</w:pPr>" if ppr else "",
            f"<w:rPr>{rpr}</w:rPr>" if rpr else "",
            "</w:style>",
        )
    )


def judul(tingkat: int, pt: float, warna: str, atas: int, bawah: int) -> str:
    """A heading; it keeps to what follows."""
    return gaya(
        f"heading {tingkat}",
        f"Heading{tingkat}",
        berikut="BodyText",
        ppr=f'<w:keepNext/><w:keepLines/>{spasi(atas, bawah)}<w:outlineLvl w:val="{tingkat - 1}"/>',
        rpr=huruf(pt, warna=warna, tebal=True),
        prioritas=9,
    )


def tanda_tepi(id_gaya: str, nama: str, garis: str, warna: str, dasar: str) -> str:
    """A paragraph that waits for a human: a bar at its left and a shade behind it."""
    return gaya(
        nama,
        id_gaya,
        induk="BodyText",
        ppr=(
            f'<w:pBdr><w:left w:val="{garis}" w:sz="24" w:space="8" w:color="{warna}"/></w:pBdr>'
            f'<w:shd w:val="clear" w:color="auto" w:fill="{dasar}"/><w:ind w:left="227" w:firstLine="0"/>'
        ),
    )


def isi_gaya() -> str:
    """All styles of text."""
    daftar_isi = "".join(
        gaya(
            f"toc {tingkat}",
            f"TOC{tingkat}",
            berikut="Normal",
            ppr=(
                '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8787"/></w:tabs>'
                f'{spasi(atas, 40)}<w:ind w:left="{inden}"/>'
            ),
            rpr=huruf(pt, tebal=tebal),
            prioritas=39,
            is_utama=False,
        )
        for tingkat, atas, inden, pt, tebal in (
            (1, 120, 0, 11, True),
            (2, 0, 284, 10.5, False),
            (3, 0, 624, 10, False),
        )
    )
    return "".join(
        (
            gaya("Normal", "Normal", induk="", is_baku=True),
            gaya(
                "Body Text",
                "BodyText",
                ppr=f'{spasi(0, 140, 288)}<w:ind w:firstLine="567"/><w:jc w:val="both"/>',
            ),
            gaya("Tanpa Inden", "TanpaInden", induk="BodyText", ppr='<w:ind w:firstLine="0"/><w:jc w:val="left"/>'),
            judul(1, 20, TINTA, 0, 320),
            judul(2, 13.5, AKSEN, 320, 140),
            judul(3, 11.5, TINTA, 240, 100),
            judul(4, 11, ABU, 200, 80),
            gaya(
                "Title",
                "Title",
                berikut="Subtitle",
                ppr=(
                    f'<w:pBdr><w:left w:val="single" w:sz="36" w:space="14" w:color="{AKSEN}"/></w:pBdr>'
                    f'{spasi(0, 0, 264)}<w:ind w:left="340"/>'
                ),
                rpr=huruf(34, warna=TINTA, tebal=True),
                prioritas=10,
            ),
            gaya(
                "Subtitle",
                "Subtitle",
                berikut="BodyText",
                ppr=spasi(0, 60, 264),
                rpr=huruf(13, warna=AKSEN, tebal=True, jarak=16),
                prioritas=11,
            ),
            gaya(
                "Quote",
                "Quote",
                induk="BodyText",
                berikut="BodyText",
                ppr=(f'{spasi(60, 200, 288)}<w:ind w:left="567" w:right="567" w:firstLine="0"/><w:jc w:val="center"/>'),
                rpr=huruf(11, warna=AKSEN, miring=True),
                prioritas=29,
            ),
            gaya("Catatan", "Catatan", berikut="BodyText", ppr=spasi(50, 200), rpr=huruf(8.5, warna=ABU)),
            tanda_tepi("Draf", "Draf", "dashed", "B45309", "FDF5E6"),
            tanda_tepi("Kurang", "Kurang", "single", "B42318", "FCEFED"),
            gaya(
                "caption",
                "Caption",
                berikut="BodyText",
                ppr=f"<w:keepLines/>{spasi(160, 90)}",
                rpr=huruf(9.5, warna=TINTA, tebal=True),
                prioritas=35,
            ),
            gaya("List Number", "ListNumber", ppr=f'{spasi(0, 70, 276)}<w:jc w:val="both"/>', prioritas=36),
            gaya("List Bullet", "ListBullet", ppr=f'{spasi(0, 70, 276)}<w:jc w:val="both"/>', prioritas=36),
            daftar_isi,
            gaya(
                "table of figures",
                "TableofFigures",
                berikut="Normal",
                ppr=(f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8787"/></w:tabs>{spasi(0, 80)}'),
                rpr=huruf(10.5),
                prioritas=99,
                is_utama=False,
            ),
            gaya("Gambar", "Gambar", berikut="Caption", ppr=f'<w:keepNext/>{spasi(160, 40)}<w:jc w:val="center"/>'),
            gaya("Tabel Isi", "TabelIsi", ppr=spasi(0, 0, 252), rpr=huruf(9)),
            gaya(
                "Tabel Kepala",
                "TabelKepala",
                induk="TabelIsi",
                ppr="<w:keepNext/>",
                rpr=huruf(9, warna=AKSEN, tebal=True),
            ),
            gaya("Isian", "Isian", ppr=spasi(20, 20, 276)),
            gaya("Tanda Tangan", "TandaTangan", ppr=f"<w:keepNext/>{spasi(0, 0, 264)}"),
            gaya(
                "Ruang Kosong",
                "RuangKosong",
                ppr='<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>',
                rpr=huruf(1),
                is_utama=False,
            ),
            gaya(
                "header",
                "Header",
                ppr=_garis("bottom") + spasi(0, 0),
                rpr=huruf(8.5, warna=ABU),
                prioritas=99,
                is_utama=False,
            ),
            gaya(
                "footer",
                "Footer",
                ppr=_garis("top") + spasi(0, 0) + '<w:jc w:val="right"/>',
                rpr=huruf(8.5, warna=ABU),
                prioritas=99,
                is_utama=False,
            ),
            gaya(
                "Default Paragraph Font",
                "DefaultParagraphFont",
                jenis="character",
                induk="",
                is_baku=True,
                is_utama=False,
            ),
            gaya(
                "Nomor Bab",
                "NomorBab",
                jenis="character",
                induk="DefaultParagraphFont",
                rpr=huruf(11, warna=AKSEN, tebal=True, jarak=30),
            ),
            gaya("No List", "NoList", jenis="numbering", induk="", is_baku=True, is_utama=False),
        )
    )


def _garis(sisi: str) -> str:
    return f'<w:pBdr><w:{sisi} w:val="single" w:sz="4" w:space="5" w:color="{GARIS}"/></w:pBdr>'


def gaya_tabel() -> str:
    """The style of every table of figures; its header, total and banded row are what the writer puts on cells."""
    tepi = "".join(
        f'<w:{sisi} w:val="single" w:sz="{tebal}" w:space="0" w:color="{warna}"/>'
        for sisi, tebal, warna in (
            ("top", 8, AKSEN),
            ("left", 4, GARIS),
            ("bottom", 8, AKSEN),
            ("right", 4, GARIS),
            ("insideH", 4, GARIS),
            ("insideV", 4, GARIS),
        )
    )
    sel = "".join(
        f'<w:{sisi} w:w="{lebar}" w:type="dxa"/>'
        for sisi, lebar in (("top", 45), ("left", 91), ("bottom", 45), ("right", 91))
    )
    baris = "".join(
        f'<w:tblStylePr w:type="{jenis}"><w:tcPr>{rupa}</w:tcPr></w:tblStylePr>'
        for jenis, rupa in (
            ("firstRow", _tepi_sel("bottom", 8) + _latar(LEMBUT)),
            ("lastRow", _tepi_sel("top", 8)),
            ("band1Horz", _latar("F3F6F7")),
        )
    )
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="TabelLaporan"><w:name w:val="Tabel Laporan"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{tepi}</w:tblBorders><w:tblCellMar>{sel}</w:tblCellMar></w:tblPr>{baris}</w:style>"
    )


def _tepi_sel(sisi: str, tebal: int) -> str:
    return f'<w:tcBorders><w:{sisi} w:val="single" w:sz="{tebal}" w:space="0" w:color="{AKSEN}"/></w:tcBorders>'


def _latar(warna: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{warna}"/>'


def build_styles() -> str:
    """styles.xml"""
    jenis_huruf = "".join(f' w:{a}="{HURUF}"' for a in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{jenis_huruf}/>{huruf(11)}'
        '<w:lang w:val="id-ID" w:eastAsia="id-ID" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{spasi(0, 0)}</w:pPr></w:pPrDefault></w:docDefaults>"
        f"{isi_gaya()}{gaya_tabel()}</w:styles>"
    )
