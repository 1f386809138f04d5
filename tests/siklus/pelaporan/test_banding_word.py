"""A Word file that comes back edited: words are offered text by text, changed figures are told and never taken over."""

import shutil
import subprocess
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from laporan_blitar import LaporanBlitar, build_laporan_blitar
from lxml import etree
from suntingan_word import (
    W,
    baca_paragraf,
    ganti,
    render_diberikan,
    store_diberikan,
    sunting_docx,
    tulis_paragraf,
)

from akuntabel.siklus.bentrok import SudahBerubahError
from akuntabel.siklus.pelaporan.actions_blok import revise_blok
from akuntabel.siklus.pelaporan.banding_word import (
    adopt_suntingan,
    compare_unggahan,
    import_word,
    return_suntingan,
)
from akuntabel.siklus.pelaporan.models import DokumenLaporan, UnggahanWord

pytestmark = pytest.mark.django_db
NAMA = "laporan-disunting.docx"


@pytest.fixture
def contoh() -> LaporanBlitar:
    """The report, with its Word file given out."""
    contoh = build_laporan_blitar()
    store_diberikan(contoh.laporan)
    return contoh


def _unggah(contoh: LaporanBlitar, *pasangan: tuple[str, str]) -> UnggahanWord:
    return import_word(contoh.laporan, NAMA, sunting_docx(render_diberikan(), ganti(*pasangan)), by=contoh.rina)


def _isi(contoh: LaporanBlitar, nama: str) -> str:
    return contoh.laporan.daftar_blok.get(nama=nama).isi


def test_an_unchanged_file_offers_nothing(contoh: LaporanBlitar):
    hasil = compare_unggahan(import_word(contoh.laporan, NAMA, render_diberikan(), by=contoh.rina))
    assert (hasil.daftar, hasil.angka, hasil.lain) == ((), (), ())


def test_words_are_offered_and_taken_over_with_their_slots(contoh: LaporanBlitar):
    unggahan = _unggah(contoh, ("Keberhasilan itu belum merata.", "Keberhasilan itu sama sekali belum merata."))
    (tawaran,) = compare_unggahan(unggahan).daftar
    assert (tawaran.nama, tawaran.judul, tawaran.angka_berubah) == ("simpulan", "Simpulan", ())
    blok = adopt_suntingan(unggahan, "simpulan", versi=tawaran.versi, by=contoh.rina)
    assert "sama sekali belum merata. Partisipasi pemilih disabilitas baru {{ realisasi.1.4 }} dari target" in blok.isi
    assert blok.daftar_versi.get(versi=blok.versi).asal == f"dari Word: {NAMA}"
    (sesudah,) = compare_unggahan(unggahan).daftar
    assert sesudah.is_diterima
    assert not sesudah.is_bentrok


def test_a_changed_figure_is_told_and_never_taken_over(contoh: LaporanBlitar):
    unggahan = _unggah(contoh, ("disabilitas baru 47,15% dari", "disabilitas sudah 57,15% dari"))
    (tawaran,) = compare_unggahan(unggahan).daftar
    (angka,) = tawaran.angka_berubah
    assert (angka.slot, angka.semula, angka.tertulis) == ("realisasi.1.4", "47,15%", "57,15%")
    blok = adopt_suntingan(unggahan, "simpulan", versi=tawaran.versi, by=contoh.rina)
    assert "disabilitas sudah {{ realisasi.1.4 }} dari" in " ".join(blok.isi.split())
    assert "57,15" not in blok.isi


def test_figures_of_tables_and_of_sentences_from_facts_are_findings(contoh: LaporanBlitar):
    def ubah(daftar: list[etree._Element]) -> None:
        ganti(("Realisasi 47,15% terhadap target 75%", "Realisasi 57,15% terhadap target 75%"))(daftar)
        sel = [p for p in daftar if p.getparent().tag == f"{W}tc"]
        ganti(("62,87%", "82,87%"))(sel)

    hasil = compare_unggahan(import_word(contoh.laporan, NAMA, sunting_docx(render_diberikan(), ubah), by=contoh.rina))
    assert hasil.daftar == ()
    assert {(a.tertulis, a.seharusnya) for a in hasil.angka} == {("57,15", "47,15"), ("82,87%", "62,87%")}
    assert any("Tabel" in a.letak for a in hasil.angka)


