"""Every layout in which text extraction leaves a table is read as its truth says; prose stays prose."""

import pytest

from readers.nilai_bacaan import daftar_bentuk, nilai_bentuk, read_bentuk, read_kebenaran, ringkas

# Layouts that cannot be recovered in full: what must be reached at least (precision, recall).
BATAS: dict[str, tuple[float, float]] = {
    # Two columns of words on a line without gaps: read as one column under both heads, which no cell of the truth is.
    "rapat-dua-kolom-kata": (0.8, 0.66),
    # An empty cell leaves two ways to place the figures of its row: the row stays a paragraph.
    "rapat-sel-kosong": (1.0, 0.8),
}


@pytest.mark.parametrize("nama", [n for n in daftar_bentuk() if n not in BATAS])
def test_layout_is_read_as_its_truth_says(nama: str):
    naskah, benar = read_bentuk(nama), read_kebenaran(nama)
    assert [ringkas(t) for t in naskah.daftar_tabel] == list(benar.tabel)
    paragraf = [p.teks for p in naskah.daftar_paragraf]
    assert [p for p in benar.paragraf if p not in paragraf] == []


@pytest.mark.parametrize("nama", BATAS)
def test_layout_that_leaves_doubt_is_read_as_far_as_it_is_certain(nama: str):
    nilai = nilai_bentuk(nama)
    precision, recall = BATAS[nama]
    assert nilai.precision >= precision
    assert nilai.recall >= recall


def test_there_are_many_layouts_and_many_without_a_table():
    tanpa_tabel = [n for n in daftar_bentuk() if not read_kebenaran(n).tabel]
    assert len(daftar_bentuk()) >= 40
    assert len(tanpa_tabel) >= 8
