"""What changed between two texts, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akuntabel.doors.web.laporan.beda import build_beda


@pytest.mark.parametrize(
    ("lama", "baru", "harapan"),
    [
        ("", "Satu", [("tambah", "Satu")]),
        ("Satu", "", [("hapus", "Satu")]),
        (
            "Satu dua tiga",
            "Satu empat tiga",
            [("sama", "Satu "), ("hapus", "dua"), ("tambah", "empat"), ("sama", " tiga")],
        ),
    ],
)
def test_words_that_went_and_came(lama: str, baru: str, harapan: list[tuple[str, str]]):
    assert [(u.jenis, u.teks) for u in build_beda(lama, baru)] == harapan


@given(st.text("ab \n", max_size=40), st.text("ab \n", max_size=40))
def test_both_texts_can_be_read_out_of_the_difference(lama: str, baru: str):
    beda = build_beda(lama, baru)
    assert "".join(u.teks for u in beda if u.jenis != "tambah") == lama
    assert "".join(u.teks for u in beda if u.jenis != "hapus") == baru
