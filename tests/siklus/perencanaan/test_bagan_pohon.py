"""The drawing: no circle, layers by longest path, boxes that do not overlap, text inside its box, lists beside it."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from akuntabel.core.naskah.lebar import measure_teks
from akuntabel.siklus.perencanaan.bagan_pohon import Cabang, build_daftar, render_pohon
from akuntabel.siklus.perencanaan.pohon import compute_lapisan, count_silang, find_siklus, sort_lapisan
from akuntabel.siklus.perencanaan.tata_letak_pohon import (
    BANTALAN_MM,
    HURUF_PT,
    LEBAR_KOTAK_MM,
    GarisPohon,
    KotakPohon,
    compute_tata_letak,
)

SIMPUL = range(12)
PASANGAN = st.tuples(st.sampled_from(SIMPUL), st.sampled_from(SIMPUL)).filter(lambda p: p[0] != p[1])
GRAF = st.lists(PASANGAN, max_size=25, unique=True)
DAG = GRAF.map(lambda daftar: sorted({(min(p), max(p)) for p in daftar}))


def _terjangkau(dari: int, hubungan: Sequence[tuple[int, int]]) -> set[int]:
    """What lies below, by walking until nothing is new: another way than the one under test."""
    hasil: set[int] = set()
    while baru := {b for a, b in hubungan if a in hasil | {dari}} - hasil:
        hasil |= baru
    return hasil


@given(GRAF)
def test_a_circle_is_found_exactly_where_a_condition_lies_below_itself(hubungan: list[tuple[int, int]]):
    siklus = find_siklus(hubungan)
    assert bool(siklus) == any(s in _terjangkau(s, hubungan) for s in SIMPUL)
    if siklus:
        assert siklus[0] == siklus[-1]
        assert set(pairwise(siklus)) <= set(hubungan)


@given(DAG)
def test_every_line_leads_down_and_every_condition_stands_as_high_as_it_can(hubungan: list[tuple[int, int]]):
    lapisan = compute_lapisan(SIMPUL, hubungan)
    dalam = {s: n for n, lapis in enumerate(lapisan) for s in lapis}
    assert sorted(dalam) == list(SIMPUL)
    for s in SIMPUL:
        assert dalam[s] == max((dalam[a] + 1 for a, b in hubungan if b == s), default=0)


@given(DAG)
def test_sorting_a_layer_never_makes_more_crossings(hubungan: list[tuple[int, int]]):
    lapisan = compute_lapisan(SIMPUL, hubungan)
    terurut = sort_lapisan(lapisan, hubungan)
    assert [sorted(lapis) for lapis in terurut] == [sorted(lapis) for lapis in lapisan]
    assert count_silang(terurut, hubungan) <= count_silang(lapisan, hubungan)


def test_two_families_that_were_mixed_are_put_side_by_side():
    hubungan = [(0, 3), (1, 2), (0, 5), (1, 4)]
    lapisan = compute_lapisan([0, 1, 2, 3, 4, 5], hubungan)
    assert count_silang(lapisan, hubungan) == 3
    assert count_silang(sort_lapisan(lapisan, hubungan), hubungan) == 0


def _gambar(hubungan: Sequence[tuple[int, int]]) -> tuple[list[KotakPohon], list[GarisPohon]]:
    nama = "Meningkatnya partisipasi pemilih perempuan dan disabilitas dalam Pemilihan serentak"
    return [KotakPohon(s, f"K{s}", nama[: 12 + 6 * s], "keluaran") for s in SIMPUL], [
        GarisPohon(a, b) for a, b in hubungan
    ]


@given(DAG)
def test_boxes_do_not_overlap_and_lines_run_down(hubungan: list[tuple[int, int]]):
    tata = compute_tata_letak(*_gambar(hubungan))
    daftar = list(tata.kotak.values())
    for n, a in enumerate(daftar):
        assert a.x >= 0
        assert a.x + a.lebar <= tata.lebar
        for b in daftar[:n]:
            assert a.x + a.lebar <= b.x or b.x + b.lebar <= a.x or a.y + a.tinggi <= b.y or b.y + b.tinggi <= a.y
    for _, titik in tata.garis:
        assert [y for _, y in titik] == sorted(y for _, y in titik)


@given(st.text(min_size=1, max_size=300).filter(str.strip))
def test_no_text_runs_out_of_its_box(nama: str):
    tata = compute_tata_letak([KotakPohon(1, "K1", nama, "keluaran")], [])
    for baris in tata.isi[1].nama:
        assert measure_teks(baris, HURUF_PT, tebal=True) <= LEBAR_KOTAK_MM - 2 * BANTALAN_MM or len(baris) == 1


def test_the_picture_has_classes_only_and_says_what_it_is():
    kotak = [
        KotakPohon(1, "T1", "Pemilihan <demokratis>", "hasil_akhir", ("Divisi Data",), "/indikator/1/"),
        KotakPohon(2, "S1", "Partisipasi", "hasil_antara"),
    ]
    svg = render_pohon(kotak, [GarisPohon(1, 2, is_crosscutting=True, mitra="Disdukcapil")], judul="Pohon kinerja")
    pohon = etree.fromstring(svg.encode())
    assert pohon.get("aria-label") == "Pohon kinerja"
    assert not [e for e in pohon.iter() if e.get("style") or e.tag.endswith("style")]
    teks = " ".join(t.text for t in pohon.iter("{http://www.w3.org/2000/svg}text"))
    assert teks == "Disdukcapil T1 Pemilihan <demokratis> Divisi Data S1 Partisipasi"
    assert pohon.find(".//{http://www.w3.org/2000/svg}a").get("href") == "/indikator/1/"


def test_lists_write_a_branch_once_and_say_where_it_is_repeated():
    kotak = [KotakPohon(n, f"K{n}", "x", "keluaran") for n in range(4)]
    garis = [GarisPohon(0, 2), GarisPohon(1, 2), GarisPohon(2, 3)]

    def tulis(cabang: Cabang) -> str:
        anak = "".join(tulis(c) for c in cabang.daftar_anak)
        return cabang.kotak.kode + ("*" if cabang.is_ulang else "") + (f"({anak})" if anak else "")

    assert [tulis(c) for c in build_daftar(kotak, garis)] == ["K0(K2(K3))", "K1(K2*)"]


def test_a_circle_cannot_be_drawn():
    with pytest.raises(ValueError, match="bersiklus"):
        compute_tata_letak(*_gambar([(1, 2), (2, 1)]))


def test_an_empty_tree_is_an_empty_picture():
    assert compute_tata_letak([], []).kotak == {}
    assert build_daftar([], []) == []
