"""Narrative Markdown: paragraphs, lists, slots; what may not be used stays visible."""

import re

from hypothesis import given
from hypothesis import strategies as st

from akuntabel.core.naskah.markdown import Slot, check_markdown, read_markdown
from akuntabel.core.naskah.model import Butir, Daftar, Paragraf, Rujukan, Teks, teks_baris


def _slot(isi: str) -> Teks | Rujukan:
    return Rujukan(isi.removeprefix("tabel."), "Tabel 3.1") if isi.startswith("tabel.") else Teks(f"<{isi}>")


def _baca(teks: str) -> tuple[object, ...]:
    return read_markdown(teks, Slot(re.compile(r"\{\{\s*([^{}]*?)\s*\}\}"), _slot))


def test_paragraphs_are_joined_over_lines():
    satu, dua = _baca("baris satu\nbaris dua\n\nparagraf dua\n")
    assert isinstance(satu, Paragraf)
    assert isinstance(dua, Paragraf)
    assert teks_baris(satu.isi) == "baris satu baris dua"


def test_bold_italic_and_slots_are_kept():
    (p,) = _baca("Capaian **tinggi**, *yaitu* {{ capaian.1.2 }} pada {{tabel.t}}.")
    assert isinstance(p, Paragraf)
    assert Teks("tinggi", tebal=True) in p.isi
    assert Teks("yaitu", miring=True) in p.isi
    assert Teks("<capaian.1.2>") in p.isi
    assert Rujukan("t", "Tabel 3.1") in p.isi


def test_lists_nest():
    (daftar,) = _baca("1. satu\n2. dua\n   - anak {{ x }}\n   - lagi\n3. tiga\n")
    assert isinstance(daftar, Daftar)
    assert daftar.cara == "1."
    anak = daftar.butir[1].anak
    assert anak is not None
    assert anak.cara == "-"
    assert [teks_baris(b.isi) for b in anak.butir] == ["anak <x>", "lagi"]


def test_html_headings_and_links_stay_text():
    blok = _baca("<b>tebal</b> <script>x</script>\n\n# Judul\n\n[tautan](https://contoh.id)\n")
    teks = " ".join(teks_baris(p.isi) for p in blok if isinstance(p, Paragraf))
    assert "<b>tebal</b> <script>x</script>" in teks
    assert "# Judul" in teks
    assert "[tautan](https://contoh.id)" in teks


def test_empty_text_gives_nothing():
    assert _baca("\n\n") == ()


def test_slot_between_marks_of_bold_is_bold():
    (p,) = _baca("Capaian **{{ capaian.1.2 }}** dan **{{ tabel.t }}**")
    assert isinstance(p, Paragraf)
    assert Teks("<capaian.1.2>", tebal=True) in p.isi
    assert Rujukan("t", "Tabel 3.1") in p.isi


def test_numbered_list_below_a_numbered_list_has_letters():
    (daftar,) = _baca("1. satu\n   1. anak\n2. dua\n")
    assert isinstance(daftar, Daftar)
    assert daftar.butir[0].anak == Daftar((Butir((Teks("anak"),)),), "a.")


def test_no_list_below_an_item_is_lost():
    (daftar,) = _baca("- butir\n\n  1. satu\n\n  lanjutan\n\n  - dua\n")
    assert isinstance(daftar, Daftar)
    (butir,) = daftar.butir
    assert teks_baris(butir.isi) == "butir lanjutan"
    assert butir.anak is not None
    assert [teks_baris(b.isi) for b in butir.anak.butir] == ["satu", "dua"]


@given(st.text("ab1 *_-#>|`[]()!<{}.\n", max_size=60))
def test_no_word_of_a_narrative_is_lost(teks: str):
    def kumpul(blok: tuple[object, ...]) -> str:
        hasil = ""
        for b in blok:
            if isinstance(b, Paragraf | Butir):
                hasil += teks_baris(b.isi)
            if isinstance(b, Daftar):
                hasil += kumpul(b.butir)
            if isinstance(b, Butir) and b.anak:
                hasil += kumpul((b.anak,))
        return hasil

    polos = read_markdown(teks, Slot(re.compile(r"(?!)"), Teks))
    assert sorted(h for h in kumpul(polos) if h in "ab") == sorted(h for h in teks if h in "ab")


def test_marks_that_a_narrative_may_not_use_are_all_named_with_their_line():
    teks = (
        "satu\ndua [t](x)\n\n# Judul\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> kutip\n\n---\n\n```\nx\n```\n![g](g.png)\n"
    )
    masalah = dict(check_markdown(teks))
    assert list(masalah) == [2, 4, 6, 10, 12, 14, 17]
    assert masalah[4] == (
        "tertulis “# Judul”, diharapkan paragraf atau daftar. "
        "Judul disusun oleh laporan; hapus tandanya atau jadikan kalimat biasa."
    )
    assert "dua [t](x)" in masalah[2]


def test_what_a_narrative_may_use_is_no_problem():
    teks = "**Tebal**, *miring*, {{ capaian.1.2 }} dan <b>.\n\n1. satu\n   - anak\n\nNilai 3 > 2, harga #1, a|b.\n"
    assert list(check_markdown(teks)) == []