def test_a_new_paragraph_joins_its_text_and_a_removed_one_leaves_it(contoh: LaporanBlitar):
    def ubah(daftar: list[etree._Element]) -> None:
        p = next(p for p in daftar if baca_paragraf(p).startswith("Keberhasilan itu belum merata"))
        tambahan = etree.fromstring(etree.tostring(p))
        tulis_paragraf(tambahan, "Perbaikan dimulai dari *pencatatan* data.")
        p.addnext(tambahan)
        hapus = next(p for p in daftar if baca_paragraf(p).startswith("Upaya itu belum cukup untuk mencapai target"))
        hapus.getparent().remove(hapus)

    unggahan = import_word(contoh.laporan, NAMA, sunting_docx(render_diberikan(), ubah), by=contoh.rina)
    daftar = {t.nama: t.suntingan for t in compare_unggahan(unggahan).daftar}
    assert set(daftar) == {"simpulan", "solusi-1.4"}
    assert daftar["simpulan"].baru.endswith("Perbaikan dimulai dari \\*pencatatan\\* data.\n")
    assert "Upaya itu belum cukup" in daftar["solusi-1.4"].semula
    assert "Upaya itu belum cukup" not in daftar["solusi-1.4"].baru
    assert "- pendidikan pemilih oleh relawan" in daftar["solusi-1.4"].baru


def test_what_belongs_to_no_text_is_shown(contoh: LaporanBlitar):
    hasil = compare_unggahan(_unggah(contoh, ("Target tercapai.", "Target terlampaui.")))
    assert hasil.daftar == ()
    assert any("Target terlampaui." in k.tertulis for k in hasil.lain)


def test_a_text_that_was_changed_here_too_says_so(contoh: LaporanBlitar):
    unggahan = _unggah(contoh, ("Keberhasilan itu belum merata.", "Keberhasilan itu tidak merata."))
    lama = contoh.laporan.daftar_blok.get(nama="simpulan")
    revise_blok(contoh.laporan, "simpulan", isi="Ditulis di aplikasi.", versi=lama.versi, by=contoh.rina)
    (tawaran,) = compare_unggahan(unggahan).daftar
    assert tawaran.is_bentrok
    assert tawaran.kini == "Ditulis di aplikasi.\n"
    with pytest.raises(SudahBerubahError):
        adopt_suntingan(unggahan, "simpulan", versi=lama.versi, by=contoh.rina)
    assert _isi(contoh, "simpulan") == "Ditulis di aplikasi.\n"


def test_a_declined_offer_is_kept_as_declined(contoh: LaporanBlitar):
    unggahan = _unggah(contoh, ("Keberhasilan itu belum merata.", "Keberhasilan itu tidak merata."))
    sebelum = _isi(contoh, "simpulan")
    return_suntingan(unggahan, "simpulan", by=contoh.rina)
    assert compare_unggahan(unggahan).daftar[0].is_ditolak
    assert _isi(contoh, "simpulan") == sebelum


def test_what_is_no_word_file_and_who_may_not_is_refused(contoh: LaporanBlitar):
    with pytest.raises(ValidationError, match="DOCX"):
        import_word(contoh.laporan, "laporan.pdf", b"%PDF-1.7 bukan word", by=contoh.rina)
    with pytest.raises(PermissionDenied):
        import_word(contoh.laporan, NAMA, render_diberikan(), by=contoh.tono)
    assert not UnggahanWord.objects.exists()


def test_without_a_file_given_out_there_is_nothing_to_compare_with(contoh: LaporanBlitar):
    DokumenLaporan.objects.all().delete()
    with pytest.raises(ValidationError, match="Belum ada dokumen Word"):
        import_word(contoh.laporan, NAMA, render_diberikan(), by=contoh.rina)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_file_saved_by_libreoffice_offers_only_what_was_edited(contoh: LaporanBlitar, tmp_path: Path):
    disunting = sunting_docx(
        render_diberikan(),
        ganti(
            ("Keberhasilan itu belum merata.", "Keberhasilan itu tidak merata."), ("baru 47,15% dari", "baru 50% dari")
        ),
    )
    (tmp_path / "masuk").mkdir()
    (tmp_path / "masuk" / NAMA).write_bytes(disunting)
    subprocess.run(  # noqa: S603 — our own file
        [
            *(shutil.which("soffice") or "", "--headless", f"-env:UserInstallation=file://{tmp_path}/profil"),
            *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(tmp_path), str(tmp_path / "masuk" / NAMA)),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    isi = (tmp_path / NAMA).read_bytes()
    assert isi != disunting
    hasil = compare_unggahan(import_word(contoh.laporan, NAMA, isi, by=contoh.rina))
    assert [t.nama for t in hasil.daftar] == ["simpulan"]
    assert [(a.semula, a.tertulis) for a in hasil.daftar[0].angka_berubah] == [("47,15%", "50%")]
    assert hasil.angka == ()
    assert hasil.lain == ()
