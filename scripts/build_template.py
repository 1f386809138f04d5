#!/usr/bin/env python3
"""Build the Word template that ships with the package: styles, numbering, header, footer, a page of samples.

An agency opens it in Word, restyles it, and gives its copy to ``akuntabel lkj --template``. Looks are decided here
and nowhere else. Run it after a change; a test compares the shipped file with what this builds.
"""

from pathlib import Path
from xml.sax.saxutils import escape

from lxml import etree
from template_gaya import AKSEN, build_styles

from akuntabel.core.render.docx.nomor_daftar import NAMA_DEFINISI, add_definisi
from akuntabel.core.render.docx.paket import dump_xml, write_paket
from akuntabel.core.render.docx.wml import NSMAP, W, w

TUJUAN = Path(__file__).parent.parent / "src/akuntabel/core/render/templates/laporan.docx"

RNS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PNS = "http://schemas.openxmlformats.org/package/2006"
WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
KEPALA_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def build_numbering() -> bytes:
    """numbering.xml: the three ways of marking a list."""
    akar = etree.Element(w["numbering"], nsmap={"w": NSMAP["w"]})
    for nomor, cara in enumerate(NAMA_DEFINISI):
        add_definisi(akar, cara, nomor)
    return dump_xml(akar)


def build_settings() -> str:
    """settings.xml: Word 2013 and later, Indonesian signs."""
    return (
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="id-ID"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
        "</w:settings>"
    )


def build_kepala() -> str:
    """The header: one line of words over a rule."""
    return (
        f'<w:hdr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>'
        "<w:r><w:t>{{kepala_halaman}}</w:t></w:r></w:p></w:hdr>"
    )


def build_kaki() -> str:
    """The footer: words and page number at the right; without a tab they fit both directions of paper."""
    nomor = "".join(
        f"<w:r><w:rPr><w:b/><w:bCs/>{warna}</w:rPr>{isi}</w:r>"
        for warna, isi in (
            (f'<w:color w:val="{AKSEN}"/>', bagian)
            for bagian in (
                '<w:fldChar w:fldCharType="begin"/>',
                '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
                '<w:fldChar w:fldCharType="separate"/>',
                "<w:t>1</w:t>",
                '<w:fldChar w:fldCharType="end"/>',
            )
        )
    )
    return (
        f'<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
        '<w:r><w:t>{{kaki_halaman}}</w:t></w:r><w:r><w:t xml:space="preserve">   </w:t></w:r>'
        f"{nomor}</w:p></w:ftr>"
    )


CONTOH = (
    ("Title", "Judul sampul (gaya Title)"),
    ("Subtitle", "Anak judul sampul (gaya Subtitle)"),
    ("Heading1", "Judul bab (gaya Heading 1)"),
    (
        "BodyText",
        "Isi template ini hanya contoh dan diganti seluruhnya. Ubah gaya, kepala, dan kaki halaman di Word.",
    ),
    ("Heading2", "Subbab (gaya Heading 2)"),
    ("Heading3", "Bagian subbab (gaya Heading 3)"),
    ("Heading4", "Rincian (gaya Heading 4)"),
    ("TanpaInden", "Paragraf tanpa inden (gaya Tanpa Inden)."),
    ("Quote", "Kutipan, misalnya visi (gaya Quote)."),
    ("Draf", "Kalimat yang dibuat dari fakta dan belum disetujui (gaya Draf)."),
    ("Kurang", "Isi yang diminta peraturan dan belum ada (gaya Kurang)."),
    ("Caption", "Tabel 1.1 Keterangan tabel dan gambar (gaya Caption)"),
    ("TabelKepala", "Kepala tabel (gaya Tabel Kepala; warna baris dari gaya tabel Tabel Laporan)"),
    ("TabelIsi", "Isi tabel (gaya Tabel Isi)"),
    ("Catatan", "Sumber dan catatan (gaya Catatan)."),
)


def build_dokumen() -> str:
    """document.xml: a sample of each style, and the section whose header and footer the writer takes over."""
    contoh = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{id_gaya}"/></w:pPr><w:r><w:t>{escape(teks)}</w:t></w:r></w:p>'
        for id_gaya, teks in CONTOH
    )
    return (
        f'<w:document xmlns:w="{W}" xmlns:r="{RNS}"><w:body>{contoh}<w:sectPr>'
        '<w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1701" '
        'w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def build_template() -> dict[str, bytes]:
    """All parts of the template, by name."""
    teks = {
        "[Content_Types].xml": _jenis_isi(),
        "_rels/.rels": _hubungan(
            (f"{RNS}/officeDocument", "word/document.xml"),
        ),
        "word/_rels/document.xml.rels": _hubungan(
            *(
                (f"{RNS}/{jenis}", f"{nama}.xml")
                for jenis, nama in (
                    ("styles", "styles"),
                    ("numbering", "numbering"),
                    ("settings", "settings"),
                    ("header", "header1"),
                    ("footer", "footer1"),
                )
            )
        ),
        "word/document.xml": build_dokumen(),
        "word/styles.xml": build_styles(),
        "word/settings.xml": build_settings(),
        "word/header1.xml": build_kepala(),
        "word/footer1.xml": build_kaki(),
    }
    bagian = {nama: (KEPALA_XML + isi).encode() for nama, isi in teks.items()}
    return bagian | {"word/numbering.xml": build_numbering()}


def _jenis_isi() -> str:
    daftar = ("document.main", "styles", "numbering", "settings", "header", "footer")
    berkas = ("document", "styles", "numbering", "settings", "header1", "footer1")
    bagian = "".join(
        f'<Override PartName="/word/{nama}.xml" ContentType="{WML}.{jenis}+xml"/>'
        for nama, jenis in zip(berkas, daftar, strict=True)
    )
    return (
        f'<Types xmlns="{PNS}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{bagian}</Types>'
    )


def _hubungan(*daftar: tuple[str, str]) -> str:
    isi = "".join(
        f'<Relationship Id="rId{nomor}" Type="{jenis}" Target="{sasaran}"/>'
        for nomor, (jenis, sasaran) in enumerate(daftar, start=1)
    )
    return f'<Relationships xmlns="{PNS}/relationships">{isi}</Relationships>'


if __name__ == "__main__":
    TUJUAN.write_bytes(write_paket(build_template()))
