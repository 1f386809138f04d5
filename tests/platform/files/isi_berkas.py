"""The smallest contents of each kind."""

import io
import zipfile

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00"
CSV = "kode,uraian\n01,Partisipasi pemilih ≥ 75 %\n".encode()
P12 = b"\x30\x82\x0a\x10\x02\x01\x03\x30\x82"
EXE = b"MZ\x90\x00\x03\x00\x00\x00" + b"\x00" * 60
ELF = b"\x7fELF\x02\x01\x01" + b"\x00" * 60


def build_zip(**anggota: str) -> bytes:
    """A ZIP with these members; dots in names are written as two underscores."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as arsip:
        for nama, isi in anggota.items():
            arsip.writestr(nama.replace("__", "."), isi)
    return wadah.getvalue()


def build_ooxml(jenis: str) -> bytes:
    """An Office file whose main part has this content type."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as arsip:
        arsip.writestr("[Content_Types].xml", f'<Types><Override ContentType="application/vnd.{jenis}"/></Types>')
    return wadah.getvalue()


DOCX = build_ooxml("openxmlformats-officedocument.wordprocessingml.document.main+xml")
XLSX = build_ooxml("openxmlformats-officedocument.spreadsheetml.sheet.main+xml")
XLSM = build_ooxml("ms-excel.sheet.macroEnabled.main+xml")
ZIP = build_zip(datapackage__json="{}")
