"""Columns are as wide as their figures need: no number breaks, and a table fills the text exactly."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akuntabel.core.calc.besaran import Besaran
from akuntabel.core.naskah.lebar import BANTALAN_MM, Ukuran, daftar_letak, measure_tabel, measure_teks
from akuntabel.core.naskah.model import Angka, BarisTabel, Kertas, Kolom, Rata, Sel, Tabel, Teks

A4 = Ukuran.of(Kertas.A4)


def _tabel(kolom: tuple[Kolom, ...], *baris: tuple[Sel, ...]) -> Tabel:
    return Tabel("t", "Judul", kolom, tuple(BarisTabel(b) for b in baris))


def _teks(teks: str) -> Sel:
    return Sel((Teks(teks),))


@given(
    st.lists(st.integers(0, 10**14), min_size=1, max_size=4),
    st.lists(st.text("abcdefghij ", min_size=1, max_size=40), min_size=1, max_size=3),
)
def test_no_figure_is_wider_than_its_column(jumlah: list[int], kata: list[str]):
    kolom = tuple(Kolom("Uraian") for _ in kata) + tuple(Kolom("Rp", rata=Rata.KANAN) for _ in jumlah)
    isi = tuple(_teks(k) for k in kata) + tuple(Sel((Angka(Besaran.rupiah(j)),)) for j in jumlah)
    tabel = measure_tabel(_tabel(kolom, isi), A4)
    for k, sel in zip(tabel.kolom, isi, strict=True):
        if k.rata is Rata.KANAN:
            assert measure_teks(sel.teks, tabel.huruf_pt) <= k.lebar_mm - 2 * BANTALAN_MM
        else:
            assert all(measure_teks(w, tabel.huruf_pt) <= k.lebar_mm - 2 * BANTALAN_MM for w in sel.teks.split())
    ruang = A4.lanskap_mm if tabel.lanskap else A4.tegak_mm
    assert sum(Decimal(str(k.lebar_mm)) for k in tabel.kolom) == Decimal(str(ruang))


def test_wide_table_is_set_smaller_and_then_turned():
    def lebar(jumlah_kolom: int) -> Tabel:
        kolom = tuple(Kolom("Rp", rata=Rata.KANAN) for _ in range(jumlah_kolom))
        return measure_tabel(_tabel(kolom, tuple(_teks("20.184.522.000") for _ in kolom)), A4)

    assert (lebar(3).huruf_pt, lebar(3).lanskap) == (9.0, False)
    assert lebar(7).huruf_pt < 9.0
    assert not lebar(7).lanskap
    assert lebar(9).lanskap


def test_paper_decides_the_room():
    kolom = (Kolom("A"), Kolom("B", bobot=2))
    a4 = measure_tabel(_tabel(kolom, (_teks("x"), _teks("y"))), A4)
    f4 = measure_tabel(_tabel(kolom, (_teks("x"), _teks("y"))), Ukuran.of(Kertas.F4))
    assert sum(k.lebar_mm for k in f4.kolom) == pytest.approx(sum(k.lebar_mm for k in a4.kolom) + 5)
    assert a4.kolom[1].lebar_mm == pytest.approx(2 * a4.kolom[0].lebar_mm, abs=0.02)


def test_status_words_may_break_where_figures_may_not():
    kolom = (Kolom("Uraian"), Kolom("R", rata=Rata.KANAN))
    lebar = measure_tabel(_tabel(kolom, (_teks("x"), _teks("menunggu rilis"))), A4).kolom[1].lebar_mm
    assert lebar < measure_teks("menunggu rilis", 9.0)
    assert measure_tabel(_tabel(kolom, (_teks("x"), _teks("9 dari 11"))), A4).kolom[1].lebar_mm > measure_teks(
        "9 dari 11", 9.0
    )


def test_spans_shift_the_columns_that_follow():
    baris = (
        BarisTabel((Sel((Teks("a"),), baris=2), Sel((Teks("b"),), kolom=2), _teks("c"))),
        BarisTabel((_teks("d"), _teks("e"), _teks("f"))),
    )
    assert [(s.teks, n) for _, n, s in daftar_letak(baris, 4)] == [
        ("a", 0),
        ("b", 1),
        ("c", 3),
        ("d", 1),
        ("e", 2),
        ("f", 3),
    ]


def test_bold_is_wider():
    assert measure_teks("Rp20.184.522.000", 9, tebal=True) >= measure_teks("Rp20.184.522.000", 9)
    assert measure_teks("", 9) == 0
