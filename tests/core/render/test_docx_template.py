"""The shipped template, an agency's own, and files that are no template."""

import sys
import zipfile
from importlib import import_module
from pathlib import Path

import pytest
from baca_docx import GAMBAR, HALAMAN, W, daftar_paragraf, gaya, read_bagian, read_body, render_contoh, teks
from contoh_naskah import build_contoh_naskah
from lxml import etree
from test_docx_urutan import find_salah_urut

from akuntabel.core.render.docx import TemplateTidakSah, render_docx
from akuntabel.core.render.docx.tulis import TEMPLATE_BAWAAN

SKRIP = Path(__file__).parents[3] / "scripts"


def write_zip(berkas: Path, bagian: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(berkas, "w") as arsip:
        for nama, isi in bagian.items():
            arsip.writestr(nama, isi)
    return berkas


def render_dengan(template: Path) -> bytes:
    return render_docx(build_contoh_naskah(), gambar=GAMBAR, halaman=HALAMAN, template=template)


@pytest.fixture
def template_instansi(tmp_path: Path) -> Path:
    """An agency's file: Indonesian style ids, an own header, few styles, no numbering, saved as a template."""
    bagian = read_bagian(TEMPLATE_BAWAAN.read_bytes())
    styles = etree.fromstring(bagian["word/styles.xml"])
    for elemen in styles.findall(f"{W}style"):
        nama = elemen.find(f"{W}name").get(f"{W}val")
        if nama == "heading 1":
            elemen.set(f"{W}styleId", "Judul1")
            elemen.find(f"{W}rPr/{W}color").set(f"{W}val", "AA0000")
        elif nama not in ("Normal", "Normal Table", "Default Paragraph Font", "header"):
            styles.remove(elemen)
    bagian["word/styles.xml"] = etree.tostring(styles)
    kepala = bagian["word/header1.xml"].decode()
    bagian["word/header1.xml"] = kepala.replace(
        "{{kepala_halaman}}</w:t></w:r>", "KOP {{kepala_</w:t></w:r><w:r><w:t>halaman}} SURAT</w:t></w:r>"
    ).encode()
    jenis = bagian["[Content_Types].xml"].decode().replace("document.main+xml", "template.main+xml")
    nomor = '<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument'
    bagian["[Content_Types].xml"] = jenis.replace(f'{nomor}.wordprocessingml.numbering+xml"/>', "").encode()
    hubungan = bagian["word/_rels/document.xml.rels"].decode()
    awal = hubungan.index('<Relationship Id="rId2"')
    akhir = hubungan.index("/>", awal) + 2
    bagian["word/_rels/document.xml.rels"] = (hubungan[:awal] + hubungan[akhir:]).encode()
    del bagian["word/numbering.xml"]
    return write_zip(tmp_path / "instansi.dotx", bagian)


def test_the_shipped_template_is_what_the_script_builds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(SKRIP), *sys.path])
    dibuat = import_module("build_template").build_template()
    assert read_bagian(TEMPLATE_BAWAAN.read_bytes()) == dibuat


def test_the_template_s_samples_are_not_in_the_document() -> None:
    assert "gaya Title" in teks(read_body(TEMPLATE_BAWAAN.read_bytes()))
    assert "gaya Title" not in teks(read_body(render_contoh()))


def test_an_agency_template_keeps_its_looks_and_gets_what_it_lacks(template_instansi: Path) -> None:
    bagian = read_bagian(render_dengan(template_instansi))
    styles = etree.fromstring(bagian["word/styles.xml"])
    id_gaya = {g.find(f"{W}name").get(f"{W}val"): g for g in styles.findall(f"{W}style")}
    assert id_gaya["heading 1"].find(f"{W}rPr/{W}color").get(f"{W}val") == "AA0000"
    assert "Tabel Laporan" in id_gaya
    for elemen in styles.iter(f"{W}basedOn", f"{W}next"):
        assert elemen.get(f"{W}val") in {g.get(f"{W}styleId") for g in id_gaya.values()}
    assert "document.main+xml" in bagian["[Content_Types].xml"].decode()
    for nama in (n for n in bagian if n.startswith("word/") and n.endswith(".xml")):
        assert find_salah_urut(etree.fromstring(bagian[nama])) == [], nama


