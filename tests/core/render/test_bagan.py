"""Organisation charts: every unit is drawn once, its words inside its box, no two boxes over each other."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from akuntabel.core.naskah.lebar import measure_teks
from akuntabel.core.render.bagan import BANTALAN_MM, PT, draw_bagan

LEBAR_MM = 155
SVG = "{http://www.w3.org/2000/svg}"
KATA = st.text("abcdefghijklmnop", min_size=1, max_size=18)
JUDUL = st.lists(KATA, min_size=1, max_size=8).map(" ".join)
DAUN = st.fixed_dictionaries({"judul": JUDUL, "keterangan": JUDUL | st.just("")})


def _simpul(anak: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({"judul": JUDUL, "anak": st.lists(anak, max_size=9)})


POHON = _simpul(DAUN | _simpul(DAUN))


def _kotak(svg: str) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of every box, the white ground aside."""
    persegi = etree.fromstring(svg.encode()).iter(f"{SVG}rect")
    ukuran = [tuple(float(r.get(a) or 0) for a in ("x", "y", "width", "height")) for r in persegi][1:]
    return [(x, y, x + lebar, y + tinggi) for x, y, lebar, tinggi in ukuran]


def _semua(pohon: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield pohon
    for anak in pohon.get("anak", []):
        yield from _semua(anak)


def _divisi(jumlah: int) -> list[dict[str, Any]]:
    return [{"judul": f"Divisi Teknis Penyelenggaraan {n}", "keterangan": "Danu"} for n in range(jumlah)]


@settings(max_examples=60, deadline=None)
@given(POHON)
def test_every_unit_has_one_box_inside_the_picture_and_no_two_overlap(pohon: dict[str, Any]):
    svg, tinggi = draw_bagan(pohon, LEBAR_MM)
    kotak = _kotak(svg)
    assert len(kotak) == len(list(_semua(pohon)))
    for n, (kiri, atas, kanan, bawah) in enumerate(kotak):
        assert kiri >= 0
        assert kanan <= LEBAR_MM + 0.01
        assert bawah <= tinggi + 0.01
        for kiri2, atas2, kanan2, bawah2 in kotak[n + 1 :]:
            terpisah = kanan <= kiri2 or kanan2 <= kiri or bawah <= atas2 or bawah2 <= atas
            assert terpisah


@settings(max_examples=60, deadline=None)
@given(POHON)
def test_words_stay_inside_their_box_and_none_is_lost(pohon: dict[str, Any]):
    svg, _ = draw_bagan(pohon, LEBAR_MM)
    kotak = _kotak(svg)
    tertulis = []
    for teks in etree.fromstring(svg.encode()).iter(f"{SVG}text"):
        x, y, isi = float(teks.get("x") or 0), float(teks.get("y") or 0), teks.text or ""
        kiri, _, kanan, _ = next(k for k in kotak if k[0] <= x <= k[2] and k[1] <= y <= k[3])
        tebal = teks.get("font-weight") == "bold"
        assert measure_teks(isi, PT, tebal=tebal) <= kanan - kiri - 2 * BANTALAN_MM + 0.05
        tertulis += isi.split()
    assert sorted(tertulis) == sorted(
        k for s in _semua(pohon) for k in (s["judul"] + " " + s.get("keterangan", "")).split()
    )


@settings(max_examples=60, deadline=None)
@given(POHON)
def test_no_line_runs_through_a_box(pohon: dict[str, Any]):
    svg, _ = draw_bagan(pohon, LEBAR_MM)
    for garis in etree.fromstring(svg.encode()).iter(f"{SVG}line"):
        x1, y1, x2, y2 = (float(garis.get(a) or 0) for a in ("x1", "y1", "x2", "y2"))
        for kiri, atas, kanan, bawah in _kotak(svg):
            lewat = max(x1, x2) > kiri + 0.05 and min(x1, x2) < kanan - 0.05
            assert not (lewat and max(y1, y2) > atas + 0.05 and min(y1, y2) < bawah - 0.05)


def test_few_units_stand_side_by_side():
    _, *anak = _kotak(draw_bagan({"judul": "Ketua", "anak": _divisi(4)}, LEBAR_MM)[0])
    assert len({atas for _, atas, _, _ in anak}) == 1
    assert len({round(kanan - kiri, 1) for kiri, _, kanan, _ in anak}) == 1


def test_units_with_units_below_them_hang_under_the_others():
    sekretariat = {"judul": "Sekretariat", "anak": _divisi(4)}
    svg, _ = draw_bagan({"judul": "Ketua", "anak": [sekretariat, *_divisi(5)]}, LEBAR_MM)
    _, *kotak = _kotak(svg)
    assert [len([k for k in kotak if k[1] == atas]) for atas in sorted({k[1] for k in kotak})] == [3, 2, 1, 4]


@pytest.mark.parametrize("jumlah", [7, 8, 12, 20])
def test_many_units_stand_in_even_rows(jumlah: int):
    _, *anak = _kotak(draw_bagan({"judul": "Ketua", "anak": _divisi(jumlah)}, LEBAR_MM)[0])
    deret = [len([k for k in anak if k[1] == atas]) for atas in {k[1] for k in anak}]
    assert sum(deret) == jumlah
    assert 3 <= max(deret) <= 5


def test_lines_of_a_narrow_column_are_listed_one_below_the_other():
    anak = [{"judul": f"Bagian {n}", "anak": _divisi(2)} for n in "ABC"]
    svg, _ = draw_bagan({"judul": "Sekretaris", "anak": anak}, LEBAR_MM)
    subbagian = [k for k in _kotak(svg)[1:] if k[1] > 40]
    assert len({round(kiri) for kiri, *_ in subbagian}) == 3


def test_word_wider_than_the_chart_is_cut_not_overrun():
    svg, _ = draw_bagan({"judul": "a" * 200}, 60)
    assert all(
        measure_teks(t.text or "", PT, tebal=True) <= 60 for t in etree.fromstring(svg.encode()).iter(f"{SVG}text")
    )


def test_signs_of_xml_are_words_here():
    svg, _ = draw_bagan({"judul": 'A & B <"C">'}, LEBAR_MM)
    assert "".join(etree.fromstring(svg.encode()).itertext()) == 'A & B <"C">'
