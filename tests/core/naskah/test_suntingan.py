"""Texts to paragraphs and back, and edited paragraphs to their source: slots stay, changed figures are told."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akuntabel.core.fakta.slot import POLA_SLOT
from akuntabel.core.naskah.alinea import Alinea, Ruas, read_alinea, write_alinea
from akuntabel.core.naskah.banding import KalimatLain, compare_naskah, locate_alinea
from akuntabel.core.naskah.suntingan import Suntingan, build_alinea_baru, clean_tercetak, match_alinea, merge_alinea
from contoh_paket import read_contoh

KALIMAT = "Realisasi **{{ realisasi.1.2 }}** dari target {{ target.1.2 }}, kategori {{ kategori.1.2 }} pada 2015."
TERCETAK = "Realisasi 78,84% dari target 77%, kategori Sangat berhasil pada 2015."
kata = st.text(st.characters(min_codepoint=32, max_codepoint=0x2FF, exclude_characters="{}"), min_size=1, max_size=12)
slot = st.from_regex(r"[a-z]{3,8}\.[1-9]\.[1-9]", fullmatch=True)


def _sunting(baru: str, kalimat: str = KALIMAT, tercetak: str = TERCETAK) -> Suntingan:
    (alinea,) = read_alinea(kalimat, POLA_SLOT)
    bagian = match_alinea(alinea, tercetak)
    assert bagian is not None
    return merge_alinea(alinea, bagian, baru)


def _tulis(suntingan: Suntingan) -> str:
    return write_alinea([suntingan.alinea]).strip()


@pytest.mark.parametrize("nama", sorted(read_contoh().narasi))
def test_texts_of_the_example_come_back_as_they_were(nama: str):
    teks = read_contoh().narasi[nama]
    alinea = read_alinea(teks, POLA_SLOT)
    assert " ".join(write_alinea(alinea).split()) == " ".join(teks.split())


def test_lists_keep_their_marks_and_depth():
    teks = "Tujuannya:\n\n1. satu;\n   - anak *miring*;\n   - adik;\n2. dua.\n\nPenutup **tebal {{ a.b }}**.\n"
    assert write_alinea(read_alinea(teks, POLA_SLOT)) == teks


@given(st.lists(st.one_of(kata.map(Ruas), slot.map(lambda s: Ruas(s, is_slot=True))), min_size=1, max_size=6))
def test_whatever_is_typed_is_read_back_as_it_was_meant(isi: list[Ruas]):
    def polos(daftar: tuple[Ruas, ...]) -> str:
        return " ".join("".join(f"⟦{r.teks}⟧" if r.is_slot else r.teks for r in daftar).split())

    alinea = Alinea(tuple(isi))
    kembali = read_alinea(write_alinea([alinea]), POLA_SLOT)
    assert " ".join(polos(a.isi) for a in kembali) == polos(alinea.isi)
    assert len(kembali) == bool(polos(alinea.isi))


def test_an_unedited_paragraph_is_its_source():
    suntingan = _sunting(TERCETAK)
    assert _tulis(suntingan) == KALIMAT
    assert (suntingan.angka_berubah, suntingan.angka_baru, suntingan.slot_hilang) == ((), (), ())


def test_words_change_around_slots():
    hasil = _sunting("Tahun ini realisasi 78,84% melampaui target 77%, kategori Sangat berhasil pada 2015.")
    assert _tulis(hasil) == (
        "Tahun ini realisasi **{{ realisasi.1.2 }}** melampaui target {{ target.1.2 }}, kategori "
        "{{ kategori.1.2 }} pada 2015."
    )
    assert hasil.angka_berubah == ()


@pytest.mark.parametrize(
    ("baru", "slot", "tertulis"),
    [
        ("Realisasi 79,84% dari target 77%, kategori Sangat berhasil pada 2015.", "realisasi.1.2", "79,84%"),
        ("Realisasi 78,84% dari target 80%, kategori Sangat berhasil pada 2015.", "target.1.2", "80%"),
        ("Realisasi sebesar 8 dari target 77%, kategori Sangat berhasil pada 2015.", "realisasi.1.2", "8"),
        ("Realisasi 78,84% dari target 77%, kategori Gagal pada 2015.", "kategori.1.2", "Gagal"),
    ],
)
def test_a_changed_figure_is_told_and_its_slot_stays(baru: str, slot: str, tertulis: str):
    hasil = _sunting(baru)
    assert [(a.slot, a.tertulis) for a in hasil.angka_berubah] == [(slot, tertulis)]
    assert f"{{{{ {slot} }}}}" in _tulis(hasil)
    assert tertulis not in _tulis(hasil)


def test_a_dropped_figure_is_named_and_a_new_one_is_called_unbound():
    hasil = _sunting("Realisasi tinggi dari target 77%, kategori Sangat berhasil pada 2016, 12 kali.")
    assert hasil.slot_hilang == ("realisasi.1.2",)
    assert hasil.angka_baru == ("2016", "12")
    assert hasil.angka_berubah == ()


def test_marks_typed_in_word_are_no_marks_here():
    hasil = _sunting("1. Realisasi *78,84%* dari target 77%, kategori Sangat berhasil pada 2015.")
    assert _tulis(hasil).startswith("Realisasi \\*")
    assert _tulis(build_baru("- bukan butir")) == "\\- bukan butir"
    assert _tulis(build_baru("2020. Tahun pandemi")) == "2020\\. Tahun pandemi"


def build_baru(teks: str) -> Suntingan:
    """A paragraph that was added after one that is no item."""
    return build_alinea_baru(teks, Alinea((Ruas("x"),)))


def test_an_added_item_joins_the_list():
    hasil = build_alinea_baru("3. tiga", Alinea((Ruas("dua"),), 1, "1."))
    assert hasil.alinea == Alinea((Ruas("tiga"),), 1, "1.")


def test_a_figure_printed_in_several_words_stays_whole():
    hasil = _sunting("Dari 4 (empat) indikator itu", "Dari {{ jumlah.indikator }} indikator", "Dari 3 (tiga) indikator")
    assert [(a.semula, a.tertulis) for a in hasil.angka_berubah] == [("3 (tiga)", "4 (empat)")]
    assert _tulis(hasil) == "Dari {{ jumlah.indikator }} indikator itu"


def _blok(**teks: str) -> dict[str, tuple[Alinea, ...]]:
    return {nama.replace("_", "-"): read_alinea(isi, POLA_SLOT) for nama, isi in teks.items()}


DASAR = ["A. Simpulan", "Capaian 90% baik.", "Kalimat kedua.", "B. Lain", "Realisasi 50%.", "Realisasi 60%.", "Akhir 3"]
BLOK = {
    "simpulan": read_alinea("Capaian {{ a }} baik.\n\nKalimat kedua.", POLA_SLOT),
    "tren-1": read_alinea("Realisasi {{ b }}.", POLA_SLOT),
    "tren-2": read_alinea("Realisasi {{ c }}.", POLA_SLOT),
}


def test_paragraphs_of_the_same_words_belong_to_their_texts_in_order():
    letak = locate_alinea(BLOK, DASAR)
    assert {n: (t.nama, t.urut) for n, t in letak.items()} == {
        1: ("simpulan", 0),
        2: ("simpulan", 1),
        4: ("tren-1", 0),
        5: ("tren-2", 0),
    }


def test_the_same_document_changes_nothing():
    hasil = compare_naskah(BLOK, DASAR, DASAR)
    assert (hasil.blok, hasil.lain) == ((), ())


def test_page_numbers_of_the_contents_are_no_change():
    hasil = compare_naskah(BLOK, ["Simpulan 12", *DASAR], ["Simpulan 14", *DASAR])
    assert (hasil.blok, hasil.lain) == ((), ())


def test_each_text_gets_its_own_change_and_nothing_is_lost():
    kembali = [
        *("A. Simpulan", "Capaian 90% sangat baik.", "Kalimat kedua.", "Kalimat ketiga yang baru."),
        *("B. Bagian Lain Sama Sekali", "Realisasi 50% saja.", "Realisasi 61%."),
    ]
    hasil = compare_naskah(BLOK, DASAR, kembali)
    assert {b.nama: b.baru for b in hasil.blok} == {
        "simpulan": "Capaian {{ a }} sangat baik.\n\nKalimat kedua.\n\nKalimat ketiga yang baru.\n",
        "tren-1": "Realisasi {{ b }} saja.\n",
    }
    tersebut = " ".join([b.baru for b in hasil.blok] + [k.tertulis + k.semula for k in hasil.lain])
    for kalimat in ("sangat", "ketiga", "Bagian Lain", "saja", "Akhir 3"):
        assert kalimat in tersebut
    assert KalimatLain("Akhir 3", "") in hasil.lain


def test_a_sentence_that_stands_for_a_missing_text_becomes_the_text():
    dasar = ["Judul", "Latar belakang belum ditulis (narasi/latar-belakang.md).", "Lalu"]
    hasil = compare_naskah({}, dasar, ["Judul", "Kantor ini berdiri pada tahun 2003.", "Lalu"])
    (blok,) = hasil.blok
    assert (blok.nama, blok.semula, blok.baru) == ("latar-belakang", "", "Kantor ini berdiri pada tahun 2003.\n")


@given(st.data())
def test_every_word_that_came_back_is_offered_told_or_bound(data: st.DataObject):
    """Paragraphs dropped, doubled, reworded at random: no word of what came back disappears without being shown."""
    kembali: list[str] = []
    for p in DASAR:
        cara = data.draw(st.sampled_from(["tetap", "hapus", "tambah", "ubah"]))
        kembali += {
            "tetap": [p],
            "hapus": [],
            "tambah": [p, data.draw(st.from_regex(r"Kata[a-z]{4,9} baru[a-z]{3,6}\.", fullmatch=True))],
            "ubah": [p.replace(" ", f" {data.draw(st.from_regex('x[a-z]{5}', fullmatch=True))} ", 1)],
        }[cara]
    hasil = compare_naskah(BLOK, DASAR, kembali)
    terlihat = " ".join([b.baru for b in hasil.blok] + [k.tertulis for k in hasil.lain])
    baru = set(re.findall(r"\b(?:Kata|baru|x)[a-z]+", " ".join(kembali))) - set(re.findall(r"\w+", " ".join(DASAR)))
    assert baru <= set(re.findall(r"\w+", terlihat))


def test_marks_of_lists_are_not_part_of_a_paragraph():
    assert clean_tercetak("3.  tiga   kata") == clean_tercetak("- tiga kata") == "tiga kata"
