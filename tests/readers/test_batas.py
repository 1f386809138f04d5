"""Files made to exhaust the machine, or of another kind than their name, end in one message within bounds."""

import contextlib
import resource
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from akuntabel.core.naskah.terbaca import NaskahTerbaca
from akuntabel.core.readers import batas
from akuntabel.core.readers.baca import read_berkas, read_isi
from akuntabel.core.readers.galat import BerkasTidakTerbacaError
from akuntabel.core.readers.lembar import anak
from akuntabel.core.readers.lembar.anak import run_terbatas
from buat_berkas import W, buat_docx, buat_ole, buat_xlsx, buat_zip, p, tc, tr

BOM_ENTITAS = (
    '<!DOCTYPE x [<!ENTITY a "AAAAAAAAAA">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
SALINDIA = {"ppt/presentation.xml": "<p/>"}
ODT = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}


@pytest.mark.parametrize(
    ("isi", "sebab"),
    [
        (b"", "kosong"),
        (b"PK\x03\x04rusak", "rusak"),
        (buat_docx("")[:-30], "rusak"),
        (buat_zip({"word/document.xml": "<w:document"}), "rusak"),
        (buat_zip({"word/document.xml": f"<w:document {W}/>"}), "tidak mempunyai isi"),
        (buat_zip({"word/styles.xml": "<x/>"}), "tidak mempunyai isi"),
        (buat_zip({"xl/styles.xml": "<x/>"}), "tidak mempunyai isi"),
        (buat_zip({"xl/workbook.bin": b"\1\2\3"}), "rusak"),
        (buat_zip(SALINDIA), "PowerPoint"),
        (buat_zip(ODT), "simpan sebagai .docx"),
        (buat_zip({"catatan.txt": "isi"}), "arsip zip"),
        (buat_ole("WordDocument"), "Word lama"),
        (buat_ole("EncryptedPackage"), "kata sandi"),
        (buat_ole("Workbook", b"bukan buku kerja"), "rusak"),
        (buat_ole("Lain"), "tidak dikenal"),
        (b"{\\rtf1 isi}", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "hasil pindai"),
        (b"\xff\xd8\xff\xe0", "hasil pindai"),
        (b"teks\0biner", "bukan dokumen"),
    ],
)
def test_other_kinds_and_broken_files_say_what_they_are(isi: bytes, sebab: str):
    with pytest.raises(BerkasTidakTerbacaError, match=rf"^a: tidak dapat dibaca, .*{sebab}.*\.$"):
        read_isi("a", isi)


def test_folder_is_no_document(tmp_path: Path):
    with pytest.raises(BerkasTidakTerbacaError, match="ini folder"):
        read_berkas(tmp_path)


def test_file_larger_than_the_limit_is_not_even_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    berkas = tmp_path / "a.txt"
    berkas.write_text("isi laporan")
    monkeypatch.setattr("akuntabel.core.readers.baca.BATAS_BERKAS", 5)
    with pytest.raises(BerkasTidakTerbacaError, match="lebih besar dari"):
        read_berkas(berkas)


def test_zip_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch):
    bom = buat_zip({"word/document.xml": b"<" + b" " * (3 * batas.MB)})
    _ditolak(bom, "100 kali")
    monkeypatch.setattr(batas, "BATAS_BUKA", 2 * batas.MB)
    _ditolak(bom, "lebih dari 2 MB setelah dibuka")


def test_too_many_parts_and_tricks_with_names_are_refused():
    _ditolak(buat_zip({f"word/{n}.xml": "" for n in range(batas.BATAS_ENTRI + 1)}), "lebih dari 2000 bagian")
    _ditolak(buat_zip({"word/document.xml": "", "../../etc/passwd": ""}), "tidak wajar")
    _ditolak(buat_zip({"word/document.xml": "", "/word/document.xml": ""}), "kembar")


def test_locked_zip_says_so():
    isi = bytearray(buat_docx(p("isi")))
    tengah = isi.index(b"PK\x01\x02")
    isi[tengah + 8] |= 1
    _ditolak(bytes(isi), "kata sandi")


def test_entities_are_never_expanded():
    docx = buat_zip({"word/document.xml": f"{BOM_ENTITAS}<w:document {W}><w:body>{p('x&i;y')}</w:body></w:document>"})
    html = f"{BOM_ENTITAS}<html><body><p>x&i;y</p></body></html>".encode()
    for isi in (docx, html):
        assert "AAAA" not in _teks_cepat(isi)


def test_external_entities_are_not_fetched(tmp_path: Path):
    rahasia = tmp_path / "rahasia.txt"
    rahasia.write_text("RAHASIA")
    tipe = f'<!DOCTYPE x [<!ENTITY r SYSTEM "{rahasia.as_uri()}">]>'
    docx = buat_zip({"word/document.xml": f"{tipe}<w:document {W}><w:body>{p('x&r;y')}</w:body></w:document>"})
    html = f"{tipe}<html><body><p>x&r;y</p></body></html>".encode()
    assert "RAHASIA" not in str(read_isi("a", docx)) + str(read_isi("a", html))


@pytest.mark.parametrize(
    "isi",
    [
        buat_docx("<w:tbl>" * 200 + "</w:tbl>" * 200),
        buat_docx("".join(f"<w:tbl><w:tr><w:tc>{p('x')}" for _ in range(80)) + "</w:tc></w:tr></w:tbl>" * 80),
        buat_docx("<w:p>" + "<w:r>" * 5000 + "</w:r>" * 5000 + "</w:p>"),
        b"<html>" + b"<div>" * 100_000 + b"x",
        b"<html>" + b"<table><tr><td>" * 5_000 + b"x",
        b"<html>" + b"<ol>" + b"<li>x" * 20_000,
    ],
    ids=["tbl", "tbl-isi", "run", "div", "table", "li"],
)
def test_deep_or_long_nesting_ends_soon(isi: bytes):
    _teks_cepat(isi)


