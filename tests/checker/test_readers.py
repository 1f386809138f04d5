"""Files that are no report end in one message; what a report holds is read with its place."""

import io
import zipfile
from pathlib import Path

import pytest

from akuntabel.core.readers.baca import read_berkas
from akuntabel.core.readers.galat import BerkasTidakTerbacaError

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _docx(badan: str) -> bytes:
    keluaran = io.BytesIO()
    with zipfile.ZipFile(keluaran, "w", zipfile.ZIP_DEFLATED) as zip_:
        zip_.writestr("word/document.xml", f"<w:document {W}><w:body>{badan}</w:body></w:document>")
    return keluaran.getvalue()


def _tulis(tmp_path: Path, nama: str, isi: bytes) -> Path:
    (tmp_path / nama).write_bytes(isi)
    return tmp_path / nama


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("a.pdf", b"%PDF-1.7"),
        ("a.docx", b"PK\x03\x04rusak"),
        ("a.xlsx", _docx("").replace(b"word/document.xml", b"xl/workbook.xml__")),
        ("a.docx", _docx("").replace(b"PK\x01\x02", b"PK\x09\x09")),
        ("a.bin", b"\xff\xfe\x00\x01"),
        ("a.txt", b"teks\0biner"),
    ],
)
def test_unreadable_file_ends_in_one_message(nama: str, isi: bytes, tmp_path: Path):
    with pytest.raises(BerkasTidakTerbacaError, match=r"tidak dapat dibaca, .+\.$"):
        read_berkas(_tulis(tmp_path, nama, isi))


def test_missing_file_ends_in_one_message(tmp_path: Path):
    with pytest.raises(BerkasTidakTerbacaError):
        read_berkas(tmp_path / "tidak-ada.docx")


def test_hostile_entities_are_not_expanded(tmp_path: Path):
    bom = b'<!DOCTYPE x [<!ENTITY a "AAAA"><!ENTITY b "&a;&a;&a;&a;">]>'
    isi = io.BytesIO()
    with zipfile.ZipFile(isi, "w") as zip_:
        xml = bom.decode() + f"<w:document {W}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
        zip_.writestr("word/document.xml", xml)
    assert "AAAA" not in str(read_berkas(_tulis(tmp_path, "a.docx", isi.getvalue())).isi)


def test_deletions_are_gone_and_insertions_stay(tmp_path: Path):
    badan = (
        "<w:p><w:r><w:t>Nilai </w:t></w:r><w:del><w:r><w:delText>lama</w:delText><w:t>usang</w:t></w:r></w:del>"
        "<w:ins><w:r><w:t>baru</w:t></w:r></w:ins></w:p>"
    )
    naskah = read_berkas(_tulis(tmp_path, "a.docx", _docx(badan)))
    assert [p.teks for p in naskah.daftar_paragraf] == ["Nilai baru"]


def test_text_keeps_the_line_and_joins_a_label_that_went_on_below(tmp_path: Path):
    teks = (
        "Tabel 3.1\nPengukuran\n\nNo\tIndikator\tKinerja\t\n\t\tTarget\tRealisasi\n"
        "1\tpemilih disabilitas\t75%\t47,2%\n\n\tdalam pemilihan\t\t\n2\tb. lain\t10%\t9%\n"
    )
    (tabel,) = read_berkas(_tulis(tmp_path, "a.txt", teks.encode())).daftar_tabel
    assert tabel.caption == "Tabel 3.1 Pengukuran"
    assert tabel.kepala == ("No", "Indikator", "Kinerja Target", "Kinerja Realisasi")
    assert [s.teks for s in tabel.baris[0]] == ["1", "pemilih disabilitas dalam pemilihan", "75%", "47,2%"]
    assert tabel.baris[1][0].letak.baris_berkas == 9


def test_html_spans_keep_the_columns(tmp_path: Path):
    html = (
        "<!doctype html><html><table><caption>Tabel 1 A</caption><tr><th>No</th><th>Sasaran</th><th>Target</th></tr>"
        "<tr><td rowspan=2>1</td><td rowspan=2>S</td><td>5</td></tr><tr><td>6</td></tr></table></html>"
    )
    (tabel,) = read_berkas(_tulis(tmp_path, "a.html", html.encode())).daftar_tabel
    assert [[s.teks for s in b] for b in tabel.baris] == [["1", "S", "5"], ["", "", "6"]]
