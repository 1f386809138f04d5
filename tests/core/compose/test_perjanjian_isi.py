"""What the document of an agreement shows beside its form: drafts, revisions, letterhead, the electronic kind."""

import io
import re
from dataclasses import replace
from datetime import date
from zipfile import ZipFile

import pypdfium2
import pytest
import segno

from akuntabel.core.compose.isi_perjanjian import IsiPerjanjian, TandaElektronik, read_isi_perjanjian, tulis_revisi
from akuntabel.core.compose.perjanjian import compose_perjanjian
from akuntabel.core.naskah.model import Gambar, JenisGambar, Kop, Naskah, Tabel, TandaTangan
from akuntabel.core.render.berkas import Format, render_berkas
from akuntabel.core.render.gambar import draw_gambar, draw_semua
from akuntabel.core.render.pdf import render_pdf
from contoh_paket import compute_contoh

CONTOH = read_isi_perjanjian(compute_contoh())
ALAMAT = "https://sakip.contoh.go.id/verifikasi/" + "a1" * 32 + "/"
ELEKTRONIK = replace(CONTOH, tanggal=date(2020, 1, 15), elektronik=TandaElektronik(ALAMAT, "UU ITE"))


def _html(isi: IsiPerjanjian) -> str:
    return render_berkas(compose_perjanjian(isi), [Format.HTML])[Format.HTML].isi.decode()


def _logo() -> bytes:
    keluaran = io.BytesIO()
    segno.make("logo").save(keluaran, kind="png", scale=4)
    return keluaran.getvalue()


def test_a_draft_says_so_on_every_page():
    naskah = compose_perjanjian(replace(CONTOH, keterangan_rancangan="Belum disetujui."))
    assert naskah.kepala_halaman.startswith("RANCANGAN – ")
    assert naskah.bab[1].judul.endswith("(Rancangan)")
    assert "<strong>RANCANGAN. </strong>Belum disetujui." in _html(
        replace(CONTOH, keterangan_rancangan="Belum disetujui.")
    )


def test_what_is_signed_has_no_mark_of_a_draft():
    assert "rancangan" not in _html(CONTOH).lower()


@pytest.mark.parametrize(
    ("revisi", "alasan", "tertulis"),
    [
        (0, "", ""),
        (0, "tidak dipakai", ""),
        (2, "pergantian pejabat. Ketua baru.", "Revisi 2: pergantian pejabat. Ketua baru."),
        (1, "", "Revisi 1."),
    ],
)
def test_a_revision_says_its_number_and_reason(revisi: int, alasan: str, tertulis: str):
    assert tulis_revisi(revisi, alasan) == tertulis


def test_a_revision_stands_on_statement_and_annex():
    isi = replace(CONTOH, revisi=2, keterangan_revisi="Revisi 2: pergantian pejabat.")
    assert _html(isi).count("Revisi 2: pergantian pejabat.") == 2
    assert compose_perjanjian(isi).kepala_halaman.endswith("Revisi 2")


def test_who_holds_the_post_for_the_time_being_signs_as_such():
    isi = replace(CONTOH, pihak_pertama=replace(CONTOH.pihak_pertama, sifat="Plt."))
    assert _html(isi).count("Plt. Ketua Komisi Pemilihan Umum Kota Blitar") == 3  # identity and two signatures


@pytest.mark.parametrize("logo", [b"", _logo()], ids=["tanpa logo", "dengan logo"])
def test_the_letterhead_stands_above_the_heading_in_every_format(logo: bytes):
    kop = Kop(("Komisi Pemilihan Umum Kota Blitar",), ("Jalan Tanjung 10",), logo)
    jadi = render_berkas(compose_perjanjian(replace(CONTOH, kop=kop)), [Format.PDF, Format.DOCX, Format.HTML])
    html = jadi[Format.HTML].isi.decode()
    assert html.index("Jalan Tanjung 10") < html.index("<h1>")
    assert (html.count('aria-label="Lambang') == 1) is bool(logo)
    with ZipFile(io.BytesIO(jadi[Format.DOCX].isi)) as arsip:
        badan = arsip.read("word/document.xml").decode()
        assert sum(nama.startswith("word/media/") for nama in arsip.namelist()) == bool(logo)
    assert badan.index("Jalan Tanjung 10") < badan.index("Perjanjian Kinerja Tahun 2020<")
    assert jadi[Format.PDF].isi.startswith(b"%PDF-1.7")  # Typst itself refuses what breaks PDF/A or PDF/UA


