"""Narrative Markdown: paragraphs, lists, slots; what may not be used stays visible."""

import re

from akuntabel.core.naskah.markdown import Slot, read_markdown
from akuntabel.core.naskah.model import Daftar, Paragraf, Rujukan, Teks, teks_baris


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
