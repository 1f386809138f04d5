"""Numbers and references are settled once, without gaps, and a mistake of ours is named whole."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akuntabel.core.naskah.model import (
    Bab,
    Baris,
    BarisTabel,
    Butir,
    Daftar,
    Gambar,
    Isian,
    JenisBab,
    JenisGambar,
    Judul,
    Kolom,
    Naskah,
    Paragraf,
    Rujukan,
    Sel,
    Tabel,
    Teks,
)
from akuntabel.core.naskah.penomoran import NaskahTidakSahError, number_naskah, roman, ubah_baris


def _tabel(id_: str, *, bernomor: bool = True) -> Tabel:
    return Tabel(id_, "Judul", (Kolom("A"),), (BarisTabel((Sel((Teks("x"),)),)),), bernomor=bernomor)


def _gambar(id_: str) -> Gambar:
    return Gambar(id_, "Judul", JenisGambar.QR, {"isi": "x"}, "alt", 20, 20)


def _naskah(*bab: Bab) -> Naskah:
    return Naskah("Judul", bab, "Penulis", 2020)


def _bab(jenis: JenisBab, id_: str, *isi: object) -> Bab:
    return Bab(jenis, "Judul", isi, id_)  # type: ignore[arg-type]  # blocks of every kind


JENIS_BLOK = st.lists(st.sampled_from(["tabel", "gambar", "judul2", "judul3", "judul4", "teks"]), max_size=12)


@given(st.lists(st.tuples(st.sampled_from([JenisBab.BAB, JenisBab.LAMPIRAN]), JENIS_BLOK), min_size=1, max_size=6))
def test_numbers_follow_each_other_without_gaps_in_every_chapter(daftar: list[tuple[JenisBab, list[str]]]):
    bab = []
    for n, (jenis, blok) in enumerate(daftar):
        isi: list[object] = []
        for m, b in enumerate(blok):
            id_ = f"{b}-{n}-{m}"
            isi.append(
                _tabel(id_) if b == "tabel" else _gambar(id_) if b == "gambar" else Paragraf((Teks("x"),))
                if b == "teks" else Judul("J", int(b[-1]))
            )  # fmt: skip
        bab.append(_bab(jenis, f"bab-{n}", *isi))
    hasil = number_naskah(_naskah(*bab))
    for b in hasil.bab:
        for jenis_blok in (Tabel, Gambar):
            nomor = [x.nomor for x in b.isi if isinstance(x, jenis_blok)]
            awalan = nomor[0].rsplit(".", 1)[0] if nomor else ""
            assert nomor == [f"{awalan}.{n}" for n in range(1, len(nomor) + 1)]
    assert number_naskah(hasil) == hasil
    urut = [b.nomor for b in hasil.bab if b.jenis is JenisBab.BAB]
    assert urut == [f"BAB {roman(n)}" for n in range(1, len(urut) + 1)]


def test_headings_restart_below_their_parent():
    judul = [Judul("a", 2), Judul("b", 3), Judul("c", 4), Judul("d", 4), Judul("e", 3), Judul("f", 2), Judul("g", 3)]
    (bab,) = number_naskah(_naskah(_bab(JenisBab.BAB, "x", *judul))).bab
    assert [j.nomor for j in bab.isi if isinstance(j, Judul)] == ["A.", "1.", "a.", "b.", "2.", "B.", "1."]
    assert len({j.id for j in bab.isi if isinstance(j, Judul)}) == 7


def test_references_are_filled_everywhere():
    rujukan = tuple(Rujukan(i) for i in ("t", "g", "dua", "lampiran"))
    isi = Paragraf(rujukan)
    sel = replace(_tabel("t"), baris=(BarisTabel((Sel(rujukan),)),))
    satu = _bab(JenisBab.BAB, "satu", isi, sel, _gambar("g"))
    hasil = number_naskah(_naskah(satu, _bab(JenisBab.BAB, "dua"), _bab(JenisBab.LAMPIRAN, "lampiran")))
    paragraf, tabel, _ = hasil.bab[0].isi
    assert isinstance(paragraf, Paragraf)
    assert isinstance(tabel, Tabel)
    sebutan = ["Tabel 1.1", "Gambar 1.1", "Bab II", "Lampiran 1"]
    assert [p.teks for p in paragraf.isi if isinstance(p, Rujukan)] == sebutan
    assert [p.teks for p in tabel.baris[0].sel[0].isi if isinstance(p, Rujukan)] == sebutan


def test_every_mistake_is_named_at_once():
    depan = _bab(JenisBab.DEPAN, "depan", _tabel("d"))
    bab = _bab(JenisBab.BAB, "x", _tabel("t"), _tabel("t"), Paragraf((Rujukan("tidak-ada"),)))
    with pytest.raises(NaskahTidakSahError) as galat:
        number_naskah(_naskah(depan, bab))
    for kata in ("d is numbered in front matter", "id t used 2 times", "unknown id tidak-ada"):
        assert kata in str(galat.value)


@pytest.mark.parametrize(("angka", "huruf"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (39, "XXXIX")])
def test_roman_numerals(angka: int, huruf: str):
    assert roman(angka) == huruf


TEMPAT_RUJUKAN = {
    "paragraf": lambda r: Paragraf(r),
    "daftar": lambda r: Daftar((Butir((Teks("x"),), Daftar((Butir(r),), "a.")),)),
    "sel": lambda r: replace(_tabel("sel"), baris=(BarisTabel((Sel(r),)),)),
    "kepala": lambda r: replace(_tabel("kepala"), kepala=(BarisTabel((Sel(r),)),)),
    "data gambar": lambda r: replace(
        _gambar("data"), data=replace(_tabel("data-g", bernomor=False), baris=(BarisTabel((Sel(r),)),))
    ),
    "isian": lambda r: Isian((("Nama", r),)),
}


@pytest.mark.parametrize("tempat", TEMPAT_RUJUKAN)
def test_no_reference_stays_empty_wherever_it_stands(tempat: str):
    blok = TEMPAT_RUJUKAN[tempat]((Rujukan("t"),))
    (bab,) = number_naskah(_naskah(_bab(JenisBab.BAB, "satu", _tabel("t"), blok))).bab
    terisi: list[str] = []

    def catat(baris: Baris) -> Baris:
        terisi.extend(p.teks for p in baris if isinstance(p, Rujukan))
        return baris

    ubah_baris(bab.isi[1], catat)
    assert terisi == ["Tabel 1.1"]


def test_tables_of_an_appendix_carry_its_letter():
    _, lampiran = number_naskah(
        _naskah(_bab(JenisBab.BAB, "x"), _bab(JenisBab.LAMPIRAN, "l", _tabel("t"), _gambar("g"), _tabel("u")))
    ).bab
    assert [b.nomor for b in lampiran.isi if isinstance(b, Tabel | Gambar)] == ["L1.1", "L1.1", "L1.2"]


def test_reference_names_a_heading_and_what_is_not_numbered():
    rujukan = tuple(Rujukan(i) for i in ("judul", "formulir", "depan"))
    bab = _bab(
        JenisBab.BAB, "x", Judul("Capaian", 2, id="judul"), _tabel("formulir", bernomor=False), Paragraf(rujukan)
    )
    hasil = number_naskah(_naskah(_bab(JenisBab.DEPAN, "depan"), bab))
    paragraf = hasil.bab[1].isi[2]
    assert isinstance(paragraf, Paragraf)
    assert [p.teks for p in paragraf.isi if isinstance(p, Rujukan)] == ["subbab A", "tabel Judul", "Judul"]