@pytest.mark.parametrize(
    "isi",
    [
        b"<html><table><tr>" + b"<td colspan=1000 rowspan=65000>x" * 50 + b"</tr>" + b"<tr><td></tr>" * 20_000,
        b"<html><table>" + b"<tr><td rowspan=0 colspan=150>x</tr>" * 9_000,
        buat_docx("<w:tbl>" + tr(*[tc("x", '<w:gridSpan w:val="999999999"/>')] * 50) + tr("a", "b") + "</w:tbl>"),
        buat_docx("<w:tbl>" + tr("a", "b", sifat='<w:gridBefore w:val="4000000"/>') + tr("a", "b") + "</w:tbl>"),
    ],
    ids=["html", "html-rowspan", "gridSpan", "gridBefore"],
)
def test_absurd_spans_end_soon(isi: bytes):
    with pytest.raises(BerkasTidakTerbacaError, match=r"kolom|terlalu besar"):
        _baca_cepat(isi)


@pytest.mark.parametrize(
    ("lembar", "sebab"),
    [
        ('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', "200 kolom"),
        ('<row r="1048576"><c r="A1048576"><v>1</v></c></row>', "terlalu besar"),
    ],
)
def test_far_cell_is_refused(lembar: str, sebab: str):
    with pytest.raises(BerkasTidakTerbacaError, match=sebab):
        _baca_cepat(buat_xlsx(f"<sheetData>{lembar}</sheetData>"))


def test_far_cell_that_is_blank_and_huge_merges_cost_nothing():
    isi = '<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="XFD1048576" s="3"/></row>'
    gabung = '<mergeCell ref="A1:XFD1048576"/>' * 20_000
    assert _baca_cepat(buat_xlsx(f"<sheetData>{isi}</sheetData><mergeCells>{gabung}</mergeCells>")).isi


def _kerja_lama(_berkas: str, _isi: bytes) -> None:
    time.sleep(60)


def _kerja_besar(_berkas: str, isi: bytes) -> int:
    return len(isi * 300_000_000)


def _kerja_mati(_berkas: str, _isi: bytes) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (1, 1))
    while True:
        pass


@pytest.mark.parametrize(
    ("kerja", "sebab"),
    [(_kerja_lama, "belum selesai"), (_kerja_besar, "terlalu besar"), (_kerja_mati, "rusak atau terlalu besar")],
)
def test_child_that_takes_too_much_ends_in_one_message(kerja, sebab: str, monkeypatch: pytest.MonkeyPatch):
    mulai = time.monotonic()
    monkeypatch.setattr(anak, "BATAS_TUNGGU", 1)
    with pytest.raises(BerkasTidakTerbacaError, match=sebab):
        run_terbatas("a", kerja, b"xxxxxxxxxx", detik=1 if kerja is _kerja_lama else 5, memori=200 * batas.MB)
    assert time.monotonic() - mulai < 5


KECIL = (
    buat_docx(p("Tabel 1 Uji") + "<w:tbl>" + tr("a", "b") + tr("1", "2") + "</w:tbl>"),
    buat_xlsx(
        '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1"><v>1</v></c></row></sheetData>'
    ),
    b"<!doctype html><html><body><p>teks</p><table><tr><th>a<td rowspan=2>1<tr><td>2</table></body></html>",
)


def _bongkar(isi: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(BytesIO(isi)) as zip_:
        return [(n, zip_.read(n)) for n in zip_.namelist()]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(KECIL), st.lists(st.tuples(st.integers(0, 4000), st.binary(max_size=6)), min_size=1, max_size=4))
@example(KECIL[0], [(0, b"PK")])
def test_spoiled_bytes_give_a_document_or_one_message(isi: bytes, rusak: list[tuple[int, bytes]]):
    """Once in the file itself, once in the parts of the archive, which reach further."""
    _baca_atau_pesan(_rusakkan(isi, rusak))
    if isi.startswith(b"PK"):
        _baca_atau_pesan(buat_zip({nama: _rusakkan(bagian, rusak) for nama, bagian in _bongkar(isi)}))


def _rusakkan(isi: bytes, rusak: list[tuple[int, bytes]]) -> bytes:
    for tempat, byte in rusak:
        n = tempat % (len(isi) + 1)
        isi = isi[:n] + byte + isi[n + len(byte) :]
    return isi


def _baca_atau_pesan(isi: bytes) -> None:
    with contextlib.suppress(BerkasTidakTerbacaError):
        assert isinstance(read_isi("a", isi), NaskahTerbaca)


def _ditolak(isi: bytes, sebab: str) -> None:
    with pytest.raises(BerkasTidakTerbacaError, match=sebab):
        _baca_cepat(isi)


def _teks_cepat(isi: bytes) -> str:
    """What is read, or the message."""
    try:
        return " ".join(p.teks for p in _baca_cepat(isi).daftar_paragraf)
    except BerkasTidakTerbacaError as galat:
        return str(galat)


def _baca_cepat(isi: bytes) -> NaskahTerbaca:
    """Read within five seconds and half a gigabyte more."""
    mulai, memori = time.monotonic(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    try:
        return read_isi("a", isi)
    finally:
        assert time.monotonic() - mulai < 5
        assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memori < 512 * 1024
