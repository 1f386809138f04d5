"""Small documents written by hand, for what no library writes on purpose."""

import io
import struct
import zipfile
from collections.abc import Mapping

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"


def buat_zip(bagian: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of these parts."""
    keluaran = io.BytesIO()
    with zipfile.ZipFile(keluaran, "w", zipfile.ZIP_DEFLATED) as zip_:
        for nama, isi in bagian.items():
            zip_.writestr(nama, isi)
    return keluaran.getvalue()


def _hubungan(jenis_ke_tujuan: Mapping[str, str]) -> str:
    isi = "".join(f'<Relationship Id="{j}" Type="{R}/{j}" Target="{t}"/>' for j, t in jenis_ke_tujuan.items())
    return f'<Relationships xmlns="{RELS}">{isi}</Relationships>'


def buat_docx(badan: str, **bagian: str) -> bytes:
    """A Word document of this body; further parts (styles, numbering, footnotes) by their content."""
    ruang = (
        f'{W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
        ' xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    berkas = {"word/document.xml": f"<w:document {ruang}><w:body>{badan}</w:body></w:document>"}
    if bagian:
        berkas["word/_rels/document.xml.rels"] = _hubungan({nama: f"{nama}.xml" for nama in bagian})
        berkas |= {f"word/{nama}.xml": f"<w:{nama} {W}>{isi}</w:{nama}>" for nama, isi in bagian.items()}
    return buat_zip(berkas)


def p(teks: str, sifat: str = "") -> str:
    """A Word paragraph of one run."""
    return f"<w:p>{f'<w:pPr>{sifat}</w:pPr>' if sifat else ''}<w:r><w:t xml:space='preserve'>{teks}</w:t></w:r></w:p>"


def tc(isi: str, sifat: str = "") -> str:
    """A Word cell; plain words become a paragraph."""
    return f"<w:tc>{f'<w:tcPr>{sifat}</w:tcPr>' if sifat else ''}{isi if isi.startswith('<') else p(isi)}</w:tc>"


def tr(*sel: str, sifat: str = "") -> str:
    """A Word row of cells or words."""
    isi = "".join(s if s.startswith("<w:tc>") else tc(s) for s in sel)
    return f"<w:tr>{f'<w:trPr>{sifat}</w:trPr>' if sifat else ''}{isi}</w:tr>"


def buat_xlsx(isi_lembar: str, gaya: str = "") -> bytes:
    """A workbook of one sheet, "Data", from the XML of its rows."""
    return buat_zip(
        {
            "_rels/.rels": _hubungan({"officeDocument": "xl/workbook.xml"}),
            "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{R}"><sheets>'
            '<sheet name="Data" sheetId="1" r:id="worksheet"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": _hubungan({"worksheet": "worksheets/sheet1.xml", "styles": "styles.xml"}),
            "xl/styles.xml": f'<styleSheet xmlns="{S}">{gaya}</styleSheet>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{S}">{isi_lembar}</worksheet>',
        }
    )


def buat_ole(nama: str, isi: bytes = b"") -> bytes:
    """A compound file (.xls, .doc, a locked .docx) with one stream."""
    isi = isi.ljust(4096, b"\0")
    isi += b"\0" * (-len(isi) % 512)
    jumlah = len(isi) // 512
    akhir, bebas, tabel = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
    rantai = [tabel, akhir, *range(3, jumlah + 2), akhir]
    kepala = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    kepala += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, akhir, 0, akhir, 0)
    kepala += struct.pack("<109I", 0, *[bebas] * 108)
    direktori = _entri("Root Entry", 5, 1, akhir, 0) + _entri(nama, 2, bebas, 2, len(isi)) + bytes(256)
    return kepala + struct.pack("<128I", *rantai, *[bebas] * (128 - len(rantai))) + direktori + isi


def _entri(nama: str, jenis: int, anak: int, awal: int, besar: int) -> bytes:
    tulis = nama.encode("utf-16-le")
    return (
        tulis.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(tulis) + 2, jenis, 1, 0xFFFFFFFF, 0xFFFFFFFF, anak)
        + bytes(36)
        + struct.pack("<IQ", awal, besar)
    )


def buat_xls(baris: list[list[str | float]]) -> bytes:
    """An old workbook of one sheet, "Data"."""

    def rekam(kode: int, isi: bytes) -> bytes:
        return struct.pack("<HH", kode, len(isi)) + isi

    def bof(jenis: int) -> bytes:
        return rekam(0x809, struct.pack("<HHHHII", 0x600, jenis, 0x0DBB, 0x07CC, 0, 6))

    sel = b""
    for n, isi in enumerate(baris):
        for k, nilai in enumerate(isi):
            if isinstance(nilai, str):
                sel += rekam(0x204, struct.pack("<HHHHB", n, k, 0, len(nilai), 0) + nilai.encode("latin-1"))
            else:
                sel += rekam(0x203, struct.pack("<HHHd", n, k, 0, nilai))
    nama = b"Data"
    awal = bof(5)
    panjang = len(awal) + 4 + 8 + len(nama) + 4
    lembar = rekam(0x85, struct.pack("<IBBBB", panjang, 0, 0, len(nama), 0) + nama)
    return buat_ole("Workbook", awal + lembar + rekam(0x0A, b"") + bof(0x10) + sel + rekam(0x0A, b""))