def test_the_qr_of_an_electronic_document_holds_the_address_of_its_verification():
    naskah = compose_perjanjian(ELEKTRONIK)
    (qr,) = [b for bab in naskah.bab for b in bab.isi if isinstance(b, Gambar)]
    assert (qr.jenis, qr.spesifikasi) == (JenisGambar.QR, {"isi": ALAMAT})
    assert ALAMAT in qr.alt
    assert _modul(draw_gambar(qr, png=False).svg) == _matriks(ALAMAT)


def _modul(svg: str) -> set[tuple[int, int]]:
    """The dark modules that an SVG of segno draws: rows of strokes, each with a start and a length."""
    (jalur,) = re.findall(r'<path class="qrline"[^>]* d="([^"]+)"|$', svg)[:1]
    x = y = 0
    gelap = set()
    for perintah, isi in re.findall(r"([Mmh])([-\d. ]+)", jalur):
        angka = [float(a) for a in re.findall(r"-?\d*\.?\d+", isi)]
        if perintah == "M":
            x, y = int(angka[0]), int(angka[1])
        elif perintah == "m":
            x, y = x + int(angka[0]), y + int(angka[1])
        else:
            gelap |= {(x + n, y) for n in range(int(angka[0]))}
            x += int(angka[0])
    return gelap


def _matriks(isi: str) -> set[tuple[int, int]]:
    """The dark modules of a QR, with the quiet zone of two that ours has."""
    baris = segno.make(isi, error="m").matrix_iter(border=2)
    return {(x, y) for y, sel in enumerate(baris) for x, gelap in enumerate(sel) if gelap}


def test_an_electronic_annex_is_not_signed_again_but_says_where():
    naskah = compose_perjanjian(ELEKTRONIK)
    assert [sum(isinstance(b, TandaTangan) for b in bab.isi) for bab in naskah.bab] == [1, 0]
    assert "berlaku untuk seluruh berkas" in _html(ELEKTRONIK)
    assert "UU ITE" in _html(ELEKTRONIK)


def test_the_room_for_both_signatures_is_known_to_the_point():
    naskah: Naskah = compose_perjanjian(ELEKTRONIK)
    kedua, pertama = render_pdf(naskah, gambar=draw_semua(naskah, png=False)).tempat_tanda
    assert (kedua.halaman, pertama.halaman) == (1, 1)
    assert kedua.kiri + kedua.lebar < pertama.kiri
    assert (kedua.atas, round(kedua.tinggi / 72 * 25.4)) == (pertama.atas, 20)


def test_a_budget_of_one_level_has_no_group_rows():
    kegiatan = tuple(a for a in CONTOH.anggaran if a.tingkat == 2)
    naskah = compose_perjanjian(replace(CONTOH, anggaran=kegiatan))
    tabel = [b for b in naskah.bab[1].isi if isinstance(b, Tabel)][1]
    assert {b.jenis for b in tabel.baris} == {"isi", "jumlah"}
    assert all(s.inden == 0 for b in tabel.baris for s in b.sel)


def test_an_agreement_without_budget_has_no_table_of_it():
    naskah = compose_perjanjian(replace(CONTOH, anggaran=(), jumlah_anggaran=None))
    assert sum(isinstance(b, Tabel) for b in naskah.bab[1].isi) == 1


def test_statement_and_annex_of_the_example_are_a_page_each():
    for isi in (CONTOH, ELEKTRONIK, replace(ELEKTRONIK, kop=Kop(("KPU Kota Blitar",), ("Jalan Tanjung 10",), _logo()))):
        pdf = render_berkas(compose_perjanjian(isi), [Format.PDF])[Format.PDF].isi
        assert len(pypdfium2.PdfDocument(pdf)) == 2
