"""Columns are as wide as their figures need: no number breaks, and a table fills the text exactly."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akuntabel.core.calc.besaran import Besaran
from akuntabel.core.naskah.lebar import (
    BANTALAN_MM,
    HURUF_TERKECIL_PT,
    Ukuran,
    daftar_letak,
    measure_naskah,
    measure_tabel,
    measure_teks,
)
from akuntabel.core.naskah.model import (
    Angka,
    Bab,
    BarisTabel,
    Gambar,
    JenisBab,
    JenisGambar,
    Kertas,
    Kolom,
    Naskah,
    Rata,
    Sel,
    Tabel,
    Teks,
)

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


KATA = st.lists(st.text("abcdefghijklm", min_size=1, max_size=15), min_size=1, max_size=5).map(" ".join)
SEL_KATA = st.builds(lambda teks, tebal: Sel((Teks(teks, tebal=tebal),)), KATA, st.booleans())
SEL_ANGKA = st.integers(-(10**14), 10**14).map(lambda n: Sel((Angka(Besaran.rupiah(n)),)))


@st.composite
def _tabel_acak(draw: st.DrawFn) -> Tabel:
    """Columns of words and of figures, a grouped header, a total, a cell over several columns."""
    is_angka = draw(st.lists(st.booleans(), min_size=2, max_size=6))
    kolom = tuple(Kolom("", rata=Rata.KANAN if a else Rata.KIRI, bobot=draw(st.integers(1, 6))) for a in is_angka)
    isi = tuple(draw(SEL_ANGKA if a else SEL_KATA) for a in is_angka)
    panjang = draw(st.integers(2, len(kolom)))
    gabung = (Sel(draw(SEL_KATA).isi, kolom=panjang), *(draw(SEL_KATA) for _ in is_angka[panjang:]))
    lebar_atas = (Sel(draw(SEL_ANGKA).isi, kolom=panjang), *isi[panjang:])
    baris = (BarisTabel(isi), BarisTabel(isi, "jumlah"), BarisTabel(lebar_atas))
    kepala = (BarisTabel(gabung), BarisTabel(tuple(draw(SEL_KATA) for _ in kolom)))
    return Tabel("t", "Judul", kolom, baris, kepala, lanskap=draw(st.booleans()))


@given(_tabel_acak(), st.sampled_from(Kertas))
def test_no_token_is_wider_than_the_columns_it_stands_in(tabel: Tabel, kertas: Kertas):
    ukuran = Ukuran.of(kertas)
    hasil = measure_tabel(tabel, ukuran)
    ruang = ukuran.lanskap_mm if hasil.lanskap else ukuran.tegak_mm
    assert sum(Decimal(str(k.lebar_mm)) for k in hasil.kolom) == Decimal(str(ruang))
    assert hasil.huruf_pt >= HURUF_TERKECIL_PT
    for daftar_baris, is_kepala in ((hasil.kepala, True), (hasil.baris, False)):
        for baris, nomor, sel in daftar_letak(daftar_baris, len(hasil.kolom)):
            tebal = is_kepala or baris.jenis == "jumlah" or any(isinstance(p, Teks) and p.tebal for p in sel.isi)
            lebar = sum(k.lebar_mm for k in hasil.kolom[nomor : nomor + sel.kolom]) - 2 * BANTALAN_MM
            assert all(measure_teks(k, hasil.huruf_pt, tebal=tebal) <= lebar + 0.01 for k in sel.teks.split())


def test_bold_words_in_a_plain_cell_are_measured_bold():
    kolom = (Kolom("x", utuh=True), Kolom("y"))
    tebal = Sel((Teks("Rp20.184.522.000 "), Teks("WWWWW", tebal=True)))
    biasa = Sel((Teks("Rp20.184.522.000 "), Teks("WWWWW")))
    lebar = [measure_tabel(_tabel(kolom, (s, _teks("a"))), A4).kolom[0].lebar_mm for s in (tebal, biasa)]
    assert lebar[0] >= lebar[1]
    assert lebar[0] >= measure_teks(tebal.teks, 9.0, tebal=True) + 2 * BANTALAN_MM


def test_no_break_space_keeps_a_figure_and_its_unit_together():
    kolom = (Kolom("a", bobot=9), Kolom("b"))
    lebar = measure_tabel(_tabel(kolom, (_teks("x"), _teks("12.345.678\u00a0orang")), (_teks("x"), _teks("y"))), A4)
    assert lebar.kolom[1].lebar_mm >= measure_teks("12.345.678\u00a0orang", 9.0) + 2 * BANTALAN_MM


def test_turned_table_is_set_smaller_before_anything_is_cut():
    kolom = tuple(Kolom("Rp", rata=Rata.KANAN) for _ in range(10))
    tabel = measure_tabel(_tabel(kolom, tuple(_teks("20.184.522.000") for _ in kolom)), A4)
    assert tabel.lanskap
    assert HURUF_TERKECIL_PT <= tabel.huruf_pt < 9.0
    assert all(k.lebar_mm >= measure_teks("20.184.522.000", tabel.huruf_pt) + 2 * BANTALAN_MM for k in tabel.kolom)


def test_where_nothing_fits_words_give_way_and_figures_do_not():
    kolom = (Kolom("Uraian"), *(Kolom("Rp", rata=Rata.KANAN) for _ in range(6)))
    tabel = measure_tabel(_tabel(kolom, (_teks("x" * 200), *(_teks("20.184.522.000") for _ in kolom[1:]))), A4)
    assert (tabel.lanskap, tabel.huruf_pt) == (True, HURUF_TERKECIL_PT)
    assert all(k.lebar_mm >= measure_teks("20.184.522.000", 7.0) + 2 * BANTALAN_MM for k in tabel.kolom[1:])
    assert sum(Decimal(str(k.lebar_mm)) for k in tabel.kolom) == Decimal(str(A4.lanskap_mm))


def test_dozens_of_columns_still_fill_the_page():
    kolom = tuple(Kolom("Rp", rata=Rata.KANAN) for _ in range(40))
    tabel = measure_tabel(_tabel(kolom, tuple(_teks("20.184.522.000") for _ in kolom)), A4)
    assert sum(Decimal(str(k.lebar_mm)) for k in tabel.kolom) == Decimal(str(A4.lanskap_mm))


def test_title_of_a_column_that_a_header_replaces_takes_no_room():
    kolom = (Kolom("Penyelenggaraan-Pemilihan", rata=Rata.KANAN), Kolom("Uraian"))
    tabel = _tabel(kolom, (_teks("1"), _teks("x")))
    kepala = (BarisTabel((_teks("No"), _teks("Uraian"))),)
    ganti = Tabel("t", "Judul", kolom, tabel.baris, kepala)
    assert measure_tabel(ganti, A4).kolom[0].lebar_mm < measure_tabel(tabel, A4).kolom[0].lebar_mm


def test_table_under_a_figure_is_measured_too():
    data = _tabel((Kolom("A"), Kolom("B")), (_teks("x"), _teks("y")))
    gambar = Gambar("g", "Judul", JenisGambar.QR, {"isi": "x"}, "alt", 20, 20, data)
    hasil = measure_naskah(Naskah("J", (Bab(JenisBab.BAB, "B", (gambar,), "b"),), "P", 2020)).bab[0].isi[0]
    assert isinstance(hasil, Gambar)
    assert hasil.data is not None
    assert sum(Decimal(str(k.lebar_mm)) for k in hasil.data.kolom) == Decimal(str(A4.tegak_mm))
