"""Cells find their columns whatever spans them."""

from hypothesis import given
from hypothesis import strategies as st

from akuntabel.core.naskah.model import BarisTabel, Sel, Teks
from akuntabel.core.render.docx.tabel import place_sel


@st.composite
def ubin(draw: st.DrawFn) -> tuple[int, list[BarisTabel], list[dict[int, Sel]]]:
    """A grid tiled with spanning cells: its width, its rows as HTML has them, and each cell by its column."""
    tinggi, lebar = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    terisi: set[tuple[int, int]] = set()
    baris: list[BarisTabel] = []
    tempat: list[dict[int, Sel]] = []
    for i in range(tinggi):
        ini: dict[int, Sel] = {}
        for j in range(lebar):
            if (i, j) in terisi:
                continue
            bebas = next((k for k in range(j, lebar) if (i, k) in terisi), lebar) - j
            kolom, turun = draw(st.integers(1, bebas)), draw(st.integers(1, tinggi - i))
            ini[j] = Sel((Teks(f"{i},{j}"),), kolom=kolom, baris=turun)
            terisi |= {(i + a, j + b) for a in range(turun) for b in range(kolom)}
        baris.append(BarisTabel(tuple(ini.values())))
        tempat.append(ini)
    return lebar, baris, tempat


@given(ubin())
def test_every_cell_of_a_tiled_grid_comes_back_at_its_column(
    contoh: tuple[int, list[BarisTabel], list[dict[int, Sel]]],
) -> None:
    lebar, baris, tempat = contoh
    hasil = list(place_sel(tuple(baris), lebar))
    assert [{t.kolom: t.sel for t in b if t.sel is not None} for b in hasil] == tempat
    assert all(sum(t.lebar for t in b) == lebar for b in hasil)
    assert all([t.kolom for t in b] == sorted({t.kolom for t in b}) for b in hasil)


def test_a_short_row_is_filled_up_with_empty_cells() -> None:
    (baris,) = place_sel((BarisTabel((Sel((Teks("satu"),)),)),), 3)
    assert [t.sel.teks for t in baris if t.sel is not None] == ["satu", "", ""]