def test_headings_use_the_agency_s_style_id(template_instansi: Path) -> None:
    body = read_body(render_dengan(template_instansi))
    assert "BAB I\nPendahuluan" in daftar_paragraf(body, "Judul1")
    assert [p for p in body.iter(f"{W}p") if gaya(p) == "ListNumber"]


def test_an_agency_s_header_is_filled_even_where_word_cut_the_place_holder(template_instansi: Path) -> None:
    kepala = read_bagian(render_dengan(template_instansi))["word/header1.xml"]
    assert teks(etree.fromstring(kepala)) == "KOP Laporan Kinerja Tahun 2020 SURAT"


def test_a_template_without_header_and_footer_gets_ours(tmp_path: Path) -> None:
    bagian = read_bagian(TEMPLATE_BAWAAN.read_bytes())
    dokumen = etree.fromstring(bagian["word/document.xml"])
    for sect in dokumen.iter(f"{W}sectPr"):
        sect.getparent().remove(sect)
    bagian["word/document.xml"] = etree.tostring(dokumen)
    hasil = read_bagian(render_dengan(write_zip(tmp_path / "polos.docx", bagian)))
    assert teks(etree.fromstring(hasil["word/akuntabel-header.xml"])) == "Laporan Kinerja Tahun 2020"
    assert hasil["word/document.xml"].count(b"footerReference") == 4


@pytest.mark.parametrize(
    "isi",
    [b"", b"bukan zip", b"PK\x03\x04 rusak"],
)
def test_a_file_that_is_no_zip_is_refused_in_words(tmp_path: Path, isi: bytes) -> None:
    berkas = tmp_path / "surat.docx"
    berkas.write_bytes(isi)
    with pytest.raises(TemplateTidakSah, match=r"surat\.docx: isinya bukan dokumen Word"):
        render_dengan(berkas)


@pytest.mark.parametrize("hilang", ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml"])
def test_a_package_without_its_main_parts_is_refused(tmp_path: Path, hilang: str) -> None:
    bagian = read_bagian(TEMPLATE_BAWAAN.read_bytes())
    del bagian[hilang]
    with pytest.raises(TemplateTidakSah, match="bukan dokumen Word"):
        render_dengan(write_zip(tmp_path / "kurang.docx", bagian))


@pytest.mark.parametrize("nama", ["word/document.xml", "word/styles.xml", "word/header1.xml"])
def test_a_broken_part_is_refused(tmp_path: Path, nama: str) -> None:
    bagian = read_bagian(TEMPLATE_BAWAAN.read_bytes()) | {nama: b"<w:rusak"}
    with pytest.raises(TemplateTidakSah, match="bukan dokumen Word"):
        render_dengan(write_zip(tmp_path / "rusak.docx", bagian))


def test_a_workbook_or_a_file_with_macros_is_refused(tmp_path: Path) -> None:
    bagian = read_bagian(TEMPLATE_BAWAAN.read_bytes())
    for jenis in ("spreadsheetml.sheet.main+xml", "document.macroEnabled.main+xml"):
        isi = bagian["[Content_Types].xml"].decode().replace("wordprocessingml.document.main+xml", jenis)
        berkas = write_zip(tmp_path / "lain.docx", bagian | {"[Content_Types].xml": isi.encode()})
        with pytest.raises(TemplateTidakSah, match="tanpa makro"):
            render_dengan(berkas)


def test_a_template_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(TemplateTidakSah, match=r"hilang\.docx: berkas tidak ditemukan"):
        render_dengan(tmp_path / "hilang.docx")


def test_a_template_that_unpacks_to_a_mountain_is_refused(tmp_path: Path) -> None:
    berkas = tmp_path / "bom.docx"
    with zipfile.ZipFile(berkas, "w", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr("[Content_Types].xml", b"0" * (65 * 1024 * 1024))
    with pytest.raises(TemplateTidakSah, match="bukan dokumen Word"):
        render_dengan(berkas)
