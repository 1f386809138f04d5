"""Headings are known with or without styles; items, sentences and lines of contents are none."""

from akuntabel.core.checker.dokumen import Dokumen
from akuntabel.core.readers.html import read_html
from akuntabel.core.readers.teks.teks import read_teks

LAPORAN = """DAFTAR ISI

BAB I PENDAHULUAN\t3

A. Latar Belakang....... 3

BAB I

PENDAHULUAN

A. Latar Belakang

Bab III menguraikan hasil pengukuran kinerja.

Tujuan laporan ini adalah:

1. Mengetahui hasil;
2. Menjadi dasar perbaikan.

BAB III AKUNTABILITAS KINERJA

A. Capaian Kinerja

SASARAN 2

Terlaksananya layanan yang aman

1. Persentase tamu yang puas

Kepuasan tamu diukur setiap hari dengan kartu yang diisi tamu ketika pulang.

BAB IV P E N U T U P

Demikian laporan ini.
"""


def _dokumen() -> Dokumen:
    return Dokumen(read_teks("laporan.txt", LAPORAN))


def test_headings_are_told_from_items_sentences_and_contents():
    assert [(j.tingkat, j.nomor, j.teks) for j in _dokumen().daftar_judul] == [
        (1, "I", "PENDAHULUAN"),
        (2, "A", "Latar Belakang"),
        (1, "III", "AKUNTABILITAS KINERJA"),
        (2, "A", "Capaian Kinerja"),
        (3, "2", "Terlaksananya layanan yang aman"),
        (4, "1", "Persentase tamu yang puas"),
        (1, "IV", "PENUTUP"),
    ]


def test_a_paragraph_stands_under_its_chapter_and_headings():
    dok = _dokumen()
    kepuasan = next(p for p in dok.daftar_paragraf if p.teks.startswith("Kepuasan"))
    bagian = dok.find_bagian(kepuasan.letak)
    assert bagian.bab == 3
    assert [j.nomor for j in bagian.judul] == ["III", "A", "2", "1"]
    assert dok.find_bagian(dok.daftar_paragraf[-1].letak).bab == 4
    assert dok.find_bagian(dok.daftar_paragraf[0].letak).bab == 0


def test_marked_contents_hold_no_headings_and_parts_without_a_number_are_no_chapter():
    halaman = (
        "<html><h1>Daftar Isi</h1><p>BAB I Pendahuluan</p><p>A. Latar Belakang</p>"
        "<h1>Ikhtisar Eksekutif</h1><p>Ringkasnya baik.</p>"
        "<h1>BAB I Pendahuluan</h1><h2>A. Latar Belakang</h2><p>Kantor ini ada.</p>"
        "<h1>LAMPIRAN 1 Rincian</h1><p>Rinciannya di sini.</p></html>"
    )
    dok = Dokumen(read_html("a.html", halaman.encode()))
    assert [j.teks for j in dok.daftar_judul if j.nomor] == ["Pendahuluan", "Latar Belakang"]
    bab = {p.teks: dok.find_bagian(p.letak).bab for p in dok.daftar_paragraf}
    assert (bab["Ringkasnya baik."], bab["Kantor ini ada."], bab["Rinciannya di sini."]) == (0, 1, 0)
